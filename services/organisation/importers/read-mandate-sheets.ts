import type { Sheet, SheetRow } from '../../shared/tabular';
import { normaliseBodyName } from '../rules/body-name';
import { cleanLine } from './clean-cell';
import { bodyInTitle, isBodyName, merge, NO_FACTS, readHeading, toDay, type DocumentFacts } from './document-facts';
import { headerIn, kindOfColumns, type Columns, type Field } from './mandate-columns';
import { emptyMandate, quote, type NotTaken, type ParsedMandate, type ParsedMandateFile } from './parsed-mandate';
import { kindNamed, kindOfHeading, type StatedKind } from './row-kinds';
import { rowValues, untrustedFields, type RowValues } from './row-values';
import { stateRow, type Fault } from './state-row';

/** What is known where a row stands: the columns, and what headings above said of the rows below. */
interface Standing {
  columns: Columns | null;
  kind: StatedKind | null;
  facts: DocumentFacts;
  /** The 部门 column's last entry: an empty cell means the one above it. */
  agency: string | null;
}

/** Reads sheets of one duty, office, staffing line or post per row into mandates, one for each agency. */
export function readMandateSheets(fileName: string, sheets: readonly Sheet[]): ParsedMandateFile {
  const ofFile: DocumentFacts = { ...NO_FACTS, agencyName: bodyIn(fileName.replace(/\.\w+$/, '')) };
  const reader = new SheetReader();
  for (const sheet of sheets) reader.read(sheet, ofFile);
  const { mandates, rowsTaken, notTaken } = reader;
  const refused = notTaken.filter(({ wholeRow }) => wholeRow).length;
  return { fileName, mandates: [...mandates.values()], rowsRead: rowsTaken + refused, rowsTaken, notTaken };
}

const bodyIn = (text: string): string | null => {
  const name = cleanLine(text) ?? '';
  return isBodyName(name) ? name : bodyInTitle(name);
};

/** `主要职责`, `太原市水务局内设机构`. */
const kindIn = (text: string): StatedKind | null => kindOfHeading(text) ?? kindOfHeading(text.replace(bodyIn(text) ?? text, ''));

class SheetReader {
  readonly mandates = new Map<string, ParsedMandate>();
  readonly notTaken: NotTaken[] = [];
  rowsTaken = 0;

  read(sheet: Sheet, ofFile: DocumentFacts): void {
    const named = bodyIn(sheet.name);
    const standing: Standing = {
      columns: null,
      kind: kindIn(sheet.name),
      facts: named === null ? ofFile : { ...NO_FACTS, agencyName: named },
      agency: null,
    };
    if (!sheet.rows.some((row) => headerIn(row) !== null)) {
      for (const row of sheet.rows) this.refuse(sheet, row, { code: 'NO_HEADER', reason: `工作表“${sheet.name}”没有找到表头`, text: '' });
      return;
    }
    for (const row of sheet.rows) this.readRow(sheet, row, standing);
  }

  private refuse({ name }: Sheet, { number, cells }: SheetRow, fault: Omit<Fault, 'wholeRow'> & { wholeRow?: boolean }): void {
    const text = quote(fault.text === '' ? [...cells.values()].join(' | ') : fault.text);
    this.notTaken.push({ sheet: name, row: number, path: null, wholeRow: true, ...fault, text });
  }

  private readRow(sheet: Sheet, row: SheetRow, standing: Standing): void {
    const header = headerIn(row);
    if (header) {
      standing.columns = header;
      return;
    }
    if (standing.columns === null || readAside(row, standing)) {
      if (standing.columns === null) readAbove(row, standing);
      return;
    }
    const { columns } = standing;
    if (sheet.hidden || row.hidden) {
      const [code, reason] = sheet.hidden ? (['HIDDEN_SHEET', `工作表“${sheet.name}”是隐藏的`] as const) : (['HIDDEN_ROW', '该行是隐藏的'] as const);
      this.refuse(sheet, row, { code, reason, text: '' });
      return;
    }
    if (untrustedFields(row, columns).length > 0) {
      this.refuse(sheet, row, { code: 'FORMULA', reason: '单元格是公式或错误值，请改为文字', text: '' });
      return;
    }
    this.readValues(sheet, row, standing, rowValues(row, columns));
  }

  private readValues(sheet: Sheet, row: SheetRow, standing: Standing, values: RowValues): void {
    const kind = this.kindOf(standing, values);
    if ('code' in kind) {
      this.refuse(sheet, row, kind);
      return;
    }
    const officesOnly = kind.row === 'OFFICE' && !NAMING.some((field) => standing.columns?.has(field));
    const said = officesOnly ? { ...values, agency: null, unit: values.agency } : values; // 机构名称 of a table of offices
    standing.agency = said.agency ?? standing.agency;
    const agencyName = standing.agency ?? standing.facts.agencyName;
    if (agencyName === null) {
      this.refuse(sheet, row, { code: 'NO_AGENCY', reason: '不知道是哪个机构的三定：没有机构列，标题、工作表名和文件名也没有写明', text: '' });
      return;
    }
    const mandate = this.mandateOf(normaliseBodyName(agencyName));
    const faults = [...this.addFacts(mandate, standing, said), ...stateRow(mandate, kind, said)];
    for (const fault of faults) this.refuse(sheet, row, fault);
    if (!faults.some(({ wholeRow }) => wholeRow)) this.rowsTaken += 1;
  }

  private kindOf({ columns, kind }: Standing, values: RowValues): StatedKind | Omit<Fault, 'wholeRow'> {
    if (values.kind !== null) return kindNamed(values.kind) ?? { code: 'UNKNOWN_KIND', reason: `看不懂类别“${values.kind}”，应为职责、内设机构、编制、领导职数或职责调整`, text: '' };
    const ofColumns = columns!.has('kind') ? null : kindOfColumns(columns!); // where each row says it, an empty cell says nothing
    return kind ?? (ofColumns === null ? { code: 'NO_KIND', reason: '没有类别：该行是职责、内设机构、编制还是领导职数？', text: '' } : { row: ofColumns });
  }

  private mandateOf(name: string): ParsedMandate {
    const known = this.mandates.get(name) ?? emptyMandate(name);
    this.mandates.set(name, known);
    return known;
  }

  /** What the row's own columns and the headings say of the document; the first to say it holds. */
  private addFacts(mandate: ParsedMandate, { facts }: Standing, values: RowValues): Fault[] {
    const faults: Fault[] = [];
    const day = (field: 'issuedOn' | 'effectiveOn'): string | null => {
      const written = values[field];
      const read = written === null ? null : toDay(written);
      if (written !== null && read === null) faults.push({ code: 'BAD_DATE', reason: `“${written}”不是日期`, text: written, wholeRow: false });
      return read;
    };
    const ofHeading = facts.agencyName === null || normaliseBodyName(facts.agencyName) === mandate.agencyName ? facts : NO_FACTS;
    mandate.title ??= values.title ?? ofHeading.title;
    mandate.documentNumber ??= values.documentNumber ?? ofHeading.documentNumber;
    mandate.issuedOn ??= day('issuedOn') ?? ofHeading.issuedOn;
    mandate.effectiveOn ??= day('effectiveOn') ?? ofHeading.effectiveOn;
    return faults;
  }
}

const NAMING: readonly Field[] = ['name', 'unit', 'office'];
const STATING: readonly Field[] = ['text', 'duties', 'name', 'unit', 'quota'];

/** A row above the columns: title, department, document number; or what the rows below state (`一、主要职责`). */
function readAbove(row: SheetRow, standing: Standing): void {
  const texts = [...new Set(row.cells.values())];
  standing.kind = (texts.length === 1 ? kindIn(texts[0]!) : null) ?? standing.kind;
  take(standing, readHeading(texts));
}

/** A row among the others that speaks about those below: one text that is a kind, or a title or body outside the columns. */
function readAside(row: SheetRow, standing: Standing): boolean {
  const texts = [...new Set(row.cells.values())];
  if (standing.columns === null || texts.length !== 1) return false;
  const [column] = [...row.cells.keys()];
  const wide = row.cells.size > 1 || (row.spans.get(column!) ?? 1) >= 3;
  const stating = STATING.some((field) => standing.columns!.get(field) === column);
  const kind = kindOfHeading(texts[0]!);
  if (kind) {
    standing.kind = kind;
    return true;
  }
  const facts = readHeading(texts);
  const saysSomething = Object.values(facts).some((fact) => fact !== null);
  if (!saysSomething || (stating && !wide)) return false;
  take(standing, facts);
  return true;
}

/** Another body begins another document. */
function take(standing: Standing, said: DocumentFacts): void {
  const another = said.agencyName !== null && said.agencyName !== standing.facts.agencyName;
  standing.facts = another ? { ...said } : merge(standing.facts, said);
  if (another) standing.agency = null;
}

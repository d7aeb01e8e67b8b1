import type { CitationRow } from '../queries/citations';
import type { ItemRow } from '../queries/item-columns';
import type { ItemTexts } from '../queries/item-texts';
import { EXERCISE_LEVELS, ITEM_STATUSES, POWER_CATEGORIES } from '../rules/vocabulary';
import { toCitationLines } from './form-citations';
import { CONTINUATION, CONTINUED, FORM_FIELDS, type FormCells } from './form-columns';
import { toCell, toLines } from './form-text';

/** A cell of a workbook holds 32,767 UTF-16 units. */
const LONGEST_PART = 32_000;

/** An item as the rows of the form: one, and more below it as long as a cell has more to say than a cell holds. */
export function formRows(item: ItemRow & ItemTexts, citations: readonly CitationRow[]): (string | null)[][] {
  const cells = cellsOf(item, citations);
  const parts = FORM_FIELDS.map((field) => (cells[field] === undefined ? [] : partsOf(toCell(cells[field]))));
  const rows = Math.max(1, ...parts.map((of) => of.length));
  return Array.from({ length: rows }, (_none, row) => parts.map((of, column) => (column === 0 ? (row === 0 ? null : CONTINUED) : (of[row] ?? null))));
}

function cellsOf(item: ItemRow & ItemTexts, citations: readonly CitationRow[]): FormCells {
  const { code, publishedCode, category, name, subItem, parentCode, basisText, bodyName, agencyCode, officeNames, officeIds, levels, status } = item;
  const { authoritySplit, duty, responsibilities, accountability, supervisionPhone, remark, conditions } = item;
  const cited = citations.map(({ instrument: { title }, level, documentNumber, date, article, paragraph, item: point, quoted }) => ({ level, title, documentNumber, date, article, paragraph, item: point, quoted }));
  const stated: Record<Exclude<keyof FormCells, 'serial'>, string | null> = {
    code,
    publishedCode,
    category: POWER_CATEGORIES[category],
    name,
    subItem,
    parentCode,
    basisText,
    citations: toCitationLines(cited, basisText),
    body: bodyName,
    agencyCode,
    offices: officeNames.length === 0 ? null : toLines(officeNames),
    officeIds: officeIds.length === 0 ? null : toLines(officeIds),
    levels: levels.map((level) => EXERCISE_LEVELS[level]).join('、'),
    authoritySplit,
    duty,
    responsibilities,
    accountability,
    supervisionPhone,
    remark,
    status: ITEM_STATUSES[status],
    conditions,
  };
  return Object.fromEntries(Object.entries(stated).filter(([, text]) => text !== null));
}

/** Cut so that each part fits a cell and is no half of a character. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const most = from + LONGEST_PART;
    const end = most < text.length && /[\uDC00-\uDFFF]/.test(text[most]!) ? most - 1 : most;
    parts.push((from === 0 ? '' : CONTINUATION) + text.slice(from, end));
    from = end;
  }
  return parts;
}

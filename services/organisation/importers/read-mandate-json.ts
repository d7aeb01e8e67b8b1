import { z } from 'zod';
import { normaliseBodyName } from '../rules/body-name';
import { readDutyChange } from '../rules/mandates/duty-change-text';
import { splitNumbered } from '../rules/mandates/duty-numbers';
import { foldText } from '../rules/mandates/split-phrases';
import { rankIn } from '../rules/mandates/post-names';
import { suggestDutyKind } from '../rules/mandates/suggest-duty-kind';
import { cleanLine, cleanText } from './clean-cell';
import { toDay } from './document-facts';
import { emptyMandate, quote, type NotTaken, type NotTakenCode, type ParsedMandate, type ParsedMandateFile, type ReadMandatesResult } from './parsed-mandate';
import { stateSentence } from './state-row';

const text = z.string().nullish();
const count = z.number().int().min(0).max(999_999);
const list = z.array(z.unknown()).nullish().catch(null);

/** The shape of a document; its entries are looked at one by one, so that one bad entry costs no other. */
const Document = z.object({
  agency: z.string(),
  jurisdiction: text.catch(null),
  doc_title: text.catch(null),
  doc_no: text.catch(null),
  issued: z.union([z.string(), z.number()]).nullish().catch(null),
  effective: text.catch(null),
  duty_changes: list,
  duties: list,
  offices: list,
  office_count: count.nullish().catch(null),
  staffing: z.unknown().optional(),
  leaders: list,
  other: list,
  truncated: z.boolean().nullish().catch(null),
});
const Words = z.string().refine((words) => cleanText(words) !== null);
const Office = z.object({ no: text, name: Words, duties: text });
const Staffing = z.object({
  administrative: count.nullish(),
  breakdown: z.array(z.object({ label: Words, count })).nullish(),
  raw: text,
});
const Leader = z.object({ post: Words, count, rank: text, note: text });

/** Reads an array of documents as `mandates.json` has them; a single document is an array of one. */
export function readMandateJson(fileName: string, source: string): ReadMandatesResult {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, code: 'DAMAGED', message: `文件“${fileName}”：不是完整的 JSON` };
  }
  const documents: unknown[] = Array.isArray(value) ? value : [value];
  const read = documents.map((document, i) => new DocumentReader(i + 1).read(document));
  const notTaken = read.flatMap((each) => each.notTaken);
  const rowsTaken = read.reduce((sum, each) => sum + each.taken, 0);
  const refused = notTaken.filter(({ wholeRow }) => wholeRow).length;
  const file: ParsedMandateFile = {
    fileName,
    mandates: read.flatMap(({ mandate }) => mandate ?? []),
    rowsRead: rowsTaken + refused,
    rowsTaken,
    notTaken,
  };
  return { ok: true, file };
}

class DocumentReader {
  mandate: ParsedMandate | null = null;
  readonly notTaken: NotTaken[] = [];
  taken = 0;

  constructor(private readonly row: number) {}

  read(value: unknown): this {
    const parsed = Document.safeParse(value);
    const agencyName = parsed.success ? cleanLine(parsed.data.agency) : null;
    if (!parsed.success || agencyName === null) {
      this.report('', 'MALFORMED', '不是一份三定：没有机构名称（agency）', JSON.stringify(value) ?? '', true);
      return this;
    }
    const document = parsed.data;
    this.mandate = { ...emptyMandate(normaliseBodyName(agencyName)), ...this.factsOf(document), truncated: document.truncated ?? false };
    document.duty_changes?.forEach((each, i) => this.take(`duty_changes.${i}`, each, Words, (words) => this.change(words, `duty_changes.${i}`)));
    document.duties?.forEach((each, i) => this.take(`duties.${i}`, each, Words, (words) => this.duty(words)));
    document.offices?.forEach((each, i) => this.take(`offices.${i}`, each, Office, (office) => this.office(office)));
    if (document.staffing != null) this.take('staffing', document.staffing, Staffing, (staffing) => this.staffing(staffing));
    document.leaders?.forEach((each, i) => this.take(`leaders.${i}`, each, Leader, (leader) => this.leader(leader, `leaders.${i}`)));
    document.other?.forEach((each, i) => this.report(`other.${i}`, 'NOT_UNDERSTOOD', '不属于职责、内设机构、编制或领导职数', asText(each), true));
    const missing = (document.office_count ?? 0) - this.mandate.offices.length;
    if (missing > 0) this.report('office_count', 'NOT_IN_THE_FILE', `文件称设 ${document.office_count} 个内设机构，只列出 ${this.mandate.offices.length} 个`, String(document.office_count));
    return this;
  }

  private report(path: string, code: NotTakenCode, reason: string, words: string, wholeRow = false): void {
    this.notTaken.push({ sheet: null, row: this.row, path: path || null, code, reason, text: quote(words), wholeRow });
  }

  /** One entry, if it has the shape; `state` answers whether it could be taken. */
  private take<Entry>(path: string, value: unknown, shape: z.ZodType<Entry>, state: (entry: Entry) => boolean): void {
    const parsed = shape.safeParse(value);
    if (!parsed.success) this.report(path, 'MALFORMED', '内容缺失或类型不对', asText(value), true);
    else if (state(parsed.data)) this.taken += 1;
  }

  private factsOf({ jurisdiction, doc_title, doc_no, issued, effective }: z.infer<typeof Document>) {
    const day = (path: string, written: string | number | null | undefined): string | null => {
      const words = cleanLine(written == null ? null : String(written));
      const read = words === null ? null : toDay(words);
      if (words !== null && read === null) this.report(path, 'BAD_DATE', `“${words}”不是完整的日期`, words);
      return read;
    };
    return {
      regionName: cleanLine(jurisdiction),
      title: cleanLine(doc_title),
      documentNumber: cleanLine(doc_no)?.replace(/\s/g, '') ?? null,
      issuedOn: day('issued', issued),
      effectiveOn: day('effective', effective),
    };
  }

  private change(words: string, path: string): boolean {
    const read = readDutyChange(words);
    if (read === null) this.report(path, 'NOT_UNDERSTOOD', '看不出职责是划入、划出、取消、下放还是加强', words, true);
    else this.mandate!.changes.push(read);
    return read !== null;
  }

  private duty(words: string): boolean {
    for (const { number, text: duty } of splitNumbered(cleanText(words)!)) {
      const { kind } = suggestDutyKind(duty);
      this.mandate!.duties.push({ number, text: duty, kind, kindSuggested: true, officeName: null, levels: [], itemCodes: [] });
    }
    return true;
  }

  private office({ no, name, duties }: z.infer<typeof Office>): boolean {
    const number = cleanLine(no)?.replace(/^\(/, '（').replace(/\)$/, '）') ?? null;
    this.mandate!.offices.push({ number, name: normaliseBodyName(name), duties: cleanText(duties) });
    return true;
  }

  /** The sentence and the figures must say the same; figures alone are taken as they are, their breakdown as inside. */
  private staffing({ administrative, breakdown, raw }: z.infer<typeof Staffing>): boolean {
    const sentence = cleanText(raw);
    if (sentence === null) return this.figures(administrative ?? null, breakdown ?? []);
    const read = emptyMandate('');
    const faults = stateSentence(read, sentence);
    for (const { code, reason, text: words, wholeRow } of faults) this.report('staffing.raw', code, reason, words, wholeRow);
    if (faults.some(({ wholeRow }) => wholeRow)) return false;
    const line = read.staffing.lines.find(({ kind, beside }) => kind === 'ADMINISTRATIVE' && !beside);
    const parts = (each: { label: string; quota: number }[]): string => each.map(({ label, quota }) => `${foldText(label)}${quota}`).toSorted().join();
    const figures = breakdown?.map(({ label, count: quota }) => ({ label, quota }));
    const differs = (administrative != null && administrative !== line?.quota) || (figures && parts(figures) !== parts(line?.ofWhich ?? []));
    if (differs) {
      this.report('staffing', 'CONTRADICTION', '编制的文字和数字不一致，请核对', sentence, true);
      return false;
    }
    this.mandate!.staffing = read.staffing;
    this.mandate!.posts.push(...read.posts);
    return true;
  }

  private figures(quota: number | null, parts: { label: string; count: number }[]): boolean {
    if (quota === null) {
      this.report('staffing', 'NO_COUNT', '编制没有数目', '', true);
      return false;
    }
    const ofWhich = parts.map(({ label, count: inside }) => ({ label, quota: inside, actual: null }));
    this.mandate!.staffing.lines.push({ kind: 'ADMINISTRATIVE', label: null, beside: false, quota, actual: null, ofWhich });
    return true;
  }

  private leader({ post, count: quota, rank, note }: z.infer<typeof Leader>, path: string): boolean {
    const name = cleanLine(post)!;
    this.mandate!.posts.push({ post: name, rank: cleanLine(rank) ?? rankIn(name), quota, actual: null });
    const remark = cleanLine(note);
    if (remark !== null) this.report(`${path}.note`, 'NOT_UNDERSTOOD', '职数的附注未导入', remark);
    return true;
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

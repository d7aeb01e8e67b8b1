import { normaliseBodyName } from '../rules/body-name';
import { toCount } from '../rules/mandates/count-text';
import { readDutyChange } from '../rules/mandates/duty-change-text';
import { splitNumbered } from '../rules/mandates/duty-numbers';
import { readLeadership } from '../rules/mandates/leadership-text';
import type { StaffingLine } from '../rules/mandates/mandate-document';
import { readStaffing, staffingKindOf, staffingLabel } from '../rules/mandates/staffing-text';
import { suggestDutyKind } from '../rules/mandates/suggest-duty-kind';
import type { NotTakenCode, ParsedMandate } from './parsed-mandate';
import { readLevels, type RowKind, type StatedKind } from './row-kinds';
import { withoutMeasure, type RowValues } from './row-values';

/** Why a row, or a part of one, is not in the mandate. */
export interface Fault {
  code: NotTakenCode;
  reason: string;
  text: string;
  wholeRow: boolean;
}

const refused = (code: NotTakenCode, reason: string, text: string | null = null): Fault[] => [{ code, reason, text: text ?? '', wholeRow: true }];
const part = (code: NotTakenCode, reason: string, text: string): Fault => ({ code, reason, text, wholeRow: false });

/** Puts what a row states into its mandate; answers what of it could not be taken. */
export const stateRow = (mandate: ParsedMandate, kind: StatedKind, values: RowValues): Fault[] => STATE[kind.row](mandate, values, kind);

const STATE: Record<RowKind, (mandate: ParsedMandate, values: RowValues, kind: StatedKind) => Fault[]> = {
  DUTY: stateDuty,
  OFFICE: stateOffice,
  STAFFING: stateStaffing,
  POST: statePost,
  CHANGE: stateChange,
};

function stateDuty(mandate: ParsedMandate, values: RowValues, kind: StatedKind): Fault[] {
  const words = values.text ?? values.duties;
  const text = values.name !== null && words !== null && !words.includes(values.name) ? `${values.name}：${words}` : (words ?? values.name);
  if (text === null) return refused('NO_TEXT', '职责没有内容');
  const levels = values.level === null ? [] : readLevels(values.level);
  const faults = levels === null ? [part('BAD_LEVEL', `看不懂层级“${values.level}”`, values.level!)] : [];
  const parts = splitNumbered(text);
  const lead = parts.length > 1 && parts[0]!.number === null && /[:：]$/.test(parts[0]!.text) ? parts.shift()! : null;
  if (lead) faults.push(part('NOT_UNDERSTOOD', '是引出各项职责的话，不是职责', lead.text));
  const codes = readCodes(values.itemCodes);
  if (codes.length > 0 && parts.length > 1) faults.push(part('NOT_UNDERSTOOD', `一格写了 ${parts.length} 条职责，分不清事项编码属于哪一条，请分行填写`, codes.join('、')));
  for (const { number, text: duty } of parts)
    mandate.duties.push({
      number: number ?? (parts.length === 1 ? values.number : null),
      text: duty,
      kind: kind.duty ?? suggestDutyKind(duty).kind,
      kindSuggested: kind.duty === undefined,
      officeName: values.office ?? values.unit,
      levels: levels ?? [],
      itemCodes: parts.length > 1 ? [] : codes,
    });
  return faults;
}

/** Codes of one cell; a code may hold spaces (`001110 09000`), which do not count. */
const readCodes = (cell: string | null): string[] => [
  ...new Set((cell ?? '').normalize('NFKC').split(/[、,;\n]/).map((code) => code.replace(/\s/g, '')).filter((code) => code !== '')),
];

function stateOffice(mandate: ParsedMandate, values: RowValues): Fault[] {
  const name = values.name ?? values.unit ?? values.office;
  if (name === null) return refused('NO_NAME', '内设机构没有名称', values.duties ?? values.text);
  const [numbered] = splitNumbered(name);
  mandate.offices.push({
    number: numbered?.number ?? values.number,
    name: normaliseBodyName(numbered?.text ?? name).replace(/[。.]$/, ''),
    duties: values.duties ?? values.text,
  });
  return [];
}

function stateStaffing(mandate: ParsedMandate, values: RowValues): Fault[] {
  const ofKind = values.kind !== null && staffingKindOf(values.kind) !== null ? values.kind : null; // the 类别 column says 行政编制
  const label = values.name ?? values.text ?? values.unit ?? ofKind;
  if (label === null) return refused('NO_NAME', '编制没有类别名称', values.quota);
  if (values.quota === null) return stateSentence(mandate, [values.name, values.text].filter((text) => text !== null).join('。'));
  const [quota, actual] = [toCount(withoutMeasure(values.quota)), values.actual === null ? null : toCount(withoutMeasure(values.actual))];
  if (quota === null) return refused('BAD_COUNT', `核定数“${values.quota}”不是数目`, values.quota);
  const faults = values.actual !== null && actual === null ? [part('BAD_COUNT', `实有数“${values.actual}”不是数目`, values.actual)] : [];
  const { lines } = mandate.staffing;
  if (/^(?:合计|总计|共计|编制总数)$/.test(label)) mandate.staffing.total = quota;
  else if (/^小计$/.test(label)) return refused('NOT_UNDERSTOOD', '小计不单独导入', label);
  else if (/^(?:其中|含|包括)/.test(label)) {
    const last = lines.at(-1);
    if (!last) return refused('NOT_UNDERSTOOD', '“其中”之前没有编制', label);
    last.ofWhich.push({ label: label.replace(/^(?:其中|含|包括)[:：]?/, ''), quota, actual });
  } else lines.push(toLine(label, quota, actual));
  return faults;
}

function toLine(written: string, quota: number, actual: number | null): StaffingLine {
  const label = written.replace(/^(?:另外?|单独)(?:核定|核|单列)?[:：]?/, '');
  const kind = staffingKindOf(/编制|工勤/.test(label) ? label : `${label}编制`) ?? 'OTHER';
  const plain = label.endsWith('编制') ? label : `${label}编制`;
  return { kind, label: kind === 'OTHER' ? label : staffingLabel(plain, kind) === null ? null : label, beside: label !== written, quota, actual, ofWhich: [] };
}

/** Reads a sentence on staffing and posts into a mandate; answers the phrases that speak of neither. */
export function stateSentence(mandate: ParsedMandate, sentence: string): Fault[] {
  const { staffing, rest } = readStaffing(sentence);
  const posts = rest.map((phrase) => readLeadership(phrase));
  if (mandate.staffing.total === null) mandate.staffing.total = staffing.total;
  mandate.staffing.lines.push(...staffing.lines);
  mandate.posts.push(...posts.flatMap((read) => read.posts));
  const nothing = staffing.lines.length === 0 && posts.every((read) => read.posts.length === 0);
  if (nothing) return refused('NOT_UNDERSTOOD', '读不出编制数或领导职数', sentence);
  return posts.flatMap((read) => read.rest).map((phrase) => part('NOT_UNDERSTOOD', '不是编制数或领导职数', phrase));
}

function statePost(mandate: ParsedMandate, values: RowValues): Fault[] {
  const post = values.name ?? values.text ?? values.unit;
  if (post === null) return refused('NO_NAME', '领导职数没有职务名称', values.quota);
  if (values.quota === null) return stateSentence(mandate, [values.name, values.text].filter((text) => text !== null).join('。'));
  const [quota, actual] = [toCount(withoutMeasure(values.quota)), values.actual === null ? null : toCount(withoutMeasure(values.actual))];
  if (quota === null) return refused('BAD_COUNT', `职数“${values.quota}”不是数目`, values.quota);
  mandate.posts.push({ post, rank: values.rank, quota, actual });
  return values.actual !== null && actual === null ? [part('BAD_COUNT', `实有数“${values.actual}”不是数目`, values.actual)] : [];
}

function stateChange(mandate: ParsedMandate, values: RowValues, { change }: StatedKind): Fault[] {
  const text = values.text ?? values.duties ?? values.name;
  if (text === null) return refused('NO_TEXT', '职责调整没有内容');
  const read = change === undefined ? readDutyChange(text) : { kind: change, text };
  if (read === null) return refused('NOT_UNDERSTOOD', '看不出职责是划入、划出、取消、下放还是加强', text);
  mandate.changes.push(read);
  return [];
}

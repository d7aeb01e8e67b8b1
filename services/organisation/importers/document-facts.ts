import { cleanLine } from './clean-cell';

/** What headings and file names say of a mandate's document. */
export interface DocumentFacts {
  agencyName: string | null;
  title: string | null;
  documentNumber: string | null;
  issuedOn: string | null;
  effectiveOn: string | null;
}

export const NO_FACTS: DocumentFacts = { agencyName: null, title: null, documentNumber: null, issuedOn: null, effectiveOn: null };

const BODY_END = /(?:局|委|委员会|办|办公室|办公厅|厅|部|中心|院|馆|社|会|政府|处|署|公司|大学|联)$/;
const SUBJECT = /(?:的?主要职责|职能配置|机构设置|内设机构|人员编制|[“"']?三定[”"']?|机构编制|职责|编制).*$/;
const NUMBER = /\p{Script=Han}{1,12}[〔[（(【]\d{4}[〕\]）)】]第?\s*\d{1,5}\s*号/u;
const DAY = /(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})/;
const ISSUED = /(?:印发|发布|成文|发文|批准)(?:日期|时间)?\s*[:：为]?\s*/;
const EFFECTIVE = /(?:生效|施行|实施|执行)(?:日期|时间)?\s*[:：为]?\s*|自\s*(?=\d{4}.{2,12}(?:起|施行|实施))/;
const DEPARTMENT = /^(?:部门|单位|机关|机构)(?:名称|全称)?[（(]?[^:：]{0,8}[:：]\s*(.+)$/;

/** `2009-9-1`, `2009年9月1日`, `2009.9.1` → `2009-09-01`; null for what is no day. */
export function toDay(written: string): string | null {
  const found = DAY.exec(written.normalize('NFKC'));
  if (!found) return null;
  const [year, month, day] = [found[1]!, found[2]!.padStart(2, '0'), found[3]!.padStart(2, '0')];
  const text = `${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}

export const isBodyName = (text: string): boolean =>
  text.length >= 3 && text.length <= 40 && BODY_END.test(text.replace(/[（(][^）)]*[）)]$/, '')) && !/[，。；：、,;:]/.test(text);

/** `太原市水务局主要职责内设机构和人员编制规定` → the body it is of. */
export function bodyInTitle(title: string): string | null {
  const text = title.replace(/^附件?\s*\d*\s*[:：]?/, '').replace(/^.*关于(?:印发|公布|调整)?/, '').replace(/^[《“"]/, '');
  const name = text.replace(SUBJECT, '').replace(/[的、和及《“"]+$/, '');
  return name !== text && isBodyName(name) ? name : null;
}

/** What a row without columns says: a title, a body, a document number, days. */
export function readHeading(cells: readonly string[]): DocumentFacts {
  const line = cleanLine(cells.join(' ')) ?? '';
  const only = cells.length === 1 ? line : '';
  const department = cells.map((cell) => DEPARTMENT.exec(cleanLine(cell) ?? '')?.[1]).find((name) => name !== undefined && name.length >= 3); // 单位：名 is a measure
  const isTitle = only !== '' && /规定|方案|三定/.test(only) && bodyInTitle(only) !== null;
  const dated = (word: RegExp): string | null => {
    const found = word.exec(line);
    return found ? toDay(line.slice(found.index + found[0].length, found.index + found[0].length + 16)) : null;
  };
  return {
    agencyName: cleanLine(department?.replace(/[（(](?:盖章|公章|章)[）)]$/, '')) ?? (isBodyName(only) ? only : bodyInTitle(only)),
    title: isTitle ? only : null,
    documentNumber: NUMBER.exec(line)?.[0].replace(/\s/g, '') ?? null,
    issuedOn: dated(ISSUED),
    effectiveOn: dated(EFFECTIVE),
  };
}

export const merge = (known: DocumentFacts, said: DocumentFacts): DocumentFacts => ({
  agencyName: said.agencyName ?? known.agencyName,
  title: said.title ?? known.title,
  documentNumber: said.documentNumber ?? known.documentNumber,
  issuedOn: said.issuedOn ?? known.issuedOn,
  effectiveOn: said.effectiveOn ?? known.effectiveOn,
});

import { createHash } from 'node:crypto';
import type { Citation } from '../rules/listed-power';
import { INSTRUMENT_LEVELS, type InstrumentLevel } from '../rules/vocabulary';
import { jsonFields } from './form-text';

const BAR = '｜';
const LEVEL_OF = new Map(Object.entries(INSTRUMENT_LEVELS).map(([level, term]) => [term as string, level as InstrumentLevel]));

/**
 * The column 依据条款: each citation a line, `法律｜中华人民共和国水法｜主席令第74号｜2016｜第七条｜第一款｜第三项｜引文`, and below
 * them which words of 实施依据 they are the reading of. It holds as long as those words stand; once somebody has changed
 * them, they are read anew, as on any list. Empty where there is neither.
 */
export function toCitationLines(citations: readonly Citation[], basisText: string | null): string | null {
  if (citations.length === 0 && basisText === null) return null;
  return [...citations.map(toLine), checkLine(basisText)].join('\n');
}

/** The citations that the lines state; null when they do not hold for these words, or are no such lines. */
export function fromCitationLines(text: string | null, basisText: string | null): Citation[] | null {
  if (text === null) return null;
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.at(-1) !== checkLine(basisText)) return null;
  const citations = lines.slice(0, -1).map(fromLine);
  return citations.every((citation) => citation !== null) ? citations : null;
}

const checkLine = (basisText: string | null): string => `〔原文校验 ${createHash('sha256').update(basisText ?? '').digest('base64url').slice(0, 12)}〕`;

type Fields = (string | null)[];

function toLine({ level, title, documentNumber, date, article, paragraph, item, quoted }: Citation): string {
  const fields = [level && INSTRUMENT_LEVELS[level], title, documentNumber, date, article, paragraph, item, quoted];
  const line = fields.map((field) => field ?? '').join(BAR).replace(/｜+$/, '');
  const isExact = !line.startsWith('[') && fields.every((field) => field === null || (field !== '' && !/[｜\n]/.test(field)));
  return isExact ? line : JSON.stringify(fields);
}

function fromLine(line: string): Citation | null {
  const fields: Fields = jsonFields(line) ?? line.split(BAR).map((field) => (field === '' ? null : field));
  const [term = null, title = null, documentNumber = null, date = null, article = null, paragraph = null, item = null, quoted = null, ...more] = fields;
  const level = term === null ? null : LEVEL_OF.get(term);
  if (title === null || level === undefined || more.length > 0) return null;
  return { level, title, documentNumber, date, article, paragraph, item, quoted };
}

import type { ExerciseLevel } from '../rules/vocabulary';
import { cleanLine } from './clean-text';
import { remembered } from './remembered';

/**
 * Words for exercise levels, longest reading first: 县（市、区）is one county level, 市、县 are two levels; 自治区 is a
 * province but 自治县 a county. A municipality's 市级 is read as it is printed: the list does not say whose it is.
 */
const WORDS: readonly (readonly [RegExp, ExerciseLevel])[] = [
  [/国家(?:部委)?|中央|国务院|部级|局[（(]署、会[）)]/, 'NATIONAL'],
  [/自治区|直辖市|省(?:[（(](?:自治区|区、市|区)[）)])?/, 'PROVINCIAL'],
  [/自治县|(?:县|区|旗)(?:[（(](?:市|县|区|旗|、|，|,|\/)+[）)])|县[、/]?市[、/]?区|区[、/]?市[、/]?县|市辖区|[区县]?[、/]?县级市|县市|[区县旗][、/]?[县区]|县|旗/, 'COUNTY'],
  [/设区的?市|地[（(](?:州|市|、)+[）)]|地[、/]?州[、/]?市|州[（(]市[）)]|市[（(](?:州|地|盟|、)+[）)]|[州地盟]市|市[州盟]|自治州|地级|州|盟|市/, 'MUNICIPAL'],
  [/区/, 'COUNTY'],
  [/乡[（(]?(?:镇|、|街道)*[）)]?|镇[（(]?(?:街道|街|乡|、)*[）)]?|街道/, 'TOWNSHIP'],
  [/村[（(]?(?:居|社区)*[）)]?|社区|居委会/, 'VILLAGE'],
  [/分级/, 'GRADED'],
];
const CODES: readonly ExerciseLevel[] = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRADED'];
const ANY_WORD = new RegExp(WORDS.map(([word]) => `(${word.source})`).join('|'), 'g');
/** A cell that holds nothing but levels: words, 级, joints. */
const LEVEL_CELL = new RegExp(`^(?:(?:${WORDS.map(([word]) => word.source).join('|')})(?:本)?级?|直属|管理|行使|保留|[、，,;；/／.·和与及（）()\\s\\-—三两四])+$`);
/** Longer texts are sentences; the bound also keeps the pattern's backtracking small. */
const LONGEST_LEVEL_CELL = 30;
const isLevelCell = (text: string): boolean => text.length <= LONGEST_LEVEL_CELL && LEVEL_CELL.test(text);

export interface LevelReading {
  levels: readonly ExerciseLevel[];
  /** What the cell says beyond the level: the authority split, when one column holds both. */
  rest: string | null;
}

/** Reads a level cell: `市级`, `市、县`, `3/4`, or a level followed by the authority split in the same cell. */
export const readLevels = remembered((cell: string): LevelReading => {
  const text = cleanLine(cell);
  if (/^[1-7](?:\D{0,3}[1-7])*$/.test(text)) return { levels: inOrder([...text.matchAll(/[1-7]/g)].map(([code]) => CODES[Number(code) - 1]!)), rest: null };
  if (isLevelCell(text)) return { levels: wordsIn(text), rest: null };
  const [, head, rest] = /^([^。；;：:，,]{1,12}?)[。；;：:，,](.+)$/s.exec(text) ?? [];
  if (head !== undefined && rest !== undefined && isLevelCell(head)) return { levels: wordsIn(head), rest: rest.trim() };
  // A sentence: only a level named as such in its first clause counts (`负责市本级…`), not every 市 or 县 in it.
  const clause = text.split(/[，,。；;]/)[0]!;
  return { levels: wordsIn([...clause.matchAll(/(?:省|自治区|地州市|市|县市区|县|区)本?级/g)].join('')), rest: text };
});

/** The level a heading or sheet name sets for the rows below (`市级`, `县级权限`), none when it only names a place. */
export function levelsInHeading(heading: string): ExerciseLevel[] {
  const text = cleanLine(heading);
  const named = [...text.matchAll(/(?:国家|省|自治区|地州市|市|县市区|区县|县|区|乡镇|乡|街道|村)本?级/g)].map(([word]) => word);
  if (named.length > 0) return wordsIn(named.join('、'));
  return text.length <= 6 && isLevelCell(text) ? wordsIn(text) : [];
}

/** The level a column is for, when its label is a level and nothing else (ticks below it). */
export function levelOfLabel(label: string): ExerciseLevel | null {
  const levels = label.length <= 6 && isLevelCell(label) ? wordsIn(label) : [];
  return levels.length === 1 ? levels[0]! : null;
}

function wordsIn(text: string): ExerciseLevel[] {
  const found: ExerciseLevel[] = [];
  for (const match of text.matchAll(ANY_WORD)) found.push(WORDS[match.slice(1).findIndex((group) => group !== undefined)]![1]);
  return inOrder(found);
}

function inOrder(levels: readonly ExerciseLevel[]): ExerciseLevel[] {
  return CODES.filter((level) => levels.includes(level));
}

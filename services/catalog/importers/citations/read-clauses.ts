import { readBareArticle, readClauseList, type Clause, type ClauseList } from './clause-list';
import { isCrossReference } from './cross-reference';

/** A clause list where the cell cites it, with the text quoted after it. */
export interface CitedClauses {
  clauses: Clause[];
  quoteStart: number;
  quoteEnd: number;
}

const CLAUSE_START = /第|附[件表录]|[0-9一二三四五六七八九十百]{1,7} ?条/g;
/** Articles of a technical standard are numbered by chapter: 11.1.5. */
const STANDARD_START = /第|附[件表录]|(?<![0-9.])[0-9]{1,2}(?:\.[0-9]{1,2}){1,3} ?条?(?=[ ：\u4e00-\u9fa5])/g;
const SENTENCE_END = /[\n。；！？”’』“]/;
/** 依据同法第二条, 该条例第五条: the same instrument, its name not repeated. */
const SAME_INSTRUMENT = /(?:根据|依据|依照|按照)?(?:[违罚]则：|[\u4e00-\u9fa5]{0,4}(?:依据|条款)：|同上|同前|(?:同|该|上述)(?:一)?(?:部)?(?:法律|法|条例|办法|规定|细则|决定))[ ，、：的]*$/;
const ENUMERATION = /(?:[0-9]{1,2}[.．、）]|（[0-9一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳])[ ]*$/;
/** Characters before an article that make it an object of the sentence: 违反本法 第十条. */
const REFERS = /[、，和与及或至到据照按反合条款项的法例定于在由》]/;
const SEPARATOR = /^(?:[ \n]*(?:规定)?[：:，,；;、。.]|[ \n]*规定(?= *“)|[ \n]+|(?=“))/;

export interface ClauseStretch {
  bodyStart: number;
  bodyEnd: number;
  /** The instrument is named in a sentence (根据《…》第三十三条的规定，…): its first clause is cited although the sentence goes on. */
  inSentence: boolean;
}

/** Every clause the stretch `from`–`to` of a cell cites, and none that its quoted text only refers to (违反本法第十条规定的). */
export function readClauses(text: string, stretchOf: ClauseStretch, standard: boolean): CitedClauses[] {
  const { bodyStart: from, bodyEnd: to, inSentence } = stretchOf;
  const found: CitedClauses[] = [];
  const stretch = text.slice(0, to);
  const starts = standard ? STANDARD_START : CLAUSE_START;
  starts.lastIndex = from;
  let end = from;
  for (let match = starts.exec(stretch); match; match = starts.exec(stretch)) {
    const numbered = standard ? readStandardClause(stretch, match.index) : null;
    const list = numbered ?? readAt(stretch, match.index, match[0]);
    if (!list) continue;
    const named = inSentence && found.length === 0 && match.index - from < 40 && stretch.slice(from, match.index).trim() === '';
    const headed = numbered !== null && /^ *：/.test(stretch.slice(list.end, list.end + 4));
    if (!named && !headed && !isCitedAt(stretch, match.index, from, list, found.length > 0)) continue;
    const last = found.at(-1);
    if (last) last.quoteEnd = introductionStart(stretch, match.index, end);
    end = list.end;
    starts.lastIndex = end;
    found.push({ clauses: list.clauses, quoteStart: end + separatorLength(stretch, end), quoteEnd: to });
  }
  return found;
}

function readAt(text: string, at: number, begins: string): ClauseList | null {
  if (!begins.endsWith('条')) return readClauseList(text, at);
  // 三十八条：… without 第 is an article only where a line or an instrument's clauses begin.
  return /[\n）》] *$/.test(text.slice(Math.max(0, at - 40), at)) ? readBareArticle(text, at) : null;
}

function readStandardClause(text: string, at: number): ClauseList | null {
  const match = /^第? ?([0-9]{1,2}(?:\.[0-9]{1,2}){1,3}) ?条?/.exec(text.slice(at, at + 20));
  return match ? { clauses: [{ article: `第${match[1]}条`, paragraph: null, item: null }], end: at + match[0].length } : null;
}

function isCitedAt(text: string, at: number, from: number, list: ClauseList, quoting: boolean): boolean {
  if (isCrossReference(text, list.end)) return false;
  const first = list.clauses[0];
  const before = text.slice(Math.max(from, at - 40), at);
  const atHead = at - from < 80 && /^[ \n：，、。；）》—·-]*(?:其中|中|的|见|详见)?[ ]*$/.test(text.slice(from, at));
  if (atHead) return true;
  const heads = /^ *(?:[：“]|规定[：，“])/.test(text.slice(list.end, list.end + 12));
  const introduced = before.replace(SAME_INSTRUMENT, '').replace(heads ? /本(?:法|条例|办法|规定|细则)$/ : /(?!)/, '').replace(ENUMERATION, '');
  const blanks = /\s*$/.exec(introduced)?.[0] ?? '';
  const previous = introduced[introduced.length - blanks.length - 1];
  const startsLine = blanks.includes('\n') || previous === undefined;
  // …”，第三十条：“…”
  const afterQuote = heads && /[”’"][，、；。]? *$/.test(introduced);
  if (first?.article == null) return (startsLine && heads) || afterQuote; // a lone 第二款 or 第86项 needs a line and a colon
  // A line that ends in 违反本条例 or 、 goes on in the next: the list broke the sentence, not the clause.
  if (startsLine || afterQuote) return heads || !REFERS.test(previous ?? '');
  if (previous !== undefined && SENTENCE_END.test(previous)) return true;
  // 第十九条 … 第三十八条 … on one line: blanks around it stand for the line break the list lost.
  const apart = blanks !== '' && /^(?:[ \n]+|[：“])/.test(text.slice(list.end, list.end + 2));
  return quoting && apart && !REFERS.test(previous ?? '');
}

/** Where the words that introduce the next clause begin (2. or 依据同法), which are not quoted text. */
function introductionStart(text: string, at: number, from: number): number {
  const before = text.slice(Math.max(from, at - 40), at);
  return at - (before.length - before.replace(SAME_INSTRUMENT, '').replace(ENUMERATION, '').length);
}

function separatorLength(text: string, at: number): number {
  let length = 0;
  for (let round = 0; round < 3; round++) {
    const separator = SEPARATOR.exec(text.slice(at + length, at + length + 40))?.[0] ?? '';
    if (separator === '') break;
    length += separator.length;
  }
  return length;
}

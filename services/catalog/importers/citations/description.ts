import { ARTICLE_LIKE } from './chinese-number';
import { findDocumentNumbers } from './document-number';

/** A clause that a line, a level tag or a title opens: no description runs over it. */
const NEXT_BLOCK = new RegExp(`^\\s*(?:${ARTICLE_LIKE}|${ARTICLE_LIKE.replace('条', '项')}|【|《)`);
const NEXT_ARTICLE = new RegExp(`^ ?${ARTICLE_LIKE}`);
const ARTICLE = new RegExp(ARTICLE_LIKE);
const TELLS_VERSION = /(?:19|20)[0-9]{2}|通过|公布|发布|颁布|施行|修[正订改]|批准|令|号|试行|暂行|废止|简称|有效|年版|印发|机密|秘密|内部/;
/** How a description without parentheses begins. */
const LOOSE_START = new RegExp(
  [
    '^(?:[0-9]{4} *[年.]|[0-9]{4}-|已[经由于]|业经|现予|自[0-9]|经[0-9]|由.{0,20}(?:通过|发布|公布)',
    '根据[0-9]{4}|根据《[^》]*修改|第[^，。]{1,6}次修',
    '[\\u4e00-\\u9fa5、]{2,40}(?:令|公告) ?[（第0-9〔【]|[\\u4e00-\\u9fa5]{2,14}[〔（【][0-9]{4}[〕）】])',
  ].join('|'),
);
const LONGEST_PARENTHESIS = 2000;
const LONGEST_LOOSE = 600;

/**
 * Where the words beside a title end: numbers, dates, who passed it, in parentheses (closed or not), bare, or several in a row.
 * What follows is the article, the clause's text or the next instrument.
 */
export function findDescriptionEnd(text: string, start: number): number {
  let end = start;
  for (let round = 0; round < 8; round++) {
    const at = skipBlanks(text, end);
    const next = text[at] === '（' ? readParenthesis(text, at) : (readBracketed(text, at) ?? readLoose(text, at));
    if (next === null) break;
    end = next;
  }
  return end;
}

/** Blanks, stray closers and the full stop after a description; a line break only before a parenthesis. */
function skipBlanks(text: string, from: number): number {
  const tail = /^[ ）》文件。，；]*(?:\n *)?(?=（|[^\n])/.exec(text.slice(from, from + 60))?.[0] ?? '';
  const at = from + tail.length;
  return /[\n。，；]/.test(tail) && text[at] !== '（' && !LOOSE_START.test(text.slice(at, at + 60)) ? from : at;
}

function readParenthesis(text: string, open: number): number | null {
  if (/^（ *[一二三四五六七八九十0-9]{1,3} *）/.test(text.slice(open, open + 8))) return null; // （一） opens an item
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_PARENTHESIS);
  for (let at = open; at < limit; at++) {
    const unit = text[at];
    if (unit === '（') depth++;
    else if (unit === '）' && --depth === 0) return TELLS_VERSION.test(text.slice(open, at)) ? at + 1 : null;
    else if (opensNext(text, at)) return TELLS_VERSION.test(text.slice(open, at)) ? at : null;
  }
  // Never closed: it ends with its line.
  const line = text.indexOf('\n', open);
  const stop = line < 0 ? limit : Math.min(line, limit);
  return TELLS_VERSION.test(text.slice(open, stop)) ? stop : null;
}

/** The next article or instrument begins inside a parenthesis that nobody closed. */
function opensNext(text: string, at: number): boolean {
  const unit = text[at];
  if (unit === '\n' || unit === ' ') return NEXT_BLOCK.test(text.slice(at, at + 40));
  return unit === '。' && NEXT_ARTICLE.test(text.slice(at + 1, at + 12));
}

/** 《…》〔2018年修正〕, 《…》【2016年版】 */
function readBracketed(text: string, open: number): number | null {
  const bracketed = /^(?:〔[^〔〕\n]{2,40}〕|【[^【】\n]{2,40}】)/.exec(text.slice(open, open + 44))?.[0] ?? '';
  return /(?:19|20)[0-9]{2}|修[正订改]/.test(bracketed) ? open + bracketed.length : null;
}

function readLoose(text: string, start: number): number | null {
  const window = text.slice(start, start + LONGEST_LOOSE);
  const number = findDocumentNumbers(window.slice(0, 120))[0];
  if (number?.start === 0) {
    const verb = /^[ 》）]*(?:公布|发布|颁布|文件|文)?/.exec(window.slice(number.end))?.[0] ?? '';
    return start + number.end + verb.length;
  }
  if (!LOOSE_START.test(window)) return null;
  const article = findArticle(window);
  const line = /\n\s*(?=第|【|《|（[一二三四五六七八九十])|\n\n/.exec(window);
  const stop = Math.min(article?.index ?? window.length, line?.index ?? window.length, window.length);
  return TELLS_VERSION.test(window.slice(0, stop)) ? start + stop : null;
}

/** The first article outside titles: 《全国人大常委会关于〈刑法〉第三十条的解释》 names one that is not this instrument's. */
function findArticle(text: string): RegExpExecArray | null {
  if (!ARTICLE.test(text)) return null;
  return ARTICLE.exec(text.replace(/《[^《》]*》/g, (title) => ' '.repeat(title.length)));
}

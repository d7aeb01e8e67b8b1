import { ARTICLE_LIKE } from './chinese-number';
import { completeTitle } from './title-completion';

/** Nouns a Chinese instrument's title ends with; what else stands in 《》 is a certificate, a form or a book. */
const NOUNS = [
  '法|法典|条例|办法|规定|细则|规则|决定|决议|命令|解释|公约|协定|议定书',
  '通知|意见|批复|函|公告|通告|方案|目录|名录|清单|规范|标准|规程|准则|导则|总则|通则|章程',
  '制度|纲要|规划|计划|指引|指南|要点|措施|要求|纪要|说明|安排|预案|事项|职责|本|版|稿|试行|暂行',
];
const INSTRUMENT_NOUN = new RegExp(`(?:${NOUNS.join('|')})(?:（[^（）]{1,20}）)*$`);

const LONGEST_TITLE = 150;

/** A title as it stands in a cell: `start` and `end` enclose it with what belongs to it outside its 《》. */
export interface TitleSpan {
  start: number;
  end: number;
  /** Clean title: no outer 《》, inner brackets as 《》, no blanks. */
  name: string;
}

export function namesInstrument(title: string): boolean {
  return INSTRUMENT_NOUN.test(title);
}

/** Every 《》 title of a folded cell from left to right, its missing or doubled brackets repaired. Linear: titles have a longest length. */
export function findTitles(text: string): TitleSpan[] {
  const spans: TitleSpan[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    const span = unit === '《' || unit === '〈' ? readTitle(text, at, from) : unit === '》' ? readUnopened(text, at, from) : null;
    if (!span) continue;
    spans.push(span);
    from = span.end;
    at = span.end - 1;
  }
  return spans;
}

function readTitle(text: string, open: number, from: number): TitleSpan | null {
  const close = findClose(text, open);
  if (!close) return null;
  const inner = text.slice(open + 1, close.nameEnd);
  if (inner.trim() === '' || (text[open] === '〈' && !namesInstrument(inner))) return null;
  const whole = completeTitle(text, from, open, close.end, inner);
  return { start: whole.start, end: whole.end, name: cleanTitle(whole.name) };
}

/** Where the title opened at `open` ends. A nested title closes first; one nobody closed ends where its description or article begins. */
function findClose(text: string, open: number): { nameEnd: number; end: number } | null {
  let depth = 1;
  let lastClose = -1;
  let at = open + 1;
  const limit = Math.min(text.length, open + LONGEST_TITLE);
  for (; at < limit; at++) {
    const unit = text[at];
    if (unit === '《' || unit === '〈') {
      if (++depth > 3) break;
    } else if (unit === '》' || unit === '〉') {
      lastClose = at;
      if (--depth === 0) return { nameEnd: at, end: skipClosers(text, at + 1) };
    } else if (breaksTitle(text, at)) break;
  }
  const cut = findCut(text, Math.max(open, lastClose) + 1, at);
  const tail = text.slice(lastClose + 1, cut);
  if (lastClose < 0) return namesInstrument(text.slice(open + 1, cut).trim()) ? { nameEnd: cut, end: cut } : null;
  if (namesInstrument(tail.trim()) && tail.length <= 16) return { nameEnd: cut, end: cut };
  return { nameEnd: lastClose, end: skipClosers(text, lastClose + 1) };
}

/** （2004年4月30日…, （国务院令第9号, （新政发〔2015〕8号: a description, so the title before it was not closed. */
const DESCRIPTION_START = new RegExp(
  [
    '^（ *(?:(?:根据|经|由|自|于)?(?:19|20)[0-9]{2} *年 *[0-9]{1,2} *月',
    '[^（）《]{0,24}令 *，?[（〔]? *(?:(?:19|20)[0-9]{2}年?)?[）〕]? *第? *[0-9一二三四五六七八九十百]{1,6} *号',
    '[\\u4e00-\\u9fa5]{2,14}〔[0-9]{4}〕)',
  ].join('|'),
);
const ARTICLE = new RegExp(`^${ARTICLE_LIKE}`);
/** （2017年本）, （2020年版）: part of a catalogue's name. */
const EDITION = /^（ *(?:19|20)[0-9]{2} *年?(?:本|版)/;
const DESCRIPTION_HINT = /^（[^（）]{0,12}(?:[0-9]{4}|主席|国务院|政府|令|第)/;

/** A title never runs over a sentence end, a level tag, an article or its own description. */
function breaksTitle(text: string, at: number): boolean {
  const unit = text[at];
  if (unit === '。' || unit === '；' || unit === '！' || unit === '【') return true;
  if (unit === '（') return DESCRIPTION_START.test(text.slice(at, at + 40));
  if (unit === '第') return ARTICLE.test(text.slice(at, at + 12));
  return unit === '\n' && /^\s*(?:第|【|《|（[一二三四五六七八九十]+）|[0-9]+[.、])/.test(text.slice(at + 1, at + 24));
}

function findCut(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const unit = text[at];
    if (unit === '\n' || unit === '，' || unit === '：') return at;
    if (unit === '（' && !EDITION.test(text.slice(at, at + 12)) && DESCRIPTION_HINT.test(text.slice(at, at + 24))) return at;
  }
  return limit;
}

/** `规章】药品…办法》` or `（禁止…规定》`: a closer without an opener reaches back to the mark before it. */
function readUnopened(text: string, close: number, from: number): TitleSpan | null {
  const before = text.slice(Math.max(from, close - 60), close);
  // Right after a tag the whole run is the title; elsewhere 、 and ， end it.
  const tagged = /(?<=】)[^\n。；：【】〔〕（“《》]*(?:（[^（）]{1,20}）)*$/.exec(before);
  const run = tagged ?? /[^\n。；，、：【】〔〕（“]*(?:（[^（）]{1,20}）)?$/.exec(before);
  const start = close - (run?.[0].length ?? 0);
  const name = text.slice(start, close);
  if (name.trim().length < 3 || !namesInstrument(name)) return null;
  return { start, end: skipClosers(text, close + 1), name: cleanTitle(name) };
}

function skipClosers(text: string, at: number): number {
  while (text[at] === '》' || text[at] === '〉') at++;
  return at;
}

/** A title printed twice in a row, the second time mistyped, is one instrument. */
export function isMisprintOf(title: string, other: string): boolean {
  if (title === other) return true;
  const pairs = pairsOf(title);
  const shared = pairsOf(other).filter((pair) => pairs.includes(pair)).length;
  return (2 * shared) / Math.max(1, title.length + other.length - 2) > 0.85;
}

function pairsOf(title: string): string[] {
  return Array.from({ length: Math.max(0, title.length - 1) }, (_, index) => title.slice(index, index + 2));
}

/** The catalogue keeps one record per instrument, so the same title is always written the same way. */
export function cleanTitle(name: string): string {
  const issuersEnd = name.indexOf('关于');
  return name
    .replace(/〈/g, '《')
    .replace(/〉/g, '》')
    // 财政部 税务总局关于…: the blank between two issuers is part of the title, every other blank is layout.
    .replace(/\s+/g, (_blank, at: number) => (at < issuersEnd && /[部委局厅办会院署行府]$/.test(name.slice(0, at)) ? ' ' : ''))
    // 《《水法》》: brackets around the whole name are not part of it.
    .replace(/^《([^《》]*)》$/, '$1')
    // 水法（2016年修正） is the 水法: the version is a date, not a name.
    .replace(/（(?:[0-9]{4}年?)?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改)(?:版|本|稿)?）$/, '');
}

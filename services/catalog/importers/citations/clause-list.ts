import { NUMERAL, parseChineseNumber, toChineseNumber } from './chinese-number';
import { LINK, RANGE, numbersAfter, spellNumbers } from './number-list';

/** One clause inside an instrument: 条, 款, 项, each normalised to `第…` with Chinese numerals. */
export interface Clause {
  article: string | null;
  paragraph: string | null;
  item: string | null;
}

export interface ClauseList {
  clauses: Clause[];
  end: number;
}

const NUMBERS = `${NUMERAL}(?: *(?:${LINK}|${RANGE}) *第? *${NUMERAL})*`;
const BRACKETED = `（ *${NUMERAL} *）(?: *(?:${LINK}|${RANGE})? *第? *（ *${NUMERAL} *）)*`;

const CHAPTER = new RegExp(`第 *${NUMERAL} *(?:编|章|节) *[、，]? *`, 'y');
/** 第二十八第一款: the 条 is understood. */
const ARTICLE = new RegExp(`第 *(${NUMBERS}) *(?:条(?: *之 *(${NUMERAL})(?!款|项|条))?|(?=第 *${NUMERAL} *款))`, 'y');
/** `三十八条`: only where a list or a line start already promises an article. */
const BARE_ARTICLE = new RegExp(`(${NUMERAL}) *条`, 'y');
const PARAGRAPH = new RegExp(`(?:第 *(?:(${NUMBERS})|(${BRACKETED}))|(末)) *款`, 'y');
/** 第10条1款2项: the list dropped 第. */
const SHORT_PARAGRAPH = new RegExp(`(${NUMERAL}) *款`, 'y');
const SHORT_ITEM = new RegExp(`(${NUMERAL}) *项`, 'y');
/** 第五条（一）、（二）: bracketed numbers right after an article are its items when nothing is said after them. */
const LISTED_POINTS = new RegExp(`(${BRACKETED})(?= *(?:[；。，：\\n]|$|第|《|【))`, 'y');
const ITEM = new RegExp(`(?:(?:第 *)?(${BRACKETED})|第 *(${NUMBERS})) *项(?!目)`, 'y');
/** Finer than an item; the model stops at 项. */
const POINT = new RegExp(`第? *(?:（ *${NUMERAL} *）|${NUMERAL}) *(?:目|小项)`, 'y');
const ANNEX_TITLE = '(?:[：，]? *(?:《[^《》\\n]{1,80}》|〈[^〈〉\\n]{1,80}〉))?';
const ANNEX = new RegExp(`附(?:件|表|录) *(${NUMERAL})?${ANNEX_TITLE} *(?:目录|清单)?(?:中|的)? *`, 'y');
const CONNECTOR = new RegExp(`\\s*(?:${LINK})\\s*`, 'y');
const RANGE_MARK = new RegExp(` *${RANGE} *`, 'y');

/** Reads the clause list that begins exactly at `start` (`第三条第一款、第二款和第九条`, `附件2第17项`), or null when none begins there. */
export function readClauseList(text: string, start: number): ClauseList | null {
  return new ClauseReader(text, start).readAll();
}

/** Reads `三十八条：`, an article whose 第 the list lost; the caller knows that the place is a line start. */
export function readBareArticle(text: string, start: number): ClauseList | null {
  const found = matchAt(BARE_ARTICLE, text, start);
  const number = found && parseChineseNumber(found[1] ?? '');
  if (!found || !number) return null;
  return { clauses: [{ article: `第${toChineseNumber(number)}条`, paragraph: null, item: null }], end: start + found[0].length };
}

class ClauseReader {
  private readonly clauses: Clause[] = [];
  private article: string | null = null;
  private paragraph: string | null = null;
  private annex = '';

  constructor(private readonly text: string, private position: number) {}

  readAll(): ClauseList | null {
    this.skip(CHAPTER);
    this.skip(CHAPTER);
    if (!this.readArticle() && !this.readParagraph() && !this.readAnnex() && !this.readItem()) return null;
    while (this.readDeeper() || this.readNext());
    return { clauses: this.clauses, end: this.position };
  }

  /** What hangs on the clause just read without a connector: 第三条 → 第二款 → 第（一）项 → 第1目. */
  private readDeeper(): boolean {
    const before = this.position;
    this.skip(/ */y);
    if (this.annex === '' && this.readParagraph(true)) return true;
    if (this.readItem(true)) return true;
    if (this.skip(POINT)) return true;
    this.position = before;
    return false;
  }

  private readNext(): boolean {
    const before = this.position;
    if (this.skip(RANGE_MARK) && this.readRangeEnd()) return true;
    this.position = before;
    if (this.skip(CONNECTOR)) {
      this.skip(CHAPTER);
      if (this.readArticle() || this.readParagraph() || this.readAnnex() || this.readItem() || this.readListedArticle()) return true;
    }
    this.position = before;
    return false;
  }

  private readArticle(): boolean {
    const found = this.take(ARTICLE);
    if (!found) return false;
    const numbers = spellNumbers(found[1] ?? '');
    const suffix = found[2] ? `之${toChineseNumber(parseChineseNumber(found[2]) ?? 1)}` : '';
    numbers.forEach((number, index) => this.addArticle(`第${toChineseNumber(number)}条${index === numbers.length - 1 ? suffix : ''}`));
    return numbers.length > 0;
  }

  private readListedArticle(): boolean {
    const found = this.article === null ? null : this.take(BARE_ARTICLE);
    const number = found && parseChineseNumber(found[1] ?? '');
    if (number) this.addArticle(`第${toChineseNumber(number)}条`);
    return Boolean(number);
  }

  private addArticle(article: string): void {
    this.article = article;
    this.paragraph = null;
    this.annex = '';
    this.clauses.push({ article, paragraph: null, item: null });
  }

  private readParagraph(deeper = false): boolean {
    const found = this.take(PARAGRAPH) ?? (deeper ? this.take(SHORT_PARAGRAPH) : null);
    if (!found) return false;
    const names = found[3] ? ['末款'] : spellNumbers(found[1] ?? found[2] ?? '').map((number) => `第${toChineseNumber(number)}款`);
    if (deeper && this.clauses.at(-1)?.paragraph === null) this.dropWholeArticle();
    for (const paragraph of names) {
      this.paragraph = paragraph;
      this.clauses.push({ article: this.article, paragraph, item: null });
    }
    return names.length > 0;
  }

  private readItem(deeper = false): boolean {
    const before = this.position;
    const found = this.take(ITEM) ?? (deeper ? (this.take(SHORT_ITEM) ?? this.take(LISTED_POINTS)) : null);
    const numbers = found ? spellNumbers(found[1] ?? found[2] ?? '') : [];
    if (numbers.length === 0) {
      this.position = before;
      return false;
    }
    if (deeper) this.dropWholeArticle();
    const inside = this.annex ? { article: null, paragraph: null } : { article: this.article, paragraph: this.paragraph };
    for (const number of numbers) this.clauses.push({ ...inside, item: `${this.annex}第${toChineseNumber(number)}项` });
    return true;
  }

  private readAnnex(): boolean {
    const found = this.take(ANNEX);
    if (!found) return false;
    const number = parseChineseNumber(found[1] ?? '');
    this.annex = number ? `附件${toChineseNumber(number)}` : '';
    if (!this.readItem()) this.clauses.push({ article: null, paragraph: null, item: this.annex || null });
    return true;
  }

  /** 至第十二条 / 至（五）项 after a clause of the same kind. */
  private readRangeEnd(): boolean {
    const last = this.clauses.at(-1);
    const kind = last?.item ? ITEM : last?.paragraph ? PARAGRAPH : ARTICLE;
    const found = this.take(kind) ?? (kind === ARTICLE ? this.take(BARE_ARTICLE) : null);
    const upper = parseChineseNumber((found?.[1] ?? found?.[2] ?? '').replace(/[（）]/g, ''));
    const lower = parseChineseNumber(/第(.+?)[条款项]$/.exec(last?.item ?? last?.paragraph ?? last?.article ?? '')?.[1] ?? '');
    if (!last || !upper || !lower || upper <= lower) return false;
    const missing = numbersAfter(lower, upper);
    for (const number of missing) {
      const written = toChineseNumber(number);
      if (kind === ARTICLE) this.addArticle(`第${written}条`);
      else if (kind === PARAGRAPH) this.clauses.push({ ...last, paragraph: `第${written}款` });
      else this.clauses.push({ ...last, item: `${this.annex}第${written}项` });
    }
    return true;
  }

  /** 第三条第一款 cites the paragraph: the whole article noted a moment ago was only its beginning. */
  private dropWholeArticle(): void {
    const last = this.clauses.at(-1);
    if (last && last.item === null && (last.article !== null || last.paragraph !== null || this.annex)) this.clauses.pop();
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const found = matchAt(pattern, this.text, this.position);
    if (found) this.position += found[0].length;
    return found;
  }

  private skip(pattern: RegExp): boolean {
    return this.take(pattern) !== null;
  }
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

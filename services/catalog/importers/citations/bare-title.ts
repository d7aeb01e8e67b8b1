import { ARTICLE_LIKE } from './chinese-number';
import { cleanTitle, type TitleSpan } from './instrument-title';

/** Where an instrument can be named without 《》: at the start of a line, after a tag, a list mark or an article. */
const PLACE = '(?:^|\\n|】|；|(?:名称|依据)：|(?<=[条款项])[、，和及与])';
const LEAD = ' *(?:[0-9]{1,2}[.、] *|（[一二三四五六七八九十]）|[一二三四五六七八九十]、)?(?:根据|依据|依照|按照)?';
const NOUN = '法|条例|办法|规定|细则|规则|决定|通知|意见|批复|目录|规范|标准|规程';
const NAME = `(?:(?!${ARTICLE_LIKE})[\\u4e00-\\u9fa5《》〈〉、（）“”0-9 ]){2,80}?(?:${NOUN})(?:（试行）|（暂行）)?`;
/** Only its article, its number or its date right after it tells a bare title from the words of a clause. */
const PROOF = `(?= *(?:${ARTICLE_LIKE}|（[^（）]{0,14}(?:[0-9]{4}|主席|国务院|令)|[\\u4e00-\\u9fa5]{0,8}〔[0-9]{4}〕))`;
const BARE_TITLE = new RegExp(`${PLACE}${LEAD}(${NAME})${PROOF}`, 'g');

/** 国发〔2015〕12号文件第三条: a document known by its number alone. Its number is then its title. */
const NUMBER = '[\\u4e00-\\u9fa5][\\u4e00-\\u9fa5、 ]{0,60}[〔【（] ?(?:19|20)[0-9]{2} ?[〕】）] ?第? ?[0-9]{1,5} ?号';
const BARE_NUMBER = new RegExp(`(?:${PLACE}|。)${LEAD}(${NUMBER})(?:文件|文)?(?= *[，、：]? *(?:${ARTICLE_LIKE}|附件|$|[\\n；。]))`, 'g');

/** Words of a clause, not of a title. */
const SENTENCE_WORD =
  /[本该](?:法|条例|办法|规定|细则)|违反|依照|按照|应当|不得|有关规定|可以|执行|适用|遵守|符合|构成|行为|^(?:第|本|该|同|经|由|对|在|有|依|根)/;

/** The instruments a folded cell names without 《》; `titles` are those it names with. */
export function findBareTitles(text: string, titles: readonly TitleSpan[]): TitleSpan[] {
  return [...findAll(text, titles, BARE_TITLE, cleanTitle), ...findAll(text, titles, BARE_NUMBER, cleanNumber)];
}

function findAll(text: string, titles: readonly TitleSpan[], pattern: RegExp, clean: (name: string) => string): TitleSpan[] {
  const spans: TitleSpan[] = [];
  for (const match of text.matchAll(pattern)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].indexOf(name);
    const end = match.index + match[0].length;
    if (!SENTENCE_WORD.test(name.trim()) && !overlaps(titles, start, end)) spans.push({ start, end, name: clean(name.trim()) });
  }
  return spans;
}

function cleanNumber(number: string): string {
  return number.replace(/\s/g, '').replace(/[（【]/g, '〔').replace(/[）】]/g, '〕');
}

/** Titles are in order and do not overlap: the last one that begins before `end` decides. */
function overlaps(titles: readonly TitleSpan[], start: number, end: number): boolean {
  let [low, high] = [0, titles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((titles[middle]?.start ?? end) < end) low = middle + 1;
    else high = middle;
  }
  return (titles[low - 1]?.end ?? 0) > start;
}

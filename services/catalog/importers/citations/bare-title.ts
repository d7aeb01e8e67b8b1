import { cleanTitle, type TitleSpan } from './instrument-title';

const NAME = '(?:(?!第 ?[0-9一二三四五六七八九十百零]{1,6} ?条)[\\u4e00-\\u9fa5《》〈〉、（）“”0-9 ]){2,80}?(?:法|条例|办法|规定|细则|规则|决定|通知|意见|批复|目录|规范|标准|规程)(?:（试行）|（暂行）)?';
/** A title without 《》, where only its place tells it: at the start of a line or after a tag, followed by its article or its number. */
const BARE_TITLE = new RegExp(
  `(?:^|\\n|】|；|(?:名称|依据)：|(?<=[条款项])[、，和及与]) *(?:[0-9]{1,2}[.、] *|（[一二三四五六七八九十]）|[一二三四五六七八九十]、)?(?:根据|依据|依照|按照)?(${NAME})(?= *(?:第 ?[0-9一二三四五六七八九十百零]{1,6} ?条|（[^（）]{0,14}(?:[0-9]{4}|主席|国务院|令)|[\\u4e00-\\u9fa5]{0,8}〔[0-9]{4}〕))`,
  'g',
);
const SENTENCE_WORD = /本法|本条例|本办法|本规定|本细则|该法|该条例|违反|依照|按照|应当|不得|有关规定|可以|^(?:第|本|该|经|由|对|在|有|依法)/;

/** 国发〔2015〕12号文件第三条: a document known by its number alone. Its number is then its title. */
const BARE_NUMBER =
  /(?:^|\n|】|；|。) *(?:[0-9]{1,2}[.、] *|（[一二三四五六七八九十]）|[一二三四五六七八九十]、)?(?:根据|依据|依照|按照)?([\u4e00-\u9fa5][\u4e00-\u9fa5、 ]{0,60}(?:〔|【|（) ?(?:19|20)[0-9]{2} ?(?:〕|】|）) ?第? ?[0-9]{1,5} ?号)(?:文件|文)?(?= *[，、：]? *(?:第 ?[0-9一二三四五六七八九十百]{1,6} ?条|附件|$|[\n；。]))/g;

export function findBareTitles(text: string, titles: readonly TitleSpan[]): TitleSpan[] {
  const spans: TitleSpan[] = [];
  const overlapsTitle = (start: number, end: number): boolean => {
    // Titles are in order and do not overlap: the last one that begins before `end` decides.
    let [low, high] = [0, titles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((titles[middle]?.start ?? end) < end) low = middle + 1;
      else high = middle;
    }
    return (titles[low - 1]?.end ?? 0) > start;
  };
  for (const match of text.matchAll(BARE_TITLE)) {
    const name = (match[1] ?? '').trim();
    const end = match.index + match[0].length;
    const start = end - (match[1] ?? '').length;
    if (SENTENCE_WORD.test(name) || overlapsTitle(start, end)) continue;
    spans.push({ start, end, name: cleanTitle(name) });
  }
  for (const match of text.matchAll(BARE_NUMBER)) {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    if (SENTENCE_WORD.test(number) || overlapsTitle(match.index, end)) continue;
    const start = match.index + match[0].lastIndexOf(number);
    spans.push({ start, end, name: number.replace(/\s/g, '').replace(/[（【]/g, '〔').replace(/[）】]/g, '〕') });
  }
  return spans;
}

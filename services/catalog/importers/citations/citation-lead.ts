import { LEVEL_TERMS, readLevelTag, type LevelTag } from './instrument-level';
import { findDocumentNumbers } from './document-number';

/** What stands between the last sentence and a title: `1.【法规】`, `依据：`, `国务院令第363号`, `文化部、国台办`. */
export interface Lead {
  /** Every word of it is of a kind that introduces a citation; otherwise the title is spoken of inside a sentence. */
  introduces: boolean;
  tagged: boolean;
  tag: LevelTag | null;
  /** 根据, 依照, …: they introduce a citation at its head and a mere mention inside a clause. */
  verb: boolean;
  /** 《…的决定》第二次修正的: the amendment named before the instrument it amended. */
  amended: boolean;
  /** The number or date printed before the title, for the description. */
  words: string;
  /** Not understood, but too short to be a sentence: a list's own mark (★, 附：, 新增). */
  mark: boolean;
}

const TERMS = LEVEL_TERMS.join('|');
const PART = {
  blank: /^[ \n：●◆◇▲△■□★☆※*·•—–-]+/,
  tag: new RegExp(
    `^(?:【 *(?:法律法规)?(${TERMS}) *(?:】|(?=《))|(${TERMS}) *】|〔 *(${TERMS}) *〕|（ *(${TERMS}) *）|(${TERMS})(?=[：《 \\n]|$))`,
  ),
  otherTag: /^【([^【】]{1,12})】/,
  number: /^(?:[Ⅰ-Ⅻ][.．、]?|[（〔]? *[0-9]{1,3} *(?:[）〕.．、：]|(?=[ 《【\n\u4e00-\u9fa5]|$))|[（]? *[一二三四五六七八九十]{1,3} *[）、：]|[①-⑳⑴-⒇⒈-⒛]、?|第[一二三四五六七八九十][，、：])/,
  label: /^(?:[\u4e00-\u9fa5]{0,6}(?:依据[一二三四五六七八九十0-9]{0,2}|条款)(?= *：)|(?:(?:设定|设立|实施|法律|法规|法定|主要|职权|权力|处罚|许可|执法|行政|直接|政策)+依据|违则|罚则|(?:法律|法规|法律法规|依据|文件)名称)(?= *[：《【\n ]|$))/,
  verb: /^(?:根据|依据|依照|按照|参照|遵照|详?见)/,
  amended: /^ *(?:第[一二三四五六七八九十]{1,2}次)?(?:修正|修订|修改)后?的/,
  link: /^(?:[、，；。.和及与]|（(?=《)|以及|还有|同时)/,
  date: /^(?:19|20)[0-9]{2} *年(?: *[0-9]{1,2} *月(?: *[0-9]{1,2} *日)?)?/,
  published: /^(?:联合)?(?:公布|发布|颁布|印发|制定|下发)的?/,
  issuer: /^[\u4e00-\u9fa5]{1,40}?(?:部|委|局|厅|人大|(?<![举承经主协督代开申创兴查])办|院|委员会|常委会|协会|工会|署|政府|公室|银行|兵团|领导小组|中心|总队)(?=[、 \n]|联合|印发|发布|颁布|公布|制定|下发|$)/,
} as const;

const SENTENCE = /[，、]|违反|依[照据法]|按[照]?|根据|符合|执行|遵守|适用|未|不|取得|规定|应当|申请|办理|构成|制定|有/;

export function readLead(text: string): Lead {
  const lead: Lead = { introduces: true, tagged: false, tag: null, verb: false, amended: false, words: '', mark: text.trim().length <= 10 && !SENTENCE.test(text) };
  let rest = text;
  while (rest !== '') {
    const tag = PART.tag.exec(rest);
    if (tag) {
      lead.tagged = true;
      lead.tag = readLevelTag(tag.slice(1).find(Boolean) ?? '');
      rest = rest.slice(tag[0].length);
      continue;
    }
    const other = PART.otherTag.exec(rest);
    if (other) {
      lead.tagged = true;
      lead.tag = readLevelTag(other[1] ?? '');
    }
    if (PART.verb.test(rest)) lead.verb = true;
    if (PART.amended.test(rest)) lead.amended = true;
    const [taken, told] = other ? [other[0], false] : takePart(rest);
    if (taken === '') return { ...lead, introduces: false };
    if (told) lead.words += `${taken} `;
    rest = rest.slice(taken.length);
  }
  return lead;
}

/** The next part, and whether it tells something of the instrument: its number, date or issuer. */
function takePart(rest: string): [taken: string, told: boolean] {
  for (const kind of ['amended', 'blank', 'number', 'label', 'verb', 'link', 'published'] as const) {
    const found = PART[kind].exec(rest);
    if (found) return [found[0], false];
  }
  const documentNumber = findDocumentNumbers(rest)[0];
  if (documentNumber?.start === 0) return [rest.slice(0, documentNumber.end), true];
  return [PART.date.exec(rest)?.[0] ?? PART.issuer.exec(rest)?.[0] ?? '', true];
}

import { remembered } from '../remembered';
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
const OFFICE = '部|委|局|厅|人大|(?<![举承经主协督代开申创兴查])办|院|署|政府|公室|委员会|常委会|协会|工会|银行|兵团|领导小组|中心|总队';
const BASIS = '设定|设立|实施|法律|法规|法定|主要|职权|权力|处罚|许可|执法|行政|直接|政策';

const TAG = new RegExp(
  `^(?:【 *(?:法律法规)?(${TERMS}) *(?:】|(?=《))|(${TERMS}) *】|〔 *(${TERMS}) *〕|（ *(${TERMS}) *）|(${TERMS})(?=[：《 \\n]|$))`,
);
const OTHER_TAG = /^【([^【】]{1,12})】/;
const VERB = /^(?:根据|依据|依照|按照|参照|遵照|详?见)/;
const AMENDED = /^ *(?:第[一二三四五六七八九十]{1,2}次)?(?:修正|修订|修改)后?的/;

/** Words that introduce and tell nothing. */
const SILENT = [
  AMENDED,
  /^[ \n：●◆◇▲△■□★☆※*·•—–-]+/,
  // 1. （2） 三、 ④ and a bare 6 before a name
  /^(?:[（〔]? *[0-9]{1,3} *(?:[）〕.．、：]|(?=[ 《【\n\u4e00-\u9fa5]|$))|（? *[一二三四五六七八九十]{1,3} *[）、：])/,
  /^(?:[Ⅰ-Ⅻ][.．、]?|[①-⑳⑴-⒇⒈-⒛]、?|第[一二三四五六七八九][，、：])/,
  // 设定依据： 处罚条款： 罚则：
  new RegExp(`^(?:[\\u4e00-\\u9fa5]{0,6}(?:依据[一二三四五六七八九十0-9]{0,2}|条款)(?= *：)|(?:(?:${BASIS})+依据|[违罚]则)(?= *[：《【\\n ]|$))`),
  VERB,
  /^(?:[、，；。.和及与]|（(?=《)|以及|还有|同时)/,
  /^(?:联合)?(?:公布|发布|颁布|印发|制定|下发)的?/,
];
/** Words that tell the date or the issuer. */
const TELLING = [
  /^(?:19|20)[0-9]{2} *年(?: *[0-9]{1,2} *月(?: *[0-9]{1,2} *日)?)?/,
  new RegExp(`^[\\u4e00-\\u9fa5]{1,40}?(?:${OFFICE})(?=[、 \\n]|联合|印发|发布|颁布|公布|制定|下发|$)`),
];

/** A word of these and it is a sentence, however short. */
const SENTENCE = /[，、]|违反|依[照据法]|按|根据|符合|执行|遵守|适用|未|不|取得|规定|应当|申请|办理|构成|制定|有/;

export const readLead = remembered((text: string): Readonly<Lead> => {
  const mark = text.trim().length <= 10 && !SENTENCE.test(text);
  const lead: Lead = { introduces: true, tagged: false, tag: null, verb: false, amended: false, words: '', mark };
  for (let rest = text; rest !== ''; ) {
    const tag = TAG.exec(rest) ?? OTHER_TAG.exec(rest);
    if (tag) {
      lead.tagged = true;
      lead.tag = readLevelTag(tag.slice(1).find(Boolean) ?? '');
      rest = rest.slice(tag[0].length);
      continue;
    }
    lead.verb ||= VERB.test(rest);
    lead.amended ||= AMENDED.test(rest);
    const [taken, told] = takePart(rest);
    if (taken === '') return { ...lead, introduces: false };
    if (told) lead.words += `${taken} `;
    rest = rest.slice(taken.length);
  }
  return lead;
});

/** The next part, and whether it tells something of the instrument: its number, date or issuer. */
function takePart(rest: string): [taken: string, told: boolean] {
  const silent = firstMatch(SILENT, rest);
  if (silent !== '') return [silent, false];
  const documentNumber = findDocumentNumbers(rest)[0];
  if (documentNumber?.start === 0) return [rest.slice(0, documentNumber.end), true];
  return [firstMatch(TELLING, rest), true];
}

function firstMatch(patterns: readonly RegExp[], text: string): string {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return '';
}

const TRIAL = /^ *(（(?:试行|暂行|草案)）)》?/;
const ENDS = '(?=[ 》（〔：，。；、\\n第附“]|$)';
/** 《…法》实施办法: the noun outside completes the title. */
const COMPLETION = new RegExp(
  `^ *((?:实施|施行|暂行|补充|若干|配套)[\\u4e00-\\u9fa5]{0,8}?(?:条例|办法|细则|规定|意见|方案|规则|标准))${ENDS}`,
);
/** 实施《…》办法: a bare noun completes it only when a verb before the title asks for one. */
const OBJECT_COMPLETION = new RegExp(
  `^ *(?!有关|相关|的规定)((?:的)?[\\u4e00-\\u9fa5]{0,10}?(?:条例|办法|细则|规定|意见|方案))${ENDS}`,
);
/** 关于印发《…》的通知, 关于《…》有关事项的批复 */
const ABOUT_COMPLETION = /^ *([^，。；：（）\n《》]{0,30}的(?:补充)?(?:通知|决定|意见|批复|函|公告|通告|实施意见))/;

const ABOUT_VERBS = '印发|转发|批转|发布|公布|颁布|颁发|修改|修订|实施|贯彻|贯彻执行|执行|落实|批准|下发|下达';
const ABOUT = new RegExp(`(?:(?:[\\u4e00-\\u9fa5、]{2,40} ){0,3}[\\u4e00-\\u9fa5、]{2,40})?关于(?:${ABOUT_VERBS})?$`);
const PLACE = '[\\u4e00-\\u9fa5]{2,16}?(?:省|市|自治区|自治州|州|县|区|旗|盟|兵团|特区)';
const OBJECT_VERB = new RegExp(`(?:${PLACE})?(?:贯彻实施|贯彻执行|贯彻|实施|施行|执行)$`);
const PLACE_BEFORE = new RegExp(`${PLACE}$`);
const LEAD_VERB = /^(?:根据|依据|依照|按照|参照)/;

export interface CompletedTitle {
  start: number;
  end: number;
  name: string;
}

/**
 * The whole title when words outside the 《》 belong to it: 新疆维吾尔自治区实施《…》办法, 《…》实施细则,
 * 关于印发《…》的通知, 《…》（试行）. `open` and `end` enclose the 《》; nothing before `from` is looked at.
 */
export function completeTitle(text: string, from: number, open: number, end: number, inner: string): CompletedTitle {
  const after = text.slice(end, end + 50);
  const trial = TRIAL.exec(after);
  if (trial) return { start: open, end: end + trial[0].length, name: inner + (trial[1] ?? '') };
  const before = /[\u4e00-\u9fa5、 ]*$/.exec(text.slice(Math.max(from, open - 60), open))?.[0] ?? '';
  const [left, right] = readSides(before, after);
  if (!right) return { start: open, end, name: inner };
  const bare = left.replace(LEAD_VERB, '');
  const closers = /^[》〉]*/.exec(after.slice(right[0].length))?.[0].length ?? 0;
  return { start: open - bare.length, end: end + right[0].length + closers, name: `${bare}《${inner}》${right[1] ?? ''}` };
}

function readSides(before: string, after: string): [left: string, right: RegExpExecArray | null] {
  const about = ABOUT.exec(before);
  if (about) return [about[0], ABOUT_COMPLETION.exec(after)];
  const verb = OBJECT_VERB.exec(before);
  if (verb) return [verb[0], OBJECT_COMPLETION.exec(after)];
  return [PLACE_BEFORE.exec(before)?.[0] ?? '', COMPLETION.exec(after)];
}

/** Text as it is compared: width folded, lower case, no white space. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** Words any department's duty may use: where, at which level, by which right, that somebody acts. They say nothing of what about. */
const PLACE_AND_LEVEL =
  '(?:本|辖区|全|所辖)?(?:行政)?(?:管辖)?(?:区域|范围|辖区|地区)(?:之?内)?|(?:职责|权限)(?:范围)?内|县级以上|地方各?级?|各级|本级|本地|各地|' +
  '(?:自治区|地区?|州|省|市|县|区|乡|镇)+级|地州市|县市区|[各全本][市县区省]';
const WHO = '人民政府|(?:行政)?主管部门|有关部门|部门|行政机关|单位|个人';
const BY_RIGHT = '依法依规|依法|依照|按照|根据|法律|法规|规章|规定|有关|相关|相应';
const ACTING = '负责|承担|履行|职责|职能|组织|实施|指导|协调|统筹|开展|工作|具体|进行|管理|监督|行政|处理|办理|调查|解决';
const OF_ENFORCEMENT = '执法|查处|违法|违规|案件|综合|行为|重大|领域|处罚|强制|检查|许可|确认|奖励|裁决|给付|征收|审批|备案';
const PARTICLES = '以及|或者|等|的|对|和|与|及|在|其';
const WITHOUT_CONTENT = new RegExp([PLACE_AND_LEVEL, WHO, BY_RIGHT, ACTING, OF_ENFORCEMENT, PARTICLES].join('|'), 'g');

/** What a text is about: its runs of characters between punctuation and words without content. */
export function contentRuns(text: string): string[] {
  return foldText(text).replaceAll(WITHOUT_CONTENT, '|').split(/[^\p{L}\p{N}]+/u).filter((run) => run.length > 1);
}

/** Neighbouring pairs of characters of its content: Chinese is compared without a dictionary of any trade. */
export const contentPairs = (text: string): Set<string> => pairsOf(contentRuns(text));

export function pairsOf(runs: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (const run of runs) for (let i = 1; i < run.length; i++) pairs.add(run.slice(i - 1, i + 1));
  return pairs;
}

/** The longest phrases of `runs` whose pairs are all among `pairs`, longest first. */
export function sharedPhrases(runs: readonly string[], pairs: ReadonlySet<string>): string[] {
  const phrases = new Set<string>();
  for (const run of runs) {
    let start = 0;
    for (let i = 1; i <= run.length; i++) {
      if (i < run.length && pairs.has(run.slice(i - 1, i + 1))) continue;
      if (i - start > 1) phrases.add(run.slice(start, i));
      start = i;
    }
  }
  return [...phrases].toSorted((a, b) => b.length - a.length);
}

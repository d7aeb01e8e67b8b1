import { POWER_CATEGORIES, type PowerCategory } from '../rules/vocabulary';
import { withoutCountAndNumber } from './clean-text';
import { remembered } from './remembered';

/**
 * What lists call the categories (P1), besides the official names. 行政审批 predates the Licensing Law's wording and is
 * listed as a licence; the "9+X" scheme of 2015 puts whatever is not one of the nine (征用, 备案, 调解 …) under 其他.
 * 公共服务 is deliberately absent: a service is not a power.
 */
const WORDS: Record<PowerCategory, readonly string[]> = {
  LICENSE: ['行政许可', '许可', '行政审批', '审批', '行政许可审批', '行政审批许可'],
  NON_LICENSE_APPROVAL: ['非行政许可审批', '非行政许可', '非许可审批', '非许可', '非行政许可类审批'],
  PENALTY: ['行政处罚', '处罚'],
  LEVY: ['行政征收', '征收', '行政收费', '行政征缴', '行政征收征用', '征收征用', '行政事业性收费'],
  COERCION: ['行政强制', '强制', '行政强制措施', '强制措施', '行政强制执行', '强制执行', '行政强制措施和执行'],
  CONFIRMATION: ['行政确认', '确认'],
  ADJUDICATION: ['行政裁决', '裁决'],
  PAYMENT: ['行政给付', '给付'],
  REWARD: ['行政奖励', '奖励', '行政表彰奖励'],
  INSPECTION: ['行政检查', '检查', '监督检查', '行政监督检查', '行政监督'],
  OTHER: (
    '其他 其他行政 其他行政权力 其他行政权 其他权力 其他行政职权 其他职权 其他权责 其他行政权责 其他执法 其他行政执法 其他行政行为 其他具体行政行为 ' +
    '行政征用 征用 行政备案 备案 行政调解 行政复议 行政仲裁 行政指导 行政规划 行政合同 年检 审核转报'
  ).split(' '),
};

/** National type codes (domain §1) printed in place of the name. */
const TYPE_CODES: Record<string, PowerCategory> = {
  '01': 'LICENSE',
  '02': 'PENALTY',
  '03': 'COERCION',
  '04': 'LEVY',
  '05': 'PAYMENT',
  '06': 'INSPECTION',
  '07': 'CONFIRMATION',
  '08': 'REWARD',
  '09': 'ADJUDICATION',
  '10': 'OTHER',
};

const BY_WORD = new Map((Object.keys(WORDS) as PowerCategory[]).flatMap((category) => WORDS[category].map((word) => [word, category] as const)));

/** The category a cell names, null when it names none or several. */
export const toCategory = remembered((cell: string): PowerCategory | null => {
  const word = standardise(cell);
  const whole = ofWord(word);
  if (whole || word.length > 20) return whole;
  const parts = new Set(cell.split(/[、，,/／;；\n及和与]/).map((part) => ofWord(standardise(part))));
  return (parts.size === 1 ? [...parts][0] : null) ?? officialNamesIn(word);
});

function ofWord(word: string): PowerCategory | null {
  return BY_WORD.get(word) ?? BY_WORD.get(word.replace(/(?:类|类别|类型|事项|项目|职权|权力|行为|权)+$/, '')) ?? TYPE_CODES[word] ?? null;
}

/** The one category a heading, sheet name or title speaks of; null when it names none or several. */
export function categoryInHeading(heading: string): PowerCategory | null {
  return toCategory(heading) ?? officialNamesIn(standardise(heading));
}

function officialNamesIn(text: string): PowerCategory | null {
  const found = new Set<PowerCategory>();
  let rest = text.replaceAll(/非行政许可(?:类)?(?:审批)?/g, () => (found.add('NON_LICENSE_APPROVAL'), ''));
  rest = rest.replaceAll(/其他(?:行政)?(?:权力|职权)/g, () => (found.add('OTHER'), ''));
  for (const [category, name] of Object.entries(POWER_CATEGORIES) as [PowerCategory, string][]) if (rest.includes(name)) found.add(category);
  return found.size === 1 ? [...found][0]! : null;
}

function standardise(text: string): string {
  return withoutCountAndNumber(text.slice(0, 200))
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replaceAll('其它', '其他')
    .replaceAll('权利', '权力')
    .replace(/[\s:：、，,。.;；*"“”]/g, '')
    .replace(/^\d+(?=[^\d])/, '');
}

import { cleanLine } from './clean-text';
import { levelOfLabel } from './level-words';

/** What a column holds, by meaning. `known` columns are recognised and not needed; they still tell a header from data. */
export type Field =
  | 'serial'
  | 'number'
  | 'code'
  | 'name'
  | 'nameLike'
  | 'subItem'
  | 'category'
  | 'basis'
  | 'body'
  | 'unit'
  | 'office'
  | 'level'
  | 'levelTick'
  | 'authoritySplit'
  | 'duty'
  | 'responsibilities'
  | 'accountability'
  | 'supervisionPhone'
  | 'remark'
  | 'known';

const POWER = '(?:行政)?(?:权力|权利|职权|权责|执法|审批|许可|处罚|强制|征收|给付|检查|确认|奖励|裁决|政务服务|服务)?';

/**
 * How headers of real lists call their columns, tried in this order on the label without spaces, line breaks and
 * bracketed remarks. Traps: 责任事项依据 is not the item's basis, 责任事项 is not the item, 办件类型 is not the category.
 * `nameLike` stands in where no column is a `name`; `number` (编号) is a serial or a code; its values decide. `unit` (责任单位) is a body, or the office where a body column stands beside it.
 */
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ['serial', /^(?:总|分|大|小)?序号?$|^项目?序号$|^事项序号$|^行号$|^No\.?$/i],
  ['number', /^编号$|^(?:事项|项目|职权|权力|权责)(?:顺)?序?编?号$/],
  ['known', /^(?:责任|追责|问责|履责|收费|费用|裁量|免责|承诺|划转|调整|变更)(?!情形).*依据|依据.*(?:标准)$|^责任事项的依据$/],
  ['known', /期限|时限|材料|条件|流程|程序|^(?:办理|审批)?结果|对象|中介|公开|公示|录入|^(?:实施|事项|运行)?状态$|上级|隶属|行政区划|数量|诉求|救济|网址|办件|性质|来源|范围$|边界/],
  ['supervisionPhone', /(?:监督|投诉|举报|问责).*(?:电话|方式|渠道|途径|热线)/],
  ['known', /电话|联系方式|地址|地点|联系人|责任人|承办人|负责人/],
  ['known', /信用代码|机构代码|区划代码|(?:部门|单位|主体)(?:编码|代码)/],
  ['code', /编码|代码|^(?:事项|职权|权力|项目|权责).*编号$/],
  ['subItem', /^(?:事项|权力|职权)?(?:子项|小项|分项|次项|细项|子项目|子事项|业务办理项|办理项)(?:事项)?(?:名称|内容)?$/],
  ['known', /^(?:行政)?(?:处罚|强制|征收|给付|检查|确认|奖励|裁决|许可)(?:种类|类型|类别|方式|幅度)$/],
  ['category', /^(?:行政)?(?:权力|权利|职权|权责|执法|审批|服务)?(?:事项|项目|行为)?(?:类型|类别|种类|分类|类)$/],
  ['responsibilities', /^(?:对应|主要|直接|具体|履行)?的?责任(?:事项|清单|环节)?(?:名称|内容)?$|^(?:责任|对应)事项/],
  ['accountability', /(?:追责|问责|责任追究)(?!依据|对象)/],
  ['name', new RegExp(`^(?:基本|实施|部门|公共|主|具体)*${POWER}(?:权力|职权|权责)?(?:事项|项目|主项|大项|目录|权力|职权|权责)(?:主项)?(?:名称|内容)?$|^(?:主项)?名称$|^${POWER}名称$`)],
  ['level', /层级/],
  ['authoritySplit', /权限(?:划分|范围|边界|内容|说明)?$|(?:职权|事权|权责)划分/],
  ['level', /^(?:行使|实施|审批|管理|事项|权力|执法|办理|行政|权责)?(?:级别|等级)$/],
  ['duty', /^(?:对应)?(?:部门|主要|法定|单位|工作|三定|职能|对应)*(?:职责|职能)(?:规定|内容|任务|依据)?$/],
  ['office', /(?:处室|科室|股室|科股室|内设机构|处科室|站所|室站所)(?:名称)?$|^(?:承办|责任|业务|经办|主办|办理)?(?:科|处|股)$|^(?:具体)?(?:承办|办理|经办|主办)(?:机构|单位|部门)/],
  ['unit', /^责任(?:单位|部门|机构)$|^(?:责任|牵头)(?:单位|部门)名称$/],
  ['body', /^(?:法定|行政|职权|权力|权责|事项)*(?:行使|实施|执行|责任|执法|主管|审批|许可|处罚|职权|权力|管理|牵头|实施责任)(?:主体|机关|部门|单位|机构)(?:名称)?$|^(?:所属|行政|法定|实施)?(?:部门|单位|主体|机关)(?:名称|单位)?$/],
  ['basis', /依据(?:名称|内容|条款|文件|描述|原文)?$|依据[及和]|^法律法规(?:规章)?(?:名称|条款)?$/],
  ['remark', /^(?:备注|备考|说明|注|备注说明|情况说明|其他说明)$/],
  ['nameLike', /(?:事项|项目|职权|权力|权责)(?:名称|内容)?$/],
];

/** Longer texts are no labels, with whatever remark in brackets; the bound also keeps hostile cells cheap. */
const LONGEST_LABEL = 200;

/** The label as it is compared: no white space, brackets, numbering or marks. */
export function plainLabel(text: string): string {
  if (text.length > LONGEST_LABEL) return '';
  const line = cleanLine(text).normalize('NFKC').replace(/\s/g, '');
  if (/\((?:子|小|分)项\)$/.test(line)) return '子项名称'; // 事项名称（子项）
  const outside = line.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '');
  return (outside || line).replace(/^[一二三四五六七八九十\d]+[、.]/, '').replace(/[:：*、,.。"“”'()[\]]/g, '');
}

/** The field a plain label names, null when it is no label a list uses. */
export function fieldOf(label: string): Field | null {
  if (label === '' || label.length > 20) return null;
  const hit = LABELS.find(([, pattern]) => pattern.test(label));
  return hit ? hit[0] : levelOfLabel(label) ? 'levelTick' : null;
}

/** A column under a group label: `责任事项 / 依据` is 责任事项依据; `实施依据 / 条款内容` is part of the basis. */
export function fieldUnder(group: string, label: string): Field | null {
  if (label === '' || label === group) return fieldOf(group);
  if (group === '') return fieldOf(label);
  const ofGroup = fieldOf(group);
  if (ofGroup === 'basis' || (ofGroup === 'level' && levelOfLabel(label))) return ofGroup === 'basis' ? 'basis' : 'levelTick';
  if (/^(?:名称|内容|类别|类型|依据|编码|代码|情形|事项)$/.test(label)) return fieldOf(group + label) ?? fieldOf(label) ?? ofGroup;
  return fieldOf(label) ?? fieldOf(group + label) ?? ofGroup;
}

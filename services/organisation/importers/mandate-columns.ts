import type { SheetRow } from '../../shared/tabular';
import type { RowKind } from './row-kinds';

/**
 * What a column of a mandate's table holds, by meaning. `unit` (处室) is an office by its name, or the office that performs
 * a duty; the kind of the row decides. `known` ones are recognised and not needed.
 */
export type Field =
  | 'agency'
  | 'kind'
  | 'number'
  | 'name'
  | 'text'
  | 'duties'
  | 'itemCodes'
  | 'office'
  | 'unit'
  | 'level'
  | 'quota'
  | 'actual'
  | 'rank'
  | 'title'
  | 'documentNumber'
  | 'issuedOn'
  | 'effectiveOn'
  | 'known';

/** How headers call their columns, tried in this order on the label without spaces and bracketed remarks. */
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ['documentNumber', /^(?:文件)?文号$|^文件(?:编)?号$/],
  ['title', /^文件(?:名称|标题)$|^三定(?:规定|文件)?名称$/],
  ['issuedOn', /^(?:印发|发布|成文|发文)(?:日期|时间)$/],
  ['effectiveOn', /^(?:生效|施行|实施)(?:日期|时间)$/],
  ['kind', /^(?:条目|内容|项目|职责)?(?:类别|类型|种类|分类)$/],
  ['number', /^(?:序号?|编号|条(?:款|目)?(?:序)?号|职责(?:序|编)号|No\.?)$/i],
  ['itemCodes', /(?:事项|权力|职权).*(?:编码|代码|编号)$|^(?:对应|依据|所依)事项$/],
  ['office', /^(?:承办|承担|责任|负责|主办|业务)(?:机构|处室|科室|处科室|单位)(?:名称)?$/],
  ['level', /层级/],
  ['quota', /^(?:核定|编制|批准|领导)?(?:编制|职数|人员|人)?(?:数|数量|名额|额)$|^(?:核定编制|编制|核定职数|领导职数|职数)(?:数|员额)?$/],
  ['actual', /^(?:实有|现有|实配|实际|在编|在岗)(?:在编)?(?:人员|人|职)?(?:数|人数)?$/],
  ['rank', /^(?:行政|机构|职务)?(?:级别|规格|职级)$/],
  ['duties', /^(?:主要|处室|科室|内设机构|机构|部门)?(?:职责|职能)(?:内容|描述)?$/],
  ['text', /^(?:具体|条目|职责)?内容(?:描述)?$|^内容\/职责$|^(?:表述|正文|描述)$/],
  ['unit', /^(?:内设机构|内设处室|处室|科室|股室)(?:名称)?$/],
  ['name', /^(?:条目|职务|岗位|编制|编制类别)?名称$|^(?:职务|岗位|编制种类)$/],
  ['agency', /^(?:所属|本)?(?:部门|机构|单位|机关)(?:名称|全称)?$|^机构\/部门$/],
  ['known', /^(?:备注|说明|备考|依据|联系人|联系电话|电话|填报.*|更新.*)$/],
];

/** Which column holds what. */
export type Columns = ReadonlyMap<Field, number>;

const plainLabel = (text: string): string =>
  text
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^()]*\)|〔[^〕]*〕/g, '')
    .replace(/[:：*。]/g, '');

const fieldOf = (text: string): Field | null => {
  const label = plainLabel(text);
  return label === '' || label.length > 16 ? null : (LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null);
};

/** The header that a row is: two columns at least are known, most labels are, and it can state something. */
export function headerIn(row: SheetRow): Columns | null {
  const labels = [...row.cells].map(([column, text]) => ({ column, field: fieldOf(text) }));
  const known = labels.filter(({ field }) => field !== null);
  const columns = new Map<Field, number>();
  for (const { column, field } of known) if (field !== null && !columns.has(field)) columns.set(field, column);
  const states = (['text', 'duties', 'name', 'unit', 'quota'] as const).some((field) => columns.has(field));
  return columns.size >= 2 && states && known.length * 2 >= labels.length ? columns : null;
}

/** What rows state when neither they nor a heading say it: the columns give it away, or nothing does. */
export function kindOfColumns(columns: Columns): RowKind | null {
  const has = (field: Field): boolean => columns.has(field);
  if (has('quota')) return has('rank') ? 'POST' : has('text') || has('duties') ? null : 'STAFFING';
  if (has('unit')) return has('itemCodes') || has('level') || has('text') ? null : 'OFFICE';
  return has('text') || has('duties') ? 'DUTY' : null;
}

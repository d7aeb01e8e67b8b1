import { basisCell } from './citation-text';
import type { ItemState } from './edition-diff';
import type { Citation } from './listed-power';

/** The elements of an item that an edition comparison looks at, and their Chinese terms. */
export const ITEM_ELEMENTS = {
  NAME: '事项名称',
  SUB_ITEM: '子项',
  PARENT: '所属事项',
  CATEGORY: '权力类型',
  STATUS: '事项状态',
  CONDITIONS: '严管条件',
  IMPLEMENTING_AGENCY: '实施主体',
  IMPLEMENTING_BODY_NAME: '实施主体名称',
  EXERCISE_LEVELS: '行使层级',
  AUTHORITY_SPLIT: '权限划分',
  LEGAL_BASES: '实施依据',
  BASIS_TEXT: '实施依据原文',
  RESPONSIBLE_OFFICES: '承办机构',
  RESPONSIBLE_OFFICE_NAMES: '承办机构名称',
  DUTY: '部门职责',
  RESPONSIBILITIES: '责任事项',
  ACCOUNTABILITY: '追责情形',
  SUPERVISION_PHONE: '监督电话',
  REMARK: '备注',
} as const;
export type ItemElement = keyof typeof ITEM_ELEMENTS;

/** An item version with its citations, as the database holds it. */
export interface StatedItem {
  name: string;
  subItem: string | null;
  parentCode: string | null;
  category: string;
  status: string;
  conditions: string | null;
  agencyCode: string;
  bodyName: string;
  levels: readonly string[];
  authoritySplit: string | null;
  citations: readonly Citation[] | null;
  basisText: string | null;
  officeIds: readonly string[];
  officeNames: readonly string[];
  duty: string | null;
  responsibilities: string | null;
  accountability: string | null;
  supervisionPhone: string | null;
  remark: string | null;
}

const joined = (parts: readonly string[], by: string): string | null => (parts.length === 0 ? null : parts.join(by));

const citationLine = (citation: Citation): string =>
  basisCell([citation]) + (citation.quoted === null ? '' : `：${citation.quoted}`);

/** What an item says, element by element, in words that can be compared and shown. */
export const itemState = (item: StatedItem): ItemState<ItemElement> => ({
  NAME: item.name,
  SUB_ITEM: item.subItem,
  PARENT: item.parentCode,
  CATEGORY: item.category,
  STATUS: item.status,
  CONDITIONS: item.conditions,
  IMPLEMENTING_AGENCY: item.agencyCode,
  IMPLEMENTING_BODY_NAME: item.bodyName,
  EXERCISE_LEVELS: joined(item.levels, '、'),
  AUTHORITY_SPLIT: item.authoritySplit,
  LEGAL_BASES: joined((item.citations ?? []).map(citationLine), '\n'),
  BASIS_TEXT: item.basisText,
  RESPONSIBLE_OFFICES: joined(item.officeIds, '、'),
  RESPONSIBLE_OFFICE_NAMES: joined(item.officeNames, '、'),
  DUTY: item.duty,
  RESPONSIBILITIES: item.responsibilities,
  ACCOUNTABILITY: item.accountability,
  SUPERVISION_PHONE: item.supervisionPhone,
  REMARK: item.remark,
});

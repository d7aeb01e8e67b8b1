/**
 * The columns of the item form (权力清单事项表格), in order: what an item says, in the words of lists, and beside it what
 * makes it that item in the hub (枢纽…), so that a form that comes back is the same items whatever was changed in their words.
 */
export const FORM_COLUMNS = {
  serial: { title: '序号', width: 6 },
  code: { title: '枢纽事项编码', width: 22 },
  publishedCode: { title: '事项编码', width: 22 },
  category: { title: '权力类型', width: 14 },
  name: { title: '事项名称', width: 40 },
  subItem: { title: '子项名称', width: 30 },
  parentCode: { title: '上级事项枢纽编码', width: 22 },
  basisText: { title: '实施依据', width: 60 },
  citations: { title: '依据条款', width: 60 },
  body: { title: '行使主体', width: 26 },
  agencyCode: { title: '枢纽机构代码', width: 14 },
  offices: { title: '承办机构', width: 24 },
  officeIds: { title: '枢纽承办机构代码', width: 18 },
  levels: { title: '行使层级', width: 14 },
  authoritySplit: { title: '权限划分', width: 30 },
  duty: { title: '部门职责', width: 40 },
  responsibilities: { title: '责任事项', width: 40 },
  accountability: { title: '追责情形', width: 40 },
  supervisionPhone: { title: '监督电话', width: 16 },
  remark: { title: '备注', width: 30 },
  status: { title: '事项状态', width: 10 },
  conditions: { title: '严管条件', width: 30 },
} as const satisfies Record<string, { title: string; width: number }>;

export type FormField = keyof typeof FORM_COLUMNS;
export const FORM_FIELDS = Object.keys(FORM_COLUMNS) as FormField[];

/** What the cells of one item say; absent where they are empty. */
export type FormCells = Partial<Record<FormField, string>>;

/** In the column 序号: the row goes on with the cells of the one above, which were too long. */
export const CONTINUED = '续';

/** What each cell of such a row begins with, so that it is neither blank nor a formula. */
export const CONTINUATION = '…';

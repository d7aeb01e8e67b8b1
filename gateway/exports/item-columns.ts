import { describedTerms } from '../described-terms';
import type { ExportedItem } from './exported-item';
import type { Cell, SheetColumn } from './stream-workbook';

/** What a column of a table of items shows. */
export interface ItemColumn extends SheetColumn {
  cell: (item: ExportedItem) => Cell;
}

const column = (title: string, width: number, cell: ItemColumn['cell']): ItemColumn => ({ title, width, cell });
const lines = (parts: readonly string[]): string => parts.join('\n');
const day = (at: string | null | undefined): Cell => (at ? { day: at } : null);

/** The Chinese term of an enum's value, as the catalog's schema describes it. */
const term = (type: string, code: string): string => describedTerms('catalog', type).get(code) ?? code;

/** The columns of CSV and XLSX: everything a list says of an item, P2 first. */
export const ITEM_COLUMNS: readonly ItemColumn[] = [
  column('事项编码', 22, ({ code }) => code),
  column('公布编码', 22, ({ publishedCode }) => publishedCode),
  column('权力类型', 14, ({ category }) => term('PowerCategory', category)),
  column('事项名称', 40, ({ name }) => name),
  column('子项名称', 30, ({ subItem }) => subItem),
  column('所属事项编码', 22, ({ parentCode }) => parentCode),
  column('事项状态', 10, ({ status }) => term('ItemStatus', status)),
  column('严管条件', 30, ({ conditions }) => conditions),
  column('实施主体', 26, ({ implementingAgency: { listedName } }) => listedName),
  column('机构代码', 12, ({ implementingAgency: { code } }) => code),
  column('登记机构名称', 26, ({ implementingAgency: { name } }) => name),
  column('承办机构', 24, ({ listedOffices }) => lines(listedOffices)),
  column('行使层级', 14, ({ levels }) => levels.map((level) => term('ExerciseLevel', level)).join('、')),
  column('权限划分', 30, ({ authoritySplit }) => authoritySplit),
  column('实施依据', 60, ({ citations }) => lines(citations.map(({ text }) => text))),
  column('实施依据原文', 60, ({ basisText }) => basisText),
  column('依据条数', 10, ({ citations }) => citations.length),
  column('部门职责', 40, ({ duty }) => duty),
  column('责任事项', 40, ({ responsibilities }) => responsibilities),
  column('追责情形', 40, ({ accountability }) => accountability),
  column('监督电话', 16, ({ supervisionPhone }) => supervisionPhone),
  column('备注', 30, ({ remark }) => remark),
  column('区划代码', 10, ({ regionCode }) => regionCode),
  column('生效日期', 12, ({ effectiveFrom }) => day(effectiveFrom)),
  column('失效日期', 12, ({ effectiveTo }) => day(effectiveTo)),
  column('公布版本', 10, ({ edition }) => edition?.number ?? null),
  column('公布日期', 12, ({ edition }) => day(edition?.publishedOn)),
];

import type { SheetRow } from '../../shared/tabular';
import type { ExerciseLevel, PowerCategory } from '../rules/vocabulary';
import { categoryInHeading, toCategory } from './category-words';
import type { Columns } from './find-header';
import { cleanLine, withoutCountAndNumber } from './clean-text';
import { levelsInHeading } from './level-words';
import { bodyInDepartmentRow, bodyInTitle, isBodyName } from './organisation-names';
import type { PassedOverKind } from './parsed-list';

/** What a heading row says about the rows below it. */
export interface Heading {
  kind: PassedOverKind;
  category?: PowerCategory;
  levels?: ExerciseLevel[];
  body?: string;
}

const SUBTOTAL = /^(?:合计|小计|总计|共计|累计|总数)[:：]?[（(]?共?\d*[项条个]?[）)]?$|^[（(]?共计?\d+[项条个][）)]?$/;
const NOTE = /^(?:备\s*注|注|说明|填表说明|填报说明|附注|注意|特别说明)\s*\d*\s*[:：]|^(?:填表|填报|制表|审核|审签|联系|分管|单位负责|日期|时间)[^:：]{0,6}[:：]|^第\s*\d+\s*页|^附(?:件|表)\s*[\d一二三四五六七八九十]*\s*[:：]?$/;
const TITLE = /清单|目录|一览表|汇总表|统计表|登记表|明细表|情况表|梳理表|分表/;

/** The row's only text (a merged or repeated one counts once), null when the row holds several. */
export function onlyText(row: SheetRow): string | null {
  const texts = new Set(row.cells.values());
  return texts.size === 1 ? [...texts][0]! : null;
}

/** A row above the header: title, department row, category or note. */
export function headingAbove(row: SheetRow): Heading {
  const text = [...row.cells.values()].join('  ').slice(0, 300);
  const line = cleanLine(text);
  const department = bodyInDepartmentRow(text);
  if (department) return { kind: 'DEPARTMENT', body: department };
  if (NOTE.test(line)) return { kind: 'NOTE' };
  const said = whatItSays(line);
  if (TITLE.test(line)) return { kind: 'TITLE', ...said };
  if (said.category) return { kind: 'CATEGORY', ...said };
  if (isBodyName(line)) return { kind: 'DEPARTMENT', body: line };
  return { kind: said.levels ? 'LEVEL' : 'TITLE', ...said };
}

/** A row among the items that speaks about the rows below or sums up; null when it may be an item. */
export function headingBetween(row: SheetRow, columns: Columns): Heading | null {
  const first = cleanLine([...row.cells.values()][0] ?? '');
  if (SUBTOTAL.test(first)) return { kind: 'SUBTOTAL' };
  if (NOTE.test(first)) return { kind: 'NOTE' };
  const text = onlyText(row) ?? shortPair(row);
  if (text === null || text.length > 300) return null;
  const line = cleanLine(text);
  const department = bodyInDepartmentRow(text);
  if (department) return { kind: 'DEPARTMENT', body: department };
  if (line.length > 60) return null;
  const [column] = [...row.cells.keys()];
  const wide = (row.spans.get(column!) ?? 1) >= 3 || row.cells.size >= 3;
  const aside = wide || [...columns.serials, columns.category, columns.body, columns.level].includes(column!) || !columns.labelled.has(column!);
  const said = whatItSays(line);
  if (isCategoryName(line) || (aside && said.category)) return { kind: 'CATEGORY', ...said };
  if (!aside) return null;
  if (TITLE.test(line)) return { kind: 'TITLE', ...said };
  const heading = withoutCountAndNumber(line).replace(/[:：]$/, '');
  if (isBodyName(heading)) return { kind: 'DEPARTMENT', body: heading };
  if (said.levels && line.length <= 12) return { kind: 'LEVEL', levels: said.levels };
  return /^\d+$/.test(line) ? null : { kind: 'TITLE' };
}

/** `一 | 行政许可（16项）`, `1 | 行政许可`: number and heading in two cells, nothing else. */
function shortPair(row: SheetRow): string | null {
  const texts = new Set<string>();
  for (const cell of row.cells.values()) if (texts.add(cleanLine(cell)).size > 2) return null;
  const [number, heading] = [...texts];
  if (number === undefined || heading === undefined) return null;
  if (/^(?:第?[一二三四五六七八九十]+[、部分]*|[（(][一二三四五六七八九十]+[）)])$/.test(number)) return heading;
  return /^\d+[.、]?$/.test(number) && isCategoryName(heading) ? heading : null;
}

/** One of the categories by name; `行政复议` or `备案` alone may be an item. */
function isCategoryName(line: string): boolean {
  const name = withoutCountAndNumber(line);
  return /^(?:行政)?(?:许可|处罚|强制|征收|给付|检查|确认|奖励|裁决|审批)|^其[他它]|^非行政/.test(name) && toCategory(name) !== null;
}

function whatItSays(line: string): Pick<Heading, 'category' | 'levels' | 'body'> {
  const category = categoryInHeading(line);
  const levels = levelsInHeading(line);
  const body = bodyInTitle(line);
  return { ...(category && { category }), ...(levels.length > 0 && { levels }), ...(body && { body }) };
}

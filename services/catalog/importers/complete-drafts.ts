import type { Citation, ListedPower } from '../rules/listed-power';
import { EXERCISE_LEVELS, POWER_CATEGORIES, type ExerciseLevel, type PowerCategory } from '../rules/vocabulary';
import { toCategory } from './category-words';
import { cleanLine } from './clean-text';
import type { Context, Draft } from './draft';
import { readLevels } from './level-words';
import { readBodies, readOffices } from './organisation-names';
import type { RejectedRow } from './parsed-list';
import { readName, readSubItems } from './sub-items';

const LONGEST_NAME = 1000;
/** A name cell with its sub-items. */
const LONGEST_CELL = 5000;

export interface Completion {
  /** Categories of the region's scheme (P1). */
  categories: readonly PowerCategory[];
  parseCitations: (cell: string) => Citation[];
  /** What the file's name says, asked last. */
  file: Context;
}

type Completed = { powers: ListedPower[] } | { rejected: RejectedRow };

/** Gives the drafts of one sheet their meaning: every draft becomes powers or a rejection with its reason. */
export function completeDrafts(sheet: string, drafts: readonly Draft[], completion: Completion): { powers: ListedPower[]; rejected: RejectedRow[] } {
  const filled = fillDown(drafts);
  const levelsInView = new Set(drafts.filter(({ hidden }) => !hidden).flatMap(levelsOf));
  const results = filled.map((draft) => complete(sheet, draft, completion, levelsInView));
  return {
    powers: results.flatMap((result) => ('powers' in result ? result.powers : [])),
    rejected: results.flatMap((result) => ('rejected' in result ? [result.rejected] : [])),
  };
}

/**
 * Merged cells that lost their merge (CSV, copied tables) leave blanks below the first. A blank body repeats the one
 * above. A blank category or level does when most are blank, a category also when the items above and below agree;
 * else it stays unknown.
 */
function fillDown(drafts: readonly Draft[]): Draft[] {
  const mostlyBlank = (key: 'category' | 'level'): boolean => drafts.filter((draft) => draft[key] === null).length * 2 > drafts.length;
  const [fewCategories, fewLevels] = [mostlyBlank('category'), mostlyBlank('level')];
  const codes = drafts.flatMap(({ code }) => code ?? []);
  const codesAreSerials = codes.filter((code) => /^\d{1,4}$/.test(code)).length * 2 > codes.length;
  const categoryBelow = drafts.map(({ category }) => category);
  for (let at = drafts.length - 2; at >= 0; at -= 1) categoryBelow[at] ??= categoryBelow[at + 1]!;
  let above: Pick<Draft, 'context' | 'category' | 'body' | 'level'> | null = null;
  return drafts.map((draft, index) => {
    const last: Pick<Draft, 'category' | 'body' | 'level'> = above?.context === draft.context ? above : { category: null, body: null, level: null };
    const sameCategory = draft.context.category === null && (fewCategories || last.category === categoryBelow[index]);
    const category = draft.category ?? (sameCategory ? last.category : null);
    const level = draft.level ?? (fewLevels && draft.context.levels.length === 0 ? last.level : null);
    const body = draft.body ?? last.body;
    above = { context: draft.context, category: category ?? last.category, body, level };
    return { ...draft, category, body, level, code: codesAreSerials ? null : draft.code };
  });
}

function complete(sheet: string, draft: Draft, { categories, parseCitations, file }: Completion, levelsInView: ReadonlySet<ExerciseLevel>): Completed {
  const reject = (code: RejectedRow['code'], reason: string): Completed => ({ rejected: { row: draft.row, code, reason } });
  if (draft.untrusted) return reject('FORMULA', '名称、类型、依据、主体或层级是没有文字结果的公式、外部命令或错误值，请改为文字');
  if ([draft.name, draft.subItem].some((cell) => cell !== null && cell.length > LONGEST_CELL)) return reject('NAME_TOO_LONG', `事项名称超过 ${LONGEST_NAME} 字`);
  const named = readName(draft.name ?? '');
  if (named.name === '') return reject('NO_NAME', '事项名称为空');
  const subItems = draft.subItem === null ? named.subItems : readSubItems(draft.subItem);
  if ([named.name, ...subItems].some((name) => name.length > LONGEST_NAME)) return reject('NAME_TOO_LONG', `事项名称超过 ${LONGEST_NAME} 字`);
  const category = draft.category === null ? (draft.context.category ?? file.category) : toCategory(draft.category);
  if (category === null) {
    if (draft.category === null) return reject('NO_CATEGORY', '权力类型为空，工作表名称和标题也没有说明');
    return reject('UNKNOWN_CATEGORY', `不认识的权力类型“${cleanLine(draft.category)}”`);
  }
  if (!categories.includes(category)) return reject('CATEGORY_NOT_IN_SCHEME', `本地区的类别体系没有“${POWER_CATEGORIES[category]}”`);
  const { bodies, notes } = readBodies(draft.body ?? draft.context.body ?? file.body ?? '');
  if (bodies.length === 0) return reject('NO_BODY', '没有行使主体，标题、部门行和文件名也没有说明');
  const levels = levelsOf(draft);
  // Lines of another level that a clerk filtered out of a common template: nobody who read the list saw them.
  if (draft.hidden && levels.length > 0 && !levels.some((level) => levelsInView.has(level))) {
    return reject('HIDDEN_ROW', `该行被隐藏，层级（${levels.map((level) => EXERCISE_LEVELS[level]).join('、')}）与可见各行不同，未作为本级清单导入`);
  }
  const basisText = joined(draft.basis);
  const shared = {
    sheet,
    row: draft.row,
    publishedCode: draft.code,
    name: named.name,
    category,
    offices: draft.office === null ? [] : [...readOffices(draft.office)],
    levels,
    authoritySplit: splitOf(draft),
    citations: basisText === null ? [] : parseCitations(basisText),
    basisText,
    duty: joined(draft.duty),
    responsibilities: joined(draft.responsibilities),
    accountability: joined(draft.accountability),
    supervisionPhone: draft.supervisionPhone,
    remark: joined([...draft.remark, ...notes]),
  };
  const parts: (string | null)[] = subItems.length > 0 ? subItems : [null];
  return { powers: bodies.flatMap((body) => parts.map((subItem) => ({ ...shared, body, subItem }))) };
}

function levelsOf(draft: Draft): ExerciseLevel[] {
  const own = draft.level === null ? [] : readLevels(draft.level).levels;
  const other = draft.otherLevels.flatMap(({ level }) => readLevels(level).levels);
  const levels = [...new Set([...own, ...draft.ticked, ...other])];
  return levels.length > 0 ? levels : draft.context.levels;
}

/** The split in the list's words; where rows of several levels were folded, one line for each. */
function splitOf(draft: Draft): string | null {
  const rest = draft.level === null ? null : readLevels(draft.level).rest;
  const own = joined([rest, draft.authoritySplit].filter((text, index, all) => text !== null && all.indexOf(text) === index) as string[]);
  const deduplicated = rest !== null && draft.authoritySplit !== null && cleanLine(draft.authoritySplit).endsWith(rest) ? draft.authoritySplit : own;
  if (draft.otherLevels.length === 0) return deduplicated;
  const lines = draft.otherLevels.map(({ level, body, office, authoritySplit }) => {
    const who = [body, office].filter((text) => text !== null).map(cleanLine).join('，');
    return `${cleanLine(level)}${who === '' ? '' : `（${who}）`}：${authoritySplit ?? ''}`;
  });
  return [`${cleanLine(draft.level ?? '')}：${deduplicated ?? ''}`, ...lines].join('\n');
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n');
}

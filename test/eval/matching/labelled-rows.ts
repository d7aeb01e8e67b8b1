import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCitations } from '../../../services/catalog/importers/citations';
import { readListFile } from '../../../services/catalog/importers/read-list-file';
import type { ListedPower } from '../../../services/catalog/rules/listed-power';
import { POWER_CATEGORIES, type PowerCategory } from '../../../services/catalog/rules/vocabulary';
import type { DutyText, ItemText } from '../../../services/organisation/rules/matching';
import { contentPairs, foldText } from '../../../services/organisation/rules/matching/content-words';

/** One department's list: its items, its distinct duties, and on which duty an item rests. */
export interface Department {
  name: string;
  duties: DutyText[];
  items: ItemText[];
  rows: LabelledRow[];
}

export interface LabelledRow {
  itemId: string;
  dutyId: string;
  /** The duty merely repeats the item's name. */
  echo: boolean;
}

/** The folder or its files cannot be evaluated; the message says why. */
export class NothingToEvaluate extends Error {}

const CATEGORIES = Object.keys(POWER_CATEGORIES) as PowerCategory[];

/** Every department with labelled rows; a file that cannot be read is told of and passed over. */
export function readDepartments(folder: string, tell: (message: string) => void = console.error): Department[] {
  const files = listFilesOf(folder);
  const departments = files.flatMap((file) => {
    const read = readListFile({ fileName: file, bytes: readFileSync(path.join(folder, file)), categories: CATEGORIES }, parseCitations);
    if (!read.ok) {
      tell(read.message);
      return [];
    }
    const powers = read.list.sheets.flatMap((sheet) => sheet.powers);
    return [...byDepartment(file, powers)].map(([name, own]) => toDepartment(name, file, own)).filter(({ rows }) => rows.length > 0);
  });
  if (departments.length === 0) throw new NothingToEvaluate(`文件夹“${folder}”的 ${files.length} 份清单都没有可读的“部门职责”一列`);
  return departments;
}

function listFilesOf(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new NothingToEvaluate(`读不到文件夹“${folder}”`);
  }
  const files = names.filter((name) => /^[^.~].*\.(?:xlsx?|csv)$/i.test(name)).toSorted();
  if (files.length === 0) throw new NothingToEvaluate(`文件夹“${folder}”里没有清单文件（.xls、.xlsx、.csv）`);
  return files;
}

/** A file is one department's, unless no body holds half of it: then it lists several. */
function byDepartment(file: string, powers: readonly ListedPower[]): Map<string, ListedPower[]> {
  const bodies = new Map<string, ListedPower[]>();
  for (const power of powers) {
    const own = bodies.get(power.body);
    if (own) own.push(power);
    else bodies.set(power.body, [power]);
  }
  const several = [...bodies.values()].every(({ length }) => length * 2 < powers.length);
  return several ? bodies : new Map([[file.replace(/(?:20\d\d年)?权责清单|\.\w+$/g, ''), [...powers]]]);
}

/** Two printings of one duty differ in width, blanks or the last stop. */
const sameDuty = (text: string): string => foldText(text).replace(/[。;,.、]+$/, '');

/** Ids are digests, so that their order, which settles ties, knows nothing of the rows. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

export function toDepartment(name: string, file: string, powers: readonly ListedPower[]): Department {
  const duties = new Map<string, DutyText>();
  const items: ItemText[] = [];
  const rows: LabelledRow[] = [];
  powers.forEach((power, index) => {
    // The item as the matcher sees it: without its label.
    const item: ItemText = { id: digest(`${file}\n${index}`), name: power.name, subItem: power.subItem, category: power.category, offices: power.offices };
    items.push(item);
    if (power.duty === null) return;
    const key = sameDuty(power.duty);
    const duty = duties.get(key) ?? { id: digest(key), text: power.duty };
    duties.set(key, duty);
    rows.push({ itemId: item.id, dutyId: duty.id, echo: repeatsName(power.name, power.duty) });
  });
  return { name, duties: [...duties.values()], items, rows };
}

/** The duty contains the name, or three quarters of the characters' pairs of both are common. */
export function repeatsName(name: string, duty: string): boolean {
  if (foldText(duty).includes(foldText(name))) return true;
  const [a, b] = [contentPairs(name), contentPairs(duty)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size > 0 && (2 * common) / (a.size + b.size) >= 0.75;
}

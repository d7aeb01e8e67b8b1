// Writes a published list as compact facts, one CSV per file, in the form lists are published in:
//   npm run extract-sample -- <scheme> <folder> FILE...
// Name, sub-item, category, instruments and articles without quoted text, body, office, level; no sentences.
import { stringify } from 'csv-stringify/sync';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseCitations } from '../../services/catalog/importers/citations';
import { readListFile } from '../../services/catalog/importers/read-list-file';
import { basisCell } from '../../services/catalog/rules/citation-text';
import type { ListedPower } from '../../services/catalog/rules/listed-power';
import { EXERCISE_LEVELS, POWER_CATEGORIES, type PowerCategory } from '../../services/catalog/rules/vocabulary';
import { inProject } from '../../services/shared/project-root';

const COLUMNS = {
  事项编码: (power: ListedPower) => power.publishedCode ?? '',
  权力类型: (power: ListedPower) => POWER_CATEGORIES[power.category],
  事项名称: (power: ListedPower) => power.name,
  子项名称: (power: ListedPower) => power.subItem ?? '',
  实施依据: (power: ListedPower) => basisCell(power.citations),
  行使主体: (power: ListedPower) => power.body,
  承办机构: (power: ListedPower) => power.offices.join('、'),
  行使层级: (power: ListedPower) => power.levels.map((level) => EXERCISE_LEVELS[level]).join('、'),
};

function categoriesOf(scheme: string): PowerCategory[] {
  const rows = parse<{ scheme: string; category: PowerCategory }>(
    readFileSync(inProject('prisma', 'catalog', 'seed', 'category-schemes.csv')),
    { columns: true },
  );
  return rows.filter((row) => row.scheme === scheme).map((row) => row.category);
}

const [scheme = '', folder = '', ...files] = process.argv.slice(2);
const categories = categoriesOf(scheme);
mkdirSync(folder, { recursive: true });
for (const file of files) {
  const read = readListFile({ fileName: path.basename(file), bytes: readFileSync(file), categories }, parseCitations);
  if (!read.ok) throw new Error(read.message);
  const powers = read.list.sheets.flatMap((sheet) => sheet.powers);
  const rows = powers.map((power) => Object.values(COLUMNS).map((cell) => cell(power)));
  const name = `${powers[0]!.body}.csv`;
  const text = stringify([Object.keys(COLUMNS), ...rows]);
  writeFileSync(path.join(folder, name), text);
  const again = readListFile({ fileName: name, bytes: Buffer.from(text), categories }, parseCitations);
  const kept = again.ok ? again.list.sheets.flatMap((sheet) => sheet.powers) : [];
  const facts = (each: ListedPower) => JSON.stringify([each.name, each.subItem, each.category, each.body, each.offices, each.levels, each.citations.map(({ quoted: _quoted, ...citation }) => citation)]);
  const lost = powers.filter((power, i) => kept[i] === undefined || facts(kept[i]) !== facts(power));
  console.log(`${name}: ${powers.length} items, ${lost.length} differ when read again`);
  for (const power of lost.slice(0, 3)) console.log(facts(power), '\n ', facts(kept[powers.indexOf(power)] ?? power));
}

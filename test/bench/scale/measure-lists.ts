import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCitations } from '../../../services/catalog/importers/citations';
import { readListFile } from '../../../services/catalog/importers/read-list-file';
import type { ListedPower } from '../../../services/catalog/rules/listed-power';
import { POWER_CATEGORIES, type PowerCategory } from '../../../services/catalog/rules/vocabulary';

// Measures published lists in a folder; its output is list-facts.json, by which the generator makes lists of any size:
//   node dist/test/bench/scale/measure-lists.js FOLDER > test/bench/scale/list-facts.json

/** Nine values that part the lengths into tenths, and the longest. */
const decilesOf = (lengths: readonly number[]): number[] => {
  const sorted = lengths.toSorted((a, b) => a - b);
  return Array.from({ length: 10 }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / 10) - 1] ?? 0);
};

const shareOf = (powers: readonly ListedPower[], has: (power: ListedPower) => boolean): number => round(powers.filter(has).length / powers.length);
const round = (share: number): number => Math.round(share * 10_000) / 10_000;
const lengthOf = (text: string | null): number => (text === null ? 0 : [...text].length);

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));
}

function measure(folder: string): object {
  const categories = Object.keys(POWER_CATEGORIES) as PowerCategory[];
  const lists = readdirSync(folder).map((fileName) => readListFile({ fileName, bytes: readFileSync(path.join(folder, fileName)), categories }, parseCitations));
  const powers = lists.flatMap((read) => (read.ok ? read.list.sheets.flatMap((sheet) => sheet.powers) : []));
  const cited = powers.map(({ citations }) => citations);
  const instruments = Object.values(countBy(cited.flat(), ({ title }) => title));
  const share = (counts: Record<string, number>, of: number): Record<string, number> => Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, round(count / of)]));
  return {
    items: powers.length,
    categoryShares: share(countBy(powers, ({ category }) => category), powers.length),
    levelShares: share(countBy(powers, ({ levels }) => levels.toSorted().join('+')), powers.length),
    subItemShare: shareOf(powers, ({ subItem }) => subItem !== null),
    /** Share of items with 0, 1, 2 … citations, the last for all with more. */
    citationShares: Array.from({ length: 9 }, (_, n) => round(cited.filter(({ length }) => (n < 8 ? length === n : length >= 8)).length / cited.length)),
    articleShare: round(cited.flat().filter(({ article }) => article !== null).length / cited.flat().length),
    instruments: instruments.length,
    /** Share of all citations that the most cited tenth of the instruments has. */
    mostCitedTenth: round(instruments.slice(0, Math.ceil(instruments.length / 10)).reduce((sum, count) => sum + count, 0) / cited.flat().length),
    agencySizes: Object.values(countBy(powers, ({ body }) => body)),
    officesPerAgency: round(new Set(powers.flatMap(({ body, offices }) => offices.map((office) => `${body} ${office}`))).size / new Set(powers.map(({ body }) => body)).size),
    lengths: {
      name: decilesOf(powers.map(({ name }) => lengthOf(name))),
      basisText: decilesOf(powers.map(({ basisText }) => lengthOf(basisText))),
      duty: decilesOf(powers.map(({ duty }) => lengthOf(duty))),
      responsibilities: decilesOf(powers.map(({ responsibilities }) => lengthOf(responsibilities))),
      accountability: decilesOf(powers.map(({ accountability }) => lengthOf(accountability))),
      instrumentTitle: decilesOf(cited.flat().map(({ title }) => lengthOf(title))),
    },
  };
}

console.log(JSON.stringify(measure(process.argv[2] ?? ''), null, 2));

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onServer } from '../on-server';
import { DEFAULT_SERVER } from '../options';
import { judged } from '../ratios';
import type { Ratio } from '../results';
import { rounded } from '../statistics';
import { markdownTable, ratiosTable } from '../table';
import { explain, timeOfPlan } from './explain';
import { generateHub } from './generated-hub';
import { growthOf, measureGrowth, type AtSize, type Growth } from './measure-growth';
import { questionsOf, type KnownAtSize } from './questions';
import { sizedHub, type SizedHub } from './sized-hub';

const USAGE = `usage: npm run bench:scale -- [--sizes 10000,100000,1000000] [--times N] [--keep] [--reuse] [URL of a PostgreSQL server]
  --keep   leaves the databases hub_bench_scale_<items>; --reuse measures those that are there
A million items take about 15 GB on the server’s disk and, on two cores, a quarter of an hour to make.`;
const PAGES = 1_000;
const PAGE = 50;
/** Growth from which on the plan is shown. */
const GROWS = 1.5;

interface ScaleOptions {
  server: string;
  sizes: number[];
  times: number;
  keep: boolean;
  reuse: boolean;
}

function readScaleOptions(argv: readonly string[]): ScaleOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { sizes: { type: 'string', default: '10000,100000,1000000' }, times: { type: 'string', default: '300' }, keep: { type: 'boolean', default: false }, reuse: { type: 'boolean', default: false } },
  });
  const sizes = values.sizes.split(',').map(Number);
  const times = Number(values.times);
  if (sizes.some((size) => !(size >= 1_000)) || !(times >= 20)) throw new Error(`sizes from 1,000 on, 20 times or more\n${USAGE}`);
  return { server: positionals[0] ?? (process.env.DATABASE_URL || DEFAULT_SERVER), sizes: sizes.toSorted((a, b) => a - b), times, keep: values.keep || values.reuse, reuse: values.reuse };
}

/** `npm run bench:scale`: the same questions of a list of a city, of a province, and of the country. */
async function main(): Promise<void> {
  const { server, sizes, times, keep, reuse } = readScaleOptions(process.argv.slice(2));
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-scale-'));
  const hubs: SizedHub[] = [];
  try {
    for (const items of sizes) {
      say(`${items} items`);
      const name = databaseOf(items);
      const url = reuse ? urlOf(server, name) : await generateHub(server, name, { items, onRegion: progress() });
      hubs.push(await sizedHub(url, items, folder));
    }
    const asked = await Promise.all(hubs.map(async (hub) => ({ hub, questions: questionsOf(await knownOf(hub)) })));
    const growths = await measureGrowth(asked, times, say);
    console.log(`\n${growthTable(growths)}\n\n${ratiosTable(targetsOf(growths))}`);
    for (const growth of growths) if (growthOf(growth, ({ p50 }) => p50) > GROWS || growthOf(growth, ({ p95 }) => p95) > GROWS) await showPlans(growth, hubs.at(-1)!);
  } finally {
    for (const hub of hubs) await hub.stop();
    rmSync(folder, { recursive: true, force: true });
    if (!keep) for (const items of sizes) await onServer(server, `DROP DATABASE IF EXISTS ${databaseOf(items)} WITH (FORCE)`);
  }
}

const say = (line: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const databaseOf = (items: number): string => `hub_bench_scale_${items}`;

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Says every tenth of the way. */
function progress(): (done: number, items: number) => void {
  let said = 0;
  return (done, items) => {
    if (done / items < said + 0.1) return;
    said = done / items;
    say(`  ${done}`);
  };
}

async function knownOf({ database, items }: SizedHub): Promise<KnownAtSize> {
  const text = async (sql: string, values: unknown[] = []): Promise<string[]> => (await database.pool.query<{ text: string }>(sql, values)).rows.map((row) => row.text);
  const [lateCode] = await text(
    `SELECT code AS text FROM catalog.item_version WHERE category = 'PENALTY' AND valid_to = '9999-12-31' ORDER BY code OFFSET $1 LIMIT 1`,
    [Math.min((PAGES - 1) * PAGE, Math.floor(items * 0.7)) - 1],
  );
  return {
    codes: await text('SELECT code AS text FROM catalog.power_item ORDER BY md5(code) LIMIT 400'),
    regionCodes: await text('SELECT region_code AS text FROM catalog.power_list ORDER BY md5(region_code) LIMIT 40'),
    lateCode: lateCode!,
  };
}

function growthTable(growths: readonly Growth[]): string {
  const sizes = growths[0]!.sizes.map(({ items }) => items.toLocaleString('en-US'));
  const cells = (of: (size: AtSize) => number) => (growth: Growth): string[] => growth.sizes.map((size) => String(rounded(of(size))));
  const head = ['question', ...sizes.map((size) => `p50 ms, ${size}`), '×', ...sizes.map((size) => `p95 ms, ${size}`), '×', 'statements'];
  return markdownTable(
    head,
    growths.map((growth) => [
      growth.name,
      ...cells(({ p50 }) => p50)(growth),
      String(rounded(growthOf(growth, ({ p50 }) => p50))),
      ...cells(({ p95 }) => p95)(growth),
      String(rounded(growthOf(growth, ({ p95 }) => p95))),
      [...new Set(growth.sizes.map(({ statements }) => statements))].join(' → '),
    ]),
  );
}

function targetsOf(growths: readonly Growth[]): Ratio[] {
  const of = (name: string): Growth => growths.find((growth) => growth.name === name)!;
  const last = (name: string): AtSize => of(name).sizes.at(-1)!;
  return [
    judged('ItemGuide, p50, largest / smallest', growthOf(of('ItemGuide'), ({ p50 }) => p50), '≤', 1.3),
    judged('SearchItems with a word of two characters, p95, largest / smallest', growthOf(of('SearchItems, a word of two characters'), ({ p95 }) => p95), '≤', 3),
    judged('page 1,000 / page 1 of a filtered list, p50, largest', last('page 1,000 of all penalties').p50 / last('page 1 of all penalties').p50, '≤', 1.3),
    judged('totalCount of all items, p95 ms, largest', last('totalCount of all items').p95, '≤', 300),
    judged('totalCount of a filtered list, p95 ms, largest', last('totalCount of all penalties').p95, '≤', 300),
    judged('questions whose number of statements changes', growths.filter(({ sizes }) => new Set(sizes.map(({ statements }) => statements)).size > 1).length, '≤', 0),
  ];
}

/** The plans, at the largest size, of what the slowest answer asked of the database, slowest first. */
async function showPlans({ name, sizes }: Growth, hub: SizedHub): Promise<void> {
  const { variables, ran } = sizes.at(-1)!.slowest;
  const plans = [];
  for (const statement of ran) plans.push({ name: statement.name, plan: await explain(hub.database, statement) });
  console.log(`\n## ${name} grows; slowest: ${JSON.stringify(variables)}`);
  for (const plan of plans.toSorted((a, b) => timeOfPlan(b.plan) - timeOfPlan(a.plan)).slice(0, 3)) console.log(`\n${plan.name}\n${plan.plan}`);
}

main().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});

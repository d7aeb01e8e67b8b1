import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { serverDatabase } from '../../services/shared/database';
import { inProject } from '../../services/shared/project-root';
import { AUDIENCE, fakeProvider, type FakeProvider } from '../support/fake-provider';
import { measureFigures } from './figures';
import type { Known, Operation } from './load/requests';
import { CONNECTIONS, requireWrk } from './load/wrk';
import { measureSetup, mediansOf } from './measure-setup';
import { onServer } from './on-server';
import { type BenchOptions, readOptions, UsageError } from './options';
import { ratiosOf } from './ratios';
import { writeReadme } from './readme';
import { makeReference, type Reference } from './reference';
import type { Results, Row } from './results';
import { generateEmbedded, generateHub } from './scale/generated-hub';
import { type Bench, SETUPS } from './setups';
import { placeOf, ratiosTable, rowsTable } from './table';

export const RESULTS = inProject('test', 'bench', 'results.json');
const DATABASE = 'hub_bench';

/** `npm run bench`: the hub beside its peers, in one run. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.writeReadme) return writeReadme(JSON.parse(readFileSync(RESULTS, 'utf8')) as Results);
  await requireWrk();
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  const provider = await fakeProvider();
  try {
    const results = await run(options, folder, provider);
    writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
    console.log(`\n${placeOf(results)}\n\n${rowsTable(results.rows)}\n\n${ratiosTable(results.ratios)}\n\n${JSON.stringify(results.figures)}`);
  } finally {
    await provider.stop();
    await onServer(options.server, `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(options: BenchOptions, folder: string, provider: FakeProvider): Promise<Results> {
  const { server, items, seconds, rounds } = options;
  say(`making ${items} items in ${DATABASE} and in an embedded database`);
  const bench: Bench = {
    url: await generateHub(server, DATABASE, { items }),
    embedded: path.join(folder, 'embedded'),
    folder,
    identity: { HUB_OIDC_ISSUER: provider.issuer, HUB_OIDC_AUDIENCE: AUDIENCE },
    answers: path.join(folder, 'answers.json'),
  };
  mkdirSync(path.join(folder, 'hub'));
  const setups = SETUPS.filter(({ name }) => options.setups.includes(name));
  if (options.setups.includes('hub-embedded')) await generateEmbedded(bench.embedded, { items });
  const known = await knownOf(bench.url);
  const officer = await provider.issue({ exp: Math.floor(Date.now() / 1000) + 24 * 3600, roles: ['STAFFING_OFFICE'], region: known.regionCode });
  const headersOf = (operation: Operation): Record<string, string> => (operation === 'MandateFindings' ? { authorization: `Bearer ${officer}` } : {});
  say('asking the hub everything once: what it says all others must say');
  const reference = await referenceOf(bench, known, headersOf);
  const measured: Row[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    // There and back again: a machine that slows down meanwhile favours nobody.
    for (const setup of round % 2 === 0 ? setups : setups.toReversed()) {
      say(`round ${round + 1} of ${rounds}: ${setup.name}`);
      measured.push(await measureSetup(setup, bench, reference, { seconds }));
    }
  }
  const order = ({ setup }: Row): number => SETUPS.findIndex(({ name }) => name === setup);
  const rows = mediansOf(measured).toSorted((a, b) => a.operation.localeCompare(b.operation) || order(a) - order(b));
  const figures = await measureFigures(bench, { ...options, reference, provider, say });
  return {
    commit: commit(),
    node: process.versions.node,
    cores: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    postgres: await versionOf(server),
    at: new Date().toISOString(),
    rounds,
    seconds,
    connections: CONNECTIONS,
    items,
    rows,
    ratios: ratiosOf(rows, figures),
    figures,
  };
}

async function referenceOf(bench: Bench, known: Known, headersOf: (operation: Operation) => Record<string, string>): Promise<Reference> {
  const hub = await SETUPS[0]!.start(bench);
  try {
    return await makeReference(hub.origin, known, headersOf, bench.answers);
  } finally {
    await hub.stop();
  }
}

const say = (line: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

/** The commit that is measured, marked when the folder has more than it. */
function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: inProject(), encoding: 'utf8' }).trim();
  return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'}`;
}

async function knownOf(url: string): Promise<Known> {
  const database = serverDatabase(url, 1);
  try {
    const text = async (sql: string): Promise<string[]> => (await database.pool.query<{ text: string }>(sql)).rows.map((row) => row.text);
    const [regionCode] = await text('SELECT code AS text FROM organisation.region ORDER BY code LIMIT 1');
    return { regionCode: regionCode!, codes: await text('SELECT code AS text FROM catalog.power_item ORDER BY md5(code)'), agencyCodes: await text('SELECT code AS text FROM organisation.agency ORDER BY code') };
  } finally {
    await database.close();
  }
}

async function versionOf(server: string): Promise<string> {
  const database = serverDatabase(server, 1);
  const { rows } = await database.pool.query<{ server_version: string }>('SHOW server_version');
  await database.close();
  return rows[0]!.server_version.split(' ')[0]!;
}

if (require.main === module) {
  main().catch((fault: unknown) => {
    console.error(fault instanceof UsageError ? fault.message : fault);
    process.exitCode = 1;
  });
}

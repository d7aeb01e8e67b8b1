import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileReport } from '../../gateway/imports';
import { inProject } from '../../services/shared/project-root';
import type { FakeProvider } from '../support/fake-provider';
import { ask, askAll, hasErrors } from './load/ask';
import { prepare } from './load/requests';
import { load, writeRequests } from './load/wrk';
import { onServer } from './on-server';
import type { BenchOptions } from './options';
import { start } from './process-tree';
import type { Reference } from './reference';
import type { Figures } from './results';
import { type Bench, SETUPS } from './setups';
import { median } from './statistics';

export interface FigureOptions extends Pick<BenchOptions, 'server' | 'seconds' | 'rounds' | 'lists' | 'setups'> {
  reference: Reference;
  provider: FakeProvider;
  say: (line: string) => void;
}

/** What is measured beside the rows. */
export async function measureFigures(bench: Bench, options: FigureOptions): Promise<Figures> {
  const { say, setups } = options;
  say('SQL statements of ItemGuide');
  const statements = await countStatements(bench, options);
  const startSeconds = setups.includes('hub-embedded') ? await embeddedStart(bench, options) : null;
  return { ...statements, embeddedStartSeconds: startSeconds, ...(await importLists(bench, options)) };
}

/** Statements of one ItemGuide alone, and of one under load. */
async function countStatements({ url, folder }: Bench, { reference, seconds }: FigureOptions): Promise<Pick<Figures, 'statementsAlone' | 'statementsUnderLoad'>> {
  const counted = await start({ file: 'test/bench/peers/counted-hub.js', environment: { DATABASE_URL: url, HUB_DATA: path.join(folder, 'counted'), HUB_SAMPLE: 'off', HUB_CACHE_BYTES: '0', HUB_RATE_ADDRESS: '0' } });
  const count = async (): Promise<number> => Number(await (await fetch(`${counted.origin}/statements`)).text());
  try {
    const requests = reference.requestsOf('ItemGuide', 'POST');
    await askAll(counted.origin, requests.slice(0, 20));
    const before = await count();
    await askAll(counted.origin, requests.slice(20, 21));
    const alone = (await count()) - before;
    const file = path.join(folder, 'counted.requests');
    writeRequests(file, requests);
    await load(counted.origin, file, { seconds: seconds / 2, status: 200 });
    const beforeLoad = await count();
    const result = await load(counted.origin, file, { seconds, status: 200 });
    return { statementsAlone: alone, statementsUnderLoad: ((await count()) - beforeLoad) / result.requests };
  } finally {
    await counted.stop();
  }
}

/** From the start of the process over an existing embedded database to its first answer, seconds. */
async function embeddedStart(bench: Bench, { reference, rounds, say }: FigureOptions): Promise<number> {
  say('start from an existing embedded database');
  const setup = SETUPS.find(({ name }) => name === 'hub-embedded')!;
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const hub = await setup.start(bench);
    const answer = await ask(hub.origin, reference.requestsOf('ItemGuide', 'POST')[round]!);
    took.push((performance.now() - from) / 1000);
    await hub.stop();
    if (hasErrors(answer)) throw new Error(`the first answer after a start is ${answer.status} ${answer.text}`);
  }
  return median(took);
}

const CITY = '650200';
const DERIVE = `mutation Derive($input: DeriveMandatesInput!) { deriveMandates(input: $input) { __typename ... on Refusal { code message } } }`;

/** The published lists of a city into an empty hub through `POST /imports`; then the first cross-check of its derived mandates. */
async function importLists(bench: Bench, { server, lists, provider, say }: FigureOptions): Promise<Pick<Figures, 'importRowsPerSecond' | 'importedRows' | 'crossCheckSeconds'>> {
  const folder = inProject(lists);
  if (!existsSync(folder)) {
    say(`no published lists in ${folder}: the import is left out`);
    return { importRowsPerSecond: null, importedRows: null, crossCheckSeconds: null };
  }
  say('import of the published lists, and their cross-check');
  const database = 'hub_bench_import';
  await onServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await onServer(server, `CREATE DATABASE ${database}`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  const hub = await SETUPS[0]!.start({ ...bench, url: url.href });
  const as = async (role: string): Promise<Record<string, string>> => ({ authorization: `Bearer ${await provider.issue({ roles: [role], region: CITY })}` });
  try {
    const admin = await as('ADMIN');
    await defineCity(hub.origin, admin);
    const files = readdirSync(folder).map((file) => ({ file, body: readFileSync(path.join(folder, file)) }));
    const from = performance.now();
    let rows = 0;
    for (const { file, body } of files) {
      const query = new URLSearchParams({ region: CITY, scheme: 'NATIONAL_2015', file, publishedOn: '2025-01-01' });
      const response = await fetch(`${hub.origin}/imports?${query}`, { method: 'POST', headers: admin, body: body as Uint8Array<ArrayBuffer> });
      const report = (await response.json()) as FileReport;
      if (!response.ok) throw new Error(`${file}: ${JSON.stringify(report)}`);
      rows += report.sheets.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
    }
    const importSeconds = (performance.now() - from) / 1000;
    const office = await as('STAFFING_OFFICE');
    await mutate(hub.origin, DERIVE, { input: { regionCode: CITY, effectiveOn: '2025-01-01' } }, office);
    return { importRowsPerSecond: rows / importSeconds, importedRows: rows, crossCheckSeconds: await crossCheck(hub.origin, office) };
  } finally {
    await hub.stop();
    await onServer(server, `DROP DATABASE ${database} WITH (FORCE)`);
  }
}

const REGIONS = `mutation Define($input: DefineRegionsInput!) { defineRegions(input: $input) { __typename ... on Refusal { code message } } }`;

const defineCity = (origin: string, headers: Record<string, string>): Promise<void> =>
  mutate(origin, REGIONS, { input: { regions: [{ code: '650000', name: '新疆维吾尔自治区', kind: 'PROVINCE' }, { code: CITY, name: '克拉玛依市', kind: 'PREFECTURE', parentCode: '650000' }] } }, headers);

async function mutate(origin: string, query: string, variables: object, headers: Record<string, string>): Promise<void> {
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  const text = await response.text();
  if (text.includes('"errors":') || text.includes('"Refusal"')) throw new Error(`${query}: ${text}`);
}

/** From the first question after a change of the data to its answer: it may take more than one try, each with its deadline. */
async function crossCheck(origin: string, headers: Record<string, string>): Promise<number> {
  const [request] = prepare('MandateFindings', 'POST', [{ regionCode: CITY, kinds: null, first: 50 }], headers);
  const from = performance.now();
  for (;;) {
    const answer = await ask(origin, request!);
    if (!hasErrors(answer)) return (performance.now() - from) / 1000;
    if (!answer.text.includes('SUBGRAPH_TIMEOUT')) throw new Error(answer.text);
  }
}

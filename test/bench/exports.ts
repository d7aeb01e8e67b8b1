import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXPORT_FORMATS } from '../../gateway/exports/export-formats';
import { serverDatabase } from '../../services/shared/database';
import { inProject } from '../../services/shared/project-root';
import { onServer } from '../support/database';

// A long list on a PostgreSQL server, in a database of its own that is dropped afterwards, exported by a hub in a process
// of its own whose memory is watched (Linux):
//   npm run bench:exports -- postgresql://postgres@127.0.0.1:5432/postgres [items] [formats, e.g. xlsx,csv]
const DATABASE = 'hub_bench_exports';
const MEGABYTE = 1024 * 1024;

async function main([server, items = '100000', formats = Object.keys(EXPORT_FORMATS).join(',')]: readonly string[]): Promise<void> {
  if (!server) throw new Error('usage: bench:exports -- <url of a PostgreSQL server> [items] [formats]');
  await onServer(server, `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await onServer(server, `CREATE DATABASE ${DATABASE}`);
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  const hub = spawn(process.execPath, ['--disable-proto=delete', inProject('dist', 'gateway', 'one-process.js')], {
    cwd: inProject(),
    env: { ...process.env, DATABASE_URL: url.href, HUB_DATA: mkdtempSync(path.join(tmpdir(), 'bench-exports-')), HUB_SAMPLE: 'off', PORT: '0', HUB_CHECKPOINT_SECONDS: '86400' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await originOf(hub);
    await fill(url.href, Number(items));
    await export_(origin, hub, 'csv', '000001'); // an empty one: whatever the first export loads is part of being idle
    await sleep(3_000);
    for (const format of formats.split(',')) console.log(await export_(origin, hub, format));
  } finally {
    hub.kill('SIGTERM');
    await once(hub, 'close');
    await onServer(server, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  }
}

async function originOf(hub: ChildProcess): Promise<string> {
  for await (const chunk of hub.stdout!) {
    const port = /http:\/\/localhost:(\d+)\/graphql/.exec(String(chunk))?.[1];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error('the hub did not start');
}

/** Exports once, taking the bytes as fast as they come, and tells what it took. */
async function export_(origin: string, { pid }: ChildProcess, format: string, region = '140100'): Promise<string> {
  const idle = residentOf(pid!);
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, residentOf(pid!))), 50);
  const [started, cpu] = [performance.now(), cpuSecondsOf(pid!)];
  const response = await fetch(`${origin}/exports/items?${new URLSearchParams({ region, format })}`);
  if (!response.ok && region === '140100') throw new Error(`${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  const mb = (of: number): string => (of / MEGABYTE).toFixed(0);
  return (
    `${format}: ${mb(bytes)} MB in ${seconds.toFixed(1)} s, ${(ITEMS_WRITTEN / seconds).toFixed(0)} items/s, ${(cpuSecondsOf(pid!) - cpu).toFixed(1)} s of the hub’s CPU; ` +
    `resident: idle ${mb(idle)} MB, peak ${mb(peak)} MB, difference ${mb(peak - idle)} MB`
  );
}

let ITEMS_WRITTEN = 0;

const residentOf = (pid: number): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;

/** User and system time, in clock ticks of a hundredth of a second. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Items as long as those of real lists: about 2,000 characters, three citations with their words. */
async function fill(url: string, items: number): Promise<void> {
  const database = serverDatabase(url, 1);
  const run = (text: string) => database.pool.query(text);
  await run(`INSERT INTO organisation.region (code, name, kind, pilot, sample) VALUES ('140100', '太原市', 'PREFECTURE', false, true)`);
  await run(`INSERT INTO organisation.agency (code, region_code, name, kind) SELECT '140100' || lpad(n::text, 3, '0'), '140100', '太原市第' || n || '局', 'DEPARTMENT' FROM generate_series(1, 50) n`);
  await run(`INSERT INTO organisation.office (id, agency_code, name) SELECT a.code || lpad(n::text, 2, '0'), a.code, '第' || n || '科' FROM organisation.agency a, generate_series(1, 10) n`);
  await run(`INSERT INTO catalog.power_list (region_code, scheme_code) VALUES ('140100', 'NATIONAL_2015')`);
  await run(`INSERT INTO catalog.edition (id, region_code, number, published_on) VALUES ('140100-1', '140100', 1, '2025-01-01')`);
  await run(`INSERT INTO catalog.legal_instrument (key, title, document_number, level) SELECT '法' || n, '关于第' || n || '类事项的规定', '国务院令第' || n || '号', 'ADMINISTRATIVE_REGULATION' FROM generate_series(1, 500) n`);
  const categories = `(ARRAY['LICENSE','PENALTY','PENALTY','PENALTY','PENALTY','COERCION','LEVY','PAYMENT','INSPECTION','CONFIRMATION','REWARD','ADJUDICATION','OTHER'])`;
  await run(`INSERT INTO catalog.power_item (code, code_scheme, region_code, natural_key) SELECT '140100' || lpad((n % 50 + 1)::text, 3, '0') || lpad(n::text, 8, '0'), 'HUB', '140100', 'k' || n FROM generate_series(1, ${items}) n`);
  await run(`INSERT INTO catalog.item_version (code, valid_from, status, region_code, agency_code, category, name, levels, body_name, office_ids, office_names, duty, responsibilities, accountability, basis_text, fingerprint, search_text, grams, edition_id)
    SELECT i.code, '2025-01-01', 'LISTED', '140100', left(i.code, 9), ${categories}[right(i.code, 8)::int % 13 + 1], '对第' || right(i.code, 8)::int || '类行为的管理', ARRAY['MUNICIPAL','COUNTY'], '太原市第' || substr(i.code, 7, 3)::int || '局',
      ARRAY[left(i.code, 9) || '01', left(i.code, 9) || '02'], ARRAY['第1科','第2科'], ${text('职责', 120)}, ${text('责任', 500)}, ${text('追责', 400)}, ${text('依据', 700)}, 'f', i.code, '{}', '140100-1'
    FROM catalog.power_item i`);
  await run(`INSERT INTO catalog.citation (version_id, ordinal, instrument_id, level, document_number, article, quoted)
    SELECT v.id, o, (v.id * 3 + o) % 500 + 1, 'ADMINISTRATIVE_REGULATION', '国务院令第' || o || '号', '第七条', ${text('引文', 150).replaceAll('i.code', 'v.code')} FROM catalog.item_version v, generate_series(1, 3) o`);
  await run('VACUUM ANALYZE');
  ITEMS_WRITTEN = items;
  await database.close();
}

/** SQL for a text of so many characters that differs from item to item and does not pack to nothing. */
const text = (about: string, length: number): string =>
  `left((SELECT string_agg('${about}' || md5(i.code || '${about}' || s), '，') FROM generate_series(1, ${Math.ceil(length / 35)}) s), ${length})`;

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});

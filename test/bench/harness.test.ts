import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf } from '../../schema/trusted-operations';
import { inProject } from '../../services/shared/project-root';
import { prepare, variablesOf } from './load/requests';
import { writeRequests } from './load/wrk';
import { mediansOf } from './measure-setup';
import { readOptions } from './options';
import { judged, ratiosOf } from './ratios';
import { withPerformance } from './readme';
import type { Figures, Results, Row } from './results';
import { SETUP_NAMES, SETUPS } from './setups';
import { median, quantile, rounded } from './statistics';
import { markdownTable } from './table';

const row = (changes: Partial<Row>): Row => ({ setup: 'hub', operation: 'ItemGuide', rps: 100, p50: 1, p99: 2, cpuMs: 1, pgCpuMs: 0.5, rssMb: 100, errors: 0, ...changes });
const NO_FIGURES: Figures = { statementsAlone: null, statementsUnderLoad: null, importRowsPerSecond: null, importedRows: null, embeddedStartSeconds: null, crossCheckSeconds: null };

describe('statistics', () => {
  it('take the middle and the share, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quantile(Array.from({ length: 100 }, (_, n) => 100 - n), 0.95)).toBe(95);
    expect(rounded(0.012_345)).toBe(0.0123);
  });

  it('of rounds are medians, and errors add up', () => {
    const rounds = [[row({ rps: 10, errors: 1 })], [row({ rps: 30 })], [row({ rps: 20, errors: 2 })], [row({ setup: 'raw-get', pgCpuMs: null })]];
    expect(mediansOf(rounds)).toEqual([row({ rps: 20, errors: 3 }), row({ setup: 'raw-get', pgCpuMs: null })]);
  });
});

describe('ratios', () => {
  it('are judged by their targets', () => {
    expect(judged('x', 3, '≥', 3)).toEqual({ what: 'x', value: 3, target: '≥ 3', met: true });
    expect(judged('x', 0.36, '≤', 0.35).met).toBe(false);
    expect(judged('x', 1, '<', 1).met).toBe(false);
  });

  it('compare requests and the CPU of processes and database, of the rows there are', () => {
    const ratios = ratiosOf([row({ rps: 400 }), row({ setup: 'monolith', rps: 100, cpuMs: 4, pgCpuMs: 2 })], { ...NO_FIGURES, statementsAlone: 4 });
    expect(ratios).toEqual([
      { what: 'hub / monolith, ItemGuide, requests per second', value: 4, target: '≥ 3', met: true },
      { what: 'hub / monolith, ItemGuide, CPU per request', value: 0.25, target: '≤ 0.35', met: true },
      { what: 'SQL statements of one ItemGuide alone', value: 4, target: '≤ 4', met: true },
    ]);
  });

  it('tell of every error of the embedded hub', () => {
    expect(ratiosOf([row({ setup: 'hub-embedded', errors: 1 })], NO_FIGURES)).toEqual([{ what: 'hub-embedded, ItemGuide, errors and time-outs', value: 1, target: '≤ 0', met: false }]);
  });
});

describe('what is printed', () => {
  it('is a table of even columns', () => {
    expect(markdownTable(['a', 'count'], [['xyz', '1']])).toBe('| a   | count |\n|-----|------:|\n| xyz |     1 |');
  });

  it('fills the marked block of the README and nothing else', () => {
    const readme = readFileSync(inProject('README.md'), 'utf8');
    const results: Results = { commit: 'abc', node: '20', cores: 2, cpu: 'x', postgres: '15', at: '2026-11-30T00:00:00Z', rounds: 3, seconds: 4, connections: 32, items: 3000, rows: [row({})], ratios: [], figures: NO_FIGURES };
    const filled = withPerformance(readme, results);
    expect(filled).toContain('Commit abc, 2026-11-30; 2 cores (x)');
    expect(withPerformance(filled, results)).toBe(filled);
    expect(filled.split('<!-- performance')[0]).toBe(readme.split('<!-- performance')[0]);
    expect(() => withPerformance('no marks', results)).toThrow('marks');
  });
});

describe('what is asked', () => {
  const known = { regionCode: '880001', codes: ['a', 'b'], agencyCodes: ['880001001'] };

  it('is the contract’s text, or the registered document by its hash', () => {
    const [post] = prepare('ItemGuide', 'POST', variablesOf('ItemGuide', known), {});
    expect(JSON.parse(post!.body!)).toEqual({ query: readFileSync(inProject('schema', 'operations', 'service-center-frontend', 'ItemGuide.graphql'), 'utf8'), variables: { code: 'a' } });
    const [get] = prepare('ItemGuide', 'GET', variablesOf('ItemGuide', known), {});
    const trusted = JSON.parse(readFileSync(inProject('schema', 'operations', 'trusted.json'), 'utf8')) as Record<string, { name: string }>;
    const hash = new URL(get!.path, 'http://hub').searchParams.get('documentId')!.replace('sha256:', '');
    expect(trusted[hash]?.name).toBe('ItemGuide');
    expect(hash).not.toBe(hashOf('ItemGuide'));
  });

  it('is as many different questions as there are items, and hundreds of pages', () => {
    expect(variablesOf('ItemGuide', known)).toHaveLength(2);
    expect(new Set(variablesOf('SearchItems', known).map((variables) => JSON.stringify(variables))).size).toBeGreaterThan(250);
    expect(variablesOf('SearchItems', known)).toEqual(variablesOf('SearchItems', known));
  });

  it('goes over the wire as it was prepared, each after its length in bytes', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'bench-')), 'requests');
    writeRequests(file, [{ method: 'POST', path: '/graphql', headers: { accept: 'application/json' }, body: '取水' }]);
    const text = readFileSync(file, 'utf8');
    const wire = text.slice(text.indexOf('\n') + 1);
    expect(Number(text.split('\n')[0])).toBe(Buffer.byteLength(wire));
    expect(wire).toBe('POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: application/json\r\ncontent-length: 6\r\n\r\n取水');
  });
});

it('knows every setup by its name, and tells what is wrong with arguments', () => {
  expect(SETUPS.map(({ name }) => name)).toEqual([...SETUP_NAMES]);
  expect(readOptions(['--quick'], {})).toMatchObject({ rounds: 1, seconds: 1, items: 3_000, setups: SETUP_NAMES, server: 'postgresql://postgres@127.0.0.1:5432/postgres' });
  expect(readOptions(['--setups', 'hub,monolith', 'postgresql://x'], { DATABASE_URL: 'postgresql://y' })).toMatchObject({ setups: ['hub', 'monolith'], server: 'postgresql://x' });
  expect(() => readOptions(['--setups', 'hub,other'], {})).toThrow('there is no setup other');
  expect(() => readOptions(['--rounds', '0'], {})).toThrow('--rounds 0');
  expect(() => readOptions(['--bogus'], {})).toThrow('usage');
});

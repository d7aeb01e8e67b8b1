import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXPORT_FORMATS } from '../../../gateway/exports/export-formats';
import { exportSource } from '../../../gateway/exports/export-source';
import { type FileReport, importFile } from '../../../gateway/imports';
import { SILENT } from '../../../gateway/log';
import { createHub, type Hub } from '../../../gateway/hub';
import { systemActor } from '../../../services/shared/actor';
import { inProject } from '../../../services/shared/project-root';
import { testDatabase, type TestDatabase } from '../../support/database';
import { SAMPLE_TODAY, sampleClock } from '../../support/sample-database';
import { hubConfig, type SampleHub, sampleHub } from '../../support/sample-hub';

/** A region's list of a hub as the item form. */
async function formOf({ target: { ask } }: Pick<Hub, 'target'>, regionCode: string): Promise<Buffer> {
  const source = await exportSource(ask, { regionCode, asOf: SAMPLE_TODAY }, systemActor('test'));
  const chunks: (string | Uint8Array)[] = [];
  for await (const chunk of EXPORT_FORMATS.form.write(source!)) chunks.push(chunk);
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
}

async function bringBack({ target: { ask } }: Pick<Hub, 'target'>, regionCode: string, bytes: Uint8Array, scheme: string): Promise<FileReport> {
  const outcome = await importFile(ask, { regionCode, scheme, fileName: '事项表格.xlsx', bytes, publishedOn: SAMPLE_TODAY }, systemActor('import'));
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${outcome.refusal.message}`);
  return outcome.value;
}

/** A hub that knows the regions and nothing else. */
async function emptyHub(regionsOf: SampleHub): Promise<Hub & { drop(): Promise<void> }> {
  const database: TestDatabase = await testDatabase();
  const hub = await createHub({ ...hubConfig(), sample: false }, { log: SILENT, now: sampleClock, databases: database });
  await hub.start();
  const { data } = await regionsOf.ask('{ p: region(code: "140000") { code name kind children { code name kind } } q: region(code: "650000") { code name kind children { code name kind } } }');
  const flat = [data.p, data.q].flatMap(({ children, ...province }: { code: string; children: { code: string }[] }) => [province, ...children.map((child) => ({ ...child, parentCode: province.code }))]);
  const { defineRegions } = await hub.target.ask<{ defineRegions: { __typename: string } }>('organisation', 'mutation($input: DefineRegionsInput!) { defineRegions(input: $input) { __typename ... on Refusal { message } } }', { input: { regions: flat } }, systemActor('test'));
  if (defineRegions.__typename === 'Refusal') throw new Error(JSON.stringify(defineRegions));
  return {
    ...hub,
    async drop() {
      await hub.stop();
      await database.drop();
    },
  };
}

const sum = ({ sheets }: FileReport, of: 'imported' | 'unchanged' | 'rowsRead'): number => sheets.reduce((total, sheet) => total + sheet[of], 0);
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const REGIONS = [['140100', 'TAIYUAN_2014'], ['650200', 'NATIONAL_2015']] as const;

describe('the item form of the sample', () => {
  let hub: SampleHub;
  beforeAll(async () => (hub = await sampleHub()));
  afterAll(() => hub.stop());

  it.each(REGIONS)('%s: brought back into the same hub it changes nothing, and every row says so', async (region, scheme) => {
    const before = await heads(hub.hub);
    const form = await formOf(hub.hub, region);
    const report = await bringBack(hub.hub, region, form, scheme);
    const { data } = await hub.ask(`{ powerItems(filter: { regionCode: "${region}", status: [LISTED, TIGHTENED, SUSPENDED] }) { totalCount } }`);
    expect(report.sheets.flatMap(({ rejected }) => rejected)).toEqual([]);
    expect({ read: sum(report, 'rowsRead'), imported: sum(report, 'imported'), unchanged: sum(report, 'unchanged') }).toEqual({ read: data.powerItems.totalCount, imported: 0, unchanged: data.powerItems.totalCount });
    expect(await heads(hub.hub)).toEqual(before);
    expect(digest(await formOf(hub.hub, region))).toBe(digest(form));
  });

  it('brought into an empty hub it is the same list: the second export is the same, byte for byte', async () => {
    const other = await emptyHub(hub);
    try {
      for (const [region, scheme] of REGIONS) {
        const form = await formOf(hub.hub, region);
        const report = await bringBack(other, region, form, scheme);
        expect(report.sheets.flatMap(({ rejected }) => rejected)).toEqual([]);
        expect(digest(await formOf(other, region))).toBe(digest(form));
      }
    } finally {
      await other.drop();
    }
  });
});

// The published lists of a real city lie beside the project, not in it.
const FOLDER = inProject('..', 'shared', 'data', 'lists');

describe('the item form of a real city', () => {
  if (!existsSync(FOLDER)) {
    it.todo('is the same list in an empty hub: ../shared/data/lists is not here');
    return;
  }

  it('made of its thirteen published files, is the same list in an empty hub, byte for byte, and changes nothing in its own', async () => {
    const sample = await sampleHub();
    const [first, second] = [await emptyHub(sample), await emptyHub(sample)];
    try {
      for (const fileName of readdirSync(FOLDER).toSorted()) {
        const outcome = await importFile(first.target.ask, { regionCode: '650200', scheme: 'NATIONAL_2015', fileName, bytes: readFileSync(path.join(FOLDER, fileName)), publishedOn: '2025-03-01' }, systemActor('import'));
        if (!outcome.ok) throw new Error(outcome.refusal.message);
      }
      const form = await formOf(first, '650200');
      const there = await bringBack(second, '650200', form, 'NATIONAL_2015');
      expect({ imported: sum(there, 'imported'), rejected: there.sheets.flatMap(({ rejected }) => rejected) }).toEqual({ imported: 2248, rejected: [] });
      expect(digest(await formOf(second, '650200'))).toBe(digest(form));
      const here = await bringBack(first, '650200', form, 'NATIONAL_2015');
      expect({ imported: sum(here, 'imported'), unchanged: sum(here, 'unchanged') }).toEqual({ imported: 0, unchanged: 2248 });
    } finally {
      for (const hub of [first, second, sample]) await ('drop' in hub ? hub.drop() : hub.stop());
    }
  });
});

const heads = ({ subgraphs }: Hub) => Promise.all(Object.values(subgraphs).map(async ({ feed }) => (await feed.read({ after: 0, limit: 1, waitMs: 0 })).head));

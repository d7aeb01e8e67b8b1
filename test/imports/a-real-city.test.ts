import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { FileReport } from '../../gateway/imports';
import { inProject } from '../../services/shared/project-root';
import { type SampleHub, sampleHub } from '../support/sample-hub';

// The published lists of a real city lie beside the project, not in it.
const FOLDER = inProject('..', 'shared', 'data', 'lists');
const here = existsSync(FOLDER);

/** Rows with a category in each file. Agriculture has 4 more, whose category is in the sheet's name, and 1 hidden row fewer. */
const ROWS: Record<string, { imported: number; rejected?: number }> = {
  农业农村局: { imported: 310, rejected: 1 },
  消防: { imported: 75 },
  交通运输局: { imported: 360 },
  人力资源: { imported: 108 },
  住房和城乡建设局: { imported: 327 },
  发展和改革: { imported: 57 },
  商务局: { imported: 21 },
  宣传部: { imported: 1 },
  市场监督: { imported: 442 },
  文化体育: { imported: 301 },
  机关事务: { imported: 10 },
  生态环境局: { imported: 217 },
  财政局: { imported: 19 },
};

describe('the thirteen published lists of a city, into a hub that has them as sample', () => {
  if (!here) {
    it('do not lie beside this clone, being no part of the project, so there is nothing to import', () => expect(here).toBe(false));
    return;
  }

  let hub: SampleHub;
  let authorization: Record<string, string>;
  beforeAll(async () => {
    hub = await sampleHub();
    authorization = await hub.as('REFORM_OFFICE', '650200');
  });
  afterAll(() => hub.stop());

  async function importAll(publishedOn: string): Promise<FileReport[]> {
    const reports: FileReport[] = [];
    for (const file of readdirSync(FOLDER)) {
      const search = new URLSearchParams({ region: '650200', scheme: 'NATIONAL_2015', file, publishedOn });
      const body = readFileSync(`${FOLDER}/${file}`);
      const response = await fetch(`${hub.origin}/imports?${search}`, { method: 'POST', headers: authorization, body: body as Uint8Array<ArrayBuffer> });
      expect(response.status).toBe(200);
      reports.push((await response.json()) as FileReport);
    }
    return reports;
  }

  const total = (reports: readonly FileReport[], of: (sheet: FileReport['sheets'][number]) => number): number =>
    reports.flatMap(({ sheets }) => sheets).reduce((sum, sheet) => sum + of(sheet), 0);
  const heads = () => Promise.all(Object.values(hub.hub.subgraphs).map(async ({ feed }) => (await feed.read({ after: 0, limit: 1, waitMs: 0 })).head));

  let first: FileReport[];
  it('are taken, no row dropped silently', async () => {
    first = await importAll('2025-03-01');
    expect(first).toHaveLength(13);
    for (const { name, rowsRead, imported, unchanged, rejected } of first.flatMap(({ sheets }) => sheets))
      expect({ name, rowsRead }).toEqual({ name, rowsRead: imported + unchanged + rejected.length });
    expect(total(first, ({ imported }) => imported)).toBeGreaterThanOrEqual(2240);
    expect(total(first, ({ imported }) => imported)).toBe(2248);
  });

  it.each(Object.entries(ROWS))('%s: every item of the file', (department, { imported, rejected = 0 }) => {
    const report = first.filter(({ file }) => file.includes(department));
    expect(report).toHaveLength(1);
    expect({ imported: total(report, (sheet) => sheet.imported), rejected: total(report, (sheet) => sheet.rejected.length) }).toEqual({ imported, rejected });
  });

  it('the one row that is not taken is named, with its reason', () => {
    const rejected = first.flatMap(({ sheets }) => sheets).flatMap((sheet) => sheet.rejected.map((row) => ({ sheet: sheet.name, ...row })));
    expect(rejected).toEqual([{ sheet: '行政征收（ 1 项）', row: 2, code: 'HIDDEN_ROW', reason: expect.stringContaining('隐藏') }]);
  });

  it('state the items that the hub already had, none twice, by the same thirteen bodies', async () => {
    const { data } = await hub.ask('AgencyDirectory', { regionCode: '650200' });
    expect(data.region.agencies.totalCount).toBe(13);
    expect(data.region.agencies.nodes.reduce((sum: number, { powerItems }: { powerItems: { totalCount: number } }) => sum + powerItems.totalCount, 0)).toBe(2248);
  });

  it('leave no stray white space in any name, sub-item, body or office', async () => {
    const { rows } = await hub.database.connect().pool.query<{ text: string }>(
      `SELECT unnest(ARRAY[v.name, v.sub_item, v.body_name]) AS text FROM catalog.item_version v WHERE v.region_code = '650200'
       UNION SELECT name FROM organisation.agency WHERE region_code = '650200'
       UNION SELECT name FROM organisation.office WHERE agency_code LIKE '650200%'`,
    );
    expect(rows.length).toBeGreaterThan(2000);
    expect(rows.filter(({ text }) => text !== null && /\s|^$|^\d+[.、]|[。；、]$/.test(text))).toEqual([]);
  });

  it('change nothing when they come again, and say so', async () => {
    const before = await heads();
    const again = await importAll('2025-04-01');
    expect({ imported: total(again, ({ imported }) => imported), unchanged: total(again, ({ unchanged }) => unchanged) }).toEqual({ imported: 0, unchanged: 2248 });
    expect(await heads()).toEqual(before);
  });

  describe('and the mandates derived from their column 部门职责', () => {
    const DERIVE = `mutation($input: DeriveMandatesInput!) { deriveMandates(input: $input) { __typename ... on MandatesDerived { mandates { origin duties { items { code } } } } } }`;
    const CHECK = `{ mandateCrossCheck(regionCode: "650200") { totals { kind count } findings(first: 100) { totalCount nodes { kind explanation } } } }`;
    const RUN = `mutation { runMandateCrossCheck(input: { regionCode: "650200" }) { __typename ... on CrossCheckRun { items mandates newCount goneCount stillCount } } }`;
    let staffing: Record<string, string>;
    beforeAll(async () => {
      staffing = await hub.as('STAFFING_OFFICE', '650200');
    });

    it('are there for every department that has items, marked as derived', async () => {
      const { data, errors } = await hub.ask(DERIVE, { input: { regionCode: '650200', effectiveOn: '2025-04-01' } }, staffing);
      expect(errors).toEqual([]);
      const { mandates } = data.deriveMandates;
      expect(mandates).toHaveLength(13);
      expect(new Set(mandates.map(({ origin }: { origin: string }) => origin))).toEqual(new Set(['DERIVED']));
      const resting = mandates.flatMap(({ duties }: { duties: { items: object[] }[] }) => duties.flatMap(({ items }) => items));
      expect(resting.length).toBeGreaterThan(2000); // ten of the thirteen files have the column
    });

    it('are cross-checked in at most 30 statements, as many as for a small city', async () => {
      const { answer, cost } = await hub.measure(CHECK, {}, staffing);
      expect(answer.errors).toEqual([]);
      expect(cost.statements.length).toBeLessThanOrEqual(30);
      const small = await hub.measure(CHECK.replace('650200', '140100'), {}, await hub.as('STAFFING_OFFICE', '140100'));
      expect(cost.statements).toHaveLength(small.cost.statements.length);
      expect(answer.data.mandateCrossCheck.findings.totalCount).toBeGreaterThan(0);
    });

    it('are kept as a run, in as many statements, and a second run finds nothing new', async () => {
      const first = await hub.measure(RUN, {}, staffing);
      expect(first.answer.data.runMandateCrossCheck).toMatchObject({ __typename: 'CrossCheckRun', items: 2248, mandates: 13, goneCount: 0, stillCount: 0 });
      expect(first.cost.statements.length).toBeLessThanOrEqual(30);
      const again = await hub.measure(RUN, {}, staffing);
      expect(again.answer.data.runMandateCrossCheck).toMatchObject({ newCount: 0, goneCount: 0, stillCount: first.answer.data.runMandateCrossCheck.newCount });
    });
  });

  it('leave journals whose chains hold', async () => {
    for (const subgraph of Object.values(hub.hub.subgraphs)) expect(await subgraph.verifyJournal()).toMatchObject({ ok: true });
  });
});

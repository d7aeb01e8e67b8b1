import type { Actor } from '../../../../services/shared/actor';
import { readJournal } from '../../../../services/shared/journal';
import { power, citation } from '../../../support/powers';
import { askedCatalog, holder, WATER, type AskedCatalog } from '../asking-the-catalog';

const ITEM = `query ($code: ID!, $asOf: Date) { powerItem(code: $code, asOf: $asOf) {
  legalityTests { plan statute }
  legalityFindings { kind clause explanation proposal bases { citation } item { code } } } }`;
const LIST = `query ($agencyCode: ID, $kind: LegalityKind, $asOf: Date, $first: Int, $after: String) {
  legalityFindings(regionCode: "140100", agencyCode: $agencyCode, kind: $kind, asOf: $asOf, first: $first, after: $after) {
    asOf checked totals { kind count }
    findings { totalCount nodes { kind item { code name } bases { article } } pageInfo { hasNextPage endCursor } } } }`;
const RECORD = `mutation ($input: RecordInstrumentInput!) { recordInstrument(input: $input) { __typename
  ... on LegalInstrument { title kind effectiveOn repealedOn } ... on Refusal { code } } }`;

const LEGAL = holder('LEGAL_OFFICE');
const decision = citation('国务院对确需保留的行政审批项目设定行政许可的决定', null, { level: 'STATE_COUNCIL_DECISION', item: '第112项' });

describe('legality findings', () => {
  let catalog: AskedCatalog;
  beforeEach(async () => {
    catalog = await askedCatalog();
    await catalog.list(
      '2014-09-10',
      power('取水许可', { publishedCode: 'A' }),
      power('凿井许可', { publishedCode: 'B', citations: [decision] }),
      power('无据许可', { publishedCode: 'C', citations: [] }),
      power('农药检查', { publishedCode: 'D', category: 'OTHER', body: '市农委', citations: [citation('中华人民共和国水法', null)] }),
    );
  });
  afterEach(() => catalog.drop());
  const item = async (code: string, actor: Actor, asOf?: string) => (await catalog.ask<any>(ITEM, { code, asOf }, actor)).powerItem;
  const list = async (variables: object = {}, actor: Actor = LEGAL) => (await catalog.ask<any>(LIST, { ...variables }, actor)).legalityFindings;
  const record = (facts: object, actor: Actor = LEGAL) => catalog.ask<any>(RECORD, { input: { regionCode: '140100', ...facts } }, actor);
  const instrument = async (title: string) => (await catalog.store.database.pool.query('SELECT id FROM catalog.legal_instrument WHERE title = $1', [title])).rows.map((row) => String(row.id))[0]!;

  it('stand beside the item, with both tests and the bases concerned', async () => {
    expect(await item('B', LEGAL)).toEqual({
      legalityTests: { plan: 'FAILED', statute: 'PASSED' },
      legalityFindings: [
        {
          kind: 'NO_BASIS_IN_LAW_OR_REGULATION',
          clause: 'P14',
          explanation: expect.stringContaining('没有现行有效的法律法规依据'),
          proposal: 'CANCEL',
          bases: [{ citation: '《国务院对确需保留的行政审批项目设定行政许可的决定》第112项' }],
          item: { code: 'B' },
        },
      ],
    });
    expect(await item('A', LEGAL)).toEqual({ legalityTests: { plan: 'PASSED', statute: 'PASSED' }, legalityFindings: [] });
  });

  it('are for those who may read review cycles: null for others, an item at a time', async () => {
    const hidden = { legalityTests: null, legalityFindings: null };
    for (const actor of [undefined, holder('REPORTING'), holder('LEGAL_OFFICE', '650200'), holder('AGENCY_HEAD', '140100', '140100018')])
      expect(await item('B', actor as Actor)).toEqual(hidden);
    for (const actor of [holder('SUPERVISION'), holder('AGENCY_HEAD', '140100', WATER)])
      expect(await item('B', actor)).toMatchObject({ legalityFindings: [{}] });
    await expect(list({}, { ...LEGAL, role: 'PUBLIC' })).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    const head = holder('AGENCY_HEAD', '140100', '140100018');
    await expect(list({}, head)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await list({ agencyCode: '140100018' }, head)).toMatchObject({ checked: 1, totals: [{ kind: 'BASIS_WITHOUT_ARTICLE', count: 1 }] });
  });

  it('of a whole list come with totals by kind, paged and by kind', async () => {
    expect(await list({ first: 2 })).toEqual({
      asOf: '2015-12-31',
      checked: 4,
      totals: [{ kind: 'NO_BASIS', count: 1 }, { kind: 'NO_BASIS_IN_LAW_OR_REGULATION', count: 1 }, { kind: 'BASIS_WITHOUT_ARTICLE', count: 1 }],
      findings: {
        totalCount: 3,
        nodes: [
          { kind: 'NO_BASIS_IN_LAW_OR_REGULATION', item: { code: 'B', name: '凿井许可' }, bases: [{ article: null }] },
          { kind: 'NO_BASIS', item: { code: 'C', name: '无据许可' }, bases: [] },
        ],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
    });
    const { findings } = await list({ first: 2 });
    expect((await list({ after: findings.pageInfo.endCursor })).findings.nodes).toMatchObject([{ kind: 'BASIS_WITHOUT_ARTICLE', item: { code: 'D' } }]);
    expect(await list({ kind: 'NO_BASIS' })).toMatchObject({ totals: { length: 3 }, findings: { totalCount: 1, nodes: [{ item: { code: 'C' } }] } });
  });

  it('cost the same statements however many items', async () => {
    const one = await catalog.statementsOf(LIST, { kind: 'NO_BASIS_IN_LAW_OR_REGULATION', first: 1 }, LEGAL);
    expect(await catalog.statementsOf(LIST, { first: 100 }, LEGAL)).toBe(one);
    expect(one).toBe(3); // the list, the items shown, their bases
  });

  it('go by when the legal office says an instrument is in force, for every item that cites it, on any day', async () => {
    const id = await instrument('中华人民共和国水法');
    expect(await record({ id, effectiveOn: '2002-10-01', repealedOn: '2015-06-01' })).toEqual({
      recordInstrument: { __typename: 'LegalInstrument', title: '中华人民共和国水法', kind: 'LAW', effectiveOn: '2002-10-01', repealedOn: '2015-06-01' },
    });
    expect((await item('A', LEGAL, '2015-05-31')).legalityTests).toEqual({ plan: 'PASSED', statute: 'PASSED' });
    expect(await item('A', LEGAL, '2015-06-01')).toMatchObject({
      legalityTests: { plan: 'FAILED', statute: 'FAILED' },
      legalityFindings: [{ kind: 'NO_BASIS_IN_LAW_OR_REGULATION' }, { kind: 'INSTRUMENT_REPEALED' }],
    });
    expect((await list({ asOf: '2015-06-01', kind: 'INSTRUMENT_REPEALED' })).findings.nodes.map((each: any) => each.item.code)).toEqual(['A', 'D']);
    const { entries } = await readJournal(catalog.store.database, 'catalog', 0, 100);
    expect(entries.at(-1)).toMatchObject({ action: 'InstrumentRecorded', subject: { kind: 'LegalInstrument', id }, before: { repealedOn: null }, after: { repealedOn: '2015-06-01' } });
  });

  it('recording an instrument changes only what is said, once, and refuses what cannot be', async () => {
    const id = await instrument('中华人民共和国水法');
    await record({ id, repealedOn: '2015-06-01' });
    const { head } = await readJournal(catalog.store.database, 'catalog', 0, 1);
    await record({ id, repealedOn: '2015-06-01' });
    expect((await readJournal(catalog.store.database, 'catalog', 0, 1)).head).toEqual(head);
    expect(await record({ id, effectiveOn: '2015-06-01' })).toEqual({ recordInstrument: { __typename: 'Refusal', code: 'REPEALED_BEFORE_EFFECTIVE' } });
    expect(await record({ id, repealedOn: null, kind: 'NORMATIVE_DOCUMENT' })).toMatchObject({ recordInstrument: { kind: 'NORMATIVE_DOCUMENT', effectiveOn: null, repealedOn: null } });
    expect(await record({ id: '0' })).toMatchObject({ recordInstrument: { code: 'UNKNOWN_INSTRUMENT' } });
    await expect(record({ id }, holder('LEGAL_OFFICE', '650200'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

import { type SampleHub, sampleHub } from '../support/sample-hub';

/** The cases that come with Taiyuan’s sample, as its readers meet them. */
describe('the sample’s cases', () => {
  let hub: SampleHub;
  beforeAll(async () => {
    hub = await sampleHub();
  });
  afterAll(() => hub.stop());

  it('are followed by number and query code, from receipt to delivery', async () => {
    const { data, errors } = await hub.ask('TrackCase', { number: '140100013-20140001', queryCode: 'SAMPLE-0001' });
    expect(errors).toEqual([]);
    const { events, ...shown } = data.trackCase;
    // Accepted on 22 September, twenty days promised, the hearing not counted, ten days more.
    expect(shown).toMatchObject({ state: 'DELIVERED', item: { name: '取水许可' }, dueOn: '2014-11-19', dueProvisional: false, daysUsed: 22 });
    expect([events[0].kind, events.at(-1).kind]).toEqual(['RECEIVED', 'DELIVERED']);
    expect(events[0].office).toEqual({ name: '行政审批科' });
  });

  it('are counted by month', async () => {
    const { data } = await hub.ask('CaseTimeliness', { regionCode: '140100', from: '2014-09-01', to: '2014-11-30', groupBy: ['MONTH'] }, await hub.as('REPORTING', '140100'));
    expect(data.caseTimeliness.rows.map(({ received, decided, onTime, overdue }: Record<string, number>) => [received, decided, onTime, overdue])).toEqual([[23, 13, 12, 1], [13, 20, 17, 3], [1, 2, 2, 0]]);
    expect(data.caseTimeliness.rows[0]).toMatchObject({ medianDays: 5, p90Days: 10.6 });
  });

  it('have raised signals on the days they were late, and none for being told of today', async () => {
    const { data } = await hub.ask('{ supervisionSignals(regionCode: "140100", first: 100) { nodes { kind occurredOn } } }', {}, await hub.as('SUPERVISION', '140100'));
    const { nodes } = data.supervisionSignals as { nodes: { kind: string; occurredOn: string }[] };
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(['NEAR_DUE', 'OVERDUE_PROMISED']));
    expect(nodes.every(({ occurredOn }) => occurredOn < '2014-12-01')).toBe(true);
  });

  it('name no applicant to anybody but the handling agency and supervision', async () => {
    const NAMES = '{ cases(agencyCode: "140100013", first: 10) { nodes { number applicant { name } } } }';
    const told = await hub.ask(NAMES, {}, await hub.as('AGENCY_EDITOR', '140100', '140100013'));
    const masked = await hub.ask(NAMES, {}, await hub.as('SERVICE_CENTER', '140100'));
    expect([told.errors, masked.errors]).toEqual([[], []]);
    expect(told.text).toMatch(/示例[^"]*公司/);
    expect(masked.text).not.toMatch(/示例[^"*]*公司/);
  });
});

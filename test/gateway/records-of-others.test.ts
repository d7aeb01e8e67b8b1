import { type Answer, type SampleHub, sampleHub } from '../support/sample-hub';

const WATER = '140100013';
const OTHER = '140100030';
const REPORT = 'mutation($input: RecordCaseEventsInput!) { recordCaseEvents(input: $input) { __typename } }';

/** What another agency or region keeps for itself looks the same whether it is there or not. */
describe('whoever asks for records of another agency or region', () => {
  let hub: SampleHub;
  let editor: { authorization: string };
  let abroad: { authorization: string };
  let mandate: string;
  beforeAll(async () => {
    hub = await sampleHub();
    const events = [{ caseNumber: 'S1', eventId: 'S1-1', kind: 'RECEIVED', at: '2026-01-14T09:00:00+08:00', itemCode: '14010001301000100' }];
    const recorded = await hub.ask(REPORT, { input: { regionCode: '140100', agencyCode: WATER, events } }, await hub.as('ADMIN'));
    if (recorded.data?.recordCaseEvents.__typename === 'Refusal') throw new Error(recorded.text);
    const { data } = await hub.ask(`{ agency(code: "${WATER}") { mandate { id } } }`);
    mandate = data.agency.mandate.id as string;
    editor = await hub.as('AGENCY_EDITOR', '140100', OTHER);
    abroad = await hub.as('REFORM_OFFICE', '650200');
  });
  afterAll(() => hub.stop());

  const told = ({ status, data, errors }: Answer): object => ({ status, data, errors: errors.map(({ message, path, extensions }) => ({ message, path, extensions })) });

  it.each<[string, 'agency' | 'region', string, () => string, string]>([
    ['a case', 'agency', 'query($it: ID!) { case(number: $it) { number } }', () => `${WATER}-S1`, `${WATER}-S9`],
    ['guide drafts', 'agency', 'query($it: ID!) { guideDrafts(agencyCode: $it) { totalCount } }', () => WATER, '140100999'],
    ['remarks', 'agency', 'query($it: ID!) { remarksToAnswer(agencyCode: $it) { totalCount } }', () => WATER, '140100999'],
    ['a mandate to withdraw', 'agency', 'mutation($it: ID!) { withdrawMandate(input: { mandateId: $it, reason: "撤回" }) { __typename } }', () => mandate, `${WATER}-M99`],
    ['findings', 'region', 'query($it: ID!) { mandateCrossCheck(regionCode: $it) { regionCode } }', () => '140100', '140999'],
    ['signals', 'region', 'query($it: ID!) { supervisionSignals(regionCode: $it) { totalCount } }', () => '140100', '140999'],
  ])('%s: learns nothing', async (_what, beyond, query, there, nowhere) => {
    const headers = beyond === 'agency' ? editor : abroad;
    const [found, missing] = await Promise.all([there(), nowhere].map((it) => hub.ask(query, { it }, headers)));
    expect(JSON.stringify(found!.data ?? {})).not.toMatch(/:(?!null)["\d{[](?!})/);
    expect(told(found!)).toEqual(told(missing!));
    expect(found!.text).not.toContain('S1');
  });
});

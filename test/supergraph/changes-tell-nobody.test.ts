import { SERVICES } from '../../gateway/config';
import type { Actor } from '../../services/shared/actor';
import { type SampleHub, sampleHub } from '../support/sample-hub';

const WATER = '140100013';
const PERMIT = '14010001301000100';

/** What names or may name somebody, in every field that takes it; each mark as it is kept. */
const MARKS = {
  applicantName: '甲标记某',
  applicantId: '140105199001010017',
  applicantContact: '13900000001',
  reportedName: '乙标记某',
  reportedId: '140105199001010025',
  reportedContact: '13900000002',
  remarkName: '丙标记某',
  remarkPhone: '13900000003',
  remarkText: '丙标记某反映窗口让人跑了三趟',
  remarkAnswer: '丁标记某已到窗口核实并致歉',
  withheldReason: '戊标记某的隐私',
  checkSubject: '己标记某的取水口',
  checkNote: '庚标记某未装计量设施',
};
const REPORTED_CODE = 'ABCD2345EFGH';

let hub: SampleHub;
const secrets: string[] = [REPORTED_CODE];

async function as(role: Actor['role'], agencyCode?: string) {
  return hub.as(role, '140100', agencyCode);
}
async function done(mutation: string, headers: Record<string, string>, answer = '', refusal = '... on Refusal { code message }'): Promise<any> {
  const { data, errors } = await hub.ask(`mutation { result: ${mutation} { __typename ${answer} ${refusal} } }`, {}, headers);
  expect(errors).toEqual([]);
  expect(data.result.__typename).not.toBe('Refusal');
  return data.result;
}

beforeAll(async () => {
  hub = await sampleHub();
  const [hall, clerk, head] = [await as('SERVICE_CENTER'), await as('AGENCY_EDITOR', WATER), await as('AGENCY_HEAD', WATER)];
  const applicant = `{ name: "${MARKS.applicantName}", idNumber: "${MARKS.applicantId}", contact: "${MARKS.applicantContact}" }`;
  const opened = await done(`openCase(input: { agencyCode: "${WATER}", itemCode: "${PERMIT}", applicantKind: NATURAL_PERSON, applicant: ${applicant} })`, hall, '... on OpenedCase { queryCode case { number } }');
  secrets.push(opened.queryCode);
  const reported = `{ name: "${MARKS.reportedName}", idNumber: "${MARKS.reportedId}", contact: "${MARKS.reportedContact}" }`;
  const events = ['RECEIVED', 'ACCEPTED'].map(
    (kind) => `{ eventId: "${kind}", caseNumber: "M1", kind: "${kind}", at: "2026-01-14T09:00:00+08:00", itemCode: "${PERMIT}", applicant: ${reported}, queryCode: "${REPORTED_CODE}" }`,
  );
  await done(`recordCaseEvents(input: { regionCode: "140100", agencyCode: "${WATER}", events: [${events.join()}] })`, hall); // `planted` sees whether it took them
  const contact = `{ name: "${MARKS.remarkName}", phone: "${MARKS.remarkPhone}" }`;
  const remark = await done(`submitRemark(input: { itemCode: "${PERMIT}", kind: COMPLAINT, text: "${MARKS.remarkText}", contact: ${contact} })`, {}, '... on RemarkReceipt { remarkId queryCode }');
  secrets.push(remark.queryCode);
  await done(`answerRemark(input: { agencyCode: "${WATER}", remarkId: "${remark.remarkId}", answer: "${MARKS.remarkAnswer}" })`, clerk);
  await done(`withholdRemark(input: { agencyCode: "${WATER}", remarkId: "${remark.remarkId}", reason: "${MARKS.withheldReason}" })`, hall);
  await done(`stateMeasures(input: { agencyCode: "${WATER}", itemCode: "${PERMIT}", measures: [{ kind: REPORTING, text: "每年报送用水总结", frequency: { value: 1, unit: TIMES_PER_YEAR }, officeId: "14010001302" }] })`, clerk);
  await done(`planChecks(input: { agencyCode: "${WATER}", checks: [{ checkId: "J1", itemCode: "${PERMIT}", measure: 1, plannedOn: "2026-01-15", subject: "${MARKS.checkSubject}" }] })`, clerk, '', '');
  await done(`recordCheckResults(input: { agencyCode: "${WATER}", results: [{ checkId: "J1", checkedOn: "2026-01-15", result: RECTIFY, note: "${MARKS.checkNote}", rectifyBy: "2026-02-01" }] })`, clerk, '', '');
  await planted();
  await done(`eraseRemarkContact(agencyCode: "${WATER}", remarkId: "${remark.remarkId}")`, head);
}, 180_000);
afterAll(() => hub.stop());

/** The marks did get in: each is in one of the service’s own tables. */
async function planted(): Promise<void> {
  const { pool } = hub.database.connect();
  const { rows } = await pool.query(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'service_center' AND table_name NOT LIKE 'journal%'`);
  let kept = '';
  for (const { name } of rows) kept += (await pool.query(`SELECT string_agg(t::text, ' ') AS text FROM service_center."${name}" t`)).rows[0].text ?? '';
  expect(Object.entries(MARKS).filter(([, mark]) => !kept.includes(mark))).toEqual([]);
}

describe('what changes tell', () => {
  it.each(SERVICES)('of %s holds no name, no number, no words of anybody and no query code, whoever asks', async (service) => {
    for (const headers of [{}, await as('ADMIN'), await as('AGENCY_HEAD', WATER)]) {
      let text = '';
      for (let after: string | null = null, more = true; more; ) {
        const search: string = new URLSearchParams({ limit: '1000', ...(after === null ? {} : { after }) }).toString();
        const page = await (await fetch(`${hub.origin}/changes/${service}?${search}`, { headers })).text();
        text += page;
        ({ cursor: after, more } = JSON.parse(page.trimEnd().split('\n').at(-1)!) as { cursor: string; more: boolean });
      }
      if (service === 'service-center') for (const action of TOLD) expect(text).toContain(`"${action}"`);
      for (const mark of [...Object.values(MARKS), ...secrets, ...secrets.map((secret) => secret.replaceAll('-', ''))]) expect(text).not.toContain(mark);
    }
  });

  it('is the same by the graph', async () => {
    const { text } = await hub.ask('Changes', { first: 1000 }, await as('ADMIN'));
    for (const mark of [...Object.values(MARKS), ...secrets]) expect(text).not.toContain(mark);
  });
});

/** That something happened is told. */
const TOLD = ['CaseOpened', 'RemarkSubmitted', 'RemarkAnswered', 'RemarkWithheld', 'RemarkContactErased', 'ChecksPlanned', 'CheckResultsRecorded'];

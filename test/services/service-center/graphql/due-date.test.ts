import { readJournal } from '../../../../services/shared/journal';
import { ANONYMOUS, ROLES, type Actor } from '../../../../services/shared/actor';
import { aServiceCenter, type AServiceCenter } from '../a-service-center';

const ASK = `query ($startedOn: Date!, $value: Int!, $unit: TimeUnit!) {
  dueDate(startedOn: $startedOn, value: $value, unit: $unit) { dueOn provisional }
}`;
const EXTEND = `mutation ($input: ExtendCalendarInput!) { extendCalendar(input: $input) {
  ... on CalendarYear { year notice holidays workdays publishedUntil }
  ... on Refusal { code rule details { path value } }
} }`;

const counter: Actor = { id: 'c', role: 'SERVICE_CENTER', regionCode: '140100', agencyCode: null };
const NOTICE = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  holidays: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'],
  workdays: ['2027-01-31'],
};

let center: AServiceCenter;
beforeAll(async () => {
  center = await aServiceCenter(new Date('2026-11-23T02:00:00Z'));
});
afterAll(() => center.drop());

const ask = async (startedOn: string, value: number, unit = 'WORKING_DAY') => {
  const { data, errors } = await center.query(ASK, { startedOn, value, unit });
  return errors ? errors[0].extensions : data.dueDate;
};
const extend = async (changes: Partial<typeof NOTICE> = {}, actor = counter) => {
  const { data, errors } = await center.query(EXTEND, { input: { ...NOTICE, ...changes } }, actor);
  return errors ? errors[0].extensions : data.extendCalendar;
};
const journal = async () => (await readJournal(center.database, 'service_center', 0, 10)).entries;

describe('dueDate', () => {
  it.each([
    ['2014-09-22', 20, 'WORKING_DAY', '2014-10-23', false],
    ['2014-09-01', 30, 'CALENDAR_DAY', '2014-10-08', false],
    ['2014-08-31', 1, 'MONTH', '2014-09-30', false],
    ['2014-09-05', 25, 'HOUR', '2014-09-07', false],
    ['2014-09-06', 0, 'WORKING_DAY', '2014-09-09', false],
    ['2026-12-31', 1, 'WORKING_DAY', '2027-01-01', true],
  ])('%s and %i %s: %s, provisional %s', async (startedOn, value, unit, dueOn, provisional) => {
    expect(await ask(startedOn, value, unit)).toEqual({ dueOn, provisional });
  });

  it.each(['WORKING_DAY', 'CALENDAR_DAY', 'HOUR', 'MONTH'])('answers for the longest limit in %s', async (unit) => {
    expect((await ask('2014-09-05', 10_000, unit)).dueOn).toMatch({ WORKING_DAY: /^205\d-/, CALENDAR_DAY: /^2042-/, HOUR: /^2015-/, MONTH: /^2848-/ }[unit]!);
  });

  it.each([
    ['2014-09-05', -1, 'value'],
    ['2014-09-05', 10_001, 'value'],
    ['9999-12-31', 10_000, 'startedOn'],
  ])('rejects %s and %i, naming %s', async (startedOn, value, inputPath) => {
    expect(await ask(startedOn, value)).toMatchObject({ code: 'BAD_USER_INPUT', inputPath });
  });

  it('rejects what is not a day', async () => {
    expect(await ask('2014-02-30', 5)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('reads the calendar once, however many are asked for', async () => {
    const many = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `d${i}: dueDate(startedOn: "2014-09-05", value: ${i}, unit: WORKING_DAY) { dueOn }`).join(' ')} }`;
    for (const count of [1, 30]) expect(await center.statements(() => center.query(many(count)))).toHaveLength(1);
  });
});

describe('extendCalendar', () => {
  it('refuses a year out of turn, and writes nothing', async () => {
    expect(await extend({ year: 2028 })).toEqual({ code: 'YEAR_NOT_NEXT', rule: '许可法 82', details: [{ path: 'year', value: '2028' }] });
    expect(await extend({ workdays: ['2027-01-29'] })).toMatchObject({ code: 'NOT_A_MAKE_UP_DAY', details: [{ path: 'workdays.0' }] });
    expect(await journal()).toEqual([]);
  });

  it('is not for others', async () => {
    for (const role of ROLES.filter((name) => name !== 'ADMIN' && name !== 'SERVICE_CENTER' && name !== 'PUBLIC'))
      expect(await extend({}, { ...counter, role, agencyCode: '140100013' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await extend({}, ANONYMOUS)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await journal()).toEqual([]);
  });

  it('makes provisional due dates final, and moves those that were guessed', async () => {
    expect(await ask('2027-02-04', 1)).toEqual({ dueOn: '2027-02-05', provisional: true });
    expect(await extend()).toEqual({ ...NOTICE, publishedUntil: '2027-12-31' });
    expect(await ask('2027-02-04', 1)).toEqual({ dueOn: '2027-02-09', provisional: false });
    expect(await ask('2027-01-29', 1)).toEqual({ dueOn: '2027-01-31', provisional: false });
    expect(await ask('2027-12-31', 1)).toMatchObject({ provisional: true });
  });

  it('is journalled with who did it; the same notice again, by whichever center, changes nothing', async () => {
    expect(await extend({ notice: ` ${NOTICE.notice} ` }, { ...counter, regionCode: '650200' })).toMatchObject({ publishedUntil: '2027-12-31' });
    expect(await journal()).toMatchObject([
      { action: 'CalendarExtended', subject: { kind: 'Calendar', id: '2027' }, actor: counter, before: null, after: { ...NOTICE, publishedUntil: '2027-12-31' } },
    ]);
  });

  it('lets a later notice replace a day, and the journal keep what it replaced', async () => {
    const administrator: Actor = { id: 'a', role: 'ADMIN', regionCode: null, agencyCode: null };
    await extend({ notice: '国办发明电〔2027〕1号', holidays: ['2027-02-09'], workdays: ['2027-02-08'] }, administrator);
    expect((await journal())[1]).toMatchObject({ before: { days: [{ day: '2027-02-08', kind: 'HOLIDAY', notice: NOTICE.notice }] } });
    expect(await ask('2027-02-04', 2)).toEqual({ dueOn: '2027-02-10', provisional: false });
  });
});

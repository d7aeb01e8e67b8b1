import { close, decide, duty, findings, inForce, reply, run, stating, propose, approve } from './mandate-operations';
import { FORESTRY, mandatesUnderTest, of, STAFFING, WATER, type MandatesUnderTest } from './mandates-under-test';

const FORBIDDEN = { extensions: { code: 'FORBIDDEN' } };
const REGION = { regionCode: '140100' };
const WITHOUT_DUTY = `ITEM_WITHOUT_DUTY:${WATER}:W2`;

describe('work on findings (P13)', () => {
  let hub: MandatesUnderTest;
  beforeAll(async () => {
    hub = await mandatesUnderTest();
  });
  beforeEach(async () => {
    await hub.begin();
    hub.catalog.say('W1', { name: '取水许可' });
    hub.catalog.say('W2', { name: '河道采砂许可' });
    await hub.organisation.subgraph.catchUp();
    await inForce(hub, [duty('（一）', '组织实施取水许可制度', ['W1'])]);
  });
  afterAll(() => hub.organisation.drop());
  const states = async () => Object.fromEntries((await hub.rows<{ id: string; state: string }>('SELECT id, state FROM organisation.mandate_finding')).map(({ id, state }) => [id, state]));
  const coverW2 = () => inForce(hub, [duty('（一）', '组织实施取水许可制度', ['W1', 'W2'])], '2026-06-10');
  const reminders = async (on: string, actor = STAFFING) =>
    (await hub.organisation.ask<{ mandateReminders: { id: string }[] }>(`query ($on: Date) { mandateReminders(regionCode: "140100", on: $on) { id } }`, { on }, actor)).mandateReminders.map(({ id }) => id);

  describe('a run', () => {
    it('is kept with its counts, and compared with the one before: new, gone, still', async () => {
      expect(await run(hub, REGION)).toMatchObject({ number: 1, newCount: 1, goneCount: 0, stillCount: 0 });
      hub.catalog.say('W3', { name: '洪水影响评价审批' });
      await hub.organisation.subgraph.catchUp();
      expect(await run(hub, REGION)).toMatchObject({ number: 2, newCount: 1, goneCount: 0, stillCount: 1 });
      hub.setDay('2026-06-10');
      await coverW2();
      const third = await run(hub, REGION);
      expect(third).toMatchObject({ number: 3, newCount: 0, goneCount: 1, stillCount: 1 });
      expect(third.totals).toContainEqual({ kind: 'ITEM_WITHOUT_DUTY', count: 1 });
      expect(third.totals).toHaveLength(10);
      const { mandateCrossCheck } = await hub.organisation.ask<{ mandateCrossCheck: { runs: object[] } }>('{ mandateCrossCheck(regionCode: "140100") { runs(first: 2) { number items mandates day } } }', {}, STAFFING);
      expect(mandateCrossCheck.runs).toEqual([{ number: 3, items: 3, mandates: 1, day: '2026-06-10' }, { number: 2, items: 3, mandates: 1, day: '2026-06-01' }]);
      expect((await hub.said()).filter((line) => line.startsWith('CrossCheckRun'))).toEqual(['CrossCheckRun 140100-1', 'CrossCheckRun 140100-2', 'CrossCheckRun 140100-3']);
    });

    it('puts on record what it finds, closes what it finds no longer, and opens again what it closed itself', async () => {
      await run(hub, REGION);
      expect(await states()).toEqual({ [WITHOUT_DUTY]: 'OPEN' });
      await decide(hub, { mandateId: `${WATER}-M1`, place: 0, itemCode: 'W2', verdict: 'CONFIRMED' });
      await run(hub, REGION);
      expect(await states()).toEqual({ [WITHOUT_DUTY]: 'CLOSED' });
      await decide(hub, { mandateId: `${WATER}-M1`, place: 0, itemCode: 'W2', verdict: 'REJECTED' });
      hub.setDay('2026-06-20');
      expect(await run(hub, REGION)).toMatchObject({ newCount: 1, goneCount: 0 });
      expect(await findings(hub)).toMatchObject([{ id: WITHOUT_DUTY, state: 'OPEN', closure: null, raisedOn: '2026-06-20', deadline: '2026-07-20' }]);
    });

    it('leaves closed what a person closed', async () => {
      await run(hub, REGION);
      expect(await close(hub, { findingId: WITHOUT_DUTY, text: '属历史遗留，不作处理' })).toMatchObject({ state: 'CLOSED', closure: '属历史遗留，不作处理' });
      expect(await run(hub, REGION)).toMatchObject({ stillCount: 1 });
      expect(await states()).toEqual({ [WITHOUT_DUTY]: 'CLOSED' });
      expect(await findings(hub)).toEqual([]);
      expect(await findings(hub, ', states: [CLOSED]')).toMatchObject([{ id: WITHOUT_DUTY, closure: '属历史遗留，不作处理' }]);
    });

    it('keeps open what is about an item, when the mandate whose duty it quoted is replaced', async () => {
      hub.catalog.say('W4', { name: '取水许可证核发' });
      await hub.organisation.subgraph.catchUp();
      hub.setDay('2026-06-09');
      await inForce(hub, [duty('（一）', '组织实施取水许可制度，负责取水许可证核发', ['W1'])], '2026-06-09');
      await run(hub, REGION);
      const quoted = (await findings(hub)).filter(({ duty: at }) => at?.mandateId === `${WATER}-M2`).map(({ id }) => id);
      expect(quoted).toContain(`ITEM_WITHOUT_DUTY:${WATER}:W4`);
      hub.setDay('2026-06-10');
      await coverW2();
      await run(hub, REGION);
      expect(await states()).toMatchObject({ [`ITEM_WITHOUT_DUTY:${WATER}:W4`]: 'OPEN' });
    });

    it('takes staffing that mixes kinds, exceeded twice under one name', async () => {
      hub.setDay('2026-06-10');
      const over = { kind: 'ADMINISTRATIVE', quota: 5, actual: 6 };
      const { id } = await propose(hub, stating([duty('（一）', '取水许可', ['W1', 'W2'])], '2026-06-10', { staffing: [over, over] }));
      await approve(hub, { mandateId: id });
      expect((await run(hub, REGION)).totals).toContainEqual({ kind: 'STAFFING_EXCEEDED', count: 3 });
    });

    it('is the staffing office’s, in a region that has bodies', async () => {
      await expect(run(hub, REGION, of(WATER))).rejects.toMatchObject(FORBIDDEN);
      await expect(run(hub, { regionCode: '650200' })).rejects.toMatchObject(FORBIDDEN);
      expect(await run(hub, { regionCode: '140108' })).toMatchObject({ code: 'UNKNOWN_REGION', details: [{ path: 'regionCode', value: '140108' }] });
    });
  });

  describe('a finding', () => {
    beforeEach(() => run(hub, REGION));

    it('is replied to by its agency and closed by the staffing office, each with a text', async () => {
      expect(await reply(hub, { findingId: WITHOUT_DUTY, text: ' 已报编办修订三定 ' })).toMatchObject({ state: 'REPLIED', reply: '已报编办修订三定' });
      expect(await close(hub, { findingId: WITHOUT_DUTY, text: '已修订' })).toMatchObject({ state: 'CLOSED', reply: '已报编办修订三定', closure: '已修订' });
      expect((await hub.said()).slice(-2)).toEqual([`FindingReplied ${WITHOUT_DUTY}`, `FindingClosed ${WITHOUT_DUTY}`]);
    });

    it('takes no empty text, no reply once it is closed, and must be on record', async () => {
      const before = await hub.said();
      expect(await reply(hub, { findingId: WITHOUT_DUTY, text: ' ' })).toMatchObject({ code: 'TEXT_MISSING', details: [{ path: 'text' }] });
      expect(await close(hub, { findingId: `STALE_DUTY:${WATER}:x`, text: '甲' })).toMatchObject({ code: 'UNKNOWN_FINDING' });
      expect(await hub.said()).toEqual(before);
      await close(hub, { findingId: WITHOUT_DUTY, text: '甲' });
      expect(await reply(hub, { findingId: WITHOUT_DUTY, text: '甲' })).toMatchObject({ code: 'FINDING_CLOSED', message: '该问题已办结：甲' });
    });

    it('is another agency’s neither to reply to, nor to close, nor to see', async () => {
      await expect(reply(hub, { findingId: WITHOUT_DUTY, text: '甲' }, of(FORESTRY))).rejects.toMatchObject(FORBIDDEN);
      await expect(close(hub, { findingId: WITHOUT_DUTY, text: '甲' }, of(WATER))).rejects.toMatchObject(FORBIDDEN);
      expect(await findings(hub, '', of(FORESTRY))).toEqual([]);
      expect(await findings(hub, '', of(WATER))).toMatchObject([{ id: WITHOUT_DUTY }]);
    });

    it('is reminded on the seventh and the fourteenth day, not on the eighth, until it is closed', async () => {
      expect(await reminders('2026-06-01')).toEqual([]);
      expect(await reminders('2026-06-08')).toEqual([WITHOUT_DUTY]);
      expect(await reminders('2026-06-09')).toEqual([]);
      expect(await reminders('2026-06-15')).toEqual([WITHOUT_DUTY]);
      expect(await reminders('2026-06-15', of(WATER))).toEqual([WITHOUT_DUTY]);
      expect(await reminders('2026-06-15', of(FORESTRY))).toEqual([]);
      await reply(hub, { findingId: WITHOUT_DUTY, text: '甲' });
      expect(await reminders('2026-06-15')).toEqual([WITHOUT_DUTY]);
      await close(hub, { findingId: WITHOUT_DUTY, text: '甲' });
      expect(await reminders('2026-06-15')).toEqual([]);
    });
  });

  describe('what a person decided about a duty and an item', () => {
    const pair = (verdict: 'CONFIRMED' | 'REJECTED', mandateId = `${WATER}-M1`, place = 0) => ({ mandateId, place, itemCode: 'W2', verdict });
    const candidates = async () =>
      (
        await hub.organisation.ask<{ agency: { dutyMatches: { item: { code: string }; candidates: { duty: { text: string } }[] }[] } }>(
          `{ agency(code: "${WATER}") { dutyMatches { item { code } candidates { duty { text } } } } }`,
          {},
          of(WATER),
        )
      ).agency.dutyMatches.map(({ item, candidates: offered }) => [item.code, offered.map(({ duty: { text } }) => text)]);
    const renumbered = () => inForce(hub, [duty('（一）', '拟订规划', [], { kind: 'POLICY' }), duty('（二）', ' 组织实施取水许可制度。', ['W1'])], '2026-06-10');

    it('is never decided by itself: a candidate stays one', async () => {
      expect(await candidates()).toEqual([['W2', ['组织实施取水许可制度']]]);
      expect(await hub.rows('SELECT 1 FROM organisation.duty_match')).toEqual([]);
    });

    it('survives a new version in which the duty has another number and place: confirmed', async () => {
      expect(await decide(hub, pair('CONFIRMED'))).toMatchObject({ dutyText: '组织实施取水许可制度', verdict: 'CONFIRMED' });
      expect(await findings(hub)).toEqual([]);
      hub.setDay('2026-06-10');
      await renumbered();
      await run(hub, REGION);
      expect(await findings(hub)).toEqual([]);
      expect(await candidates()).toEqual([]);
    });

    it('survives it: rejected', async () => {
      await decide(hub, pair('REJECTED'));
      hub.setDay('2026-06-10');
      await renumbered();
      expect(await candidates()).toEqual([['W2', ['拟订规划']]]);
      expect(await findings(hub)).toMatchObject([{ id: WITHOUT_DUTY }]);
    });

    it('is corrected by deciding again, and said in the journal only when it changes', async () => {
      await decide(hub, pair('CONFIRMED'));
      await decide(hub, pair('CONFIRMED'));
      await decide(hub, pair('REJECTED'), STAFFING);
      expect((await hub.said()).filter((line) => line.startsWith('DutyMatch'))).toEqual([`DutyMatchDecided ${WATER}:W2`, `DutyMatchDecided ${WATER}:W2`]);
      expect(await hub.rows('SELECT verdict, decided_by FROM organisation.duty_match')).toEqual([{ verdict: 'REJECTED', decided_by: STAFFING.id }]);
    });

    it.each([
      ['an unknown mandate', { mandateId: `${WATER}-M7` }, 'UNKNOWN_MANDATE'],
      ['a place without a duty', { place: 1 }, 'UNKNOWN_DUTY'],
      ['a place before the first', { place: -1 }, 'UNKNOWN_DUTY'],
      ['an item that the list never had', { itemCode: 'X1' }, 'UNKNOWN_ITEM'],
      ['another agency’s item', { itemCode: 'F1' }, 'UNKNOWN_ITEM'],
    ])('is refused for %s', async (_what, more, code) => {
      hub.catalog.say('F1', { agencyCode: FORESTRY });
      await hub.organisation.subgraph.catchUp();
      const before = await hub.said();
      expect(await decide(hub, { ...pair('CONFIRMED'), ...more })).toMatchObject({ code });
      expect(await hub.said()).toEqual(before);
    });

    it('is its own agency’s and the staffing office’s', async () => {
      await expect(decide(hub, pair('CONFIRMED'), of(FORESTRY))).rejects.toMatchObject(FORBIDDEN);
    });
  });
});

import { approve, derive, duty, findings, giveBack, inForce, propose, recordExisting, stating, withdraw } from './mandate-operations';
import { FORESTRY, mandatesUnderTest, of, STAFFING, WATER, type MandatesUnderTest } from './mandates-under-test';

const FORBIDDEN = { extensions: { code: 'FORBIDDEN' } };

describe('the life of a mandate (P13)', () => {
  let hub: MandatesUnderTest;
  beforeAll(async () => {
    hub = await mandatesUnderTest();
  });
  beforeEach(async () => {
    await hub.begin();
    for (const code of ['W1', 'W2']) hub.catalog.say(code, { duty: code === 'W1' ? '负责取水许可' : '负责水土保持' });
    hub.catalog.say('W9', { status: 'CANCELLED', validFrom: '2020-01-01' });
    hub.catalog.say('F1', { agencyCode: FORESTRY, officeIds: [] });
    await hub.organisation.subgraph.catchUp();
  });
  afterAll(() => hub.organisation.drop());
  const inForceOn = async (day: string) =>
    (await hub.organisation.ask<{ agency: { mandate: { id: string } | null } }>('query ($day: Date) { agency(code: "140100001") { mandate(asOf: $day) { id } } }', { day })).agency.mandate?.id ?? null;
  /** The refusal, once it is sure that it has written nothing. */
  const refusalOf = async (ask: () => Promise<object>): Promise<object> => {
    const before = await hub.said();
    const answer = await ask();
    expect(await hub.said()).toEqual(before);
    return answer;
  };

  it('is proposed by its agency, approved by the staffing office, and replaced by the next', async () => {
    const first = await propose(hub, stating([duty('（一）', '负责取水许可', ['W1']), duty('（二）', '拟订规划', [], { kind: 'POLICY' })]));
    expect(first).toMatchObject({ id: `${WATER}-M1`, version: 1, state: 'PROPOSED', origin: 'DOCUMENT', effectiveOn: '2026-06-01', effectiveTo: null, duties: [{ number: '（一）', items: [{ code: 'W1' }] }, { kind: 'POLICY', items: [] }] });
    expect(await inForceOn('2026-06-01')).toBeNull();
    expect(await approve(hub, { mandateId: `${WATER}-M1` })).toMatchObject({ id: `${WATER}-M1`, state: 'APPROVED' });
    expect(await inForce(hub, [duty('（一）', '负责取水许可', ['W1', 'W2'])], '2026-09-01')).toMatchObject({ id: `${WATER}-M2`, state: 'APPROVED', effectiveOn: '2026-09-01' });
    expect([await inForceOn('2026-05-31'), await inForceOn('2026-06-01'), await inForceOn('2026-08-31'), await inForceOn('2026-09-01')]).toEqual([null, `${WATER}-M1`, `${WATER}-M1`, `${WATER}-M2`]);
    expect(await hub.said()).toEqual([`MandateProposed ${WATER}-M1`, `MandateApproved ${WATER}-M1`, `MandateProposed ${WATER}-M2`, `MandateApproved ${WATER}-M2`, `MandateReplaced ${WATER}-M1`]);
  });

  it('keeps the instant it was approved when the next one ends it', async () => {
    await inForce(hub, [duty('（一）', '负责取水许可', ['W1'])]);
    hub.setDay('2026-07-01');
    await inForce(hub, [duty('（一）', '负责取水许可', ['W1'])], '2026-07-01');
    expect(await hub.rows(`SELECT id, decided_at::date::text AS day FROM organisation.mandate ORDER BY id`)).toEqual([
      { id: `${WATER}-M1`, day: '2026-06-01' },
      { id: `${WATER}-M2`, day: '2026-07-01' },
    ]);
  });

  it('is refused at the gate with every offending duty, and stays proposed', async () => {
    await propose(hub, stating([duty('（一）', '甲', ['W1', 'W9']), duty('（二）', '乙', ['W2']), duty('（三）', '丙', ['F1', 'W9'])]));
    expect(await refusalOf(() => approve(hub, { mandateId: `${WATER}-M1` }))).toMatchObject({
      code: 'DUTY_NAMES_UNLISTED_ITEM',
      rule: 'P13',
      message: 'duties.0.items.1：职责（一）写入的事项“事项W9”在生效日不在清单上，不得进入三定（W9）；duties.2.items.0：职责（三）写入的事项“事项F1”在清单上由140100002行使（F1）；duties.2.items.1：职责（三）写入的事项“事项W9”在生效日不在清单上，不得进入三定（W9）',
      details: [{ path: 'duties.0.items.1', value: 'W9' }, { path: 'duties.2.items.0', value: 'F1' }, { path: 'duties.2.items.1', value: 'W9' }],
    });
    expect(await inForceOn('2026-06-01')).toBeNull();
  });

  it('is judged by the list of its effective day', async () => {
    hub.catalog.say('W1', { status: 'CANCELLED', validFrom: '2026-08-01' });
    await hub.organisation.subgraph.catchUp();
    await propose(hub, stating([duty('（一）', '甲', ['W1'])], '2026-08-01'));
    expect(await refusalOf(() => approve(hub, { mandateId: `${WATER}-M1` }))).toMatchObject({ code: 'DUTY_NAMES_UNLISTED_ITEM' });
    expect(await inForce(hub, [duty('（一）', '甲', ['W1'])], '2026-07-31')).toMatchObject({ state: 'APPROVED' });
  });

  it('may be returned with a reason, and then neither approved nor returned again', async () => {
    await propose(hub, stating([duty('（一）', '甲', ['W1'])]));
    expect(await refusalOf(() => giveBack(hub, { mandateId: `${WATER}-M1`, reason: ' ' }))).toMatchObject({ code: 'REASON_MISSING', details: [{ path: 'reason' }] });
    expect(await giveBack(hub, { mandateId: `${WATER}-M1`, reason: ' 请补充依据 ' })).toMatchObject({ state: 'RETURNED', reason: '请补充依据' });
    expect(await refusalOf(() => approve(hub, { mandateId: `${WATER}-M1` }))).toMatchObject({ code: 'NOT_PROPOSED', details: [{ path: 'mandateId', value: `${WATER}-M1` }] });
    expect(await refusalOf(() => withdraw(hub, { mandateId: `${WATER}-M1`, reason: '不提了' }))).toMatchObject({ code: 'NOT_PROPOSED' });
    expect(await propose(hub, stating([duty('（一）', '甲', ['W1'])]))).toMatchObject({ id: `${WATER}-M2` });
  });

  it('may be withdrawn by its agency', async () => {
    await propose(hub, stating([duty('（一）', '甲', ['W1'])]));
    expect(await withdraw(hub, { mandateId: `${WATER}-M1`, reason: '另行起草' })).toMatchObject({ state: 'WITHDRAWN', reason: '另行起草' });
    expect(await hub.said()).toEqual([`MandateProposed ${WATER}-M1`, `MandateWithdrawn ${WATER}-M1`]);
  });

  it('is recorded as existing only from before the region’s list, and then without a gate', async () => {
    const old = stating([duty('（一）', '甲', ['W1', 'W9'])], '2010-03-01');
    expect(await refusalOf(() => recordExisting(hub, stating(old.mandate.duties, '2014-09-10')))).toMatchObject({ code: 'LIST_WAS_THERE', rule: 'P13', message: '清单自2014-09-10起公布，此后生效的三定须提出草案并经批准' });
    expect(await recordExisting(hub, old)).toMatchObject({ id: `${WATER}-M1`, state: 'APPROVED', origin: 'EXISTING' });
    expect(await hub.said()).toEqual([`MandateRecorded ${WATER}-M1`, `FindingRaised STALE_DUTY:${WATER}:${WATER}-M1:0:W9:2020-01-01`]);
    expect(await refusalOf(() => recordExisting(hub, old))).toMatchObject({ code: 'OVERLAPPING_DATES', details: [{ path: 'effectiveOn', value: '2010-03-01' }] });
  });

  it('is derived from the list for each agency that has none, and marked so', async () => {
    const answer = await derive(hub, { regionCode: '140100', effectiveOn: '2014-09-10' });
    expect(answer.mandates).toMatchObject([
      { id: `${WATER}-M1`, state: 'APPROVED', origin: 'DERIVED', duties: [{ number: '（一）', text: '负责取水许可', items: [{ code: 'W1' }] }, { number: '（二）', text: '负责水土保持', items: [{ code: 'W2' }] }] },
    ]);
    expect(await hub.said()).toEqual([`MandateDerived ${WATER}-M1`]);
    expect((await findings(hub)).filter(({ kind, item }) => kind === 'ITEM_WITHOUT_DUTY' && item?.code !== 'F1')).toEqual([]);
    expect(await refusalOf(() => derive(hub, { regionCode: '140100', effectiveOn: '2014-09-10' }))).toMatchObject({ code: 'NOTHING_TO_DERIVE' });
  });

  it.each<[string, object, object]>([
    ['an unknown agency', { ...stating([duty('（一）', '甲')]), agencyCode: '140100077' }, { code: 'UNKNOWN_AGENCY', details: [{ path: 'agencyCode' }] }],
    ['a duty on an unknown item', stating([duty('（一）', '甲', ['X1'])]), { code: 'UNKNOWN_ITEM', rule: 'P13', details: [{ path: 'duties.0.items.0', value: 'X1' }] }],
    ['an office of another agency', stating([duty('（一）', '甲', [], { officeId: `${FORESTRY}01` })]), { code: 'OFFICE_OF_ANOTHER_AGENCY', rule: 'P13', details: [{ path: 'duties.0.officeId' }] }],
    ['staffing that does not add up', stating([duty('（一）', '甲')], '2026-06-01', { staffingTotal: 9, staffing: [{ kind: 'ADMINISTRATIVE', quota: 8 }] }), { code: 'STAFFING_DOES_NOT_ADD_UP', details: [{ path: 'staffing.total', value: '9' }] }],
  ])('is not proposed with %s, and nothing is written', async (_what, input, expected) => {
    expect(await refusalOf(() => propose(hub, input, STAFFING))).toMatchObject(expected);
  });

  it('does not overlap one that is approved, whenever that was', async () => {
    await propose(hub, stating([duty('（一）', '甲', ['W1'])], '2026-07-01'));
    await inForce(hub, [duty('（一）', '甲', ['W1'])], '2026-08-01');
    expect(await refusalOf(() => approve(hub, { mandateId: `${WATER}-M1` }))).toMatchObject({ code: 'OVERLAPPING_DATES', details: [{ path: 'effectiveOn', value: '2026-07-01' }] });
    expect(await refusalOf(() => approve(hub, { mandateId: `${WATER}-M7` }))).toMatchObject({ code: 'UNKNOWN_MANDATE' });
  });

  it('is its own agency’s to propose and withdraw, and the staffing office’s to decide', async () => {
    await propose(hub, stating([duty('（一）', '甲', ['W1'])]));
    await expect(propose(hub, stating([duty('（一）', '甲')]), of(FORESTRY))).rejects.toMatchObject(FORBIDDEN);
    await expect(withdraw(hub, { mandateId: `${WATER}-M1`, reason: '甲' }, of(FORESTRY))).rejects.toMatchObject(FORBIDDEN);
    await expect(approve(hub, { mandateId: `${WATER}-M1` }, of(WATER))).rejects.toMatchObject(FORBIDDEN);
    await expect(giveBack(hub, { mandateId: `${WATER}-M1`, reason: '甲' }, of(WATER))).rejects.toMatchObject(FORBIDDEN);
    const proposals = (actor = of(WATER)) => hub.organisation.ask<{ agency: { mandateProposals: object[] } }>(`{ agency(code: "${WATER}") { mandateProposals { id } } }`, {}, actor);
    expect((await proposals()).agency.mandateProposals).toEqual([{ id: `${WATER}-M1` }]);
    await expect(proposals(of(FORESTRY))).rejects.toMatchObject(FORBIDDEN);
  });
});

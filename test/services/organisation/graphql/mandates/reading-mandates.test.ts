import type { Actor } from '../../../../../services/shared/actor';
import { ANONYMOUS } from '../../../../../services/shared/actor';
import { close, decide, duty, findings, inForce, propose, run, stating } from '../../commands/mandates/mandate-operations';
import { FORESTRY, mandatesUnderTest, of, STAFFING, WATER, type MandatesUnderTest } from '../../commands/mandates/mandates-under-test';
import { holder } from '../../organisation-under-test';

const UNAUTHENTICATED = { extensions: { code: 'UNAUTHENTICATED' } };
const FORBIDDEN = { extensions: { code: 'FORBIDDEN' } };

/** What the catalog brings along of an agency's item. */
const stated = (code: string, more: object = {}) => ({
  code,
  name: `事项${code}`,
  category: 'LICENSE',
  status: 'LISTED',
  regionCode: '140100',
  levels: ['MUNICIPAL'],
  officeIds: [`${WATER}01`],
  validFrom: '2014-09-10',
  lastStatus: 'LISTED',
  lastAgencyCode: WATER,
  lastFrom: '2014-09-10',
  ...more,
});

describe('reading mandates and how they agree with the list', () => {
  let hub: MandatesUnderTest;
  beforeAll(async () => {
    hub = await mandatesUnderTest();
    await hub.begin();
    for (const code of ['W1', 'W2', 'W3']) hub.catalog.say(code);
    for (const code of ['F1', 'F2', 'F3']) hub.catalog.say(code, { agencyCode: FORESTRY, officeIds: [`${FORESTRY}01`] });
    await hub.organisation.subgraph.catchUp();
    await inForce(hub, [duty('（一）', '负责甲类监管', ['W1', 'W2'], { officeId: `${WATER}01`, levels: ['MUNICIPAL'] }), duty('（二）', '负责丙类监管')]);
    await decide(hub, { mandateId: `${WATER}-M1`, place: 1, itemCode: 'W3', verdict: 'CONFIRMED' });
  });
  afterAll(() => hub.organisation.drop());
  const ask = <Data>(operation: string, actor: Actor = STAFFING, variables: object = {}) => hub.organisation.ask<Data>(operation, variables, actor);
  const entities = async <Thing>(representations: object[], selection: string, actor?: Actor): Promise<Thing[]> =>
    (await ask<{ _entities: Thing[] }>(`query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`, actor, { of: representations }))._entities;

  it('shows the mandate in force to everybody, whole', async () => {
    const { agency } = await ask<{ agency: { mandate: object } }>(
      `{ agency(code: "${WATER}") { mandate { id title effectiveTo agency { code } duties { place number text levels office { name } items { code } } staffing { quota } staffingTotal } } }`,
      ANONYMOUS,
    );
    expect(agency.mandate).toEqual({
      id: `${WATER}-M1`,
      title: null,
      effectiveTo: null,
      agency: { code: WATER },
      duties: [
        { place: 0, number: '（一）', text: '负责甲类监管', levels: ['MUNICIPAL'], office: { name: '水资源科' }, items: [{ code: 'W1' }, { code: 'W2' }] },
        { place: 1, number: '（二）', text: '负责丙类监管', levels: [], office: null, items: [] },
      ],
      staffing: [],
      staffingTotal: null,
    });
  });

  it('keeps a proposal from everybody but those it concerns, by whichever way it is asked', async () => {
    const proposed = await propose(hub, stating([duty('（一）', '草案')], '2027-01-01'));
    const { agency } = await ask<{ agency: { mandates: { id: string }[]; mandate: { id: string } } }>(`{ agency(code: "${WATER}") { mandates { id } mandate(asOf: "2028-01-01") { id } } }`, ANONYMOUS);
    expect([agency.mandates, agency.mandate]).toEqual([[{ id: `${WATER}-M1` }], { id: `${WATER}-M1` }]);
    expect(await entities([{ __typename: 'Mandate', id: proposed.id }], '... on Mandate { id }', ANONYMOUS)).toEqual([null]);
    const proposals = (actor: Actor) => ask<{ agency: { mandateProposals: object[] } }>(`{ agency(code: "${WATER}") { mandateProposals { id } } }`, actor);
    await expect(proposals(ANONYMOUS)).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(proposals(holder('REPORTING', '140100'))).rejects.toMatchObject(FORBIDDEN);
    await expect(proposals(holder('STAFFING_OFFICE', '140105'))).rejects.toMatchObject(FORBIDDEN);
    expect((await proposals(holder('GOVERNMENT', '140100'))).agency.mandateProposals).toEqual([{ id: proposed.id }]);
  });

  it('tells of an item the duties it rests on, stated or confirmed, in one statement for any number', async () => {
    const items = ['W1', 'W2', 'W3', 'X9'].map((code) => ({ __typename: 'PowerItem', code }));
    const statements = await hub.organisation.statementsOf(async () => {
      expect(await entities(items, '... on PowerItem { code mandateDuties { mandateId place text } }', ANONYMOUS)).toEqual([
        { code: 'W1', mandateDuties: [{ mandateId: `${WATER}-M1`, place: 0, text: '负责甲类监管' }] },
        { code: 'W2', mandateDuties: [{ mandateId: `${WATER}-M1`, place: 0, text: '负责甲类监管' }] },
        { code: 'W3', mandateDuties: [{ mandateId: `${WATER}-M1`, place: 1, text: '负责丙类监管' }] },
        { code: 'X9', mandateDuties: [] },
      ]);
    });
    expect(statements).toHaveLength(1);
    expect(await entities(items.slice(0, 1), '... on PowerItem { mandateDuties(asOf: "2026-05-31") { place } }', ANONYMOUS)).toEqual([{ mandateDuties: [] }]);
  });

  it('tells of an item what is found about it, to those who may see it alone', async () => {
    const of_ = (actor: Actor) => entities<{ mandateFindings: { kind: string }[] }>([{ __typename: 'PowerItem', code: 'F1' }], '... on PowerItem { mandateFindings { kind } }', actor);
    expect(await of_(of(FORESTRY))).toEqual([{ mandateFindings: [{ kind: 'ITEM_WITHOUT_DUTY' }] }]);
    expect(await of_(holder('SUPERVISION', '140100'))).toEqual([{ mandateFindings: [{ kind: 'ITEM_WITHOUT_DUTY' }] }]);
    expect(await of_(of(WATER))).toEqual([{ mandateFindings: [] }]);
    await expect(of_(ANONYMOUS)).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(of_(holder('REPORTING', '140105'))).rejects.toMatchObject(FORBIDDEN);
  });

  it('counts and pages findings of those the caller may see', async () => {
    interface Page {
      mandateCrossCheck: { totals: { kind: string; count: number }[]; findings: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    }
    const page = (after: string | null, actor: Actor = STAFFING): Promise<Page> =>
      ask<Page>(
        'query ($after: String) { mandateCrossCheck(regionCode: "140100") { totals { kind count } findings(first: 1, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }',
        actor,
        { after },
      );
    const all = (await findings(hub)).map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const got: Page['mandateCrossCheck']['findings'] = (await page(after)).mandateCrossCheck.findings;
      expect(got.totalCount).toBe(all.length);
      seen.push(...got.nodes.map(({ id }) => id));
      if (!got.pageInfo.hasNextPage) break;
      after = got.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
    expect(seen.length).toBeGreaterThan(2);
    const own = (await page(null, of(FORESTRY))).mandateCrossCheck;
    expect(own.totals.reduce((sum, { count }) => sum + count, 0)).toBe(own.findings.totalCount);
    expect((await findings(hub, '', of(FORESTRY))).every(({ id }) => id.split(':')[1] === FORESTRY)).toBe(true);
    await expect(page(null, ANONYMOUS)).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it('draws the map of an agency’s duties for everybody', async () => {
    const { agency } = await ask<{ agency: { dutyMap: { nodes: { id: string }[]; edges: { relation: string }[] } } }>(`{ agency(code: "${WATER}") { dutyMap { nodes { id kind label } edges { from to relation } } } }`, ANONYMOUS);
    expect(agency.dutyMap.nodes.map(({ id }) => id)).toEqual([`AGENCY:${WATER}`, `DUTY:${WATER}-M1/0`, `DUTY:${WATER}-M1/1`, 'ITEM:W1', 'ITEM:W2', 'ITEM:W3', `OFFICE:${WATER}01`]);
    expect(new Set(agency.dutyMap.edges.map(({ relation }) => relation))).toEqual(new Set(['HAS_DUTY', 'RESTS_ON', 'CONFIRMED', 'PERFORMED_BY', 'HANDLED_BY']));
  });

  describe('an agency’s findings, fresh', () => {
    const fresh = async (statedItems: object[] | undefined, actor: Actor = of(WATER)) =>
      (await entities<{ mandateFindings: { kind: string; item: { code: string } | null }[] }>([{ __typename: 'Agency', code: WATER, ...(statedItems && { statedItems }) }], '... on Agency { mandateFindings { kind item { code } } }', actor))[0]!.mandateFindings.map(
        ({ kind, item }) => `${kind} ${item?.code}`,
      );
    const AS_KNOWN = [stated('W1'), stated('W2'), stated('W3')];

    it('are those of the follower when the catalog does not answer or says the same', async () => {
      expect(await fresh(undefined)).toEqual([]);
      expect(await fresh(AS_KNOWN)).toEqual([]);
    });

    it('know at once what the catalog states and the follower has not heard of', async () => {
      expect(await fresh([stated('W1', { status: 'CANCELLED', lastStatus: 'CANCELLED', lastFrom: '2026-05-01' }), ...AS_KNOWN.slice(1)])).toEqual(['STALE_DUTY W1']);
      expect(await fresh([...AS_KNOWN, stated('W4', { subItem: '延续' })])).toEqual(['ITEM_WITHOUT_DUTY W4']);
      expect(await fresh(AS_KNOWN.slice(1))).toEqual(['STALE_DUTY W1']); // another's now
    });

    it('are nobody else’s', async () => {
      await expect(fresh(AS_KNOWN, of(FORESTRY))).rejects.toMatchObject(FORBIDDEN);
      await expect(fresh(AS_KNOWN, ANONYMOUS)).rejects.toMatchObject(UNAUTHENTICATED);
    });

    it('leave out what is closed', async () => {
      await run(hub, { regionCode: '140100' });
      const asked = async () =>
        (await entities<{ mandateFindings: object[] }>([{ __typename: 'Agency', code: FORESTRY }], '... on Agency { mandateFindings { id state } }', of(FORESTRY)))[0]!.mandateFindings;
      expect(await asked()).toEqual(['F1', 'F2', 'F3'].map((code) => ({ id: `ITEM_WITHOUT_DUTY:${FORESTRY}:${code}`, state: 'OPEN' })));
      await close(hub, { findingId: `ITEM_WITHOUT_DUTY:${FORESTRY}:F1`, text: '已知' });
      expect(await asked()).toHaveLength(2);
    });
  });

  it('refuses odd numbers of candidates', async () => {
    for (const limit of [0, 11]) await expect(ask(`{ agency(code: "${WATER}") { dutyMatches(limit: ${limit}) { item { code } } } }`)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});

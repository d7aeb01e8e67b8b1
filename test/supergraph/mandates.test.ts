import { MANDATE_FINDING_KINDS } from '../../services/organisation/rules/mandates/vocabulary';
import { type SampleHub, sampleHub } from '../support/sample-hub';
import { until } from '../support/until';

const WATER = '140100013';
const FORESTRY = '140100030';
const TRANSPORT_PERMIT = '14010003001000200';

let hub: SampleHub;
let staffing: { authorization: string };
beforeAll(async () => {
  hub = await sampleHub();
  staffing = await hub.as('STAFFING_OFFICE', '140100');
});
afterAll(() => hub.stop());

interface Found {
  kind: string;
  explanation: string;
  agency: { code: string };
  item: { code: string } | null;
}

async function findings(headers: Record<string, string>, kinds: string[] | null = null): Promise<Found[]> {
  const { data, errors } = await hub.ask('MandateFindings', { regionCode: '140100', kinds, first: 100 }, headers);
  expect(errors).toEqual([]);
  return data.mandateCrossCheck.findings.nodes;
}

const cancel = async (code: string, effectiveOn = '2026-01-10') => {
  const decision = { grounds: '依据废止', document: { title: '取消决定', number: null, date: '2026-01-05' }, legalityOpinion: '应予取消', approver: '市政府', effectiveOn };
  const { data } = await hub.ask(
    'mutation($input: CancelItemInput!) { cancelItem(input: $input) { __typename ... on Refusal { code message } } }',
    { input: { regionCode: '140100', item: { code }, decision } },
    await hub.as('GOVERNMENT', '140100'),
  );
  expect(data.cancelItem).toMatchObject({ __typename: expect.not.stringMatching('Refusal') });
};

describe('MandateFindings over Taiyuan (P13)', () => {
  it('shows every kind of finding at least once, each explained in one Chinese sentence', async () => {
    const found = await findings(staffing);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(Object.keys(MANDATE_FINDING_KINDS)));
    for (const { explanation } of found) expect(explanation).toMatch(/^\p{Script=Han}[^\n]{8,}。$/u);
  });

  it('counts what it lists, and pages through all of it once', async () => {
    const { data } = await hub.ask('MandateFindings', { regionCode: '140100', first: 5 }, staffing);
    const { totals, findings: first } = data.mandateCrossCheck;
    expect(totals.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(first.totalCount);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await hub.ask('MandateFindings', { regionCode: '140100', first: 5, after }, staffing);
      const { nodes, pageInfo } = page.data.mandateCrossCheck.findings;
      seen.push(...nodes.map(({ explanation }: Found) => explanation));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(first.totalCount);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('shows an agency editor its own agency’s alone, and the public nothing', async () => {
    const own = await findings(await hub.as('AGENCY_EDITOR', '140100', WATER));
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ agency }) => agency.code))).toEqual(new Set([WATER]));
    const stranger = await hub.ask('MandateFindings', { regionCode: '140100' }, await hub.as('STAFFING_OFFICE', '650200'));
    expect(stranger.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask('MandateFindings', { regionCode: '140100' })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('AgencyMandate', () => {
  it('opens one agency: its mandate in force, staffing and posts, and what does not agree with the list', async () => {
    const { data, errors } = await hub.ask('AgencyMandate', { code: WATER }, staffing);
    expect(errors).toEqual([]);
    const { mandate, mandateFindings } = data.agency;
    expect(mandate).toMatchObject({ documentNumber: '并政办发〔2010〕示例13号', version: 1, effectiveOn: '2010-03-15' });
    expect(mandate.duties[1]).toMatchObject({ number: '（二）', items: [{ name: '取水许可', status: 'LISTED' }, { name: '水资源费征收', status: 'LISTED' }] });
    expect(mandate.staffing[0]).toEqual({ kind: 'ADMINISTRATIVE', quota: 45, actual: 47 });
    expect(mandate.leadershipPosts).toContainEqual({ post: '副局长', quota: 3, actual: 4 });
    const candidate = mandateFindings.find(({ candidate: is }: { candidate: boolean }) => is);
    expect(candidate).toMatchObject({ kind: 'ITEM_WITHOUT_DUTY', duty: { number: '（六）' }, score: expect.any(Number) });
    expect(candidate.item.legalBases.length).toBeGreaterThan(0);
  });

  it('agrees with the region’s cross-check, finding by finding', async () => {
    const regional = (await findings(staffing)).filter(({ agency }) => agency.code === WATER).map(({ explanation }) => explanation);
    const { data } = await hub.ask('AgencyMandate', { code: WATER }, staffing);
    expect(data.agency.mandateFindings.map(({ explanation }: Found) => explanation).toSorted()).toEqual(regional.toSorted());
  });

  it('gives the public the mandate, and of the findings a typed error', async () => {
    const { data, errors } = await hub.ask('AgencyMandate', { code: WATER });
    expect(data.agency.mandate.duties).toHaveLength(8);
    expect(data.agency.mandateFindings).toBeNull();
    expect(errors).toMatchObject([{ path: ['agency', 'mandateFindings'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('says of an item which duty it rests on, and draws the agency’s map', async () => {
    const query = `query($code: ID!, $agency: ID!) { powerItem(code: $code) { mandateDuties { number text items { code } } }
      agency(code: $agency) { dutyMap { nodes { id kind label } edges { from to relation } } } }`;
    const { data, errors } = await hub.ask(query, { code: '14010001304000100', agency: WATER });
    expect(errors).toEqual([]);
    expect(data.powerItem.mandateDuties).toMatchObject([{ number: '（二）' }]);
    const { nodes, edges } = data.agency.dutyMap;
    expect(nodes[0]).toEqual({ id: `AGENCY:${WATER}`, kind: 'AGENCY', label: '太原市水务局' });
    expect(edges).toContainEqual({ from: `DUTY:${WATER}-M1/1`, to: 'ITEM:14010001304000100', relation: 'RESTS_ON' });
    const ids = new Set(nodes.map(({ id }: { id: string }) => id));
    expect(edges.every(({ from, to }: { from: string; to: string }) => ids.has(from) && ids.has(to))).toBe(true);
  });
});

describe('the gate (P13)', () => {
  it('refuses a mandate that names what is not on the list, with the place of each', async () => {
    const { data } = await hub.ask('ApproveMandate', { input: { mandateId: `${FORESTRY}-M2` } }, staffing);
    expect(data.approveMandate).toEqual({
      __typename: 'Refusal',
      code: 'DUTY_NAMES_UNLISTED_ITEM',
      rule: 'P13',
      message: expect.stringContaining('木材运输证核发'),
      details: [{ path: 'duties.2.items.0', value: TRANSPORT_PERMIT }],
    });
  });

  it('is the staffing office’s alone', async () => {
    const { errors } = await hub.ask('ApproveMandate', { input: { mandateId: `${FORESTRY}-M2` } }, await hub.as('AGENCY_HEAD', '140100', FORESTRY));
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('lets an agency propose for itself alone, and a proposal is hidden from others', async () => {
    const propose = `mutation($input: ProposeMandateInput!) { proposeMandate(input: $input) { __typename ... on Mandate { id state version } ... on Refusal { code details { path value } } } }`;
    const duty = { number: '（一）', text: '核发残疾人证', kind: 'POWER', items: ['14010003107000100'] };
    const input = { agencyCode: '140100031', mandate: { effectiveOn: '2026-02-01', duties: [duty] } };
    const editor = await hub.as('AGENCY_EDITOR', '140100', '140100031');
    expect((await hub.ask(propose, { input: { ...input, agencyCode: WATER } }, editor)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { data } = await hub.ask(propose, { input }, editor);
    expect(data.proposeMandate).toEqual({ __typename: 'Mandate', id: '140100031-M2', state: 'PROPOSED', version: 2 });
    const proposals = `query($code: ID!) { agency(code: $code) { mandateProposals { id } mandate { id } } }`;
    expect((await hub.ask(proposals, { code: '140100031' }, editor)).data.agency.mandateProposals).toEqual([{ id: '140100031-M2' }]);
    const others = await hub.ask(proposals, { code: '140100031' }, await hub.as('AGENCY_EDITOR', '140100', WATER));
    expect(others.data.agency).toEqual({ mandateProposals: null, mandate: { id: '140100031-M1' } });
    const approved = await hub.ask('ApproveMandate', { input: { mandateId: '140100031-M2' } }, staffing);
    expect(approved.data.approveMandate).toEqual({ __typename: 'Mandate', documentNumber: null, version: 2, effectiveOn: '2026-02-01' });
  });
});

describe('a list that loses an item', () => {
  const STALE = ['STALE_DUTY'];

  it('gives the mandates that rest on it a finding by themselves, on record with a deadline and in the journal', async () => {
    await cancel('14010001304000100');
    const stale = await until(
      () => findings(staffing, STALE),
      (found) => found.some(({ agency }) => agency.code === WATER),
    );
    expect(stale.find(({ agency }) => agency.code === WATER)).toMatchObject({ explanation: expect.stringContaining('已自2026-01-10起取消') });
    const { data } = await hub.ask(
      `{ mandateCrossCheck(regionCode: "140100") { findings(kinds: [STALE_DUTY], agencyCode: "${WATER}") { nodes { raisedOn deadline state } } } }`,
      {},
      staffing,
    );
    expect(data.mandateCrossCheck.findings.nodes).toEqual([{ raisedOn: '2026-01-15', deadline: '2026-02-14', state: 'OPEN' }]);
    const { feed } = hub.hub.subgraphs.organisation;
    const { entries } = await feed.read({ after: 0, limit: 10_000, waitMs: 0 });
    const raised = entries.filter(({ action, subject }) => action === 'FindingRaised' && subject.id.includes('14010001304000100'));
    expect(raised).toMatchObject([{ actor: { id: 'system:follower:catalog' }, subject: { kind: 'MandateFinding' } }]);
  });

  it('is seen at once when one agency is asked for, though the follower stands still', async () => {
    const followers = Object.values(hub.hub.subgraphs).flatMap((subgraph) => subgraph.followers);
    await Promise.all(followers.map((follower) => follower.stop()));
    await cancel('14010001301000200');
    const regional = (await findings(staffing, STALE)).filter(({ item }) => item?.code === '14010001301000200');
    const { data } = await hub.ask('AgencyMandate', { code: WATER }, staffing);
    const fresh = data.agency.mandateFindings.filter(({ kind, item }: Found) => kind === 'STALE_DUTY' && item?.code === '14010001301000200');
    expect({ regional: regional.length, fresh: fresh.length }).toEqual({ regional: 0, fresh: 1 });
    for (const follower of followers) follower.start();
    await until(
      () => findings(staffing, STALE),
      (found) => found.some(({ item }) => item?.code === '14010001301000200'),
    );
  });
});

describe('what people decide', () => {
  const DECIDE = `mutation($input: DecideDutyMatchInput!) { decideDutyMatch(input: $input) { __typename ... on DutyMatch { verdict item { code } } ... on Refusal { code } } }`;
  const REWARD = '14010001308000100';

  it('turns a candidate into a duty of the item, or away from it', async () => {
    const editor = await hub.as('AGENCY_EDITOR', '140100', WATER);
    const isOpen = async () => (await findings(editor, ['ITEM_WITHOUT_DUTY'])).some(({ item }) => item?.code === REWARD);
    expect(await isOpen()).toBe(true);
    const pair = { mandateId: `${WATER}-M1`, place: 5, itemCode: REWARD };
    expect((await hub.ask(DECIDE, { input: { ...pair, verdict: 'CONFIRMED' } }, editor)).data.decideDutyMatch).toEqual({ __typename: 'DutyMatch', verdict: 'CONFIRMED', item: { code: REWARD } });
    expect(await isOpen()).toBe(false);
    const { data } = await hub.ask(`{ powerItem(code: "${REWARD}") { mandateDuties { number } } }`);
    expect(data.powerItem.mandateDuties).toEqual([{ number: '（六）' }]);
    await hub.ask(DECIDE, { input: { ...pair, verdict: 'REJECTED' } }, editor);
    expect(await isOpen()).toBe(true);
    const matches = await hub.ask(`{ agency(code: "${WATER}") { dutyMatches { item { code } candidates { duty { place } } } } }`, {}, editor);
    const candidates = matches.data.agency.dutyMatches.find(({ item }: Found) => item?.code === REWARD).candidates;
    expect(candidates.map(({ duty }: { duty: { place: number } }) => duty.place)).not.toContain(5);
  });
});

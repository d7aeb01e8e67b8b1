import { graphql } from 'graphql';
import { createCatalogSubgraph } from '../../../../../services/catalog';
import { ANONYMOUS, systemActor, type Actor } from '../../../../../services/shared/actor';
import type { Subgraph } from '../../../../../services/shared/subgraph';
import { power } from '../../../../support/powers';
import { accepted, actor, aRegion, CYCLE, head, PRICES, REFORM, WATER, type Region } from '../../commands/review/a-region';

const PROGRESS = `{ reviewProgress(regionCode: "140100") {
  cycleId title stage dueOn openedOn closedOn departments rounds { round submitted items } drafts { status count } opinions unansweredOpinions
  byAgency { agency { code } round drafts { status count } opinions unansweredOpinions } } }`;
const CYCLE_ITSELF = `query ($id: ID!, $agency: ID) { reviewCycle(id: $id) {
  stage departments { code } returns { agency { code } round items } progress { drafts { status count } unansweredOpinions }
  opinions(agencyCode: $agency) { totalCount } drafts(agencyCode: $agency) { totalCount nodes { status } } } }`;
const REPORTING = actor('REPORTING');

let region: Region;
let subgraph: Subgraph;
beforeAll(async () => {
  region = await aRegion();
  region.at('2014-08-08');
  subgraph = createCatalogSubgraph({ database: region.store.database, now: region.store.now });
});
afterAll(async () => {
  await subgraph.stop();
  await region.db.drop();
});

async function ask(source: string, by: Actor, variableValues: Record<string, unknown> = {}): Promise<any> {
  const { data, errors } = await graphql({ schema: subgraph.schema, source, variableValues, contextValue: subgraph.createContext({ actor: by, requestId: 'test' }) });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data));
}
const progress = async (by: Actor = REPORTING) => (await ask(PROGRESS, by)).reviewProgress;
const sum = (rows: readonly object[], key: string): number => rows.reduce((total, row) => total + (row as Record<string, number>)[key]!, 0);

/** The figures are what the cycle itself says, to those who may read it, and by department. */
async function agreesWithTheCycle(): Promise<void> {
  const [told] = await progress();
  const { reviewCycle: cycle } = await ask(CYCLE_ITSELF, REFORM, { id: CYCLE });
  expect({ stage: told.stage, drafts: told.drafts, unanswered: told.unansweredOpinions, opinions: told.opinions, departments: told.departments }).toEqual({
    stage: cycle.stage, drafts: cycle.progress.drafts, unanswered: cycle.progress.unansweredOpinions, opinions: cycle.opinions.totalCount, departments: cycle.departments.length,
  });
  for (const { round, submitted, items } of told.rounds) {
    const returns = cycle.returns.filter((each: any) => each.round === round);
    expect([submitted, items]).toEqual([returns.length, sum(returns, 'items')]);
  }
  for (const key of ['opinions', 'unansweredOpinions']) expect(sum(told.byAgency, key)).toBe(told[key]);
  expect(sum(told.byAgency.flatMap(({ drafts }: any) => drafts), 'count')).toBe(sum(told.drafts, 'count'));
  for (const { agency, opinions, drafts } of told.byAgency) {
    const { reviewCycle: own } = await ask(CYCLE_ITSELF, systemActor('test'), { id: CYCLE, agency: agency.code });
    expect([opinions, sum(drafts, 'count')]).toEqual([own.opinions.totalCount, own.drafts.totalCount]);
  }
}

describe('reviewProgress', () => {
  it('is nothing where no list was made', async () => {
    expect(await progress()).toEqual([]);
  });

  it('tells at every stage what the cycle itself tells, in figures', async () => {
    await accepted(region.open({ agencyCodes: [WATER, PRICES] }));
    expect(await progress()).toEqual([
      {
        cycleId: CYCLE, title: '2014年权力清单', stage: 'REPORT_1', dueOn: '2014-08-15', openedOn: '2014-08-08', closedOn: null, departments: 2,
        rounds: [1, 2, 3].map((round) => ({ round, submitted: 0, items: 0 })), drafts: [], opinions: 0, unansweredOpinions: 0,
        byAgency: [PRICES, WATER].map((code) => ({ agency: { code }, round: null, drafts: [], opinions: 0, unansweredOpinions: 0 })),
      },
    ]);
    await accepted(region.report(['取水许可', '采砂许可', '排水许可']));
    await accepted(region.report(['价格备案'], PRICES));
    await agreesWithTheCycle();
    await accepted(region.submit());
    await agreesWithTheCycle();
    await accepted(region.submit(PRICES));
    await accepted(region.advance());
    const draftId = await region.draftId('采砂许可');
    await accepted(region.opine([{ agencyCode: WATER, draftId, verdict: 'NO_BASIS', text: '机密意见甲' }, { agencyCode: WATER, draftId: null, verdict: 'ACCEPT', text: '' }]));
    await accepted(region.review(REFORM, PRICES));
    await agreesWithTheCycle();
    expect(await progress()).toMatchObject([{ stage: 'REVIEW_1', opinions: 3, unansweredOpinions: 1, rounds: [{ submitted: 2, items: 4 }, {}, {}] }]);
    await accepted(region.advance());
    const [{ id }] = (await region.store.database.pool.query('SELECT id::text FROM catalog.opinion WHERE draft_id IS NOT NULL')).rows;
    await accepted(region.reply([{ opinionId: id, answer: '同意', accepted: true }]));
    await agreesWithTheCycle();
    expect(await progress()).toMatchObject([{ drafts: [{ status: 'UNDER_REVIEW', count: 3 }, { status: 'WITHDRAWN', count: 1 }], unansweredOpinions: 0, byAgency: [{ round: 1 }, { round: 1 }] }]);
  });

  it('is for reporting tools, to whom the cycle itself is closed, and tells them no opinion', async () => {
    expect(JSON.stringify(await progress())).not.toContain('机密意见');
    await expect(ask(CYCLE_ITSELF, REPORTING, { id: CYCLE })).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(progress(actor('REPORTING', null, '650200'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(progress(ANONYMOUS)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });

  it('shows a department its own part, as if there were no other', async () => {
    expect(await progress(head(PRICES))).toMatchObject([
      { departments: 1, rounds: [{ submitted: 1, items: 1 }, {}, {}], drafts: [{ status: 'UNDER_REVIEW', count: 1 }], opinions: 1, byAgency: [{ agency: { code: PRICES } }] },
    ]);
  });

  it('is one statement, for 10 items and for 100, for one cycle and for two', async () => {
    const cost = async (): Promise<number> => {
      let count = 0;
      const stop = region.store.database.onStatement(() => (count += 1));
      await progress();
      stop();
      return count;
    };
    await accepted(region.report(Array.from({ length: 10 }, (_, i) => power(`补报${i}`))));
    expect(await cost()).toBe(1);
    await accepted(region.report(Array.from({ length: 90 }, (_, i) => power(`又报${i}`))));
    await region.store.database.pool.query(`UPDATE catalog.review_cycle SET closed_on = '2014-08-31' WHERE id = $1`, [CYCLE]);
    await accepted(region.open({ agencyCodes: [PRICES] }));
    expect((await progress()).map(({ cycleId }: any) => cycleId)).toEqual(['140100-R2', CYCLE]);
    expect(await cost()).toBe(1);
  });
});

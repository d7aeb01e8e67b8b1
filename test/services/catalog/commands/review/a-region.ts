import { advanceCycle } from '../../../../../services/catalog/commands/review/advance-cycle';
import { answerOpinions, type OpinionAnswer } from '../../../../../services/catalog/commands/review/answer-opinions';
import { concludeArgumentation } from '../../../../../services/catalog/commands/review/conclude-argumentation';
import { concludeLegalityReview } from '../../../../../services/catalog/commands/review/conclude-legality-review';
import { decideCycle } from '../../../../../services/catalog/commands/review/decide-cycle';
import { giveOpinions, type NewOpinion } from '../../../../../services/catalog/commands/review/give-opinions';
import { openCycle, type OpenCycleInput } from '../../../../../services/catalog/commands/review/open-cycle';
import { publishCycle } from '../../../../../services/catalog/commands/review/publish-cycle';
import { reportItems } from '../../../../../services/catalog/commands/review/report-items';
import { signJointReview } from '../../../../../services/catalog/commands/review/sign-joint-review';
import { submitReturn } from '../../../../../services/catalog/commands/review/submit-return';
import type { CatalogStore, CatalogTx } from '../../../../../services/catalog/context';
import type { ListedPower } from '../../../../../services/catalog/rules/listed-power';
import { CATALOG_PERMISSIONS, type CatalogAction } from '../../../../../services/catalog/rules/permissions';
import type { CycleState } from '../../../../../services/catalog/rules/review-cycle/cycle-state';
import type { Actor, Role } from '../../../../../services/shared/actor';
import type { Outcome } from '../../../../../services/shared/outcome';
import { runCommand, type Command } from '../../../../../services/shared/run-command';
import { emptyCatalog } from '../../../../support/catalog-store';
import { power } from '../../../../support/powers';

export const WATER = '140100013';
export const PRICES = '140100009';
export const CYCLE = '140100-R1';

export const actor = (role: Role, agencyCode: string | null = null, regionCode = '140100'): Actor => ({ id: `${role}-${agencyCode ?? regionCode}`, role, regionCode, agencyCode });
export const REFORM = actor('REFORM_OFFICE');
export const LEGAL = actor('LEGAL_OFFICE');
export const FINANCE = actor('FINANCE_BUREAU');
export const head = (agencyCode: string): Actor => actor('AGENCY_HEAD', agencyCode);
/** The six of P9: DRC by its agency. */
export const MEMBERS: Actor[] = [REFORM, actor('GOVERNMENT_OFFICE'), actor('JOINT_REVIEWER', '140100004'), LEGAL, FINANCE, actor('SERVICE_CENTER')];

export const accepted = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const answer = await outcome;
  if (!answer.ok) throw new Error(`${answer.refusal.code}: ${answer.refusal.message} ${JSON.stringify(answer.refusal.details)}`);
  return answer.value;
};

/** Day of the government's document. */
const DECIDED = new Date('2014-09-05T02:00:00Z');

/** A catalog with a clock, and the verbs of a review cycle as a story tells them. */
export async function aRegion() {
  const { db, store, clock } = await emptyCatalog();
  return { db, store, ...verbs(store, clock), at: (day: string) => void (clock.now = new Date(`${day}T02:00:00Z`)) };
}
export type Region = Awaited<ReturnType<typeof aRegion>>;

function verbs(store: CatalogStore, clock: { now: Date }) {
  const story = { cycleId: CYCLE };
  const run = <Input, Value>(command: Command<CatalogTx, CatalogAction, Input, Value>, input: Input, by: Actor) => runCommand(store, CATALOG_PERMISSIONS, command, input, by);
  const open = (more: Partial<OpenCycleInput> = {}, by = REFORM) =>
    run(openCycle, { regionCode: '140100', title: '2014年权力清单', scheme: 'TAIYUAN_2014', agencyCodes: [WATER], windows: null, pilot: null, bodies: null, ...more }, by);
  const report = (names: (string | ListedPower)[], agencyCode = WATER, by = head(agencyCode), cycleId = story.cycleId) => {
    const powers = names.map((each) => (typeof each === 'string' ? power(each) : each)).map((each) => ({ ...each, agencyCode, officeIds: [] }));
    return run(reportItems, { cycleId, agencyCode, powers, file: { regionCode: cycleId.slice(0, 6), scheme: 'TAIYUAN_2014' } }, by);
  };
  const submit = (agencyCode = WATER) => run(submitReturn, { ...story, agencyCode }, head(agencyCode));
  const advance = (by = REFORM) => run(advanceCycle, story, by);
  const opine = (opinions: NewOpinion[], by = REFORM) => run(giveOpinions, { ...story, opinions }, by);
  const review = (by: Actor, ...agencies: string[]) => opine(agencies.map((agencyCode) => ({ agencyCode, draftId: null, verdict: 'ACCEPT', text: '' })), by);
  const reply = (answers: OpinionAnswer[], agencyCode = WATER) => run(answerOpinions, { ...story, agencyCode, answers }, head(agencyCode));
  const sign = (by: Actor) => run(signJointReview, story, by);
  const signAll = async () => {
    for (const member of MEMBERS) await accepted(sign(member));
  };
  const argue = () => run(concludeArgumentation, { ...story, experts: ['专家甲'], conclusion: '可行' }, REFORM);
  const legality = (approved = true) => run(concludeLegalityReview, { ...story, approved, opinion: '合法' }, LEGAL);
  const document = { title: '关于公布权力清单的决定', number: '并政发〔2014〕40号', date: '2014-09-05' };
  const decideIt = (approved = true, more = {}) => run(decideCycle, { ...story, approved, document: approved ? { ...document, ...more } : null, opinion: '再议' }, actor('GOVERNMENT'));
  const publish = (publishedOn = '2014-09-08') => run(publishCycle, { ...story, publishedOn }, actor('GOVERNMENT_OFFICE'));
  const stateOf = async (): Promise<CycleState> => (await store.database.pool.query('SELECT state FROM catalog.review_cycle WHERE id = $1', [story.cycleId])).rows[0].state;
  const drafts = async () =>
    (await store.database.pool.query('SELECT id::text, name, status, round, agency_code AS agency FROM catalog.draft_item WHERE cycle_id = $1 ORDER BY id', [story.cycleId])).rows as { id: string; name: string; status: string; round: number; agency: string }[];
  const draftId = async (name: string) => (await drafts()).find((draft) => draft.name === name)!.id;
  /** Through the stages after the first report, nothing asked for; the decision is taken on its day. */
  const throughReviews = async (reviewers: Actor[] = [REFORM], ...agencies: string[]) => {
    const all = agencies.length > 0 ? agencies : [WATER];
    const everybody = async (): Promise<void> => {
      for (const agencyCode of all) await accepted(submit(agencyCode));
      await accepted(advance());
    };
    await everybody();
    for (const reviewer of reviewers) await accepted(review(reviewer, ...all));
    await accepted(advance());
    await everybody();
    await signAll();
    await accepted(advance());
    await everybody();
    await accepted(review(REFORM, ...all));
    for (const step of [advance, argue, advance, legality, advance] as (() => Promise<Outcome<unknown>>)[]) await accepted(step());
    if (clock.now < DECIDED) clock.now = DECIDED;
    await accepted(decideIt());
    await accepted(advance());
  };
  return { story, run, open, report, submit, advance, opine, review, reply, sign, signAll, argue, legality, decideIt, publish, stateOf, drafts, draftId, throughReviews, clock };
}

import type { Actor } from '../../../../../services/shared/actor';
import type { MandatesUnderTest } from './mandates-under-test';
import { of, STAFFING, WATER } from './mandates-under-test';

const REFUSAL = '... on Refusal { code rule message details { path value } }';
const MANDATE = `... on Mandate { id version state origin effectiveOn effectiveTo reason duties { number text kind items { code } } }`;
const FINDING = `id kind state severity explanation raisedOn deadline reply closure item { code } duty { mandateId place }`;

export interface Refused {
  code?: string;
  rule?: string | null;
  message?: string;
  details?: { path: string; value: string | null }[];
}
export interface MandateAnswer extends Refused {
  id?: string;
  version?: number;
  state?: string;
  origin?: string;
  effectiveOn?: string;
  effectiveTo?: string | null;
  reason?: string | null;
  duties?: { number: string; text: string; kind: string; items: { code: string }[] }[];
}
export interface FindingAnswer extends Refused {
  id: string;
  kind: string;
  state: string;
  explanation: string;
  raisedOn: string | null;
  deadline: string | null;
  reply: string | null;
  closure: string | null;
  item: { code: string } | null;
  duty: { mandateId: string; place: number } | null;
}
export interface RunAnswer extends Refused {
  number?: number;
  newCount?: number;
  goneCount?: number;
  stillCount?: number;
  totals?: { kind: string; count: number }[];
}

const mutation =
  <Answer>(field: string, answer: string, standing: Actor) =>
  async ({ organisation }: MandatesUnderTest, input: object, actor: Actor = standing): Promise<Answer> => {
    const operation = `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { answer: ${field}(input: $input) { ${answer} ${REFUSAL} } }`;
    return (await organisation.ask<{ answer: Answer }>(operation, { input }, actor)).answer;
  };

export const propose = mutation<MandateAnswer>('proposeMandate', MANDATE, of(WATER));
export const recordExisting = mutation<MandateAnswer>('recordExistingMandate', MANDATE, STAFFING);
export const approve = mutation<MandateAnswer>('approveMandate', MANDATE, STAFFING);
export const giveBack = mutation<MandateAnswer>('returnMandate', MANDATE, STAFFING);
export const withdraw = mutation<MandateAnswer>('withdrawMandate', MANDATE, of(WATER));
export const derive = mutation<Refused & { mandates?: MandateAnswer[] }>('deriveMandates', `... on MandatesDerived { mandates { ${MANDATE.slice('... on Mandate { '.length)} }`, STAFFING);
export const run = mutation<RunAnswer>('runMandateCrossCheck', '... on CrossCheckRun { number newCount goneCount stillCount totals { kind count } }', STAFFING);
export const reply = mutation<FindingAnswer>('replyToMandateFinding', `... on MandateFinding { ${FINDING} }`, of(WATER));
export const close = mutation<FindingAnswer>('closeMandateFinding', `... on MandateFinding { ${FINDING} }`, STAFFING);
export const decide = mutation<Refused & { verdict?: string; dutyText?: string }>('decideDutyMatch', '... on DutyMatch { agencyCode dutyText verdict item { code } }', of(WATER));

export const duty = (number: string, text: string, items: string[] = [], more: object = {}) => ({ number, text, kind: 'POWER', items, ...more });

/** The water bureau's mandate as an input states it. */
export const stating = (duties: object[], effectiveOn = '2026-06-01', more: object = {}) => ({ agencyCode: WATER, mandate: { effectiveOn, duties, ...more } });

/** Proposed and approved; answers what the approval says. */
export async function inForce(hub: MandatesUnderTest, duties: object[], effectiveOn?: string): Promise<MandateAnswer> {
  const proposed = await propose(hub, stating(duties, effectiveOn));
  if (!proposed.id) throw new Error(`${proposed.code}: ${proposed.message}`);
  return approve(hub, { mandateId: proposed.id });
}

/** What a region's cross-check says as of now. */
export async function findings({ organisation }: MandatesUnderTest, filter = '', actor: Actor = STAFFING): Promise<FindingAnswer[]> {
  const { mandateCrossCheck } = await organisation.ask<{ mandateCrossCheck: { findings: { nodes: FindingAnswer[] } } }>(
    `{ mandateCrossCheck(regionCode: "140100") { findings(first: 100${filter}) { nodes { ${FINDING} } } } }`,
    {},
    actor,
  );
  return mandateCrossCheck.findings.nodes;
}

/** Stale duties on record: id and state. */
export const staleOnRecord = (hub: MandatesUnderTest) =>
  hub.rows<{ id: string; state: string }>(`SELECT id, state FROM organisation.mandate_finding WHERE kind = 'STALE_DUTY' ORDER BY id COLLATE "C"`);

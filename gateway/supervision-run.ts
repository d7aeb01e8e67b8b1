import { z } from 'zod';
import type { Actor } from '../services/shared/actor';
import type { Outcome } from '../services/shared/outcome';
import { answerImport } from './answer-import';
import type { AskSubgraph } from './ask-subgraph';
import { isRefusal, type OrRefusal, REFUSAL, refused } from './imports';
import type { Route } from './request-handler';

/** What a day's run of e-supervision came to. */
export interface SupervisionRun {
  /** Open cases looked at. */
  examined: number;
  /** Signals raised, and those revoked that facts no longer bear out. */
  raised: number;
  revoked: number;
}

const RUN = `mutation RunSupervision($regionCode: ID!) { runSupervision(regionCode: $regionCode) {
  __typename ${REFUSAL} ... on SupervisionRun { examined raised revoked } } }`;

/** The day's run of a region (当日监察). A large one takes longer than a reader would wait, so it goes beside the planner, like an import. */
export async function runSupervision(ask: AskSubgraph, regionCode: string, actor: Actor): Promise<Outcome<SupervisionRun>> {
  const { runSupervision: run } = await ask<{ runSupervision: OrRefusal<SupervisionRun> }>('service-center', RUN, { regionCode }, actor);
  if (isRefusal(run)) return refused(run);
  const { examined, raised, revoked } = run;
  return { ok: true, value: { examined, raised, revoked } };
}

const Question = z.object({ region: z.string().regex(/^\w{6}$/, '应为六位行政区划代码，例如 140100') });

/** `POST /supervision/runs?region=`: 200 with what the run came to; the same day again raises nothing. */
export const supervisionRunsRoute =
  (ask: AskSubgraph): Route =>
  (request, response, { actor }) =>
    answerImport({ request, response, actor }, Question, ({ region }) => runSupervision(ask, region, actor));

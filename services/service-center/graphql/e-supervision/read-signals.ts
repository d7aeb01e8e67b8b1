import { Rejected } from '../../../shared/errors';
import { pageRequest, toPage, type connections } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import type { ServiceCenterContext } from '../../context';
import type { CasesOf } from '../../queries/cases/list-cases';
import { monthlyScores, type AgencyScore } from '../../queries/e-supervision/monthly-scores';
import { countSignals, signalsAfter } from '../../queries/e-supervision/signals-after';
import { placeOfCase } from '../../rules/cases/case-number';
import { SERVICE_CENTER_PERMISSIONS, type ServiceCenterAction } from '../../rules/permissions';
import type { OrganisationTypes } from '../foreign/organisation';
import type { SignalRef } from './signal';
import type { SupervisionVocabulary } from './vocabulary';

/** Whose are asked for: an agency's or a region's. Who asks may read them, or learns nothing. */
export function whose(args: { agencyCode?: string | null; regionCode?: string | null }, action: ServiceCenterAction, { actor }: ServiceCenterContext): CasesOf {
  const agencyCode = args.agencyCode ?? null;
  const regionCode = args.regionCode ?? agencyCode?.slice(0, 6) ?? null;
  if (regionCode === null) throw new Rejected('BAD_USER_INPUT', '请指定 agencyCode 或 regionCode', 'agencyCode');
  authorise(SERVICE_CENTER_PERMISSIONS, action, actor, agencyCode === null ? { regionCode } : placeOfCase(agencyCode));
  return { regionCode, agencyCode };
}

function sequenceAfter(after: string | null): number {
  const sequence = Number(after ?? 0);
  if (!Number.isSafeInteger(sequence)) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return sequence;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Adds `supervisionSignals` and `supervisionScores`. */
export function addReadSignals(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  { SignalKind, SignalSeverity, SignalState }: SupervisionVocabulary,
  Signal: SignalRef,
  { Agency }: OrganisationTypes,
): void {
  const SignalFilter = builder.inputType('SignalFilter', {
    description: 'Narrows signals; what is absent does not.',
    fields: (t) => ({
      kind: t.field({ type: [SignalKind], description: 'One of these kinds.' }),
      severity: t.field({ type: SignalSeverity, description: 'Of this severity.' }),
      state: t.field({ type: [SignalState], description: 'In one of these states.' }),
      caseNumber: t.id({ description: 'Of this case.' }),
    }),
  });
  const SignalConnection = connectionOf('SupervisionSignal', Signal);
  builder.queryField('supervisionSignals', (t) =>
    t.field({
      type: SignalConnection,
      description: 'Signals of e-supervision of an agency, or of a region with everything below it, in the order they were raised; the cursor of the last is where to go on. For supervision, the service center and the agency itself.',
      args: {
        agencyCode: t.arg.id({ description: 'The agency; or give `regionCode`.' }),
        regionCode: t.arg.id({ description: 'The region, with everything below it.' }),
        filter: t.arg({ type: SignalFilter, description: 'Narrows the list.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: async (_root, { filter, first, after, ...place }, context) => {
        const of = whose(place, 'read-signals', context);
        const request = pageRequest({ first, after });
        const { database } = context.store;
        const rows = await signalsAfter(database, of, filter ?? {}, sequenceAfter(request.after), request.first + 1);
        return toPage(rows, request, ({ sequence }) => String(sequence), () => countSignals(database, of, filter ?? {}));
      },
    }),
  );
  const Score = builder.objectRef<AgencyScore>('SupervisionScore').implement({
    description: 'An agency’s score of a month (月度评分), with what makes it up.',
    fields: (t) => ({
      agency: t.field({ type: Agency, description: 'The agency.', resolve: ({ agencyCode: code, agencyName: name }) => ({ code, name, abolishedOn: null }) }),
      score: t.exposeFloat('score', { description: 'By the region’s published weights; never below 0.' }),
      yellow: t.exposeInt('yellow', { description: 'Yellow signals of the month that were not revoked.' }),
      red: t.exposeInt('red', { description: 'Red signals of the month that were not revoked.' }),
      successiveRuns: t.exposeInt('successiveRuns', { description: 'Runs of successive working days with a signal (连续预警).' }),
      decided: t.exposeInt('decided', { description: 'Cases decided in the month.' }),
      earlyShare: t.exposeFloat('earlyShare', { nullable: true, description: 'Share of them decided before their due day (提前办结率), 0–1; null when none was.' }),
    }),
  });
  builder.queryField('supervisionScores', (t) =>
    t.field({
      type: [Score],
      description: 'How the agencies of a region did in a month, the best first. For supervision, the service center, government and reporting; an agency sees its own.',
      args: {
        regionCode: t.arg.id({ required: true, description: 'The region, with everything below it.' }),
        month: t.arg.string({ required: true, description: 'Month, `YYYY-MM`.' }),
      },
      resolve: (_root, { regionCode, month }, context) => {
        const { actor, store } = context;
        const agencyCode = SERVICE_CENTER_PERMISSIONS['read-scores'][actor.role] === 'AGENCY' ? actor.agencyCode : null;
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-scores', actor, { regionCode, agencyCode });
        if (!MONTH.test(month)) throw new Rejected('BAD_USER_INPUT', '月份应写作 YYYY-MM', 'month');
        return monthlyScores(store.database, { regionCode, agencyCode }, month);
      },
    }),
  );
}

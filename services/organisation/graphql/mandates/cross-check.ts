import { pageRequest, toPage } from '../../../shared/graphql/connection';
import { allows } from '../../../shared/permission';
import { PERMISSIONS } from '../../rules/permissions';
import type { CheckedFinding, RegionCheck } from '../../queries/mandates/region-check';
import { lastRuns } from '../../queries/mandates/runs';
import { countByKind, type KindCount, type RunRecord } from '../../rules/mandates/cross-check-run';
import { findingPlace } from '../../rules/mandates/finding-order';
import type { ConnectionOf, OrganisationBuilder } from '../types';
import type { FindingRef } from './finding';
import { readableFindings } from './readable-findings';
import type { MandateVocabulary } from './vocabulary';

/** A region's cross-check as the caller may see it. */
interface SeenCheck {
  check: RegionCheck;
  findings: CheckedFinding[];
  at: string;
}

/** Adds MandateCrossCheck, its runs, and `mandateCrossCheck`. */
export function addCrossCheck(builder: OrganisationBuilder, { MandateFindingKind, Severity, FindingState }: MandateVocabulary, Finding: FindingRef, connectionOf: ConnectionOf) {
  const Connection = connectionOf('MandateFinding', Finding);
  const Total = builder.objectRef<KindCount>('FindingTotal').implement({
    description: 'How many findings of one kind.',
    fields: (t) => ({
      kind: t.expose('kind', { type: MandateFindingKind, description: 'Kind (问题类型).' }),
      count: t.exposeInt('count', { description: 'Findings, 0 when there are none.' }),
    }),
  });
  const Run = builder.objectRef<RunRecord>('CrossCheckRun').implement({
    description: 'A cross-check of a region that was kept, compared with the one before (核对记录).',
    fields: (t) => ({
      number: t.exposeInt('number', { description: 'From 1 within the region.' }),
      at: t.expose('at', { type: 'DateTime', description: 'When it ran.' }),
      day: t.expose('day', { type: 'Date', description: 'The day the list and the mandates were read as of.' }),
      items: t.exposeInt('items', { description: 'Items on the list that were looked at.' }),
      mandates: t.exposeInt('mandates', { description: 'Mandates in force that were looked at.' }),
      totals: t.expose('totals', { type: [Total], description: 'Findings by kind.' }),
      newCount: t.exposeInt('fresh', { description: 'Found for the first time (新增).' }),
      goneCount: t.exposeInt('gone', { description: 'Found no longer (消除).' }),
      stillCount: t.exposeInt('still', { description: 'Found again (仍在).' }),
    }),
  });
  const Check = builder.objectRef<SeenCheck>('MandateCrossCheck').implement({
    description: 'A region’s mandates against its list, in both directions, as of now (交叉核对), P13. An agency sees its own findings alone, and its counts are of these.',
    fields: (t) => ({
      asOf: t.expose('at', { type: 'DateTime', description: 'When the answer was made.' }),
      totals: t.field({ type: [Total], description: 'Findings that are not closed, by kind.', resolve: ({ findings }) => countByKind(findings.filter(isOpen)) }),
      findings: t.field({
        type: Connection,
        description: 'Findings by agency and in the order of the checks.',
        args: {
          kinds: t.arg({ type: [MandateFindingKind], description: 'Only these kinds.' }),
          severities: t.arg({ type: [Severity], description: 'Only these severities.' }),
          states: t.arg({ type: [FindingState], description: 'Only in these states; OPEN and REPLIED when absent.' }),
          agencyCode: t.arg.id({ description: 'Only this agency’s.' }),
          first: t.arg.int({ defaultValue: 50, description: '1–100.' }),
          after: t.arg.string({ description: '`endCursor` of the page before.' }),
        },
        resolve: ({ findings }, { kinds, severities, states, agencyCode, ...page }) => {
          const request = pageRequest(page, 50);
          const wanted = findings.filter(
            (finding) =>
              (!kinds || kinds.includes(finding.kind)) &&
              (!severities || severities.includes(finding.severity)) &&
              (states ? states.includes(finding.record?.state ?? 'OPEN') : isOpen(finding)) &&
              (!agencyCode || finding.agencyCode === agencyCode),
          );
          return toPage(pageAfter(wanted, request.after, request.first), request, ({ id }) => id, async () => wanted.length);
        },
      }),
      runs: t.field({
        type: [Run],
        description: 'The last runs that were kept, newest first. They count the whole region, so an agency, which sees its own findings alone, gets none.',
        args: { first: t.arg.int({ defaultValue: 10, description: '1–100.' }) },
        resolve: ({ check: { regionCode } }, { first }, { store, actor }) =>
          allows(PERMISSIONS, 'readMandateFindings', actor, { regionCode }) ? lastRuns(store.database, regionCode, pageRequest({ first }).first) : [],
      }),
    }),
  });
  builder.queryField('mandateCrossCheck', (t) =>
    t.field({
      type: Check,
      description: 'The cross-check of a region. For the staffing office, supervision, reform office, government and reporting of the region, and for an agency its own part; others are refused with UNAUTHENTICATED or FORBIDDEN.',
      args: { regionCode: t.arg.id({ required: true, description: 'Region whose mandates are checked against its list.' }) },
      resolve: async (_root, { regionCode }, context) => ({ ...(await readableFindings(context, regionCode)), at: context.store.now().toISOString() }),
    }),
  );
  return { Check, Run };
}

const isOpen = ({ record }: CheckedFinding): boolean => record?.state !== 'CLOSED';

/** One more than asked for. A finding that is gone since the page before still tells where to go on. */
function pageAfter(findings: readonly CheckedFinding[], after: string | null, first: number): CheckedFinding[] {
  const from = after === null ? 0 : findings.findIndex(({ id }) => findingPlace(id) > findingPlace(after));
  return from < 0 ? [] : findings.slice(from, from + first + 1);
}

import { pageRequest, type connections } from '../../../shared/graphql/connection';
import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { Outcome } from '../../../shared/outcome';
import { authorise } from '../../../shared/permission';
import { runCommand } from '../../../shared/run-command';
import { targetOf, type CheckAnswer } from '../../commands/measures/check-answers';
import { planChecks } from '../../commands/measures/plan-checks';
import { recordCheckResults } from '../../commands/measures/record-check-results';
import type { ServiceCenterContext } from '../../context';
import { checksDue, type DueCheck } from '../../queries/measures/checks-due';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { PowerItemRef } from '../foreign/power-item';
import type { MeasureVocabulary } from './vocabulary';

/** A batch is answered one by one; as a whole no rule refuses it. */
function answersOf(outcome: Outcome<CheckAnswer[]>): CheckAnswer[] {
  if (!outcome.ok) throw new Error(`a batch was refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** Adds MeasureCheck, `planChecks`, `recordCheckResults` and `checksDue`. */
export function addChecks(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  { MeasureKind, CheckResult, CheckStatus }: MeasureVocabulary,
  PowerItem: PowerItemRef,
  refusal: RefusalRef<ServiceCenterContext>,
): void {
  const checkId = { required: true, description: 'The agency’s own id: letters, digits and `._/-`, up to 64; no names. The same again changes nothing.' } as const;
  const agencyCode = { required: true, description: 'The agency that checks, for which the caller acts.' } as const;
  const Answer = builder.objectRef<CheckAnswer>('CheckAnswer').implement({
    description: 'What became of one check of a batch.',
    fields: (t) => ({
      checkId: t.exposeID('checkId', { nullable: true, description: 'Its id, as it was handed in.' }),
      status: t.expose('status', { type: CheckStatus, description: 'What became of it.' }),
      reason: t.expose('reason', { type: refusal, nullable: true, description: 'Why it was rejected; null otherwise.' }),
    }),
  });
  const PlannedCheckInput = builder.inputType('PlannedCheckInput', {
    description: 'A check to be made under a measure of an item (监管检查计划).',
    fields: (t) => ({
      checkId: t.id(checkId),
      itemCode: t.id({ required: true, description: 'The item, one of the agency’s own.' }),
      measure: t.int({ required: true, description: 'Place of the measure in the item’s set, as it holds on the planned day.' }),
      plannedOn: t.field({ type: 'Date', required: true, description: 'Day it is planned for.' }),
      subject: t.string({ required: true, description: 'Who or what is to be checked (检查对象), up to 200 characters; for the agency and supervision alone.' }),
    }),
  });
  const PlanChecksInput = builder.inputType('PlanChecksInput', {
    description: 'Checks to be planned.',
    fields: (t) => ({ agencyCode: t.id(agencyCode), checks: t.field({ type: [PlannedCheckInput], required: true, description: '1–1,000 checks.' }) }),
  });
  builder.mutationField('planChecks', (t) =>
    t.field({
      type: [Answer],
      description: 'Plans checks under the measures of an agency’s items (制定检查计划), P16; answered one by one, in order. Rejected: MEASURE_UNKNOWN, NOT_THE_IMPLEMENTING_BODY, CHECK_EXISTS (with other contents), MALFORMED.',
      args: { input: t.arg({ type: PlanChecksInput, required: true, description: 'The checks.' }) },
      resolve: async (_root, { input }, { store, actor }) => answersOf(await runCommand(store, SERVICE_CENTER_PERMISSIONS, planChecks, input, actor)),
    }),
  );
  const CheckResultInput = builder.inputType('CheckResultInput', {
    description: 'What a check found (检查结果).',
    fields: (t) => ({
      checkId: t.id(checkId),
      checkedOn: t.field({ type: 'Date', required: true, description: 'Day it was made, not after today.' }),
      result: t.field({ type: CheckResult, required: true, description: 'What it found.' }),
      rectifyBy: t.field({ type: 'Date', description: 'Day by which it is put right (改正期限); of RECTIFY, and of it alone.' }),
      note: t.string({ description: 'Remarks, up to 2,000 characters; for the agency and supervision alone.' }),
    }),
  });
  const RecordCheckResultsInput = builder.inputType('RecordCheckResultsInput', {
    description: 'Results of planned checks.',
    fields: (t) => ({ agencyCode: t.id(agencyCode), results: t.field({ type: [CheckResultInput], required: true, description: '1–1,000 results.' }) }),
  });
  builder.mutationField('recordCheckResults', (t) =>
    t.field({
      type: [Answer],
      description: 'Records what planned checks found (记录检查结果), P16; answered one by one, in order. Rejected: CHECK_UNKNOWN, CHECKED_IN_FUTURE, RECTIFY_BY, RESULT_EXISTS (another), MALFORMED.',
      args: { input: t.arg({ type: RecordCheckResultsInput, required: true, description: 'The results.' }) },
      resolve: async (_root, { input }, { store, actor }) => answersOf(await runCommand(store, SERVICE_CENTER_PERMISSIONS, recordCheckResults, input, actor)),
    }),
  );
  const Check = builder.objectRef<DueCheck>('MeasureCheck').implement({
    description: 'A planned check without a result yet (待实施的监管检查).',
    fields: (t) => ({
      checkId: t.exposeID('checkId', { description: 'The agency’s own id.' }),
      item: t.field({ type: PowerItem, nullable: true, description: 'The item.', resolve: ({ itemCode }) => ({ code: itemCode }) }),
      measure: t.exposeInt('measure', { description: 'Place of the measure in the item’s set.' }),
      measureVersion: t.exposeInt('version', { description: 'Version of that set.' }),
      kind: t.expose('kind', { type: MeasureKind, description: 'How the measure supervises.' }),
      plannedOn: t.expose('plannedOn', { type: 'Date', description: 'Day it is planned for.' }),
      subject: t.exposeString('subject', { description: 'Who or what is to be checked (检查对象).' }),
      overdue: t.boolean({ description: 'Its day is over.', resolve: ({ plannedOn }, _args, { today }) => plannedOn < today }),
    }),
  });
  const CheckConnection = connectionOf('MeasureCheck', Check);
  builder.queryField('checksDue', (t) =>
    t.field({
      type: CheckConnection,
      description: 'An agency’s checks without a result that are planned until a day (待实施检查), the first planned first. For that agency and the supervision bureau of its region.',
      args: {
        agencyCode: t.arg.id({ required: true, description: 'The agency that checks.' }),
        until: t.arg({ type: 'Date', required: true, description: 'Last planned day.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: (_root, { agencyCode: agency, until, ...page }, { store, actor }) => {
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-checks', actor, targetOf({ agencyCode: agency }));
        return checksDue(store.database, agency, until, pageRequest(page));
      },
    }),
  );
}

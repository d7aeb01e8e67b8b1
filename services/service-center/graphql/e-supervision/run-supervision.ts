import { isRefusal, memberOf, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { runCommand } from '../../../shared/run-command';
import { runSupervision, type SupervisionRun } from '../../commands/e-supervision/run-supervision';
import { setSupervisionPolicy } from '../../commands/e-supervision/set-supervision-policy';
import type { ServiceCenterContext } from '../../context';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { SupervisionVocabulary } from './vocabulary';

/** Adds `runSupervision` and `setSupervisionPolicy`. */
export function addRunSupervision(builder: HubBuilder<ServiceCenterContext>, { SignalKind, SignalSeverity }: SupervisionVocabulary, refusal: RefusalRef<ServiceCenterContext>): void {
  const Run = builder.objectRef<SupervisionRun>('SupervisionRun').implement({
    description: 'What a day’s run of e-supervision came to (当日监察).',
    fields: (t) => ({
      examined: t.exposeInt('examined', { description: 'Open cases looked at.' }),
      raised: t.exposeInt('raised', { description: 'Signals raised.' }),
      revoked: t.exposeInt('revoked', { description: 'Signals revoked that facts no longer bear out and nobody was told of.' }),
    }),
  });
  const RunResult = builder.unionType('RunSupervisionResult', {
    description: 'The run, or the rule that said no.',
    types: [Run, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'SupervisionRun'),
  });
  builder.mutationField('runSupervision', (t) =>
    t.field({
      type: RunResult,
      description: 'Looks at all open cases of a region today and raises what has fallen due. Events raise theirs when they come; the same day again changes nothing. For the supervision bureau.',
      args: { regionCode: t.arg.id({ required: true, description: 'The region, with everything below it.' }) },
      resolve: async (_root, { regionCode }, { store, actor }) => memberOf(await runSupervision(store, regionCode, actor)),
    }),
  );
  const SignalSeverityInput = builder.inputType('SignalSeverityInput', {
    description: 'How grave a kind of signal is.',
    fields: (t) => ({
      kind: t.field({ type: SignalKind, required: true, description: 'The kind.' }),
      severity: t.field({ type: SignalSeverity, required: true, description: 'Its severity.' }),
    }),
  });
  const ScoreWeightsInput = builder.inputType('ScoreWeightsInput', {
    description: 'Weights of the monthly score (评分权重); what is absent is as usual.',
    fields: (t) => ({
      base: t.float({ description: 'Where a month begins; 100.' }),
      yellow: t.float({ description: 'Taken off for a yellow signal; 5.' }),
      red: t.float({ description: 'Taken off for a red signal; 10.' }),
      successiveDays: t.int({ description: 'How many working days in a row with a signal make a run; 3.' }),
      successive: t.float({ description: 'Taken off for each run; 3.' }),
      earlyShare: t.float({ description: 'Share of cases decided early from which `early` is added; 0.1.' }),
      early: t.float({ description: 'Added for it; 1.' }),
    }),
  });
  const SupervisionPolicyInput = builder.inputType('SupervisionPolicyInput', {
    description: 'A region’s thresholds and weights from a day on (监察规则); what is absent is as usual.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'The region; regions below it follow it unless they lay down their own.' }),
      effectiveFrom: t.field({ type: 'Date', required: true, description: 'First day, today or later.' }),
      basis: t.string({ required: true, description: 'Title or number of the document that lays it down.' }),
      nearDueShare: t.float({ description: 'Share of a limit used from which it is nearly due, 0–1; 0.9.' }),
      nearDueDaysLeft: t.int({ description: 'Or so many days left; 1.' }),
      lateReportHours: t.float({ description: 'Hours after which a report is late; 24.' }),
      answerDays: t.int({ description: 'Working days an agency has to answer; 5.' }),
      severity: t.field({ type: [SignalSeverityInput], description: 'Severities that differ.' }),
      off: t.field({ type: [SignalKind], description: 'Kinds that are not raised.' }),
      score: t.field({ type: ScoreWeightsInput, description: 'Weights that differ.' }),
    }),
  });
  const Policy = builder.objectRef<{ regionCode: string; effectiveFrom: string }>('SupervisionPolicy').implement({
    description: 'A region’s policy of e-supervision (监察规则).',
    fields: (t) => ({
      regionCode: t.exposeID('regionCode', { description: 'The region.' }),
      effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'First day.' }),
    }),
  });
  const PolicyResult = builder.unionType('SetSupervisionPolicyResult', {
    description: 'The policy, or the rule that said no.',
    types: [Policy, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'SupervisionPolicy'),
  });
  builder.mutationField('setSupervisionPolicy', (t) =>
    t.field({
      type: PolicyResult,
      description: 'Lays down a region’s thresholds and weights from a day on, today or later. For the supervision bureau.',
      args: { input: t.arg({ type: SupervisionPolicyInput, required: true }) },
      resolve: async (_root, { input: { regionCode, effectiveFrom, basis, severity, score, ...rest } }, { store, actor }) => {
        const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null));
        const severities = severity ? { severity: Object.fromEntries(severity.map((each) => [each.kind, each.severity])) } : {};
        const weights = score ? { score: Object.fromEntries(Object.entries(score).filter(([, value]) => value != null)) } : {};
        const policy = { ...said, ...severities, ...weights };
        return memberOf(await runCommand(store, SERVICE_CENTER_PERMISSIONS, setSupervisionPolicy, { regionCode, effectiveFrom, basis, policy }, actor));
      },
    }),
  );
}

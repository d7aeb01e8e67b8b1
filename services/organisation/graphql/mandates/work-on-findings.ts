import { authorise } from '../../../shared/permission';
import { isRefusal, memberOf } from '../../../shared/graphql/refusal';
import { runCommand, type Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { decideMatch, type MatchRecord } from '../../commands/mandates/decide-match';
import { closeFinding, replyToFinding, type EndFinding } from '../../commands/mandates/end-finding';
import { runCrossCheck } from '../../commands/mandates/run-cross-check';
import { unresolvedFindings, type FindingRecord } from '../../queries/mandates/findings';
import type { CheckedFinding } from '../../queries/mandates/region-check';
import { isRemindedOn } from '../../rules/mandates/deadlines';
import { PERMISSIONS, type OrganisationAction } from '../../rules/permissions';
import type { OrganisationBuilder, Refusal } from '../types';
import type { addCrossCheck } from './cross-check';
import type { FindingRef } from './finding';
import type { PowerItemRef } from './power-item-stub';
import type { MandateVocabulary } from './vocabulary';

const toChecked = ({ finding, ...record }: FindingRecord): CheckedFinding => ({ ...finding, record });

/** Adds what people do about findings: `runMandateCrossCheck`, `replyToMandateFinding`, `closeMandateFinding`, `decideDutyMatch`, `mandateReminders`. */
export function addWorkOnFindings(
  builder: OrganisationBuilder,
  { MatchVerdict }: MandateVocabulary,
  { Finding, Run, PowerItem }: { Finding: FindingRef; Run: ReturnType<typeof addCrossCheck>['Run']; PowerItem: PowerItemRef },
  refusal: Refusal,
): void {
  const RunResult = builder.unionType('RunMandateCrossCheckResult', {
    description: 'What RunMandateCrossCheck answers.',
    types: [Run, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'CrossCheckRun'),
  });
  const RunInput = builder.inputType('RunMandateCrossCheckInput', {
    description: 'The region to check.',
    fields: (t) => ({ regionCode: t.id({ required: true, description: 'Region whose mandates are checked against its list.' }) }),
  });
  builder.mutationField('runMandateCrossCheck', (t) =>
    t.field({
      type: RunResult,
      description: 'Checks a region and keeps the result, compared with the run before (核对并存档): new findings get a deadline, those found no longer are closed. Staffing office. Refuses with UNKNOWN_REGION.',
      args: { input: t.arg({ type: RunInput, required: true, description: 'The region.' }) },
      resolve: async (_root, { input }, { store, actor }) => memberOf(await runCommand(store, PERMISSIONS, runCrossCheck, input, actor)),
    }),
  );

  const ending = (field: 'replyToMandateFinding' | 'closeMandateFinding', command: Command<OrganisationTx, OrganisationAction, EndFinding, FindingRecord>, description: string): void => {
    const verb = `${field[0]!.toUpperCase()}${field.slice(1)}`;
    const Result = builder.unionType(`${verb}Result`, {
      description: `What ${verb} answers.`,
      types: [Finding, refusal],
      resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'MandateFinding'),
    });
    const Input = builder.inputType(`${verb}Input`, {
      description: 'A finding on record and what is said of it.',
      fields: (t) => ({
        findingId: t.id({ required: true, description: 'Id of the finding.' }),
        text: t.string({ required: true, description: 'What was done, or why it is closed; Chinese.' }),
      }),
    });
    builder.mutationField(field, (t) =>
      t.field({
        type: Result,
        description: `${description} Refuses with UNKNOWN_FINDING, FINDING_CLOSED, TEXT_MISSING.`,
        args: { input: t.arg({ type: Input, required: true, description: 'The finding and the text.' }) },
        resolve: async (_root, { input }, { store, actor }) => {
          const outcome = await runCommand(store, PERMISSIONS, command, input, actor);
          return outcome.ok ? toChecked(outcome.value) : outcome.refusal;
        },
      }),
    );
  };
  ending('replyToMandateFinding', replyToFinding, 'The agency says what it did about a finding (回复).');
  ending('closeMandateFinding', closeFinding, 'The staffing office closes a finding with its reason (办结); a later run does not open it again.');

  const Match = builder.objectRef<MatchRecord>('DutyMatch').implement({
    description: 'What a person decided about a duty and an item (人工认定). Kept by the duty’s words, it holds for every later run and version.',
    fields: (t) => ({
      agencyCode: t.exposeID('agencyCode', { description: 'Agency of the duty.' }),
      dutyText: t.exposeString('dutyText', { description: 'The duty’s words.' }),
      item: t.field({ type: PowerItem, description: 'The item.', resolve: ({ itemCode }) => ({ code: itemCode }) }),
      verdict: t.expose('verdict', { type: MatchVerdict, description: 'The decision.' }),
    }),
  });
  const MatchResult = builder.unionType('DecideDutyMatchResult', {
    description: 'What DecideDutyMatch answers.',
    types: [Match, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'DutyMatch'),
  });
  const MatchInput = builder.inputType('DecideDutyMatchInput', {
    description: 'A duty, an item, and whether the one rests on the other. To correct a pair, reject it and confirm the right one.',
    fields: (t) => ({
      mandateId: t.id({ required: true, description: 'Mandate in which the duty stands.' }),
      place: t.int({ required: true, description: 'Place of the duty in the mandate, from 0.' }),
      itemCode: t.id({ required: true, description: 'Item of the same agency.' }),
      verdict: t.field({ type: MatchVerdict, required: true, description: 'The decision; a later one replaces it.' }),
    }),
  });
  builder.mutationField('decideDutyMatch', (t) =>
    t.field({
      type: MatchResult,
      description: 'Confirms or rejects that an item rests on a duty (确认、否定职责与事项的对应). Refuses with UNKNOWN_MANDATE, UNKNOWN_DUTY, UNKNOWN_ITEM.',
      args: { input: t.arg({ type: MatchInput, required: true, description: 'The pair and the decision.' }) },
      resolve: async (_root, { input }, { store, actor }) => memberOf(await runCommand(store, PERMISSIONS, decideMatch, input, actor)),
    }),
  );

  builder.queryField('mandateReminders', (t) =>
    t.field({
      type: [Finding],
      description: 'Unresolved findings to be reminded of on a day (当日催办): every seven days after each was put on record, until it is closed. Who may see findings sees these.',
      args: {
        regionCode: t.arg.id({ required: true, description: 'Region.' }),
        on: t.arg({ type: 'Date', description: 'The day; today when absent.' }),
      },
      resolve: async (_root, { regionCode, on }, { actor, store, today }) => {
        authorise(PERMISSIONS, 'readMandateFindings', actor, { regionCode, agencyCode: actor.agencyCode });
        const day = on ?? today;
        const agencyCode = PERMISSIONS.readMandateFindings[actor.role] === 'AGENCY' ? actor.agencyCode : null;
        const findings = await unresolvedFindings(store.database, { regionCode, agencyCode, before: day });
        return findings.filter(({ raisedOn }) => isRemindedOn(raisedOn, day)).map(toChecked);
      },
    }),
  );
}

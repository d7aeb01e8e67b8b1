import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { isRefusal, type RefusalRef } from '../../../shared/graphql/refusal';
import { runCommand } from '../../../shared/run-command';
import { MOST_EVENTS, recordCaseEvents, type EventAnswer, type EventStatus } from '../../commands/cases/record-case-events';
import type { ServiceCenterContext } from '../../context';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { CaseVocabulary } from './vocabulary';

const RECORDS = [
  `Records up to ${MOST_EVENTS} events from a counter’s own system (办件数据批量上报). Facts are facts: late, out of order or impossible ones`,
  'are recorded too, and raise signals; only what cannot be read is rejected, each event by itself. The same event id of the',
  'same case again is a duplicate, so that a batch may be sent again. For the agency, and the service center for its region.',
].join(' ');

/** Adds `recordCaseEvents`. Enums come as text, so that one event with an unknown word does not cost the batch. */
export function addReportCaseEvents(builder: HubBuilder<ServiceCenterContext>, { CaseEventStatus }: CaseVocabulary, refusal: RefusalRef<ServiceCenterContext>): void {
  const FeeReport = builder.inputType('FeeReport', {
    description: 'A fee that was asked for, as reported.',
    fields: (t) => ({ name: t.string({ required: true, description: 'Name.' }), amount: t.float({ required: true, description: 'Yuan (元).' }) }),
  });
  const ApplicantReport = builder.inputType('ApplicantReport', {
    description: 'Who applied, as reported: personal data, kept apart and never in the journal.',
    fields: (t) => ({
      name: t.string({ description: 'Name.' }),
      idNumber: t.string({ description: 'Number of the identity document or the credit code.' }),
      contact: t.string({ description: 'Phone or address.' }),
    }),
  });
  const CaseEventReport = builder.inputType('CaseEventReport', {
    description: 'An event of a case as a counter reports it. The first of a case names its item.',
    fields: (t) => ({
      eventId: t.string({ required: true, description: 'The source’s own id, unique in its case, up to 64 characters.' }),
      caseNumber: t.string({ required: true, description: 'The hub’s number, or the counter’s own, which the hub qualifies by the agency’s code.' }),
      agencyCode: t.string({ description: 'The handling agency; absent: the batch’s.' }),
      itemCode: t.string({ description: 'The item; required for a case the hub does not know.' }),
      kind: t.string({ required: true, description: 'A CaseEventKind.' }),
      at: t.string({ required: true, description: 'When it happened, ISO 8601 with time zone; not when it is reported.' }),
      officeId: t.string({ description: 'Office that handled it.' }),
      officerId: t.string({ description: 'Officer who handled it.' }),
      note: t.string({ description: 'What the applicant is told. No personal data.' }),
      step: t.int({ description: 'Of a step, its order in the guide.' }),
      procedure: t.string({ description: 'Of a special procedure, which.' }),
      startEventId: t.string({ description: 'Of the end of a special procedure, the event that started it.' }),
      noticedAt: t.string({ description: 'Of a special procedure or an extension, when the applicant was told in writing.' }),
      approvedBy: t.string({ description: 'Of an extension, an ExtensionApprover.' }),
      extendedBy: t.int({ description: 'Of an extension, by how many days.' }),
      outcome: t.string({ description: 'Of a decision, a CaseDecision.' }),
      inWriting: t.boolean({ description: 'Of a refusal, whether it is in writing.' }),
      reasons: t.string({ description: 'Of a refusal, its reasons.' }),
      remedies: t.string({ description: 'Of a refusal, how to apply for reconsideration or sue.' }),
      toCorrect: t.stringList({ description: 'Of a notice of correction, everything that is to be corrected.' }),
      competentOrgan: t.string({ description: 'Of a refused intake, the organ that is competent.' }),
      materials: t.stringList({ description: 'Names of the materials handed in with it.' }),
      fees: t.field({ type: [FeeReport], description: 'Fees asked for with it.' }),
      handling: t.string({ description: 'Of a new case, a CaseHandling; ORDINARY when absent.' }),
      channel: t.string({ description: 'Of a new case, a Channel.' }),
      applicantKind: t.string({ description: 'Of a new case, a ServiceObject.' }),
      applicant: t.field({ type: ApplicantReport, description: 'Who applied; what is recorded is not replaced.' }),
      queryCode: t.string({ description: 'The query code on the counter’s receipt, 6–40 letters and digits; its hash is kept.' }),
    }),
  });
  const Answer = builder.objectRef<EventAnswer>('CaseEventAnswer').implement({
    description: 'What became of one reported event.',
    fields: (t) => ({
      eventId: t.exposeString('eventId', { nullable: true, description: 'Its id.' }),
      caseNumber: t.exposeString('caseNumber', { nullable: true, description: 'Its case, as the hub numbers it; null when rejected before that was known.' }),
      status: t.expose('status', { type: CaseEventStatus, description: 'Recorded, there already, or rejected.' }),
      reason: t.field({ type: refusal, nullable: true, description: 'Why it was rejected.', resolve: ({ reason }) => reason }),
    }),
  });
  const Batch = builder.objectRef<{ answers: EventAnswer[] }>('CaseEventBatch').implement({
    description: 'What became of a batch of events (上报回执).',
    fields: (t) => {
      const count = (status: EventStatus) => (batch: { answers: EventAnswer[] }) => batch.answers.filter((answer) => answer.status === status).length;
      return {
        accepted: t.int({ description: 'How many were recorded.', resolve: count('ACCEPTED') }),
        duplicates: t.int({ description: 'How many were there already.', resolve: count('DUPLICATE') }),
        rejected: t.int({ description: 'How many were rejected.', resolve: count('REJECTED') }),
        answers: t.field({ type: [Answer], description: 'Each event’s answer, in the order they were reported.', resolve: ({ answers }) => answers }),
      };
    },
  });
  const RecordCaseEventsInput = builder.inputType('RecordCaseEventsInput', {
    description: 'A batch of events.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'The region whose cases they are of, everything below it included.' }),
      agencyCode: t.id({ description: 'The agency they are all of; absent for a hall’s system, which names one for each event.' }),
      events: t.field({ type: [CaseEventReport], required: true, description: `1–${MOST_EVENTS} events, in any order.` }),
    }),
  });
  const RecordCaseEventsResult = builder.unionType('RecordCaseEventsResult', {
    description: 'What became of each event, or the rule that said no to all.',
    types: [Batch, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'CaseEventBatch'),
  });
  builder.mutationField('recordCaseEvents', (t) =>
    t.field({
      type: RecordCaseEventsResult,
      description: RECORDS,
      args: { input: t.arg({ type: RecordCaseEventsInput, required: true }) },
      resolve: async (_root, { input: { regionCode, agencyCode, events } }, { store, actor }) => {
        const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, recordCaseEvents, { regionCode, agencyCode: agencyCode ?? null, events }, actor);
        return outcome.ok ? { answers: outcome.value } : outcome.refusal;
      },
    }),
  );
}

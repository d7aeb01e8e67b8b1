import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { Vocabulary } from '../vocabulary';
import type { CaseVocabulary } from './vocabulary';

/** Adds the inputs with which a case is opened and handled here. */
export function addCaseInputs(builder: HubBuilder<ServiceCenterContext>, { Channel, ServiceObject }: Vocabulary, vocabulary: CaseVocabulary) {
  const ApplicantInput = builder.inputType('ApplicantInput', {
    description: 'Who applies (申请人): personal data, kept apart and never in the journal.',
    fields: (t) => ({
      name: t.string({ description: 'Name, up to 100 characters.' }),
      idNumber: t.string({ description: 'Number of the identity document or the credit code.' }),
      contact: t.string({ description: 'Phone or address.' }),
    }),
  });
  const OpenCaseInput = builder.inputType('OpenCaseInput', {
    description: 'An application as the counter takes it in (收件).',
    fields: (t) => ({
      agencyCode: t.id({ required: true, description: 'The agency that exercises the item.' }),
      itemCode: t.id({ required: true, description: 'The item.' }),
      number: t.id({ description: 'The counter’s own number; the hub qualifies it by the agency’s code, and numbers the case itself when it is absent.' }),
      handling: t.field({ type: vocabulary.CaseHandling, description: 'ORDINARY when absent.' }),
      channel: t.field({ type: Channel, description: 'How it came in.' }),
      applicantKind: t.field({ type: ServiceObject, description: 'Kind of applicant.' }),
      applicant: t.field({ type: ApplicantInput, description: 'Who applies.' }),
      receivedAt: t.field({ type: 'DateTime', description: 'When it was handed in; now when absent, never later.' }),
      officeId: t.id({ description: 'Office that took it in, of the agency.' }),
      officerId: t.id({ description: 'Officer who took it in.' }),
      materials: t.stringList({ description: 'Names of the materials handed in, as the guide names them.' }),
      note: t.string({ description: 'What the applicant is told.' }),
    }),
  });
  const ChargedFeeInput = builder.inputType('ChargedFeeInput', {
    description: 'A fee that is asked for.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Name, as the guide names it.' }),
      amount: t.float({ required: true, description: 'Yuan (元).' }),
    }),
  });
  const RecordCaseEventInput = builder.inputType('RecordCaseEventInput', {
    description: 'What happens to a case (办件事件).',
    fields: (t) => ({
      number: t.id({ required: true, description: 'Number of the case.' }),
      kind: t.field({ type: vocabulary.CaseEventKind, required: true, description: 'What happens.' }),
      eventId: t.id({ description: 'An id of the caller’s, so that saying it twice records it once; the hub’s when absent.' }),
      at: t.field({ type: 'DateTime', description: 'When; now when absent, never later, nor before the last event of the case.' }),
      officeId: t.id({ description: 'Office that handles it.' }),
      officerId: t.id({ description: 'Officer who handles it.' }),
      note: t.string({ description: 'What the applicant is told, up to 2,000 characters. No personal data.' }),
      step: t.int({ description: 'Of a step, its order in the guide; required there.' }),
      procedure: t.string({ description: 'Of a special procedure, which, e.g. `HEARING`; required there (行政许可法 45).' }),
      startEventId: t.id({ description: 'Of the end of a special procedure, the event that started it; the earliest of its kind when absent.' }),
      noticedAt: t.field({ type: 'DateTime', description: 'Of a special procedure or an extension, when the applicant was told in writing.' }),
      approvedBy: t.field({ type: vocabulary.ExtensionApprover, description: 'Of an extension, who approved it (行政许可法 42).' }),
      extendedBy: t.int({ description: 'Of an extension, by how many days; all the law gives when absent.' }),
      outcome: t.field({ type: vocabulary.CaseDecision, description: 'Of a decision, which; required there.' }),
      inWriting: t.boolean({ description: 'Of a refusal, whether it is in writing (行政许可法 38).' }),
      reasons: t.string({ description: 'Of a refusal, its reasons.' }),
      remedies: t.string({ description: 'Of a refusal, how to apply for reconsideration or sue.' }),
      toCorrect: t.stringList({ description: 'Of a notice of correction, everything that is to be corrected (行政许可法 32(4)).' }),
      competentOrgan: t.string({ description: 'Of a refused intake, the organ that is competent (行政许可法 32(2)).' }),
      materials: t.stringList({ description: 'Names of the materials handed in with it.' }),
      fees: t.field({ type: [ChargedFeeInput], description: 'Fees asked for with it.' }),
    }),
  });
  return { OpenCaseInput, RecordCaseEventInput };
}

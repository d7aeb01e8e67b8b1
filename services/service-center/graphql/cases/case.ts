import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { allows } from '../../../shared/permission';
import type { ServiceCenterContext } from '../../context';
import { applicantFor, type CaseEventView, type CaseView } from '../../queries/cases/case-views';
import type { ChargedFee } from '../../rules/cases/case-fact';
import { placeOfCase } from '../../rules/cases/case-number';
import { isOpen } from '../../rules/cases/case-states';
import type { Applicant } from '../../rules/cases/mask-applicant';
import { effectiveClock } from '../../rules/cases/fold-case';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { CHANNELS, SERVICE_OBJECTS } from '../../rules/vocabulary';
import type { OrganisationTypes } from '../foreign/organisation';
import type { PowerItemRef } from '../foreign/power-item';
import type { Vocabulary } from '../vocabulary';
import type { CaseVocabulary } from './vocabulary';

/** Applicants' data in the clear, masked, or for whom neither is meant: nothing. */
async function shownApplicant(view: CaseView, { actor }: ServiceCenterContext): Promise<Applicant | null> {
  const target = placeOfCase(view.header.number);
  const inTheClear = allows(SERVICE_CENTER_PERMISSIONS, 'read-applicant', actor, target);
  return inTheClear || allows(SERVICE_CENTER_PERMISSIONS, 'read-cases', actor, target) ? applicantFor(view, inTheClear) : null;
}

/** Adds CaseEvent: what happened, to whom it is shown alike; nothing of it is about a person but officials. */
function addCaseEvent(builder: HubBuilder<ServiceCenterContext>, vocabulary: CaseVocabulary, { Office }: OrganisationTypes) {
  const Fee = builder.objectRef<ChargedFee>('ChargedFee').implement({
    description: 'A fee that was asked for (收费).',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Name of the fee (收费项目).' }),
      amount: t.exposeFloat('amount', { description: 'Yuan (元).' }),
    }),
  });
  const own = (event: CaseEventView) => event as CaseEventView & { outcome?: 'GRANTED' | 'REFUSED' | 'WITHDRAWN'; step?: number; procedure?: string };
  return builder.objectRef<CaseEventView>('CaseEvent').implement({
    description: 'Something that happened to a case (办件事件), in the order of time, however it arrived.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Id the source gave it; unique in its case.' }),
      kind: t.field({ type: vocabulary.CaseEventKind, description: 'What happened.', resolve: ({ kind }) => kind }),
      at: t.field({ type: 'DateTime', description: 'When it happened.', resolve: ({ at }) => at }),
      arrivedAt: t.field({ type: 'DateTime', description: 'When the hub learned of it.', resolve: ({ arrivedAt }) => arrivedAt }),
      origin: t.field({ type: vocabulary.CaseEventOrigin, description: 'Asked for here and checked, or reported.', resolve: ({ origin }) => origin }),
      office: t.field({ type: Office, nullable: true, description: 'Office that handled it (承办科室); null when it is not said or not known.', resolve: ({ office }) => office }),
      note: t.string({ nullable: true, description: 'What the applicant is told of it.', resolve: ({ note }) => note }),
      outcome: t.field({ type: vocabulary.CaseDecision, nullable: true, description: 'Of a decision, how it was decided.', resolve: (event) => own(event).outcome ?? null }),
      step: t.int({ nullable: true, description: 'Of a step, its order in the guide.', resolve: (event) => own(event).step ?? null }),
      procedure: t.string({ nullable: true, description: 'Of a special procedure, which (行政许可法 45).', resolve: (event) => own(event).procedure ?? null }),
      toCorrect: t.stringList({ description: 'Of a notice of correction, all that is to be corrected (行政许可法 32(4)).', resolve: ({ toCorrect }) => [...toCorrect] }),
      fees: t.field({ type: [Fee], description: 'Fees asked for with it.', resolve: ({ fees }) => [...fees] }),
    }),
  });
}

/** Adds Case. */
export function addCase(
  builder: HubBuilder<ServiceCenterContext>,
  { Channel, ServiceObject }: Vocabulary,
  vocabulary: CaseVocabulary,
  organisation: OrganisationTypes,
  PowerItem: PowerItemRef,
) {
  const CaseEvent = addCaseEvent(builder, vocabulary, organisation);
  const ApplicantRef = builder.objectRef<Applicant>('Applicant').implement({
    description: 'Who applied (申请人): personal data, in the clear for the handling agency and for supervision, masked for everyone else.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: true, description: 'Name (姓名或者名称).' }),
      idNumber: t.exposeString('idNumber', { nullable: true, description: 'Number of the identity document or the credit code (证件号码).' }),
      contact: t.exposeString('contact', { nullable: true, description: 'Phone or address (联系方式).' }),
    }),
  });
  return builder.objectRef<CaseView>('Case').implement({
    description: 'A case (办件): one application or exercise of an item, with its state and its clocks (行政许可法 42–45, 82).',
    fields: (t) => ({
      number: t.id({ description: 'Number on the receipt (收件编号).', resolve: ({ header }) => header.number }),
      state: t.field({ type: vocabulary.CaseState, description: 'Where it stands.', resolve: ({ folded }) => folded.state }),
      item: t.field({
        type: PowerItem,
        // Nullable so that a case outlives a catalog that does not answer or never had the item a counter named.
        nullable: true,
        description: 'The item (事项).',
        resolve: ({ header }) => ({ code: header.itemCode }),
      }),
      agency: t.field({ type: organisation.Agency, description: 'The handling agency (办理机构).', resolve: ({ agency }) => agency }),
      guideVersion: t.int({ nullable: true, description: 'Version of the guide it is pinned to; null where there was none.', resolve: ({ header }) => header.guideVersion }),
      handling: t.field({ type: vocabulary.CaseHandling, description: 'How it is handled.', resolve: ({ header }) => header.handling }),
      channel: t.field({ type: Channel, nullable: true, description: 'How it came in (申请渠道).', resolve: ({ header }) => header.channel as keyof typeof CHANNELS | null }),
      applicantKind: t.field({ type: ServiceObject, nullable: true, description: 'Kind of applicant (申请人类型).', resolve: ({ header }) => header.applicantKind as keyof typeof SERVICE_OBJECTS | null }),
      applicant: t.field({
        type: ApplicantRef,
        nullable: true,
        description: 'Who applied; null when it was not told, is erased, or for who follows the case with its query code.',
        resolve: (view, _args, context) => shownApplicant(view, context),
      }),
      receivedAt: t.field({ type: 'DateTime', description: 'When it was handed in (收件时间).', resolve: ({ folded }) => folded.receivedAt }),
      acceptedOn: t.field({ type: 'Date', nullable: true, description: 'Day it counts as accepted (受理日期), by silence too (行政许可法 32(4)).', resolve: ({ folded }) => folded.acceptedOn }),
      decidedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it was decided or withdrawn (办结时间).', resolve: ({ folded }) => folded.decidedAt }),
      outcome: t.field({ type: vocabulary.CaseDecision, nullable: true, description: 'How it was decided.', resolve: ({ folded }) => folded.outcome }),
      deliveredAt: t.field({ type: 'DateTime', nullable: true, description: 'When the decision was delivered (送达时间).', resolve: ({ folded }) => folded.deliveredAt }),
      dueOn: t.field({ type: 'Date', nullable: true, description: 'Last day to decide (应办结日期): as promised, never after the law’s; null before acceptance and where no limit is set. While a special procedure goes on, what it would be if that ended today.', resolve: ({ folded }) => folded.dueOn }),
      dueProvisional: t.boolean({ description: 'The due date rests on days whose calendar is not published, and may still move.', resolve: ({ folded }) => folded.dueProvisional }),
      promisedDueOn: t.field({ type: 'Date', nullable: true, description: 'Last day of the promised limit (承诺期限).', resolve: ({ folded }) => folded.promisedDueOn }),
      statutoryDueOn: t.field({ type: 'Date', nullable: true, description: 'Last day of the statutory limit (法定期限).', resolve: ({ folded }) => folded.statutoryDueOn }),
      intakeDueOn: t.field({ type: 'Date', nullable: true, description: 'Last day to answer what came in (受理期限), 行政许可法 32(4); null once it is answered.', resolve: ({ folded }) => folded.intakeDueOn }),
      daysUsed: t.int({ description: 'Days its clock has counted, today included; days of special procedures are not.', resolve: ({ folded }) => folded.daysUsed }),
      daysLeft: t.int({ nullable: true, description: 'Days left; 0 on the last day, negative when late.', resolve: ({ daysLeft }) => daysLeft }),
      suspended: t.boolean({ description: 'A special procedure goes on (行政许可法 45).', resolve: ({ folded }) => folded.suspended }),
      overdue: t.boolean({ description: 'Past its due date, decided or not.', resolve: ({ folded }) => folded.onTime === false || (isOpen(folded.state) && (effectiveClock(folded.clocks)?.overdue ?? false)) }),
      events: t.field({ type: [CaseEvent], description: 'What happened, in order of time.', resolve: ({ events }) => events }),
    }),
  });
}
export type CaseRef = ReturnType<typeof addCase>;

import type { FoundDuty } from '../../rules/mandates/finding';
import type { MandateRecord } from '../../rules/mandates/mandate-document';
import type { OrganisationBuilder, OrganisationTypes } from '../types';
import { addMandateParts } from './mandate-parts';
import type { PowerItemRef } from './power-item-stub';
import type { MandateVocabulary } from './vocabulary';

/** Adds Mandate, an entity, and Duty. */
export function addMandate(builder: OrganisationBuilder, types: OrganisationTypes, vocabulary: MandateVocabulary, PowerItem: PowerItemRef) {
  const { Agency, Office } = types;
  const { DutyKind, ExerciseLevel, MandateState, MandateOrigin } = vocabulary;
  const parts = addMandateParts(builder, types, vocabulary);
  const Duty = builder.objectRef<FoundDuty>('Duty').implement({
    description: 'A duty of a mandate (职责), as the document states it.',
    fields: (t) => ({
      mandateId: t.exposeID('mandateId', { description: 'The mandate it stands in.' }),
      place: t.exposeInt('place', { description: 'Its place in the document, from 0; with `mandateId` it names the duty.' }),
      number: t.exposeString('number', { description: 'Number as printed (序号), e.g. `（三）`.' }),
      text: t.exposeString('text', { description: 'The duty’s words (职责内容).' }),
      kind: t.expose('kind', { type: DutyKind, description: 'Kind (职责类型).' }),
      levels: t.expose('levels', { type: [ExerciseLevel], description: 'Exercise levels it claims (行使层级); empty when it says nothing of them.' }),
      office: t.field({
        type: Office,
        nullable: true,
        description: 'The office that performs it (承担机构); null when the document names none.',
        resolve: ({ officeId }, _args, { loaders }) => (officeId === null ? null : loaders.offices.load(officeId)),
      }),
      items: t.field({
        type: [PowerItem],
        description: 'Items of the list it states it rests on (所依事项), by code. An item the list has lost is still named.',
        resolve: ({ itemCodes }) => itemCodes.map((code) => ({ code })),
      }),
    }),
  });
  const Mandate = builder.objectRef<MandateRecord>('Mandate').implement({
    description: 'A version of an agency’s mandate (三定规定: 主要职责、内设机构、人员编制). What it says does not change; it is proposed, approved, and replaced by the next. P13.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Key: agency code, `-M` and the version.' }),
      agency: t.field({
        type: Agency,
        description: 'Whose mandate it is.',
        resolve: async ({ agencyCode }, _args, { loaders }) => (await loaders.agencies.load(agencyCode))!, // a foreign key
      }),
      version: t.exposeInt('version', { description: 'From 1 within the agency (版本).' }),
      state: t.expose('state', { type: MandateState, description: 'State (状态).' }),
      origin: t.expose('origin', { type: MandateOrigin, description: 'Where it comes from. DERIVED ones state what the list’s own columns say and were issued by nobody.' }),
      title: t.exposeString('title', { nullable: true, description: 'Title of the document (文件名称).' }),
      documentNumber: t.exposeString('documentNumber', { nullable: true, description: 'Number of the document (文号), e.g. `并政办发〔2010〕12号`; null when it has none, as derived ones.' }),
      issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true, description: 'Day of issue (印发日期).' }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day it holds (生效日期).' }),
      effectiveTo: t.expose('effectiveTo', { type: 'Date', nullable: true, description: 'First day it no longer holds; null while nothing replaces it.' }),
      reason: t.exposeString('reason', { nullable: true, description: 'Why it was returned or withdrawn (退回、撤回理由).' }),
      duties: t.field({
        type: [Duty],
        description: 'Duties (主要职责) in the document’s order.',
        resolve: ({ id, duties }) => duties.map((duty, place) => ({ ...duty, mandateId: id, place })),
      }),
      changes: t.expose('changes', { type: [parts.DutyChange], description: 'Duties taken over, handed over, cancelled, delegated or strengthened (职责调整).' }),
      offices: t.expose('offices', { type: [parts.MandateOffice], description: 'Internal offices as the document sets them up (内设机构).' }),
      staffing: t.field({
        type: [parts.Staffing],
        description: 'Staffing (人员编制), one entry a kind. “含” parts are inside an entry, `beside` entries (另核) are outside the total.',
        resolve: ({ staffing }) => staffing.lines,
      }),
      staffingTotal: t.int({ nullable: true, description: 'Total the document states, persons; null when it states none.', resolve: ({ staffing }) => staffing.total }),
      leadershipPosts: t.field({ type: [parts.LeadershipPost], description: 'Leadership posts (领导职数).', resolve: ({ posts }) => posts }),
    }),
  });
  builder.asEntity(Mandate, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: ({ id }, { loaders }) => loaders.approvedMandate.load(id),
  });
  return { Duty, Mandate, ...parts };
}
export type MandateTypes = ReturnType<typeof addMandate>;

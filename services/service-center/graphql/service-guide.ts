import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../context';
import type { Guide } from '../queries/guide-row';
import type { GuideDocument, GuideStep } from '../rules/guide-document';
import type { OrganisationTypes, PlacedOffice } from './foreign/organisation';
import type { GuideParts } from './guide-parts';
import type { Vocabulary } from './vocabulary';

interface StepOfGuide {
  guide: Guide;
  step: GuideStep;
}

/** The office an id names, when it and its agency are known. */
function officeOf({ offices }: Guide, id: string | null): PlacedOffice | null {
  const office = id === null ? undefined : offices.get(id);
  return office?.agency ? { ...office, agency: office.agency } : null;
}

const officerOf = ({ officers }: Guide, id: string | null) => (id === null ? null : (officers.get(id) ?? null));

/** A field whose value is the document's own. */
const said =
  <Field extends keyof GuideDocument>(field: Field) =>
  ({ document }: Guide): GuideDocument[Field] =>
    document[field];

const UNKNOWN = 'Null when the guide names none, and when it names one that is not registered: then the link is BROKEN and says so.';

/** Adds Step. */
function addStep(builder: HubBuilder<ServiceCenterContext>, { Office, Officer }: OrganisationTypes, { TimeLimit }: GuideParts) {
  return builder.objectRef<StepOfGuide>('Step').implement({
    description: 'A step of the procedure (办理环节), P3.',
    fields: (t) => ({
      order: t.int({ description: 'Place in the procedure, from 1.', resolve: ({ step }) => step.order }),
      name: t.string({ description: 'Name (环节名称).', resolve: ({ step }) => step.name }),
      office: t.field({
        type: Office,
        nullable: true,
        description: `Handling office (承办处室). ${UNKNOWN}`,
        resolve: ({ guide, step }) => officeOf(guide, step.officeId),
      }),
      officer: t.field({
        type: Officer,
        nullable: true,
        description: `Handling officer (承办人). ${UNKNOWN}`,
        resolve: ({ guide, step }) => officerOf(guide, step.officerId),
      }),
      limit: t.field({
        type: TimeLimit,
        nullable: true,
        description: 'Limit of the step (环节时限).',
        resolve: ({ step }) => step.limit,
      }),
      standard: t.string({ nullable: true, description: 'What is examined (审查标准).', resolve: ({ step }) => step.standard }),
      result: t.string({ nullable: true, description: 'What the step ends with (环节结果).', resolve: ({ step }) => step.result }),
    }),
  });
}

/** Adds ServiceGuide with its steps. */
export function addServiceGuide(
  builder: HubBuilder<ServiceCenterContext>,
  vocabulary: Vocabulary,
  organisation: OrganisationTypes,
  parts: GuideParts,
) {
  const { Office, Officer } = organisation;
  const { TimeLimit } = parts;
  const Step = addStep(builder, organisation, parts);
  return builder.objectRef<Guide>('ServiceGuide').implement({
    description: 'What an applicant is told about an item (办事指南), P3. One version is one immutable document.',
    fields: (t) => ({
      itemCode: t.exposeID('itemCode', { description: 'Code of the item.' }),
      version: t.exposeInt('version', { description: 'Number of the version (版本号); it only grows.' }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day it holds (生效日期).' }),
      effectiveTo: t.expose('effectiveTo', {
        type: 'Date',
        nullable: true,
        description: 'First day it no longer holds; null while nothing replaces it.',
      }),
      origin: t.expose('origin', {
        type: vocabulary.GuideOrigin,
        description: 'Reported from elsewhere and taken as it is, or published here and checked.',
      }),
      conditions: t.stringList({ description: 'When an application is accepted (受理条件).', resolve: said('conditions') }),
      steps: t.field({
        type: [Step],
        description: 'The procedure (办理流程), in order.',
        resolve: (guide) => guide.document.steps.toSorted((a, b) => a.order - b.order).map((step) => ({ guide, step })),
      }),
      materials: t.field({ type: [parts.Material], description: 'Application materials (申请材料).', resolve: said('materials') }),
      statutoryLimit: t.field({
        type: TimeLimit,
        nullable: true,
        description: 'Statutory limit (法定期限).',
        resolve: said('statutoryLimit'),
      }),
      promisedLimit: t.field({
        type: TimeLimit,
        nullable: true,
        description: 'Promised limit (承诺期限); a published guide promises no more than the law gives.',
        resolve: said('promisedLimit'),
      }),
      excludedFromLimit: t.field({
        type: [parts.ExcludedProcedure],
        description: 'What the limits do not count (不计入期限), 行政许可法 45.',
        resolve: said('excludedFromLimit'),
      }),
      handlingKind: t.field({
        type: vocabulary.HandlingKind,
        nullable: true,
        description: 'On the spot or within the promise (办件类型).',
        resolve: said('handlingKind'),
      }),
      serviceObjects: t.field({
        type: [vocabulary.ServiceObject],
        description: 'Who may apply (服务对象).',
        resolve: said('serviceObjects'),
      }),
      channels: t.field({ type: [vocabulary.Channel], description: 'How one may apply (办理形式).', resolve: said('channels') }),
      visits: t.int({ nullable: true, description: 'How often one must come in person (到现场次数).', resolve: said('visits') }),
      fees: t.field({
        type: [parts.Fee],
        description: 'Fees (收费情况). An empty list says nothing; free of charge is an entry.',
        resolve: said('fees'),
      }),
      result: t.field({
        type: parts.GuideResult,
        nullable: true,
        description: 'The first of `results`.',
        resolve: ({ document }) => document.results[0] ?? null,
      }),
      results: t.field({ type: [parts.GuideResult], description: 'What the applicant receives (办理结果).', resolve: said('results') }),
      venues: t.field({ type: [parts.Venue], description: 'Where one goes (办理地点).', resolve: said('venues') }),
      responsibleOffice: t.field({
        type: Office,
        nullable: true,
        description: `Responsible office (承办机构). ${UNKNOWN}`,
        resolve: (guide) => officeOf(guide, guide.document.responsibleOfficeId),
      }),
      officer: t.field({
        type: Officer,
        nullable: true,
        description: `Officer in charge (承办人). ${UNKNOWN}`,
        resolve: (guide) => officerOf(guide, guide.document.officerId),
      }),
      enquiryPhone: t.string({ nullable: true, description: 'Where to ask (咨询电话).', resolve: said('enquiryPhone') }),
      supervisionPhone: t.string({
        nullable: true,
        description: 'Where to complain (监督电话), apart from enquiries.',
        resolve: said('supervisionPhone'),
      }),
      quantityLimit: t.string({ nullable: true, description: 'Limit in number (数量限制).', resolve: said('quantityLimit') }),
      intermediaries: t.field({
        type: [parts.Intermediary],
        description: 'Services by third parties (中介服务).',
        resolve: said('intermediaries'),
      }),
      questions: t.field({
        type: [parts.GuideQuestion],
        description: 'Questions often asked (常见问题).',
        resolve: said('questions'),
      }),
    }),
  });
}
export type ServiceGuideRef = ReturnType<typeof addServiceGuide>;

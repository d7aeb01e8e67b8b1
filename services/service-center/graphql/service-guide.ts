import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../context';
import type { Guide } from '../queries/guide-row';
import { drawFlowchart } from '../rules/flowchart';
import type { GuideDocument, GuideStep } from '../rules/guide-document';
import { checkProcedure } from '../rules/step-graph';
import type { StepFinding } from '../rules/step-graph/step-finding';
import { toStepGraph, type Way } from '../rules/step-graph/step-graph';
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

const FLOWCHART = [
  'The flow drawn (办理流程图). SVG: a drawing in Chinese that stands by itself, black on white, for paper as for screens, with',
  'each step’s office and limit and each branch’s condition. MERMAID: the same as text for Mermaid. Offices as known today.',
].join(' ');

/** Adds StepFinding. */
const addStepFinding = (builder: HubBuilder<ServiceCenterContext>, { StepFault }: Vocabulary) =>
  builder.objectRef<StepFinding>('StepFinding').implement({
    description: 'One thing wrong with a procedure (办理流程的问题).',
    fields: (t) => ({
      code: t.expose('code', { type: StepFault, description: 'What is wrong.' }),
      step: t.exposeInt('step', { nullable: true, description: 'Order of the step; null when it is the whole procedure’s.' }),
      path: t.exposeString('path', { description: 'Place in the guide, e.g. `promisedLimit`.' }),
      message: t.exposeString('message', { description: 'Chinese, for people, with the numbers.' }),
      clause: t.exposeString('clause', { description: 'Clause of the plan or the law, e.g. `许可法 42¶1`.' }),
    }),
  });

/** Adds Step. */
function addStep(builder: HubBuilder<ServiceCenterContext>, { Office, Officer }: OrganisationTypes, { TimeLimit }: GuideParts) {
  const StepWay = builder.objectRef<Way>('StepWay').implement({
    description: 'Where a step leads (后续环节).',
    fields: (t) => ({
      to: t.exposeInt('to', { description: 'Order of the step it leads to.' }),
      when: t.exposeString('when', { nullable: true, description: 'Under which condition (条件); null where there is no choice.' }),
    }),
  });
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
      jointOffices: t.field({
        type: [Office],
        description: 'Offices of other agencies that handle the step too (联办机构), 许可法 26; those that are not registered are left out.',
        resolve: ({ guide, step }) => (step.jointOfficeIds ?? []).flatMap((id) => officeOf(guide, id) ?? []),
      }),
      next: t.field({
        type: [StepWay],
        description: 'Where it leads (后续环节): the step after it, unless the guide says otherwise; empty where the procedure ends.',
        resolve: ({ guide, step }) => toStepGraph(guide.document).ways.filter(({ from }) => from === step.order),
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
  const StepFindingRef = addStepFinding(builder, vocabulary);
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
      procedureFindings: t.field({
        type: [StepFindingRef],
        description: 'What is wrong with the procedure: steps that are not reached, paths without an end, limits above the whole. A published guide has none.',
        resolve: ({ document }) => checkProcedure(document),
      }),
      flowchart: t.string({
        description: FLOWCHART,
        args: { format: t.arg({ type: vocabulary.FlowchartFormat, required: true, description: 'How it is written.' }) },
        resolve: async ({ itemCode, version, effectiveOn, document, offices }, { format }, { loaders, today }) => {
          const itemName = await loaders.itemNames.load({ code: itemCode, on: today });
          const officeName = (id: string, withAgency: boolean) => {
            const office = offices.get(id);
            return office === undefined ? null : `${withAgency ? (office.agency?.name ?? '') : ''}${office.name}`;
          };
          return drawFlowchart(document, { itemCode, itemName, version, effectiveOn, officeName }, format);
        },
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

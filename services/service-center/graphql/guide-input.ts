import type { HubBuilder, HubTypes } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../context';
import type { Vocabulary } from './vocabulary';

type InputFields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<HubTypes<ServiceCenterContext>>, 'InputObject'>;

/** Adds PublishGuideInput, GuideInput and their parts: the shape of rules/guide-document.ts, which checks what a schema cannot say. */
export function addGuideInput(builder: HubBuilder<ServiceCenterContext>, vocabulary: Vocabulary) {
  const TimeLimitInput = builder.inputType('TimeLimitInput', {
    description: 'A limit in time (期限).',
    fields: (t) => ({
      value: t.int({ required: true, description: 'How many units, from 1.' }),
      unit: t.field({ type: vocabulary.TimeUnit, required: true, description: 'Unit; per law.' }),
      note: t.string({ description: 'What it rests on (期限说明).' }),
    }),
  });
  const StepWayInput = builder.inputType('GuideStepWayInput', {
    description: 'Where a step leads (后续环节).',
    fields: (t) => ({
      to: t.int({ required: true, description: 'Order of the step it leads to.' }),
      when: t.string({ description: 'Under which condition (条件); needed where there are several ways.' }),
    }),
  });
  const StepInput = builder.inputType('GuideStepInput', {
    description: 'A step of the procedure (办理环节).',
    fields: (t) => ({
      order: t.int({ required: true, description: 'Place in the procedure, from 1.' }),
      name: t.string({ required: true, description: 'Name (环节名称).' }),
      officeId: t.id({ description: 'Handling office (承办处室), of the implementing body.' }),
      officerId: t.id({ description: 'Handling officer (承办人), of the implementing body.' }),
      limit: t.field({ type: TimeLimitInput, description: 'Limit of the step (环节时限).' }),
      standard: t.string({ description: 'What is examined (审查标准).' }),
      result: t.string({ description: 'What the step ends with (环节结果).' }),
      next: t.field({
        type: [StepWayInput],
        description: 'Where it leads; absent: on to the step after it; an empty list: the procedure ends here.',
      }),
      jointOfficeIds: t.idList({ description: 'Offices of other agencies that handle it too (联办机构), 许可法 26.' }),
    }),
  });
  const MaterialInput = builder.inputType('GuideMaterialInput', {
    description: 'An application material (申请材料).',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Name (材料名称).' }),
      requirement: t.field({ type: vocabulary.MaterialRequirement, required: true, description: 'Whether it must be there.' }),
      kind: t.field({ type: vocabulary.MaterialKind, required: true, description: 'Certificate, form or other.' }),
      originals: t.int({ description: 'Number of originals (原件份数).' }),
      copies: t.int({ description: 'Number of copies (复印件份数).' }),
      medium: t.field({ type: vocabulary.MaterialMedium, description: 'Paper, electronic or either.' }),
      source: t.field({ type: vocabulary.MaterialSource, description: 'Where it comes from.' }),
      form: t.string({ description: 'Blank form (空白表格).' }),
      sample: t.string({ description: 'Filled-in sample (示例样表).' }),
      howToFill: t.string({ description: 'How to fill it in (填报须知).' }),
      acceptance: t.string({ description: 'When it is accepted (受理标准).' }),
      basis: t.string({ description: 'Clause that demands it (要求依据).' }),
    }),
  });
  const ExcludedInput = builder.inputType('ExcludedProcedureInput', {
    description: 'A special procedure that the limit does not count (特别程序), 行政许可法 45.',
    fields: (t) => ({
      procedure: t.field({ type: vocabulary.SpecialProcedure, required: true, description: 'Which one.' }),
      note: t.string({ description: 'When it takes place and how long.' }),
    }),
  });
  const FeeInput = builder.inputType('GuideFeeInput', {
    description: 'A fee (收费). Free of charge is an entry too.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Name (收费项目).' }),
      standard: t.string({ required: true, description: 'How much (收费标准).' }),
      legalBasis: t.string({ description: 'Clause that allows it (收费依据).' }),
      reducible: t.boolean({ description: 'Whether it can be reduced or waived (能否减免).' }),
    }),
  });
  const ResultInput = builder.inputType('GuideResultInput', {
    description: 'What the applicant receives (办理结果).',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Name (结果名称).' }),
      kind: t.field({ type: vocabulary.ResultKind, description: 'Certificate, approval, document, payment.' }),
      validity: t.string({ description: 'How long it holds (有效期).' }),
      sample: t.string({ description: 'What it looks like (结果样本).' }),
    }),
  });
  const VenueInput = builder.inputType('GuideVenueInput', {
    description: 'Where one goes (办理地点).',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Name of the counter or place.' }),
      address: t.string({ description: 'Address (地址).' }),
      hours: t.string({ description: 'Opening hours (办理时间).' }),
    }),
  });
  const IntermediaryInput = builder.inputType('GuideIntermediaryInput', {
    description: 'A service by a third party that the procedure needs (中介服务).',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Name (中介服务名称).' }),
      basis: t.string({ description: 'Clause that demands it (设定依据).' }),
    }),
  });
  const QuestionInput = builder.inputType('GuideQuestionInput', {
    description: 'A question often asked, and its answer (常见问题).',
    fields: (t) => ({
      question: t.string({ required: true, description: 'The question.' }),
      answer: t.string({ required: true, description: 'The answer.' }),
    }),
  });
  /** What a guide says, whatever is to be done with it. */
  const said = (t: InputFields) => ({
    itemCode: t.id({ required: true, description: 'Item on the list (事项编码).' }),
    effectiveOn: t.field({ type: 'Date', required: true, description: 'First day it holds; not before today.' }),
    conditions: t.stringList({ description: 'When an application is accepted (受理条件).' }),
    steps: t.field({ type: [StepInput], description: 'The procedure (办理流程).' }),
    materials: t.field({ type: [MaterialInput], description: 'Application materials (申请材料).' }),
    statutoryLimit: t.field({ type: TimeLimitInput, description: 'Statutory limit (法定期限).' }),
    promisedLimit: t.field({ type: TimeLimitInput, description: 'Promised limit (承诺期限); not above the statutory one.' }),
    excludedFromLimit: t.field({ type: [ExcludedInput], description: 'What the limits do not count.' }),
    handlingKind: t.field({ type: vocabulary.HandlingKind, description: 'On the spot or within the promise (办件类型).' }),
    serviceObjects: t.field({ type: [vocabulary.ServiceObject], description: 'Who may apply (服务对象).' }),
    channels: t.field({ type: [vocabulary.Channel], description: 'How one may apply (办理形式).' }),
    visits: t.int({ description: 'How often one must come in person (到现场次数).' }),
    fees: t.field({ type: [FeeInput], description: 'Fees (收费情况).' }),
    results: t.field({ type: [ResultInput], description: 'What the applicant receives (办理结果).' }),
    venues: t.field({ type: [VenueInput], description: 'Where one goes (办理地点).' }),
    responsibleOfficeId: t.id({ description: 'Responsible office (承办机构).' }),
    officerId: t.id({ description: 'Officer in charge (承办人).' }),
    enquiryPhone: t.string({ description: 'Where to ask (咨询电话).' }),
    supervisionPhone: t.string({ description: 'Where to complain (监督电话).' }),
    quantityLimit: t.string({ description: 'Limit in number (数量限制).' }),
    intermediaries: t.field({ type: [IntermediaryInput], description: 'Services by third parties (中介服务).' }),
    questions: t.field({ type: [QuestionInput], description: 'Questions often asked (常见问题).' }),
  });
  const PublishGuideInput = builder.inputType('PublishGuideInput', {
    description: 'A guide as it is to be published (办事指南). What is left out is not said by the guide.',
    fields: (t) => ({
      agencyCode: t.id({ required: true, description: 'The item’s implementing body, for which the caller acts.' }),
      ...said(t),
    }),
  });
  const GuideInput = builder.inputType('GuideInput', {
    description: 'A guide as it is submitted (办事指南). What is left out is not said by the guide.',
    fields: said,
  });
  return { PublishGuideInput, GuideInput };
}
export type GuideInputs = ReturnType<typeof addGuideInput>;

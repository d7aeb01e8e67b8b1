import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../context';
import type { GuideDocument, GuideMaterial, TimeLimit } from '../rules/guide-document';
import type { Vocabulary } from './vocabulary';

type Of<Field extends keyof GuideDocument> = GuideDocument[Field] extends readonly (infer Item)[] ? Item : never;

/** Adds the parts a guide is made of that stand for themselves. */
export function addGuideParts(builder: HubBuilder<ServiceCenterContext>, vocabulary: Vocabulary) {
  const TimeLimitRef = builder.objectRef<TimeLimit>('TimeLimit').implement({
    description: 'A limit in time (期限): a number of units.',
    fields: (t) => ({
      value: t.exposeInt('value', { description: 'How many units.' }),
      unit: t.expose('unit', { type: vocabulary.TimeUnit, description: 'Unit; per law.' }),
      note: t.exposeString('note', { nullable: true, description: 'What the limit rests on or depends on (期限说明).' }),
    }),
  });
  const Material = builder.objectRef<GuideMaterial>('Material').implement({
    description: 'An application material (申请材料), P3.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Name (材料名称).' }),
      requirement: t.expose('requirement', { type: vocabulary.MaterialRequirement, description: 'Whether it must be there.' }),
      kind: t.expose('kind', { type: vocabulary.MaterialKind, description: 'Certificate, form or other.' }),
      originals: t.exposeInt('originals', { nullable: true, description: 'Number of originals (原件份数).' }),
      copies: t.exposeInt('copies', { nullable: true, description: 'Number of copies (复印件份数).' }),
      medium: t.expose('medium', { type: vocabulary.MaterialMedium, nullable: true, description: 'Paper, electronic or either.' }),
      source: t.expose('source', { type: vocabulary.MaterialSource, nullable: true, description: 'Where it comes from.' }),
      form: t.exposeString('form', { nullable: true, description: 'Blank form (空白表格).' }),
      sample: t.exposeString('sample', { nullable: true, description: 'Filled-in sample (示例样表).' }),
      howToFill: t.exposeString('howToFill', { nullable: true, description: 'How to fill it in (填报须知).' }),
      acceptance: t.exposeString('acceptance', { nullable: true, description: 'When it is accepted (受理标准).' }),
      basis: t.exposeString('basis', { nullable: true, description: 'Clause that demands it (要求依据).' }),
    }),
  });
  const Fee = builder.objectRef<Of<'fees'>>('Fee').implement({
    description: 'A fee (收费). Free of charge is said by an entry too.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Name (收费项目).' }),
      standard: t.exposeString('standard', { description: 'How much (收费标准).' }),
      legalBasis: t.exposeString('legalBasis', { nullable: true, description: 'Clause that allows it (收费依据).' }),
      reducible: t.exposeBoolean('reducible', { nullable: true, description: 'Whether it can be reduced or waived (能否减免).' }),
    }),
  });
  const Venue = builder.objectRef<Of<'venues'>>('Venue').implement({
    description: 'Where one goes (办理地点).',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Name of the counter or place.' }),
      address: t.exposeString('address', { nullable: true, description: 'Address (地址).' }),
      hours: t.exposeString('hours', { nullable: true, description: 'Opening hours (办理时间).' }),
    }),
  });
  const GuideResult = builder.objectRef<Of<'results'>>('GuideResult').implement({
    description: 'What the applicant receives (办理结果).',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Name (结果名称).' }),
      kind: t.expose('kind', { type: vocabulary.ResultKind, nullable: true, description: 'Certificate, approval, document, payment.' }),
      validity: t.exposeString('validity', { nullable: true, description: 'How long it holds (有效期).' }),
      sample: t.exposeString('sample', { nullable: true, description: 'What it looks like (结果样本).' }),
    }),
  });
  const ExcludedProcedure = builder.objectRef<Of<'excludedFromLimit'>>('ExcludedProcedure').implement({
    description: 'A special procedure whose time is not counted in the limit (不计入期限的特别程序), 行政许可法 45.',
    fields: (t) => ({
      procedure: t.expose('procedure', { type: vocabulary.SpecialProcedure, description: 'Which one.' }),
      note: t.exposeString('note', { nullable: true, description: 'When it takes place and how long.' }),
    }),
  });
  const Intermediary = builder.objectRef<Of<'intermediaries'>>('Intermediary').implement({
    description: 'A service by a third party that the procedure needs (中介服务).',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Name (中介服务名称).' }),
      basis: t.exposeString('basis', { nullable: true, description: 'Clause that demands it (设定依据).' }),
    }),
  });
  const GuideQuestion = builder.objectRef<Of<'questions'>>('GuideQuestion').implement({
    description: 'A question often asked, and its answer (常见问题).',
    fields: (t) => ({
      question: t.exposeString('question', { description: 'The question.' }),
      answer: t.exposeString('answer', { description: 'The answer.' }),
    }),
  });
  return { TimeLimit: TimeLimitRef, Material, Fee, Venue, GuideResult, ExcludedProcedure, Intermediary, GuideQuestion };
}
export type GuideParts = ReturnType<typeof addGuideParts>;

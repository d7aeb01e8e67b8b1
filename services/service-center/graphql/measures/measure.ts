import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { MeasureRow } from '../../queries/measures/measures-in-force';
import type { OrganisationTypes } from '../foreign/organisation';
import type { PowerItemRef } from '../foreign/power-item';
import type { MeasureVocabulary } from './vocabulary';

/** Adds SupervisionMeasure and `PowerItem.measures`. */
export function addMeasure(
  builder: HubBuilder<ServiceCenterContext>,
  { MeasureKind, FrequencyUnit }: MeasureVocabulary,
  { Office }: OrganisationTypes,
  PowerItem: PowerItemRef,
) {
  const Frequency = builder.objectRef<NonNullable<MeasureRow['frequency']>>('Frequency').implement({
    description: 'How often, or how much of it (频次或比例).',
    fields: (t) => ({
      value: t.exposeInt('value', { description: 'How many, 1–1,000; of a percentage, 1–100.' }),
      unit: t.expose('unit', { type: FrequencyUnit, description: 'Of what.' }),
    }),
  });
  const Measure = builder.objectRef<MeasureRow>('SupervisionMeasure').implement({
    description: 'A measure of supervision during and after the act (事中事后监管措施), P16: one of the set of an item.',
    fields: (t) => ({
      number: t.exposeInt('number', { description: 'Its place in the set, from 1.' }),
      version: t.exposeInt('version', { description: 'Version of the set, from 1.' }),
      kind: t.expose('kind', { type: MeasureKind, description: 'How it supervises.' }),
      text: t.exposeString('text', { description: 'What is done (措施内容).' }),
      basis: t.exposeString('basis', { nullable: true, description: 'What it rests on (依据); null when it is not said.' }),
      frequency: t.expose('frequency', { type: Frequency, nullable: true, description: 'How often (频次); null when it depends on the matter.' }),
      responsibleOffice: t.expose('office', { type: Office, nullable: true, description: 'Office that answers for it (监管责任科室); null when it is not known any more.' }),
      effectiveOn: t.expose('validFrom', { type: 'Date', description: 'First day it holds.' }),
    }),
  });
  builder.objectFields(PowerItem, (t) => ({
    measures: t.field({
      type: [Measure],
      // Always answered here; nullable so that an item outlives a service center that does not answer.
      nullable: true,
      description: 'Measures of supervision during and after the act that hold on the day (事中事后监管措施), P16, at most 50. Null only when the service center does not answer.',
      args: { asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }) },
      resolve: async ({ code }, { asOf }, { loaders, today }) => (await loaders.measuresInForce.load({ code, on: asOf ?? today })) ?? [],
    }),
  }));
  return Measure;
}
export type MeasureRef = ReturnType<typeof addMeasure>;

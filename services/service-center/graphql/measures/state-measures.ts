import { isRefusal, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { runCommand } from '../../../shared/run-command';
import { stateMeasures } from '../../commands/measures/state-measures';
import type { ServiceCenterContext } from '../../context';
import { measuresInForce, type MeasureRow } from '../../queries/measures/measures-in-force';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { PowerItemRef } from '../foreign/power-item';
import type { MeasureRef } from './measure';
import type { MeasureVocabulary } from './vocabulary';

interface StatedSet {
  itemCode: string;
  version: number;
  effectiveOn: string;
  measures: MeasureRow[];
}

const STATES = [
  'States the whole set of measures of supervision of an item (制定事中事后监管措施), P16, which replaces the one before; the same set',
  'again is no new version. For the item’s own agency. Refused: NOT_ON_LIST, NOT_THE_IMPLEMENTING_BODY, OFFICE_UNKNOWN,',
  'OFFICE_OF_ANOTHER_BODY, OFFICE_CLOSED, FREQUENCY_MISSING, MALFORMED_MEASURES, EFFECTIVE_IN_THE_PAST, BEFORE_LAST_VERSION.',
].join(' ');

/** Adds `stateMeasures`. */
export function addStateMeasures(
  builder: HubBuilder<ServiceCenterContext>,
  { MeasureKind, FrequencyUnit }: MeasureVocabulary,
  Measure: MeasureRef,
  PowerItem: PowerItemRef,
  refusal: RefusalRef<ServiceCenterContext>,
): void {
  const FrequencyInput = builder.inputType('FrequencyInput', {
    description: 'How often, or how much of it (频次或比例).',
    fields: (t) => ({
      value: t.int({ required: true, description: 'How many, 1–1,000; of a percentage, 1–100.' }),
      unit: t.field({ type: FrequencyUnit, required: true, description: 'Of what.' }),
    }),
  });
  const MeasureInput = builder.inputType('SupervisionMeasureInput', {
    description: 'A measure of supervision (监管措施).',
    fields: (t) => ({
      kind: t.field({ type: MeasureKind, required: true, description: 'How it supervises.' }),
      text: t.string({ required: true, description: 'What is done, 1–2,000 characters.' }),
      basis: t.string({ description: 'What it rests on (依据), up to 500 characters.' }),
      frequency: t.field({ type: FrequencyInput, description: 'How often; needed for INSPECTION.' }),
      officeId: t.id({ required: true, description: 'Office of the agency that answers for it (监管责任科室).' }),
    }),
  });
  const StateMeasuresInput = builder.inputType('StateMeasuresInput', {
    description: 'The whole set of measures of an item.',
    fields: (t) => ({
      agencyCode: t.id({ required: true, description: 'The item’s implementing body, for which the caller acts.' }),
      itemCode: t.id({ required: true, description: 'Item on the list.' }),
      effectiveOn: t.field({ type: 'Date', description: 'First day they hold, not before today; absent: today.' }),
      measures: t.field({ type: [MeasureInput], required: true, description: 'All of them, 1–50, in their order.' }),
    }),
  });
  const Stated = builder.objectRef<StatedSet>('StatedMeasures').implement({
    description: 'The set of measures that an item has from a day on.',
    fields: (t) => ({
      item: t.field({ type: PowerItem, nullable: true, description: 'The item.', resolve: ({ itemCode }) => ({ code: itemCode }) }),
      version: t.exposeInt('version', { description: 'Version of the set, from 1.' }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day it holds.' }),
      measures: t.expose('measures', { type: [Measure], description: 'Its measures, in their order.' }),
    }),
  });
  const StateMeasuresResult = builder.unionType('StateMeasuresResult', {
    description: 'The set, or the rule that said no.',
    types: [Stated, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'StatedMeasures'),
  });
  builder.mutationField('stateMeasures', (t) =>
    t.field({
      type: StateMeasuresResult,
      description: STATES,
      args: { input: t.arg({ type: StateMeasuresInput, required: true, description: 'The set.' }) },
      resolve: async (_root, { input: { effectiveOn = null, ...input } }, { store, actor }) => {
        const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, stateMeasures, { ...input, effectiveOn }, actor);
        if (!outcome.ok) return outcome.refusal;
        const [measures] = await measuresInForce(store.database, [{ code: outcome.value.itemCode, on: outcome.value.effectiveOn }]);
        return { ...outcome.value, measures: measures ?? [] };
      },
    }),
  );
}

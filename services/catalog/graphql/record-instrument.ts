import { isRefusal, type RefusalRef } from '../../shared/graphql/refusal';
import { parseDay, type HubBuilder } from '../../shared/graphql/schema-builder';
import { runCommand } from '../../shared/run-command';
import { recordInstrument } from '../commands/record-instrument';
import type { CatalogContext } from '../context';
import { instrumentsById } from '../queries/citations';
import { CATALOG_PERMISSIONS } from '../rules/permissions';
import type { LegalBasisTypes } from './legal-basis';
import type { Vocabulary } from './vocabulary';

/** A day as handed in: absent leaves what is recorded, null clears it. */
const dayOf = (value: string | null | undefined): string | null | undefined => (value == null ? value : parseDay(value));

/** Adds `recordInstrument`: when an instrument is in force, and its rank. */
export function addRecordInstrument(
  builder: HubBuilder<CatalogContext>,
  { InstrumentLevel }: Vocabulary,
  LegalInstrument: LegalBasisTypes['LegalInstrument'],
  refusal: RefusalRef<CatalogContext>,
): void {
  const Input = builder.inputType('RecordInstrumentInput', {
    description: 'What is known of an instrument. Absent leaves what is recorded; null clears it.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Id of the instrument.' }),
      regionCode: t.id({ required: true, description: 'Region of the legal office that records it.' }),
      effectiveOn: t.field({ type: 'Date', description: 'First day in force (施行日期).' }),
      repealedOn: t.field({ type: 'Date', description: 'First day no longer in force (废止日期).' }),
      kind: t.field({ type: InstrumentLevel, description: 'Rank (效力层级).' }),
    }),
  });
  const Result = builder.unionType('RecordInstrumentResult', {
    description: 'The instrument as recorded, or why it was not.',
    types: [LegalInstrument, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'LegalInstrument'),
  });
  builder.mutationField('recordInstrument', (t) =>
    t.field({
      type: Result,
      description:
        'Records when an instrument is in force, and its rank, for every item that cites it (P10). Refused: UNKNOWN_INSTRUMENT, REPEALED_BEFORE_EFFECTIVE. Role: the legal office.',
      args: { input: t.arg({ type: Input, required: true }) },
      resolve: async (_root, { input: { kind, effectiveOn, repealedOn, ...which } }, { store, actor }) => {
        const input = { ...which, level: kind, effectiveOn: dayOf(effectiveOn), repealedOn: dayOf(repealedOn) };
        const outcome = await runCommand(store, CATALOG_PERMISSIONS, recordInstrument, input, actor);
        if (!outcome.ok) return outcome.refusal;
        return (await instrumentsById(store.database, [outcome.value.id]))[0]!;
      },
    }),
  );
}

import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { CitationRow, InstrumentRow } from '../queries/citations';
import { citationText } from '../rules/citation-text';
import type { Vocabulary } from './vocabulary';

/** Adds LegalInstrument and LegalBasis. */
export function addLegalBasis(builder: HubBuilder<CatalogContext>, { InstrumentLevel }: Vocabulary) {
  const LegalInstrument = builder.objectRef<InstrumentRow>('LegalInstrument').implement({
    description: 'A law, regulation, rule or document (法律法规规章等): one record, however many items rest on it.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Stable within the hub.' }),
      title: t.exposeString('title', { description: 'Full title without the outer 《》.' }),
      documentNumber: t.exposeString('documentNumber', {
        nullable: true,
        description: 'Document number (文号) as first cited, e.g. `国务院令第460号`.',
      }),
      kind: t.field({
        type: InstrumentLevel,
        nullable: true,
        description: 'Rank of the instrument; null when neither list nor title tells.',
        resolve: (instrument) => instrument.level,
      }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', nullable: true, description: 'First day in force (施行日期), where recorded.' }),
      repealedOn: t.expose('repealedOn', { type: 'Date', nullable: true, description: 'First day no longer in force (废止日期), where recorded.' }),
    }),
  });
  builder.asEntity(LegalInstrument, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: ({ id }, { loaders }) => loaders.instruments.load(id),
  });
  const LegalBasis = builder.objectRef<CitationRow>('LegalBasis').implement({
    description: 'One clause an item rests on (实施依据), P2; in the list’s order.',
    fields: (t) => ({
      citation: t.string({
        description: 'The whole citation as one line, e.g. `《中华人民共和国水法》（主席令第74号）第七条第一款`.',
        resolve: citationText,
      }),
      article: t.exposeString('article', { nullable: true, description: '`第七条`; null when the list names none.' }),
      paragraph: t.exposeString('paragraph', { nullable: true, description: '`第一款`.' }),
      item: t.exposeString('item', { nullable: true, description: '`第三项`.' }),
      documentNumber: t.exposeString('documentNumber', { nullable: true, description: 'Document number as this item’s list cites it.' }),
      date: t.exposeString('date', { nullable: true, description: 'Version or effective date named by the list, `YYYY[-MM[-DD]]`.' }),
      level: t.field({
        type: InstrumentLevel,
        nullable: true,
        description: 'Rank as this item’s list states it.',
        resolve: (citation) => citation.level,
      }),
      quoted: t.exposeString('quoted', { nullable: true, description: 'The clause’s words, where the list quotes them.' }),
      instrument: t.field({ type: LegalInstrument, resolve: (citation) => citation.instrument }),
    }),
  });
  return { LegalInstrument, LegalBasis };
}
export type LegalBasisTypes = ReturnType<typeof addLegalBasis>;
export type LegalBasisRef = LegalBasisTypes['LegalBasis'];

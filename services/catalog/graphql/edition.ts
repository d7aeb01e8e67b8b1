import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { EditionRow } from '../queries/editions';

/** Adds Edition. */
export function addEdition(builder: HubBuilder<CatalogContext>) {
  return builder.objectRef<EditionRow>('Edition').implement({
    description: 'A published state of a region’s list (公布版本), P7.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Region code and number, e.g. `140100-1`.' }),
      regionCode: t.exposeID('regionCode', { description: 'Region whose list it is.' }),
      number: t.exposeInt('number', { description: 'From 1 within the region.' }),
      publishedOn: t.expose('publishedOn', { type: 'Date', description: 'Day of publication.' }),
    }),
  });
}
export type EditionRef = ReturnType<typeof addEdition>;

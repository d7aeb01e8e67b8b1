import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { CatalogContext } from '../../context';

/** Adds the types of the organisation service that items point to. */
export function addForeignTypes(builder: HubBuilder<CatalogContext>) {
  const Office = builder.externalRef('Office', builder.selection<{ id: string }>('id')).implement({
    description: 'An internal office (内设机构), owned by the organisation service.',
    externalFields: (t) => ({ id: t.id({ nullable: false }) }),
  });
  const Region = builder.externalRef('Region', builder.selection<{ code: string }>('code')).implement({
    description: 'A region (行政区划), owned by the organisation service.',
    externalFields: (t) => ({ code: t.id({ nullable: false }) }),
  });
  const Agency = builder.externalRef(
    'Agency',
    builder.selection<{ code: string }>('code'),
    (agency: { code: string }) => agency,
  );
  return { Office, Region, Agency };
}
export type ForeignTypes = ReturnType<typeof addForeignTypes>;

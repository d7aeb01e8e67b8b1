import { addChanges } from '../shared/graphql/changes';
import { connections } from '../shared/graphql/connection';
import { addRefusal } from '../shared/graphql/refusal';
import { createSchemaBuilder, FEDERATION } from '../shared/graphql/schema-builder';
import type { CatalogContext, CatalogStore } from './context';
import { addVocabulary } from './graphql/vocabulary';
import { addLegalBasis } from './graphql/legal-basis';
import { addEdition } from './graphql/edition';
import { addForeignTypes } from './graphql/foreign/stubs';
import { addAgencyItems } from './graphql/foreign/agency';
import { addPowerItem } from './graphql/power-item';
import { addExerciseCheck } from './graphql/exercise-check';
import { addImportList } from './graphql/import-list';

/** Puts the catalog's schema together, one file per type. */
export function buildCatalogSchema(store: CatalogStore) {
  const builder = createSchemaBuilder<CatalogContext>();
  const connectionOf = connections(builder);
  const refusal = addRefusal(builder);
  const vocabulary = addVocabulary(builder);
  const legalBasis = addLegalBasis(builder, vocabulary);
  const edition = addEdition(builder);
  const foreign = addForeignTypes(builder);
  const items = addPowerItem(builder, { vocabulary, legalBasis, edition, foreign, connectionOf });
  addAgencyItems(foreign, items);
  addExerciseCheck(builder, items);
  addImportList(builder, refusal);
  addChanges(builder, connectionOf, 'catalogChanges', store);
  return builder.toSubGraphSchema({ linkUrl: FEDERATION });
}

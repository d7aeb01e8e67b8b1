import { EXERCISE_LEVELS, INSTRUMENT_LEVELS, ITEM_STATUSES, POWER_CATEGORIES } from '../../../services/catalog/rules/vocabulary';
import { describedEnum, type Terms } from '../../../services/shared/graphql/described-values';
import type { GuideDocument, GuideMaterial, TimeLimit } from '../../../services/service-center/rules/guide-document';
import { GUIDE_ELEMENTS } from '../../../services/service-center/rules/guide-elements';
import type { Link } from '../../../services/service-center/rules/link-status';
import { LINK_STATUSES, MATERIAL_MEDIA, MATERIAL_REQUIREMENTS, MATERIAL_SOURCES, RESULT_KINDS, TIME_UNITS } from '../../../services/service-center/rules/vocabulary';

type Of<Field extends keyof GuideDocument> = GuideDocument[Field] extends readonly (infer Item)[] ? Item : never;

/** What both monoliths need of a schema builder, whatever else theirs can do. */
export type PeerBuilder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<{ DefaultFieldNullability: false; Scalars: { ID: { Input: string; Output: string } } }>>;

/** Types of the contract's operations that are the same however a monolith reads its rows. */
export function addGuideParts(builder: PeerBuilder) {
  const enumOf = <T extends Terms>(name: string, terms: T) => builder.enumType(name, describedEnum(terms, name));
  const vocabulary = {
    PowerCategory: enumOf('PowerCategory', POWER_CATEGORIES),
    ItemStatus: enumOf('ItemStatus', ITEM_STATUSES),
    ExerciseLevel: enumOf('ExerciseLevel', EXERCISE_LEVELS),
    InstrumentLevel: enumOf('InstrumentLevel', INSTRUMENT_LEVELS),
  };
  const LinkStatus = enumOf('LinkStatus', LINK_STATUSES);
  const GuideElement = enumOf('GuideElement', Object.fromEntries(Object.entries(GUIDE_ELEMENTS).map(([name, { term }]) => [name, term])));
  const TimeUnit = enumOf('TimeUnit', TIME_UNITS);
  const Limit = builder.objectRef<TimeLimit>('TimeLimit').implement({
    fields: (t) => ({ value: t.exposeInt('value'), unit: t.expose('unit', { type: TimeUnit }) }),
  });
  const Requirement = enumOf('MaterialRequirement', MATERIAL_REQUIREMENTS);
  const Medium = enumOf('MaterialMedium', MATERIAL_MEDIA);
  const Source = enumOf('MaterialSource', MATERIAL_SOURCES);
  const Material = builder.objectRef<GuideMaterial>('Material').implement({
    fields: (t) => ({
      name: t.exposeString('name'),
      requirement: t.expose('requirement', { type: Requirement }),
      originals: t.exposeInt('originals', { nullable: true }),
      copies: t.exposeInt('copies', { nullable: true }),
      medium: t.expose('medium', { type: Medium, nullable: true }),
      source: t.expose('source', { type: Source, nullable: true }),
    }),
  });
  const Fee = builder.objectRef<Of<'fees'>>('Fee').implement({
    fields: (t) => ({ name: t.exposeString('name'), standard: t.exposeString('standard'), legalBasis: t.exposeString('legalBasis', { nullable: true }) }),
  });
  const Venue = builder.objectRef<Of<'venues'>>('Venue').implement({
    fields: (t) => ({ name: t.exposeString('name'), address: t.exposeString('address', { nullable: true }), hours: t.exposeString('hours', { nullable: true }) }),
  });
  const ResultKind = enumOf('ResultKind', RESULT_KINDS);
  const Result = builder.objectRef<Of<'results'>>('GuideResult').implement({
    fields: (t) => ({ name: t.exposeString('name'), kind: t.expose('kind', { type: ResultKind, nullable: true }) }),
  });
  const LinkRef = builder.objectRef<Link>('Link').implement({
    fields: (t) => ({ status: t.expose('status', { type: LinkStatus }), missing: t.expose('missing', { type: [GuideElement] }) }),
  });
  const PageInfo = builder.objectRef<{ hasNextPage: boolean; endCursor: string | null }>('PageInfo').implement({
    fields: (t) => ({ hasNextPage: t.exposeBoolean('hasNextPage'), endCursor: t.exposeString('endCursor', { nullable: true }) }),
  });
  return { vocabulary, Limit, Material, Fee, Venue, Result, Link: LinkRef, PageInfo };
}
export type GuidePartTypes = ReturnType<typeof addGuideParts>;

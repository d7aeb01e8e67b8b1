import { EXERCISE_LEVELS, INSTRUMENT_LEVELS, ITEM_STATUSES, POWER_CATEGORIES } from '../../../services/catalog/rules/vocabulary';
import { describedValues, type Terms } from '../../../services/shared/graphql/described-values';
import type { GuideDocument, GuideMaterial, TimeLimit } from '../../../services/service-center/rules/guide-document';
import { GUIDE_ELEMENTS, type GuideElement } from '../../../services/service-center/rules/guide-elements';
import type { Link } from '../../../services/service-center/rules/link-status';
import { LINK_STATUSES, MATERIAL_MEDIA, MATERIAL_REQUIREMENTS, MATERIAL_SOURCES, RESULT_KINDS, TIME_UNITS } from '../../../services/service-center/rules/vocabulary';

type Of<Field extends keyof GuideDocument> = GuideDocument[Field] extends readonly (infer Item)[] ? Item : never;

const valuesOf = <T extends Terms>(terms: T) => ({ values: describedValues(terms) });

/** What both monoliths need of a schema builder, whatever else theirs can do. */
export type PeerBuilder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<{ DefaultFieldNullability: false; Scalars: { ID: { Input: string; Output: string } } }>>;

/** Types of the contract's operations that are the same however a monolith reads its rows. */
export function addGuideParts(builder: PeerBuilder) {
  const vocabulary = {
    PowerCategory: builder.enumType('PowerCategory', valuesOf(POWER_CATEGORIES)),
    ItemStatus: builder.enumType('ItemStatus', valuesOf(ITEM_STATUSES)),
    ExerciseLevel: builder.enumType('ExerciseLevel', valuesOf(EXERCISE_LEVELS)),
    InstrumentLevel: builder.enumType('InstrumentLevel', valuesOf(INSTRUMENT_LEVELS)),
  };
  const LinkStatus = builder.enumType('LinkStatus', valuesOf(LINK_STATUSES));
  const GuideElementRef = builder.enumType('GuideElement', { values: Object.keys(GUIDE_ELEMENTS) as GuideElement[] });
  const TimeUnit = builder.enumType('TimeUnit', valuesOf(TIME_UNITS));
  const Limit = builder.objectRef<TimeLimit>('TimeLimit').implement({
    fields: (t) => ({ value: t.exposeInt('value'), unit: t.expose('unit', { type: TimeUnit }) }),
  });
  const Requirement = builder.enumType('MaterialRequirement', valuesOf(MATERIAL_REQUIREMENTS));
  const Medium = builder.enumType('MaterialMedium', valuesOf(MATERIAL_MEDIA));
  const Source = builder.enumType('MaterialSource', valuesOf(MATERIAL_SOURCES));
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
  const ResultKind = builder.enumType('ResultKind', valuesOf(RESULT_KINDS));
  const Result = builder.objectRef<Of<'results'>>('GuideResult').implement({
    fields: (t) => ({ name: t.exposeString('name'), kind: t.expose('kind', { type: ResultKind, nullable: true }) }),
  });
  const LinkRef = builder.objectRef<Link>('Link').implement({
    fields: (t) => ({ status: t.expose('status', { type: LinkStatus }), missing: t.expose('missing', { type: [GuideElementRef] }) }),
  });
  const PageInfo = builder.objectRef<{ hasNextPage: boolean; endCursor: string | null }>('PageInfo').implement({
    fields: (t) => ({ hasNextPage: t.exposeBoolean('hasNextPage'), endCursor: t.exposeString('endCursor', { nullable: true }) }),
  });
  return { vocabulary, Limit, Material, Fee, Venue, Result, Link: LinkRef, PageInfo };
}
export type GuidePartTypes = ReturnType<typeof addGuideParts>;

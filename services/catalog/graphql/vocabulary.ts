import { describedEnum } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { EXERCISE_LEVELS, INSTRUMENT_LEVELS, ITEM_STATUSES, POWER_CATEGORIES } from '../rules/vocabulary';

/** Adds the catalog's enums; each value is described by its Chinese term. */
export function addVocabulary(builder: HubBuilder<CatalogContext>) {
  return {
    PowerCategory: builder.enumType('PowerCategory', describedEnum(POWER_CATEGORIES, 'Category of a power (权力类型), P1. Which apply where is the category scheme’s.')),
    ItemStatus: builder.enumType('ItemStatus', describedEnum(ITEM_STATUSES, 'State of an item (事项状态). Items are never deleted (P7).')),
    ExerciseLevel: builder.enumType('ExerciseLevel', describedEnum(EXERCISE_LEVELS, 'Level of government that exercises a power (行使层级), P2.')),
    InstrumentLevel: builder.enumType('InstrumentLevel', describedEnum(INSTRUMENT_LEVELS, 'Rank of a legal instrument (法律效力层级), highest first.')),
  };
}
export type Vocabulary = ReturnType<typeof addVocabulary>;

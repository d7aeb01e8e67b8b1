import { describedEnum } from '../../../shared/graphql/described-values';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import { REMARK_DIMENSIONS } from '../../queries/remarks/remark-counts';
import { REMARK_KINDS } from '../../rules/remarks/remark-policy';
import { REMARK_STATES } from '../../rules/remarks/remark-states';

/** Adds the enums of public supervision; each value is described by its Chinese term. */
export function addRemarkVocabulary(builder: HubBuilder<ServiceCenterContext>) {
  return {
    RemarkKind: builder.enumType('RemarkKind', describedEnum(REMARK_KINDS, 'What a remark is (意见类型).')),
    RemarkState: builder.enumType('RemarkState', describedEnum(REMARK_STATES, 'Where a remark stands (意见状态).')),
    RemarkDimension: builder.enumType('RemarkDimension', describedEnum(REMARK_DIMENSIONS, 'What remarks are counted by (统计口径).')),
  };
}
export type RemarkVocabulary = ReturnType<typeof addRemarkVocabulary>;

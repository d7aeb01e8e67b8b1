import { describedEnum } from '../../../shared/graphql/described-values';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { CHECK_STATUSES } from '../../commands/measures/check-answers';
import type { ServiceCenterContext } from '../../context';
import { CHECK_RESULTS, FREQUENCY_UNITS, MEASURE_KINDS } from '../../rules/measures/measure-terms';

/** Adds the enums of supervision during and after the act; each value is described by its Chinese term. */
export function addMeasureVocabulary(builder: HubBuilder<ServiceCenterContext>) {
  return {
    MeasureKind: builder.enumType('SupervisionMeasureKind', describedEnum(MEASURE_KINDS, 'How an agency supervises during and after the act (监管方式), P16.')),
    FrequencyUnit: builder.enumType('FrequencyUnit', describedEnum(FREQUENCY_UNITS, 'What a frequency counts (频次单位).')),
    CheckResult: builder.enumType('CheckResult', describedEnum(CHECK_RESULTS, 'What a check found (检查结果).')),
    CheckStatus: builder.enumType('CheckStatus', describedEnum(CHECK_STATUSES, 'What became of one check of a batch (处理结果).')),
  };
}
export type MeasureVocabulary = ReturnType<typeof addMeasureVocabulary>;

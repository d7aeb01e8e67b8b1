import { describedEnum } from '../../../shared/graphql/described-values';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import { SEVERITIES, SIGNAL_KINDS } from '../../rules/e-supervision/signal';
import { SIGNAL_STATES } from '../../rules/e-supervision/signal-states';

/** Adds the enums of e-supervision; each value is described by its Chinese term. */
export function addSupervisionVocabulary(builder: HubBuilder<ServiceCenterContext>) {
  return {
    SignalKind: builder.enumType('SignalKind', describedEnum(SIGNAL_KINDS, 'What a signal of e-supervision says (监察信号).')),
    SignalSeverity: builder.enumType('SignalSeverity', describedEnum(SEVERITIES, 'How grave a signal is (黄牌、红牌).')),
    SignalState: builder.enumType('SignalState', describedEnum(SIGNAL_STATES, 'Where a signal is in its life (信号状态).')),
  };
}
export type SupervisionVocabulary = ReturnType<typeof addSupervisionVocabulary>;

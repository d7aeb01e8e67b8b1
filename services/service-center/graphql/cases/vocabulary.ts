import { describedEnum } from '../../../shared/graphql/described-values';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import { CASE_DIMENSIONS } from '../../queries/cases/case-timeliness';
import { CASE_STATES } from '../../rules/cases/case-states';
import { EVENT_ORIGINS } from '../../rules/cases/case-fact';
import { CASE_EVENT_KINDS } from '../../rules/cases/event-kinds';
import { APPROVERS, DECISIONS, type CaseEventKind } from '../../rules/clock/case-event';
import { HANDLINGS } from '../../rules/clock/statute';

const EVENT_STATUSES = { ACCEPTED: '已记录', DUPLICATE: '已有，未重复记录', REJECTED: '无法识别，未记录' } as const;

/** Adds the enums of cases; each value is described by its Chinese term. */
export function addCaseVocabulary(builder: HubBuilder<ServiceCenterContext>) {
  return {
    CaseState: builder.enumType('CaseState', describedEnum(CASE_STATES, 'Where a case stands (办件状态).')),
    CaseEventKind: builder.enumType('CaseEventKind', describedEnum(CASE_EVENT_KINDS as { [Kind in CaseEventKind]: string }, 'Kind of what happened to a case (办件事件).')),
    CaseEventOrigin: builder.enumType('CaseEventOrigin', describedEnum(EVENT_ORIGINS, 'How an event came into the hub (来源).')),
    CaseDecision: builder.enumType('CaseDecision', describedEnum(DECISIONS, 'How a case was decided (办理结果).')),
    CaseHandling: builder.enumType('CaseHandling', describedEnum(HANDLINGS, 'How a case is handled, on which its limits rest (办理方式), 行政许可法 42, 43.')),
    ExtensionApprover: builder.enumType('ExtensionApprover', describedEnum(APPROVERS, 'Who approved an extension (批准人), 行政许可法 42.')),
    CaseEventStatus: builder.enumType('CaseEventStatus', describedEnum(EVENT_STATUSES, 'What became of a reported event (上报结果).')),
    CaseDimension: builder.enumType('CaseDimension', describedEnum(CASE_DIMENSIONS, 'What timeliness is grouped by (统计口径).')),
  };
}
export type CaseVocabulary = ReturnType<typeof addCaseVocabulary>;

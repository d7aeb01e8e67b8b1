import { describedEnum } from '../../../shared/graphql/described-values';
import { MAP_NODE_KINDS, MAP_RELATIONS } from '../../rules/mandates/duty-map';
import {
  DUTY_CHANGES,
  DUTY_KINDS,
  EXERCISE_LEVELS,
  FINDING_STATES,
  MANDATE_FINDING_KINDS,
  MANDATE_ORIGINS,
  MANDATE_STATES,
  MATCH_VERDICTS,
  SEVERITIES,
  STAFFING_KINDS,
} from '../../rules/mandates/vocabulary';
import type { OrganisationBuilder } from '../types';

/** Adds the enums of mandates and their cross-check; each value is described by its Chinese term. */
export const addMandateVocabulary = (builder: OrganisationBuilder) => ({
  DutyKind: builder.enumType('DutyKind', describedEnum(DUTY_KINDS, 'Kind of a duty (职责类型). Only POWER needs an item of the list (P13).')),
  MandateState: builder.enumType('MandateState', describedEnum(MANDATE_STATES, 'State of a mandate (三定状态).')),
  MandateOrigin: builder.enumType('MandateOrigin', describedEnum(MANDATE_ORIGINS, 'Where a mandate comes from (三定来源).')),
  DutyChangeKind: builder.enumType('DutyChangeKind', describedEnum(DUTY_CHANGES, 'What becomes of a duty (职责调整).')),
  StaffingKind: builder.enumType('StaffingKind', describedEnum(STAFFING_KINDS, 'Kind of staffing (编制类别).')),
  MandateFindingKind: builder.enumType('MandateFindingKind', describedEnum(MANDATE_FINDING_KINDS, 'What the cross-check of mandates against the list finds (核对问题类型), P13.')),
  Severity: builder.enumType('Severity', describedEnum(SEVERITIES, 'How serious a finding is (严重程度).')),
  FindingState: builder.enumType('FindingState', describedEnum(FINDING_STATES, 'What became of a finding (处理状态).')),
  MatchVerdict: builder.enumType('MatchVerdict', describedEnum(MATCH_VERDICTS, 'What a person decided about a duty and an item (人工认定).')),
  ExerciseLevel: builder.enumType('ExerciseLevel', describedEnum(EXERCISE_LEVELS, 'Level of government that exercises a power (行使层级), P2.')),
  MapNodeKind: builder.enumType('MapNodeKind', describedEnum(MAP_NODE_KINDS, 'What a node of a duty map is (节点类型).')),
  MapRelation: builder.enumType('MapRelation', describedEnum(MAP_RELATIONS, 'How two nodes of a duty map belong together (关系).')),
});
export type MandateVocabulary = ReturnType<typeof addMandateVocabulary>;

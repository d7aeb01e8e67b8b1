import { describedEnum } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../context';
import { FLOWCHART_FORMATS } from '../rules/flowchart';
import { DRAFT_STATES } from '../rules/guide-draft/draft-states';
import { GUIDE_ELEMENTS, type GuideElement } from '../rules/guide-elements';
import { LINK_FAULTS } from '../rules/link-status';
import { STEP_FAULTS } from '../rules/step-graph/step-finding';
import {
  CHANNELS,
  GUIDE_ORIGINS,
  HANDLING_KINDS,
  LINK_STATUSES,
  MATERIAL_KINDS,
  MATERIAL_MEDIA,
  MATERIAL_REQUIREMENTS,
  MATERIAL_SOURCES,
  POWER_CATEGORIES,
  RESULT_KINDS,
  SERVICE_OBJECTS,
  SPECIAL_PROCEDURES,
  TIME_UNITS,
} from '../rules/vocabulary';

const ELEMENT_TERMS = Object.fromEntries(Object.entries(GUIDE_ELEMENTS).map(([element, { term }]) => [element, term])) as {
  [Element in GuideElement]: string;
};

/** Adds the service center's enums; each value is described by its Chinese term. */
export function addVocabulary(builder: HubBuilder<ServiceCenterContext>) {
  return {
    PowerCategory: builder.enumType('PowerCategory', describedEnum(POWER_CATEGORIES, 'Category of a power (权力类型), P1. Which apply where is the category scheme’s.')),
    TimeUnit: builder.enumType('TimeUnit', describedEnum(TIME_UNITS, 'What a limit counts (期限单位). Units are per law.')),
    MaterialRequirement: builder.enumType('MaterialRequirement', describedEnum(MATERIAL_REQUIREMENTS, 'Whether a material must be there (材料必要性).')),
    MaterialKind: builder.enumType('MaterialKind', describedEnum(MATERIAL_KINDS, 'Kind of a material (材料类型).')),
    MaterialMedium: builder.enumType('MaterialMedium', describedEnum(MATERIAL_MEDIA, 'Form a material is handed in (材料形式).')),
    MaterialSource: builder.enumType('MaterialSource', describedEnum(MATERIAL_SOURCES, 'Where a material comes from (来源渠道).')),
    SpecialProcedure: builder.enumType('SpecialProcedure', describedEnum(SPECIAL_PROCEDURES,
      'What is not counted in the limit (特别程序), 行政许可法 45. The list is closed.',
    )),
    HandlingKind: builder.enumType('HandlingKind', describedEnum(HANDLING_KINDS, 'On the spot, or within the promised limit (办件类型).')),
    ServiceObject: builder.enumType('ServiceObject', describedEnum(SERVICE_OBJECTS, 'Who may apply (服务对象).')),
    Channel: builder.enumType('Channel', describedEnum(CHANNELS, 'How one may apply (办理形式).')),
    ResultKind: builder.enumType('ResultKind', describedEnum(RESULT_KINDS, 'Kind of what the applicant receives (结果类型).')),
    GuideOrigin: builder.enumType('GuideOrigin', describedEnum(GUIDE_ORIGINS, 'How a guide came into the hub (来源).')),
    GuideElement: builder.enumType('GuideElement', describedEnum(ELEMENT_TERMS,
      'An element of a guide (指南要素), P3. Which are expected depends on the category of the item.',
    )),
    LinkStatus: builder.enumType('LinkStatus', describedEnum(LINK_STATUSES, 'How an item is linked to the service center (清单与政务服务中心的链接状态), P3.')),
    StepFault: builder.enumType('StepFault', describedEnum(STEP_FAULTS, 'What is wrong with a procedure (办理流程的问题).')),
    FlowchartFormat: builder.enumType('FlowchartFormat', describedEnum(FLOWCHART_FORMATS, 'How a flowchart is written (流程图格式).')),
    GuideDraftState: builder.enumType('GuideDraftState', describedEnum(DRAFT_STATES, 'Where a draft stands on its way to publication (指南草稿状态).')),
    LinkFault: builder.enumType('LinkFault', describedEnum(LINK_FAULTS, 'What is wrong with a guide besides something missing.')),
  };
}
export type Vocabulary = ReturnType<typeof addVocabulary>;

import type { CaseEventKind } from '../clock/case-event';

/** Kinds of events of a case (办件事件), domain §6. */
export const CASE_EVENT_KINDS: Readonly<Record<CaseEventKind, string>> = {
  RECEIVED: '收件',
  CORRECTION_REQUESTED: '一次告知补正',
  CORRECTED: '补正',
  ACCEPTED: '受理',
  REFUSED_INTAKE: '不予受理',
  STEP_STARTED: '环节开始',
  STEP_COMPLETED: '环节办结',
  SPECIAL_PROCEDURE_STARTED: '特别程序开始',
  SPECIAL_PROCEDURE_ENDED: '特别程序结束',
  EXTENDED: '延长期限',
  DECIDED: '作出决定',
  DELIVERED: '送达',
};

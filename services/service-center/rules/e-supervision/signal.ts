import type { CaseFact } from '../cases/case-fact';
import type { FoldedCase } from '../cases/fold-case';
import type { KnownHandler } from '../cases/handling-office';
import type { Standing } from '../cases/may-exercise';
import type { Day } from '../clock/day-number';
import type { GuideDocument } from '../guide-document';
import type { SupervisionPolicy } from './policy';

/** What e-supervision (电子监察) raises, domain §6. */
export const SIGNAL_KINDS = {
  NEAR_DUE: '即将到期',
  OVERDUE_PROMISED: '超承诺期限',
  OVERDUE_STATUTORY: '超法定期限',
  STEP_OVERDUE: '环节超时',
  INTAKE_OVERDUE: '受理超期',
  REPEATED_CORRECTION: '重复要求补正',
  NO_REASON_FOR_REFUSAL: '不予许可未说明理由',
  STEP_SKIPPED: '环节缺失',
  MISSING_REQUIRED_MATERIAL: '缺必要材料作出准予决定',
  WRONG_OFFICE: '非承办机构办理',
  OFF_LIST_ITEM: '清单之外行使职权',
  EXTENSION_WITHOUT_APPROVAL: '延期不合法定条件',
  FEE_WITHOUT_BASIS: '无依据收费',
  LATE_REPORT: '数据迟报',
} as const;
export type SignalKind = keyof typeof SIGNAL_KINDS;

export const SEVERITIES = { YELLOW: '黄牌', RED: '红牌' } as const;
export type Severity = keyof typeof SEVERITIES;

/** A case as the rules look at it, at a moment. */
export interface SupervisedCase {
  agencyCode: string;
  itemCode: string;
  /** What has happened by then, in order. */
  facts: readonly CaseFact[];
  folded: FoldedCase;
  guide: GuideDocument | null;
  /** What the list said of item and agency on the day it was received. */
  standing: Standing;
  offices: ReadonlyMap<string, KnownHandler>;
}

/** What a rule found: which event, on what day, and the numbers it found. */
export interface Finding {
  /** What makes it the same finding again: an event, a step, a limit. One case raises a kind once for a cause. */
  cause: string;
  eventId: string | null;
  /** The clause it rests on. */
  rule: string;
  numbers: Readonly<Record<string, string | number>>;
  occurredOn: Day;
}

/** One rule, one claim: what a case at `today` breaks. */
export type SignalRule = (supervised: SupervisedCase, policy: SupervisionPolicy, today: Day) => Finding[];

/** A finding with its name and its weight. */
export interface Signal extends Finding {
  kind: SignalKind;
  severity: Severity;
}

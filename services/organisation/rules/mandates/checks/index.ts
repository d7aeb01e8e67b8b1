import type { AgencyView } from '../cross-check-facts';
import type { Finding } from '../finding';
import { findingsOf, type Check } from './check';
import { dutyNamesListedItems } from './duty-names-listed-items';
import { dutyRestsOnCurrentItems } from './duty-rests-on-current-items';
import { itemHasDuty } from './item-has-duty';
import { itemHeldByOneBody } from './item-held-by-one-body';
import { levelsAgree } from './levels-agree';
import { officeHasItems } from './office-has-items';
import { powerDutyHasItems } from './power-duty-has-items';
import { responsibleOfficeExists } from './responsible-office-exists';
import { staffingWithinQuota } from './staffing-within-quota';
import { subjectIsNotEntrusted } from './subject-is-not-entrusted';

/** The cross-check of mandates against the list, as design 2 §5 tells it. */
export const CHECKS: readonly Check[] = [
  dutyNamesListedItems, //     a duty names an item that is not on the list        → DUTY_NAMES_UNLISTED_ITEM
  dutyRestsOnCurrentItems, //  a duty rests on an item that is gone since          → STALE_DUTY
  itemHasDuty, //              a listed item has no duty of its implementing body  → ITEM_WITHOUT_DUTY
  powerDutyHasItems, //        a duty has no item and is not policy or internal    → DUTY_WITHOUT_ITEM
  itemHeldByOneBody, //        two bodies of a region hold the same item           → ITEM_HELD_BY_SEVERAL_BODIES
  responsibleOfficeExists, //  an office is missing, abolished or another body's   → OFFICE_UNKNOWN
  subjectIsNotEntrusted, //    an entrusted body is shown as the subject           → WRONG_SUBJECT
  levelsAgree, //              levels in list and mandate differ                   → LEVEL_CONFLICT
  officeHasItems, //           an office handles no item                           → OFFICE_WITHOUT_ITEMS
  staffingWithinQuota, //      staff or posts exceed, kinds are mixed              → STAFFING_EXCEEDED
];

/** Everything that one agency's mandate and items do not agree in. */
export const checkAgency = (view: AgencyView): Finding[] => CHECKS.flatMap((check) => findingsOf(check, view));

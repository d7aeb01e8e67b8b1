import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { regionHolds } from '../../../shared/permission';
import { EXERCISE_LEVELS, type ExerciseLevel } from '../vocabulary';
import { regionOf } from './confirm-handover';
import { change, enter, NO_EFFECTS, type Effects, type Given } from './effects';
import { isBlank } from './grounds';
import { DELEGATION_FORMS, type DelegationForm } from './held-item';
import type { StandingItem } from './standing';

/** Nature of a body (domain §1). */
export const BODY_NATURES = {
  STATUTORY_ORGAN: '法定行政机关',
  AUTHORISED_ORGANISATION: '授权组织',
  ENTRUSTED_ORGANISATION: '受委托组织',
  OTHER: '其他',
} as const;
export type BodyNature = keyof typeof BODY_NATURES;

/** To whom a power goes down, and how. */
export interface DelegationTerms {
  form: DelegationForm;
  to: {
    agencyCode: string;
    bodyName: string;
    nature: BodyNature;
    /** Levels it will be exercised at. */
    levels: ExerciseLevel[];
  };
}

/**
 * P14 下放: what is better exercised nearer to people is entrusted or authorised to a lower level. Decided, not yet
 * handed over: the releasing body keeps acting, so the item keeps its state until the handover is confirmed.
 */
export function decideDelegate(given: Given, { form, to }: DelegationTerms): Outcome<Effects> {
  const entered = enter('DELEGATE', given);
  if (!entered.ok) return entered;
  const item = entered.value.items[0]!;
  for (const check of [isOwn(item), isLower(item, to), mayReceive(form, to)]) if (!check.ok) return check;
  return accept({
    ...NO_EFFECTS,
    changes: [change('DELEGATE', item)],
    delegation: { code: item.facts.code, form, toAgencyCode: to.agencyCode, toBodyName: to.bodyName },
  });
}

/** 许可法 24¶3, 处罚法 20¶4: no re-delegation. What was given away, or is held by entrustment, cannot be given on. */
function isOwn({ path, delegation, entrustedFromAbove, facts }: StandingItem): Outcome<true> {
  const where = { path: `${path}.code`, value: facts.code };
  if (delegation !== null)
    return refuse('ALREADY_DELEGATED', 'P14', `该事项已${DELEGATION_FORMS[delegation.form]}${delegation.toBodyName}，不得再次下放`, [
      where,
      { path: `${path}.delegation.form`, value: delegation.form },
      { path: `${path}.delegation.toAgencyCode`, value: delegation.toAgencyCode },
    ]);
  if (entrustedFromAbove) return refuse('NO_REDELEGATION', '许可法 24¶3', '受委托行使的事项不得再委托或者授权他人', [where]);
  return accept(true);
}

/** From the highest down; a power that is exercised by grade (分级管理) has no place among them. */
const RANKS = (Object.keys(EXERCISE_LEVELS) as ExerciseLevel[]).filter((level) => level !== 'GRADED');
const highest = (levels: readonly ExerciseLevel[]): number =>
  Math.min(...levels.filter((level) => level !== 'GRADED').map((level) => RANKS.indexOf(level)));

/** P14: to a lower level: a body of the same region or one below it, that exercises the power further down. */
function isLower({ regionCode, facts }: StandingItem, to: DelegationTerms['to']): Outcome<true> {
  const toRegion = regionOf({ toAgencyCode: to.agencyCode });
  if (isBlank(to.bodyName)) return refuse('MISSING_BODY', 'P14', '须载明承接机构', [{ path: 'to.bodyName', value: null }]);
  if (to.levels.length === 0) return refuse('MISSING_LEVEL', 'P2', '须载明下放后的行使层级', [{ path: 'to.levels', value: null }]);
  const below = toRegion !== regionCode && regionHolds(regionCode, toRegion);
  const further = highest(to.levels) > highest(facts.levels);
  if (to.agencyCode !== facts.agencyCode && (below || (toRegion === regionCode && further))) return accept(true);
  return refuse('NOT_A_LOWER_LEVEL', 'P14', '只能下放给下一级的机构', [
    { path: 'to.agencyCode', value: to.agencyCode },
    { path: 'to.levels', value: to.levels.join(',') },
  ]);
}

/** 许可法 24¶1: an administrative organ entrusts another administrative organ, and nobody else. */
const mayReceive = (form: DelegationForm, { nature }: DelegationTerms['to']): Outcome<true> =>
  form === 'ENTRUST' && nature !== 'STATUTORY_ORGAN'
    ? refuse('TRUSTEE_NOT_AN_ORGAN', '许可法 24¶1', `只能委托行政机关，不能委托${BODY_NATURES[nature]}`, [{ path: 'to.nature', value: nature }])
    : accept(true);

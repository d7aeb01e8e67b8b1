import type { GuideDocument } from '../guide-document';
import type { PowerCategory } from '../vocabulary';
import type { ExtensionTerms } from './extension';
import type { IntakeTerms } from './intake';
import { USUAL_POLICY, type ClockPolicy, type Limit } from './limit';
import { coercionLimit, LICENSING_LAW, PENALTY_LAW, type Handling } from './statute';

/** The limits a case runs under; null: none is set. Fixed when it is accepted, by its guide version and the law. */
export interface ClockTerms {
  intake: IntakeTerms | null;
  statutory: Limit | null;
  promised: Limit | null;
  extension: ExtensionTerms | null;
  delivery: Limit | null;
  /** Limits of the guide's steps, by their order. */
  steps: ReadonlyMap<number, Limit>;
  policy: ClockPolicy;
}

/** What of a guide the clock reads. */
export type GuideLimits = Pick<GuideDocument, 'statutoryLimit' | 'promisedLimit' | 'steps'>;

type LegalTerms = Pick<ClockTerms, 'intake' | 'statutory' | 'extension' | 'delivery'>;

/** Powers that an organ exercises of itself: nothing is handed in; ACCEPTED is the filing of the case (立案). */
const OF_ITSELF: ReadonlySet<PowerCategory> = new Set(['PENALTY', 'COERCION', 'INSPECTION', 'LEVY']);

/**
 * The terms of a case: units and limits are per law. What the guide states as its statutory limit comes first, since
 * another law may set another one (许可法 42: 法律、法规另有规定的，依照其规定); then the law of the category.
 */
export function clockTermsOf(
  category: PowerCategory,
  guide: GuideLimits,
  handling: Handling = 'ORDINARY',
  policy: ClockPolicy = USUAL_POLICY,
): ClockTerms {
  const legal = legalTermsOf(category, handling);
  const stated = guide.statutoryLimit;
  return {
    ...legal,
    statutory: stated === null ? legal.statutory : category === 'COERCION' ? perCoercionLaw(stated) : stated,
    promised: guide.promisedLimit,
    steps: new Map(guide.steps.flatMap(({ order, limit }) => (limit === null ? [] : [[order, limit] as const]))),
    policy,
  };
}

function legalTermsOf(category: PowerCategory, handling: Handling): LegalTerms {
  if (category === 'LICENSE')
    return {
      intake: { limit: LICENSING_LAW.intake.limit, silenceAccepts: true },
      statutory: LICENSING_LAW.decision[handling].limit,
      extension: LICENSING_LAW.extension[handling],
      delivery: LICENSING_LAW.delivery.limit,
    };
  if (category === 'PENALTY')
    return { intake: null, statutory: PENALTY_LAW.decision.limit, extension: null, delivery: PENALTY_LAW.delivery.limit };
  if (OF_ITSELF.has(category)) return { intake: null, statutory: null, extension: null, delivery: null };
  // The counter answers every application in the licence's five days; that silence accepts is said of licences alone.
  return { intake: { limit: LICENSING_LAW.intake.limit, silenceAccepts: false }, statutory: null, extension: null, delivery: null };
}

/** A coercion's days are of the kind its law gives them, whatever the guide calls them. */
const perCoercionLaw = (stated: Limit): Limit =>
  stated.unit === 'WORKING_DAY' || stated.unit === 'CALENDAR_DAY' ? coercionLimit(stated.value).limit : stated;

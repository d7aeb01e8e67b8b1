import type { PowerCategory } from '../vocabulary';
import type { NamedBodies, ReviewBody } from './review-bodies';

/**
 * P8: the first reviewer by category, the co-reviewers beside it. 行政检查 is a category of 2015 that the plan does not
 * know; it goes to the legal office with the other powers of enforcement.
 */
export const FIRST_REVIEWERS: Readonly<Record<PowerCategory, { first: ReviewBody; with: readonly ReviewBody[] }>> = {
  LICENSE: { first: 'REFORM_OFFICE', with: [] },
  NON_LICENSE_APPROVAL: { first: 'REFORM_OFFICE', with: [] },
  OTHER: { first: 'REFORM_OFFICE', with: [] },
  PENALTY: { first: 'LEGAL_OFFICE', with: [] },
  COERCION: { first: 'LEGAL_OFFICE', with: [] },
  CONFIRMATION: { first: 'LEGAL_OFFICE', with: [] },
  ADJUDICATION: { first: 'LEGAL_OFFICE', with: [] },
  INSPECTION: { first: 'LEGAL_OFFICE', with: [] },
  LEVY: { first: 'FINANCE_BUREAU', with: ['HUMAN_RESOURCES', 'PRICING'] },
  PAYMENT: { first: 'FINANCE_BUREAU', with: ['HUMAN_RESOURCES', 'PRICING'] },
  REWARD: { first: 'FINANCE_BUREAU', with: ['HUMAN_RESOURCES', 'PRICING'] },
};

/** Who reviews items of this category first: the first reviewer, and those co-reviewers that the region has. */
export function firstReviewersOf(category: PowerCategory, named: NamedBodies): ReviewBody[] {
  const { first, with: beside } = FIRST_REVIEWERS[category];
  return [first, ...beside.filter((body) => body in named)];
}

/** Who has to review a return that holds these categories. */
export const firstReviewersOfReturn = (categories: readonly PowerCategory[], named: NamedBodies): ReviewBody[] => [
  ...new Set(categories.flatMap((category) => firstReviewersOf(category, named))),
];

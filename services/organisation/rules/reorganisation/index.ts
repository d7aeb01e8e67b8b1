import type { Problem } from '../problems';
import { checkAliveOnDay } from './alive-on-day';
import { checkCounts } from './counts';
import { checkDocument } from './decided-by-document';
import { checkKnownBodies } from './known-bodies';
import { checkListedItems } from './listed-items';
import { checkLivingSuccessors } from './living-successors';
import { checkNewBodies } from './new-bodies';
import { checkNotBeforeFounding } from './not-before-founding';
import { checkRenaming } from './renaming';
import type { Reorganisation, ReorganisationFacts } from './reorganisation';
import { checkWhoLivesOn } from './who-lives-on';

/** What every organisation change must satisfy, in the order in which it is refused. */
const CHECKS: readonly ((change: Reorganisation, facts: ReorganisationFacts) => Problem[])[] = [
  checkDocument,
  checkCounts,
  checkKnownBodies,
  checkWhoLivesOn,
  checkNewBodies,
  checkNotBeforeFounding,
  checkAliveOnDay,
  checkLivingSuccessors,
  checkRenaming,
  checkListedItems,
];

export const checkReorganisation = (change: Reorganisation, facts: ReorganisationFacts): Problem[] =>
  CHECKS.flatMap((check) => check(change, facts));

import type { ItemStatus } from './vocabulary';

/** States of an item that is on the published list (P5): a suspended item is listed, though it may not be exercised. */
export const ON_THE_LIST: readonly ItemStatus[] = ['LISTED', 'TIGHTENED', 'SUSPENDED'];

/** States the public may see; what is still being prepared is its department's and the reviewers' own. */
export const PUBLIC_STATUSES: readonly ItemStatus[] = [...ON_THE_LIST, 'DELEGATED', 'MERGED', 'CANCELLED'];

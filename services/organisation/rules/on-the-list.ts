/** States of an item that is on the published list (P5): a suspended item is listed, though it may not be exercised. */
export const ON_THE_LIST: readonly string[] = ['LISTED', 'TIGHTENED', 'SUSPENDED'];

/** P5: off the list, no power; null is an item the list never had that day. */
export const isOnTheList = (item: { status: string } | null): boolean => item !== null && ON_THE_LIST.includes(item.status);

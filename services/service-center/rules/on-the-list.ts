/** States of an item that is on the published list (P5): a suspended item is listed, though it may not be exercised. */
export const ON_THE_LIST: ReadonlySet<string> = new Set(['LISTED', 'TIGHTENED', 'SUSPENDED']);

/** An item as this service knows it from the catalog's journal. */
export interface ListedItem {
  code: string;
  category: string;
  status: string;
  agencyCode: string;
}

/** P5: only what is on the list may be handled. */
export const isOnTheList = (item: ListedItem | null): boolean => item !== null && ON_THE_LIST.has(item.status);

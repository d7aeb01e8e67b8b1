/** What stands for an edition's number in the address of the list as it is today. */
export const TODAY = 'today';

/** An edition by its number, or the list of today. */
export type AskedEdition = number | typeof TODAY;

/** An edition's number or `today`; null for anything else. */
export function askedEdition(text: string): AskedEdition | null {
  if (text === TODAY) return TODAY;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

export const listAddress = (region: string, edition: AskedEdition): string => `/lists/${encodeURIComponent(region)}/${edition}.html`;
export const guideAddress = (itemCode: string): string => `/guides/${encodeURIComponent(itemCode)}.html`;
export const QUERY_PAGE = '/graphiql';

/** What addresses begin with: nothing on the hub itself, an origin in a file, null in a file that knows of no site. */
export type Site = string | null;

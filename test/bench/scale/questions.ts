import { readOperations } from '../../../schema/read-operations';
import { toCursor } from '../../../services/shared/graphql/connection';
import { pick, randomOf } from '../random';
import { NOUNS } from './words';

/** What is asked at every size: what the operation is, and different variables for it. */
export interface Question {
  name: string;
  query: string;
  variables: readonly object[];
}

export interface KnownAtSize {
  /** A sample of codes, the same for the same size. */
  codes: readonly string[];
  regionCodes: readonly string[];
  /** Code of the last item of page 999 of the penalties of all regions, or of the page before the last one there is. */
  lateCode: string;
}

const CONTRACT = new Map(readOperations().map(({ name, text }) => [name, text]));
const COUNT = 'query Count($filter: PowerItemFilter) { powerItems(filter: $filter, first: 1) { totalCount } }';
const PAGE = `query Page($filter: PowerItemFilter, $after: String) { powerItems(filter: $filter, first: 50, after: $after) { nodes { code name category status } pageInfo { endCursor hasNextPage } } }`;
/** In most names of any list: the worst word one can look for. */
export const COMMONEST_WORD = '处罚';

/** The same questions of a hub of any size. */
export function questionsOf({ codes, regionCodes, lateCode }: KnownAtSize): Question[] {
  const random = randomOf(7);
  const penalties = { category: ['PENALTY'] };
  const contract = (name: string): string => CONTRACT.get(name)!;
  return [
    { name: 'ItemGuide', query: contract('ItemGuide'), variables: codes.map((code) => ({ code })) },
    { name: 'SearchItems, a word of two characters', query: contract('SearchItems'), variables: NOUNS.map((text) => ({ filter: { text }, first: 50 })) },
    { name: 'SearchItems, the commonest word', query: contract('SearchItems'), variables: [{ filter: { text: COMMONEST_WORD }, first: 50 }] },
    { name: 'SearchItems, a word within a region', query: contract('SearchItems'), variables: NOUNS.map((text) => ({ filter: { text, regionCode: pick(random, regionCodes) }, first: 50 })) },
    { name: 'SearchItems, a code', query: contract('SearchItems'), variables: codes.map((text) => ({ filter: { text }, first: 50 })) },
    { name: 'page 1 of all penalties', query: PAGE, variables: [{ filter: penalties }] },
    { name: 'page 1,000 of all penalties', query: PAGE, variables: [{ filter: penalties, after: toCursor(lateCode) }] },
    { name: 'totalCount of all items', query: COUNT, variables: [{ filter: null }] },
    { name: 'totalCount of all penalties', query: COUNT, variables: [{ filter: penalties }] },
    { name: 'totalCount of a region', query: COUNT, variables: regionCodes.map((regionCode) => ({ filter: { regionCode } })) },
    { name: 'ListSummary', query: contract('ListSummary'), variables: regionCodes.map((regionCode) => ({ regionCode, groupBy: ['CATEGORY'] })) },
    { name: 'LinkCoverage', query: contract('LinkCoverage'), variables: regionCodes.slice(0, 4).map((regionCode) => ({ regionCode })) },
    { name: 'AgencyDirectory', query: contract('AgencyDirectory'), variables: regionCodes.map((regionCode) => ({ regionCode })) },
  ];
}

import type { AskGraph, GraphAnswer } from '../ask-graph';
import { type MissingParts, missingIn } from './missing-parts';

/** A region's list as the start page names it. */
export interface LatestList {
  number: number;
  publishedOn: string;
  total: number;
  regionCode: string;
  /** Null when the organisation service does not answer. */
  region: { name: string | null; sample: boolean | null } | null;
}

export interface LatestLists {
  lists: LatestList[];
  missing: MissingParts;
}

interface Answer {
  latestEditions: { nodes: LatestList[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null;
}

/** Every published list, by region. */
export async function readLatest(ask: AskGraph, caller: Parameters<AskGraph>[2]): Promise<LatestLists> {
  const lists: LatestList[] = [];
  const missing = new Set<string>();
  for (let after: string | null = null, more = true; more; ) {
    const answer: GraphAnswer<Answer> = await ask<Answer>('LatestEditions', { after }, caller);
    for (const service of missingIn(answer)) missing.add(service);
    const page: Answer['latestEditions'] | undefined = answer.data?.latestEditions;
    lists.push(...(page?.nodes ?? []));
    more = page?.pageInfo.hasNextPage ?? false;
    after = page?.pageInfo.endCursor ?? null;
  }
  return { lists, missing };
}

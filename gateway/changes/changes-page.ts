import type { Actor } from '../../services/shared/actor';
import type { AskSubgraph } from '../ask-subgraph';
import type { Service } from '../config';

/** One entry of a service's journal as `GET /changes/…` tells it: the fields of `Change`, and the cursor to go on from. */
export interface ToldChange {
  cursor: string;
  sequence: number;
  at: string;
  action: string;
  subject: { kind: string; id: string };
  effectiveOn: string | null;
  summary: string;
  hash: string;
}

export interface ChangesPage {
  changes: ToldChange[];
  /** Where the page ends; null before the first entry. */
  cursor: string | null;
  /** More are there already. */
  more: boolean;
}

const FIELDS: Readonly<Record<Service, string>> = { catalog: 'catalogChanges', organisation: 'organisationChanges', 'service-center': 'serviceCenterChanges' };

const queryOf = (service: Service): string => `query ChangesAfter($after: String, $first: Int) {
  page: ${FIELDS[service]}(after: $after, first: $first) {
    edges { cursor node { sequence at action subject { kind id } effectiveOn summary hash } } pageInfo { hasNextPage } } }`;

interface Answer {
  page: { edges: { cursor: string; node: Omit<ToldChange, 'cursor'> }[]; pageInfo: { hasNextPage: boolean } };
}

/** The entries after a cursor, asked by the field of the graph and so with the caller's rights to it. */
export async function changesAfter(ask: AskSubgraph, service: Service, after: string | null, first: number, actor: Actor): Promise<ChangesPage> {
  const { page } = await ask<Answer>(service, queryOf(service), { after, first }, actor);
  const changes = page.edges.map(({ cursor, node }) => ({ cursor, ...node }));
  return { changes, cursor: changes.at(-1)?.cursor ?? after, more: page.pageInfo.hasNextPage };
}

import { itemCodesOf, titleOf, type AgencyView } from './cross-check-facts';

/** What a map of an agency's duties shows (机构—职责—事项—处室). */
export const MAP_NODE_KINDS = { AGENCY: '机构', DUTY: '职责', ITEM: '事项', OFFICE: '内设机构' } as const;
export type MapNodeKind = keyof typeof MAP_NODE_KINDS;

export const MAP_RELATIONS = {
  HAS_DUTY: '机构有此职责',
  RESTS_ON: '职责依据清单事项',
  CONFIRMED: '经人工确认的依据',
  HAS_ITEM: '机构有此事项而没有职责依据',
  PERFORMED_BY: '职责由内设机构承担',
  HANDLED_BY: '事项由内设机构承办',
} as const;
export type MapRelation = keyof typeof MAP_RELATIONS;

export interface MapNode {
  /** Unique within the map. */
  id: string;
  kind: MapNodeKind;
  /** Code, office id, or mandate and place. */
  ref: string;
  label: string;
}

export interface MapEdge {
  from: string;
  to: string;
  relation: MapRelation;
}

export interface DutyMap {
  nodes: MapNode[];
  edges: MapEdge[];
}

const node = (kind: MapNodeKind, ref: string, label: string): MapNode => ({ id: `${kind}:${ref}`, kind, ref, label });

/** Agency → duties → items → offices, by what the mandate states and people confirmed (P13). Each node once, edges only between nodes. */
export function dutyMap(view: AgencyView): DutyMap {
  const { agency, facts } = view;
  const top = node('AGENCY', agency.code, agency.name);
  const items = new Map(view.items.map((item) => [item.code, node('ITEM', item.code, titleOf(item))]));
  const offices = new Map([...facts.offices.values()].map(({ id, name }) => [id, node('OFFICE', id, name)]));
  const duties = view.duties.map((duty) => ({ duty, node: node('DUTY', `${duty.mandate.id}/${duty.place}`, `${duty.number}${duty.text}`), rests: itemCodesOf(duty, view) }));
  const covered = new Set(duties.flatMap(({ rests }) => rests));
  const edges = [
    ...duties.map(({ node: { id } }) => edge(top.id, id, 'HAS_DUTY')),
    ...duties.flatMap(({ duty, node: { id }, rests }) => rests.map((code) => edge(id, `ITEM:${code}`, duty.itemCodes.includes(code) ? 'RESTS_ON' : 'CONFIRMED'))),
    ...duties.flatMap(({ duty: { officeId }, node: { id } }) => (officeId === null ? [] : [edge(id, `OFFICE:${officeId}`, 'PERFORMED_BY')])),
    ...view.items.flatMap(({ code }) => (covered.has(code) ? [] : [edge(top.id, `ITEM:${code}`, 'HAS_ITEM')])),
    ...view.items.flatMap(({ code, officeIds }) => officeIds.map((id) => edge(`ITEM:${code}`, `OFFICE:${id}`, 'HANDLED_BY'))),
  ];
  const named = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = [top, ...duties.map((duty) => duty.node), ...items.values(), ...[...offices.values()].filter(({ id }) => named.has(id))];
  const known = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: edges.filter(({ from, to }) => known.has(from) && known.has(to)) };
}

const edge = (from: string, to: string, relation: MapRelation): MapEdge => ({ from, to, relation });

import type { RegionCheck } from '../../queries/mandates/region-check';
import { dutyMap, type DutyMap, type MapEdge, type MapNode } from '../../rules/mandates/duty-map';
import type { OrganisationBuilder } from '../types';
import type { MandateVocabulary } from './vocabulary';

/** Adds DutyMap, its nodes and edges. */
export function addDutyMap(builder: OrganisationBuilder, { MapNodeKind, MapRelation }: MandateVocabulary) {
  const Node = builder.objectRef<MapNode>('DutyMapNode').implement({
    description: 'One thing on a duty map.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Unique within the map.' }),
      kind: t.expose('kind', { type: MapNodeKind, description: 'What it is (节点类型).' }),
      ref: t.exposeString('ref', { description: 'Agency code, item code, office id, or mandate id and place of a duty (`140100013-M2/0`).' }),
      label: t.exposeString('label', { description: 'What to write on it.' }),
    }),
  });
  const Edge = builder.objectRef<MapEdge>('DutyMapEdge').implement({
    description: 'How two things on a duty map belong together.',
    fields: (t) => ({
      from: t.exposeID('from', { description: 'Id of a node.' }),
      to: t.exposeID('to', { description: 'Id of a node.' }),
      relation: t.expose('relation', { type: MapRelation, description: 'How (关系).' }),
    }),
  });
  return builder.objectRef<DutyMap>('DutyMap').implement({
    description: 'An agency, its duties, its items and its offices (职责事项图), as nodes and edges.',
    fields: (t) => ({
      nodes: t.expose('nodes', { type: [Node], description: 'The agency first, then duties, items, offices.' }),
      edges: t.expose('edges', { type: [Edge], description: 'Only between nodes of the map.' }),
    }),
  });
}

/** An agency's map; empty for one that exercises another's powers, which are on that one's map (P4). */
export function agencyDutyMap({ views }: RegionCheck, agencyCode: string): DutyMap {
  const view = views.get(agencyCode);
  return view ? dutyMap(view) : { nodes: [], edges: [] };
}

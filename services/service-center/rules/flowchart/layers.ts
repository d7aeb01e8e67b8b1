/** Anything with a size that is to be placed. */
export interface Sized {
  width: number;
  height: number;
}

/** A node of a layered drawing: something to be drawn (`id`), or a bend of a long arrow (`null`). */
export interface LayerNode extends Sized {
  id: string | null;
}

/** One hop of an arrow, from a node of a layer to one of the next. */
export interface Hop {
  from: LayerNode;
  to: LayerNode;
}

/** A graph in layers: every hop leads one layer down. */
export interface Layered {
  layers: LayerNode[][];
  hops: Hop[];
  /** Each arrow as the nodes it passes, in the order of the arrows. */
  routes: LayerNode[][];
}

const BEND: Sized = { width: 10, height: 0 };

/** Puts nodes into layers, each below all that lead to it, and bends where an arrow passes a layer. The arrows have no circles. */
export function toLayers(nodes: ReadonlyMap<string, Sized>, arrows: readonly { from: string; to: string }[]): Layered {
  const depth = depths([...nodes.keys()], arrows);
  const layers: LayerNode[][] = Array.from({ length: Math.max(0, ...depth.values()) + 1 }, () => []);
  const drawn = new Map<string, LayerNode>();
  for (const [id, size] of nodes) {
    const node = { id, ...size };
    drawn.set(id, node);
    layers[depth.get(id)!]!.push(node);
  }
  const routes = arrows.map(({ from, to }) => {
    const bends = Array.from({ length: depth.get(to)! - depth.get(from)! - 1 }, (_, i) => {
      const bend: LayerNode = { id: null, ...BEND };
      layers[depth.get(from)! + 1 + i]!.push(bend);
      return bend;
    });
    return [drawn.get(from)!, ...bends, drawn.get(to)!];
  });
  const hops = routes.flatMap((route) => route.slice(1).map((to, i) => ({ from: route[i]!, to })));
  return { layers, hops, routes };
}

/** How deep each node lies: one below the deepest of those that lead to it. */
function depths(ids: readonly string[], arrows: readonly { from: string; to: string }[]): Map<string, number> {
  const into = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of arrows) into.get(to)!.push(from);
  const depth = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const found = Math.max(-1, ...into.get(id)!.map(depthOf)) + 1;
    depth.set(id, found);
    return found;
  };
  ids.forEach(depthOf);
  return depth;
}

/** Who stands on the other side of a node's hops. */
export type Neighbours = ReadonlyMap<LayerNode, readonly LayerNode[]>;

export function neighbours(hops: readonly Hop[], of: (hop: Hop) => LayerNode, other: (hop: Hop) => LayerNode): Neighbours {
  const found = new Map<LayerNode, LayerNode[]>();
  for (const hop of hops) {
    const those = found.get(of(hop));
    if (those === undefined) found.set(of(hop), [other(hop)]);
    else those.push(other(hop));
  }
  return found;
}

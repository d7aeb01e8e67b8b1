import { neighbours, type Layered, type LayerNode, type Neighbours } from './layers';

const SWEEPS = 12;

/** Orders each layer so that few arrows cross: every node near the middle of its neighbours, swept down and up; the best order found. */
export function orderLayers({ layers, hops }: Layered): LayerNode[][] {
  const above = neighbours(hops, ({ to }) => to, ({ from }) => from);
  const below = neighbours(hops, ({ from }) => from, ({ to }) => to);
  let current = layers.map((layer) => [...layer]);
  let best = current;
  let fewest = crossings(current, below);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    current = sweep % 2 === 0 ? swept(current, above) : swept(current.toReversed(), below).toReversed();
    const count = crossings(current, below);
    if (count < fewest) [best, fewest] = [current, count];
  }
  return best;
}

function swept(layers: readonly (readonly LayerNode[])[], towards: Neighbours): LayerNode[][] {
  const place = new Map<LayerNode, number>();
  return layers.map((layer) => {
    layer.forEach((node, i) => place.set(node, i));
    const middle = (node: LayerNode): number => {
      const places = (towards.get(node) ?? []).map((neighbour) => place.get(neighbour)!);
      return places.length === 0 ? place.get(node)! : places.reduce((sum, at) => sum + at, 0) / places.length;
    };
    const middles = new Map(layer.map((node) => [node, middle(node)]));
    const ordered = layer.toSorted((a, b) => middles.get(a)! - middles.get(b)!);
    ordered.forEach((node, i) => place.set(node, i));
    return ordered;
  });
}

function crossings(layers: readonly (readonly LayerNode[])[], below: Neighbours): number {
  let count = 0;
  layers.slice(0, -1).forEach((layer, i) => {
    const place = new Map(layers[i + 1]!.map((node, at) => [node, at]));
    const ends = layer.map((node) => (below.get(node) ?? []).map((to) => place.get(to)!));
    for (let a = 0; a < ends.length; a += 1)
      for (let b = a + 1; b < ends.length; b += 1) for (const p of ends[a]!) for (const q of ends[b]!) if (p > q) count += 1;
  });
  return count;
}

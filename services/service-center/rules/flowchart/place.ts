import { neighbours, type Layered, type LayerNode, type Neighbours } from './layers';
import { orderLayers } from './order-layers';
import { spread } from './spread';

/** A corner or end of an arrow. */
export interface Point {
  x: number;
  y: number;
}

/** Where everything stands: a node by its centre, an arrow by its corners. */
export interface Placed {
  width: number;
  height: number;
  /** Drawn nodes by id: the upper left corner and the size. */
  boxes: ReadonlyMap<string, Point & { width: number; height: number }>;
  /** In the order of the arrows. */
  lines: Point[][];
}

/** Between neighbours of a layer, between layers, and between the tracks of arrows that run side by side. */
const BESIDE = 28;
const BETWEEN = 34;
const TRACK = 12;
const ROUNDS = 24;

/** A drawing with more nodes and bends than this is no longer read at a glance, and is placed with less care. */
const MANY = 2_000;

/** Gives every node of a layered graph its place, and every arrow its corners. */
export function place(layered: Layered): Placed {
  const isLarge = layered.layers.reduce((count, layer) => count + layer.length, 0) > MANY;
  const layers = isLarge ? layered.layers : orderLayers(layered);
  const below = neighbours(layered.hops, ({ from }) => from, ({ to }) => to);
  const above = neighbours(layered.hops, ({ to }) => to, ({ from }) => from);
  const x = placeAcross(layers, above, below, isLarge ? 2 : ROUNDS);
  const tracks = layers.map((layer) => tracksBelow(layer, below, x));
  const top = new Map<LayerNode, number>();
  const bottomOfLayer: number[] = [];
  let y = 0;
  layers.forEach((layer, i) => {
    const height = Math.max(...layer.map((node) => node.height));
    for (const node of layer) top.set(node, y + (node.id === null ? 0 : (height - node.height) / 2));
    bottomOfLayer.push(y + height);
    y += height + (i === layers.length - 1 ? 0 : BETWEEN + TRACK * Math.max(0, tracks[i]!.count - 1));
  });
  const layerOf = new Map(layers.flatMap((layer, i) => layer.map((node) => [node, i] as const)));
  const left = Math.min(...[...x].map(([node, at]) => at - node.width / 2));
  const right = Math.max(...[...x].map(([node, at]) => at + node.width / 2));
  const at = (node: LayerNode): number => round(x.get(node)! - left);
  const lines = layered.routes.map((route) =>
    route.slice(1).flatMap((to, i): Point[] => {
      const from = route[i]!;
      const layer = layerOf.get(from)!;
      const leave = from.id === null ? top.get(from)! : top.get(from)! + from.height;
      const turn = bottomOfLayer[layer]! + BETWEEN / 2 + TRACK * (tracks[layer]!.of.get(from) ?? 0);
      return [
        { x: at(from), y: leave },
        { x: at(from), y: turn },
        { x: at(to), y: turn },
        { x: at(to), y: top.get(to)! },
      ];
    }),
  );
  const drawn = [...x.keys()].filter((node) => node.id !== null);
  const boxes = new Map(drawn.map((node) => [node.id!, { x: round(at(node) - node.width / 2), y: top.get(node)!, width: node.width, height: node.height }]));
  return { width: round(right - left), height: y, boxes, lines: lines.map(withoutNeedless) };
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** Across: every node as near as can be to the middle of its neighbours, above and below in turn. */
function placeAcross(layers: readonly (readonly LayerNode[])[], above: Neighbours, below: Neighbours, rounds: number): Map<LayerNode, number> {
  const x = new Map<LayerNode, number>();
  const apart = (layer: readonly LayerNode[]): number[] => layer.slice(1).map((node, i) => (layer[i]!.width + node.width) / 2 + BESIDE);
  for (const layer of layers) {
    const packed = spread(layer.map(() => 0), apart(layer));
    layer.forEach((node, i) => x.set(node, packed[i]!));
  }
  for (let turn = 0; turn < rounds; turn += 1) {
    const downwards = turn % 2 === 0;
    for (const layer of downwards ? layers : layers.toReversed()) {
      const wanted = layer.map((node) => {
        const near = ((downwards ? above : below).get(node) ?? []).map((neighbour) => x.get(neighbour)!);
        return near.length === 0 ? x.get(node)! : near.reduce((sum, at) => sum + at, 0) / near.length;
      });
      spread(wanted, apart(layer)).forEach((at, i) => x.set(layer[i]!, at));
    }
  }
  return x;
}

/** How far the arrows of a node run across, and to where. */
interface Reach {
  from: number;
  to: number;
  targets: Set<LayerNode>;
}

/** They may lie on one another: they do not meet, or they lead to the same one place. */
const mayShare = (a: Reach, b: Reach): boolean =>
  a.to < b.from || a.from > b.to || (a.targets.size === 1 && b.targets.size === 1 && [...a.targets].every((target) => b.targets.has(target)));

/** In the space below a layer arrows run across; those of different nodes that would run over one another get tracks of their own. */
function tracksBelow(layer: readonly LayerNode[], below: Neighbours, x: ReadonlyMap<LayerNode, number>) {
  const reach = new Map<LayerNode, Reach>();
  for (const from of layer)
    for (const to of below.get(from) ?? []) {
      const [a, b] = [x.get(from)!, x.get(to)!];
      if (Math.abs(a - b) < 0.5) continue;
      const { from: left, to: right, targets } = reach.get(from) ?? { from: Infinity, to: -Infinity, targets: new Set() };
      reach.set(from, { from: Math.min(left, a, b), to: Math.max(right, a, b), targets: targets.add(to) });
    }
  const taken: Reach[][] = [];
  const of = new Map<LayerNode, number>();
  for (const [node, span] of [...reach].toSorted(([, a], [, b]) => a.to - a.from - (b.to - b.from))) {
    const free = taken.findIndex((spans) => spans.every((other) => mayShare(span, other)));
    const track = free === -1 ? taken.length : free;
    (taken[track] ??= []).push(span);
    of.set(node, track);
  }
  return { count: taken.length, of };
}

/** Drops corners that are none. */
function withoutNeedless(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last !== undefined && Math.abs(last.x - point.x) < 0.5 && Math.abs(last.y - point.y) < 0.5) continue;
    const before = kept.at(-2);
    const straight = before !== undefined && last !== undefined && ((sameX(before, last) && sameX(last, point)) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(straight && sameX(before, point) ? { x: before.x, y: point.y } : point);
  }
  return kept;
}

const sameX = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.5;

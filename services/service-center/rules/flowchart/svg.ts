import type { Chart, ChartArrow, ChartStep } from './chart';
import { toLayers, type Sized } from './layers';
import { place, type Placed, type Point } from './place';
import { textLines, textWidth } from './text-lines';
import { xmlText } from './xml-text';

const FONTS = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const MARGIN = 32;
const BOX = { width: 232, side: 34, padding: 12, name: 15, note: 12.5, leading: 1.45 };
const LABEL = { size: 12.5, ems: 9, padding: 5 };
const TERMINAL: Sized = { width: 96, height: 34 };
const TITLE = { size: 20, ems: 28, line: 30, subtitle: 13, subLine: 22 };
const ROUNDING = 7;
const ARROW = 8;

/** A box with its texts broken into lines. */
interface Box extends Sized {
  step: ChartStep;
  name: string[];
  notes: string[];
}

/** A chart as a drawing that stands by itself: black on white, for paper as for screens. */
export function toSvg(chart: Chart): string {
  const boxes = new Map(chart.steps.map((step) => [nodeId(step.order), boxOf(step)]));
  const arrows = chart.arrows.map((arrow, i) => ({ arrow, label: arrow.when === null ? null : { id: `label${i}`, lines: textLines(arrow.when, LABEL.ems) } }));
  const ends = chart.arrows.some(({ to }) => to === 'END');
  const nodes = new Map<string, Sized>([
    ['START', TERMINAL],
    ...boxes,
    ...arrows.flatMap(({ label }) => (label === null ? [] : [[label.id, labelSize(label.lines)] as const])),
    ...(ends ? [['END', TERMINAL] as const] : []),
  ]);
  const hops = arrows.flatMap(({ arrow, label }) => {
    const [from, to] = arrow.back ? [nodeId(arrow.to), nodeId(arrow.from)] : [nodeId(arrow.from), nodeId(arrow.to)];
    return label === null ? [{ from, to }] : [{ from, to: label.id }, { from: label.id, to }];
  });
  const placed = place(toLayers(nodes, hops));
  const head = headOf(chart);
  const width = Math.ceil(Math.max(placed.width, head.width) + 2 * MARGIN);
  const height = Math.ceil(placed.height + head.height + 2 * MARGIN);
  let hop = 0;
  const lines = arrows.map(({ arrow, label }) => drawArrow(arrow, placed.lines.slice(hop, (hop += label === null ? 1 : 2))));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xmlText(FONTS)}" fill="#000">`,
    `<title>${xmlText(chart.title.join(' '))}</title>`,
    `<desc>${xmlText(described(chart))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    head.svg(width / 2),
    `<g transform="translate(${(width - placed.width) / 2} ${MARGIN + head.height})">`,
    ...lines,
    ...arrows.flatMap(({ label }) => (label === null ? [] : [drawLabel(label.lines, at(placed, label.id))])),
    drawTerminal('开始', at(placed, 'START')),
    ...[...boxes].map(([id, box]) => drawBox(box, at(placed, id))),
    ...(ends ? [drawTerminal('结束', at(placed, 'END'))] : []),
    '</g>',
    '</svg>',
  ].join('\n');
}

const nodeId = (end: ChartArrow['from'] | ChartArrow['to']): string => (typeof end === 'number' ? `s${end}` : end);
const at = ({ boxes }: Placed, id: string) => boxes.get(id)!;
const px = (n: number): string => String(Math.round(n * 10) / 10);

function boxOf(step: ChartStep): Box {
  const room = BOX.width - BOX.side - 2 * BOX.padding;
  const name = textLines(step.name, room / BOX.name);
  const notes = step.notes.flatMap((note) => textLines(note, room / BOX.note));
  const height = 2 * BOX.padding + BOX.leading * (name.length * BOX.name + notes.length * BOX.note) + (notes.length > 0 ? 4 : 0);
  return { step, name, notes, width: BOX.width, height };
}

const labelSize = (lines: readonly string[]): Sized => ({
  width: Math.max(...lines.map(textWidth), 1) * LABEL.size + 2 * LABEL.padding,
  height: lines.length * LABEL.size * BOX.leading + LABEL.padding,
});

function headOf({ title, subtitles }: Chart) {
  const whole = title.join(' ');
  const titles = textWidth(whole) <= TITLE.ems ? [whole] : title.flatMap((part) => textLines(part, TITLE.ems));
  const width = Math.max(...titles.map((line) => textWidth(line) * TITLE.size), ...subtitles.map((line) => textWidth(line) * TITLE.subtitle));
  const height = titles.length * TITLE.line + subtitles.length * TITLE.subLine + 14;
  const svg = (middle: number): string =>
    [
      ...titles.map((line, i) => `<text x="${px(middle)}" y="${px(MARGIN + 20 + i * TITLE.line)}" text-anchor="middle" font-size="${TITLE.size}" font-weight="700">${xmlText(line)}</text>`),
      ...subtitles.map((line, i) => `<text x="${px(middle)}" y="${px(MARGIN + titles.length * TITLE.line + 14 + i * TITLE.subLine)}" text-anchor="middle" font-size="${TITLE.subtitle}">${xmlText(line)}</text>`),
    ].join('\n');
  return { width, height, svg };
}

/** The box of a step: its number at the side, its name, and who handles it in what time. */
function drawBox({ step, name, notes, width, height }: Box, { x, y }: Point): string {
  const left = x + BOX.side + BOX.padding;
  let line = y + BOX.padding;
  const text = (words: string, size: number, weight: string): string => {
    line += size * BOX.leading;
    return `<text x="${px(left)}" y="${px(line - size * 0.38)}" font-size="${size}"${weight}>${xmlText(words)}</text>`;
  };
  const names = name.map((words) => text(words, BOX.name, ' font-weight="700"'));
  line += 4;
  return [
    `<g data-step="${step.order}">`,
    `<title>${xmlText(`${step.order} ${step.name}`)}</title>`,
    `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="6" fill="#fff" stroke="#000" stroke-width="1.4"/>`,
    `<line x1="${px(x + BOX.side)}" y1="${px(y)}" x2="${px(x + BOX.side)}" y2="${px(y + height)}" stroke="#000" stroke-width="0.8"/>`,
    `<text x="${px(x + BOX.side / 2)}" y="${px(y + height / 2 + 6)}" text-anchor="middle" font-size="16" font-weight="700">${step.order}</text>`,
    ...names,
    ...notes.map((words) => text(words, BOX.note, '')),
    '</g>',
  ].join('\n');
}

const drawTerminal = (words: string, { x, y, width, height }: Point & Sized): string =>
  `<g><rect x="${px(x)}" y="${px(y)}" width="${width}" height="${height}" rx="${height / 2}" fill="#fff" stroke="#000" stroke-width="1.4"/><text x="${px(x + width / 2)}" y="${px(y + height / 2 + 5)}" text-anchor="middle" font-size="14">${words}</text></g>`;

/** A condition stands in its arrow, on white. */
function drawLabel(lines: readonly string[], { x, y, width, height }: Point & Sized): string {
  const texts = lines.map(
    (words, i) => `<text x="${px(x + width / 2)}" y="${px(y + LABEL.padding / 2 + (i + 1) * LABEL.size * BOX.leading - LABEL.size * 0.38)}" text-anchor="middle" font-size="${LABEL.size}">${xmlText(words)}</text>`,
  );
  return `<g><rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="#fff"/>${texts.join('')}</g>`;
}

/** An arrow with rounded corners and its head; one that leads back is dashed and points upwards. */
function drawArrow({ back }: ChartArrow, parts: readonly Point[][]): string {
  const points = back ? parts.map((part) => part.toReversed()).toReversed() : parts;
  const tip = points.at(-1)!.at(-1)!;
  const sign = back ? -1 : 1;
  const head = `M${px(tip.x)} ${px(tip.y)}l${-ARROW / 2} ${-ARROW * sign}h${ARROW}z`;
  const stroke = `fill="none" stroke="#000" stroke-width="1.4"${back ? ' stroke-dasharray="5 4"' : ''}`;
  return `<path d="${points.map(rounded).join('')}" ${stroke}/><path d="${head}"/>`;
}

function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const corners = rest.map((corner, i) => {
    const next = rest[i + 1];
    if (next === undefined) return `L${px(corner.x)} ${px(corner.y)}`;
    const into = towards(corner, points[i]!);
    const out = towards(corner, next);
    return `L${px(into.x)} ${px(into.y)}Q${px(corner.x)} ${px(corner.y)} ${px(out.x)} ${px(out.y)}`;
  });
  return `M${px(first!.x)} ${px(first!.y)}${corners.join('')}`;
}

/** A little way from one point towards another. */
function towards(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const share = distance === 0 ? 0 : Math.min(ROUNDING, distance / 2) / distance;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The chart in words, for those who cannot see it. */
const described = ({ subtitles, steps, arrows }: Chart): string =>
  [
    ...subtitles,
    ...steps.map(({ order, name, notes }) => [`第 ${order} 环节：${name}`, ...notes].join('，')),
    ...arrows.flatMap(({ from, to, when }) => (typeof from === 'number' && typeof to === 'number' ? [`第 ${from} 环节${when === null ? '' : `（${when}）`}之后是第 ${to} 环节`] : [])),
  ].join('。');

import type { Chart, ChartArrow } from './chart';

/** Letters, digits and Chinese punctuation mean nothing to Mermaid; whatever else a text holds is written as its number. */
const PLAIN = /[^\p{L}\p{N} ，。、；：（）《》〈〉【】“”‘’！？—…·\-_/.+]/gu;

/** Text inside a quoted label: `#34;` is how Mermaid writes a quotation mark. */
export const mermaidText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(PLAIN, (mark) => `#${mark.codePointAt(0)};`);

/** A line for screen readers, where numbers are not read: marks that Mermaid might take for its own are left out. */
const plainLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(PLAIN, ' ').trim();

const nodeOf = (end: ChartArrow['from'] | ChartArrow['to']): string => (typeof end === 'number' ? `s${end}` : end === 'START' ? 'begin' : 'finish');

/** A chart as a Mermaid flowchart: one node a step, one line an arrow, those that lead back dotted. */
export function toMermaid({ title, steps, arrows }: Chart): string {
  const lines = [
    'flowchart TD',
    `  accTitle: ${plainLine(title.join(' '))}`,
    '  begin(["开始"])',
    ...steps.map(({ order, name, notes }) => `  s${order}["${[`${order} ${name}`, ...notes].map(mermaidText).join('<br/>')}"]`),
    '  finish(["结束"])',
    ...arrows.map(({ from, to, when, back }) => `  ${nodeOf(from)} ${back ? '-.->' : '-->'}${when === null ? '' : `|"${mermaidText(when)}"|`} ${nodeOf(to)}`),
  ];
  return `${lines.join('\n')}\n`;
}

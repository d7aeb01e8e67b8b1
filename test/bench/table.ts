import type { Ratio, Results, Row } from './results';
import { rounded } from './statistics';

/** Cells as a Markdown table that reads as well on a terminal; the first columns are words, the others numbers. */
export function markdownTable(head: readonly string[], lines: readonly (readonly string[])[], words = 1): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...lines.map((line) => line[i]!.length)));
  const print = (cells: readonly string[]): string => `| ${cells.map((cell, i) => (i < words ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i < words ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [print(head), rule, ...lines.map(print)].join('\n');
}

const times = (value: number): string => String(rounded(value));

const cellsOf = ({ setup, operation, rps, p50, p99, cpuMs, pgCpuMs, rssMb, errors }: Row): string[] => [
  setup,
  operation,
  Math.round(rps).toLocaleString('en-US'),
  times(p50),
  times(p99),
  times(cpuMs),
  pgCpuMs === null ? '–' : times(pgCpuMs),
  String(Math.round(rssMb)),
  String(errors),
];

export const rowsTable = (rows: readonly Row[]): string =>
  markdownTable(['setup', 'operation', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms', 'PostgreSQL ms', 'MB', 'errors'], rows.map(cellsOf), 2);

export const ratiosTable = (ratios: readonly Ratio[]): string =>
  markdownTable(['what', 'measured', 'target', 'met'], ratios.map(({ what, value, target, met }) => [what, String(value), target, met ? 'yes' : 'no']));

/** Where and how a run was made. */
export const placeOf = ({ commit, at, cores, cpu, node, postgres, rounds, seconds, connections, items }: Results): string =>
  `Commit ${commit}, ${at.slice(0, 10)}; ${cores} cores (${cpu}), Node ${node}, PostgreSQL ${postgres}; ${items.toLocaleString('en-US')} items; medians of ${rounds} alternating rounds of ${seconds} s, ${connections} connections, load from wrk on the same machine.`;

import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../../services/shared/project-root';
import type { Results } from './results';
import { placeOf, ratiosTable, rowsTable } from './table';

const BEGIN = '<!-- performance: written by `npm run bench -- --write-readme` -->';
const END = '<!-- end of performance -->';

/** The README with its performance block filled from results. */
export function withPerformance(readme: string, results: Results): string {
  const [before, after] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`README.md: the marks of the performance block are missing: ${BEGIN} … ${END}`);
  const said = [placeOf(results), rowsTable(results.rows), ratiosTable(results.ratios)].join('\n\n');
  return `${readme.slice(0, before)}${BEGIN}\n${said}\n${readme.slice(after)}`;
}

export function writeReadme(results: Results): void {
  const file = inProject('README.md');
  writeFileSync(file, withPerformance(readFileSync(file, 'utf8'), results));
}

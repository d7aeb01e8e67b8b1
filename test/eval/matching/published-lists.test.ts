import { existsSync } from 'node:fs';
import { inProject } from '../../../services/shared/project-root';
import { evaluate } from './evaluate';
import { readDepartments } from './labelled-rows';

// The published lists of a real city lie beside the project, not in it.
const FOLDER = inProject('..', 'shared', 'data', 'lists');
const here = existsSync(FOLDER);

describe('matching on the published lists of a city', () => {
  if (!here) {
    it('has no lists beside this clone', () => expect(here).toBe(false));
    return;
  }

  it('keeps the required bounds', () => {
    const { all, confirmed20, likely, references, departments } = evaluate(readDepartments(FOLDER));
    expect(departments).toHaveLength(11);
    expect(all.rows).toBe(2154);
    expect(all.hit1).toBeGreaterThanOrEqual(0.45);
    expect(all.hit3).toBeGreaterThanOrEqual(0.62);
    expect(confirmed20.hit1).toBeGreaterThanOrEqual(0.6);
    expect(confirmed20.hit3).toBeGreaterThanOrEqual(0.75);
    expect(likely.precision).toBeGreaterThanOrEqual(0.9);
    expect(likely.coverage).toBeGreaterThan(0.3);
    expect(all.hit1).toBeGreaterThan(Math.max(...Object.values(references)));
  });
});

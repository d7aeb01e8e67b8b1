import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's folder, found upwards from this file, whether it runs from source or from `dist`. */
export const PROJECT_ROOT = ((): string => {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package-lock.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package-lock.json not found above the running code');
    folder = parent;
  }
  return folder;
})();

/** Path of a file or folder of the project, e.g. `inProject('prisma', 'catalog', 'migrations')`. */
export const inProject = (...segments: string[]): string => path.join(PROJECT_ROOT, ...segments);

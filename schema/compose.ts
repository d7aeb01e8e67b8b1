import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../services/shared/project-root';
import { composeSupergraph } from './compose-supergraph';
import { describeDifference } from './describe-difference';
import { withPermissionMatrix } from './permission-matrix';
import { serviceSchemas } from './service-schemas';
import { printRegistry, trustedOperations } from './trusted-operations';

/**
 * Prints the services' schemas, composes them and writes `schema/*.graphql`, and
 * registers the consumers' operations by hash, and writes the permission matrix into the gateway's README. With `--check` it writes nothing and ends
 * with 1 when a file is not what the code would print, so that no change of the API goes unseen.
 */
async function main(isCheck: boolean): Promise<number> {
  const subgraphs = await serviceSchemas();
  const composed = composeSupergraph(subgraphs);
  if (!composed.ok) {
    console.error(['子图无法合成：', ...composed.errors.map((error) => `  ${error}`)].join('\n'));
    return 1;
  }
  const files = new Map([
    ...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const),
    ['supergraph.graphql', composed.supergraphSdl],
    ['api.graphql', composed.apiSdl],
    ['operations/trusted.json', printRegistry(trustedOperations())],
    [MATRIX_FILE, withPermissionMatrix(inProject('schema', MATRIX_FILE))],
  ]);
  const changed = [...files].filter(([file, text]) => text !== read(file));
  if (!isCheck) {
    for (const [file, text] of changed) writeFileSync(inProject('schema', file), text);
    console.log(changed.length > 0 ? `written: ${changed.map(([file]) => file).join(', ')}` : 'schema/ is up to date');
    return 0;
  }
  for (const [file, text] of changed) console.error(describeDifference(`schema/${file}`, read(file), text));
  if (changed.length > 0) console.error('schema/ differs from the code: run `npm run compose` and commit the result');
  return changed.length > 0 ? 1 : 0;
}

/** Seen from `schema/`, as the other files are. */
const MATRIX_FILE = '../gateway/README.md';

function read(file: string): string {
  const path = inProject('schema', file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

main(process.argv.includes('--check')).then(
  (code) => process.exit(code),
  (fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exit(1);
  },
);

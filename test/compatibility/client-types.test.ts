import { Kind, OperationTypeNode } from 'graphql';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { readOperations } from '../../schema/read-operations';
import { inProject } from '../../services/shared/project-root';
import { temporaryFolder } from '../support/sample-database';
import { toyHub } from '../support/toy-hub';

const run = promisify(execFile);

/** A client as somebody outside writes it: `tsc --strict` is to agree with every line, the marked ones excepted. */
const CLIENT = `
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { ItemGuideDocument, type ItemGuideQuery, MayExerciseDocument, type PowerCategory } from './operations';
import type { Query } from './schema';

export async function ask<Data, Variables>(origin: string, document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(origin + '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]!.message);
  return data;
}

export async function describeItem(origin: string, code: string): Promise<string> {
  const { powerItem }: ItemGuideQuery = await ask(origin, ItemGuideDocument, { code });
  if (!powerItem) return 'none';
  const category: PowerCategory = powerItem.category;
  const limit: number | undefined = powerItem.guide?.promisedLimit?.value;
  const day: string | null = null;
  await ask(origin, MayExerciseDocument, { itemCode: code, agencyCode: 'agency-0', on: day });
  return [powerItem.name, category, limit, powerItem.legalBases.length].join(' ');
}

export const whole = (query: Query): string | undefined => query.powerItem?.name;

// @ts-expect-error a variable that the operation needs is missing
export const incomplete = (): unknown => ask('', ItemGuideDocument, {});
// @ts-expect-error no such category
export const wrong: PowerCategory = 'NONSENSE';
`;

describe('types for clients', () => {
  const folder = temporaryFolder();
  const compile = () => run(process.execPath, [inProject('node_modules', 'typescript', 'bin', 'tsc'), '-p', folder]).then(
    () => '',
    (fault: { stdout: string }) => fault.stdout,
  );

  beforeAll(async () => {
    // As the command line does it.
    await run(process.execPath, ['-r', inProject('test', 'support', 'run-typescript.js'), inProject('schema', 'client-types.ts'), '--out', folder]);
    writeFileSync(path.join(folder, 'client.ts'), CLIENT);
    mkdirSync(path.join(folder, 'node_modules', '@graphql-typed-document-node'), { recursive: true });
    for (const name of ['graphql', '@graphql-typed-document-node/core', '@types/node', 'undici-types']) {
      mkdirSync(path.dirname(path.join(folder, 'node_modules', name)), { recursive: true });
      symlinkSync(inProject('node_modules', name), path.join(folder, 'node_modules', name));
    }
    const compilerOptions = { strict: true, noUncheckedIndexedAccess: true, target: 'es2022', module: 'node16', moduleResolution: 'node16', types: ['node'], skipLibCheck: true, outDir: 'out' };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  });

  it('compile in a strict client, and refuse its mistakes', async () => {
    expect(await compile()).toBe('');
    writeFileSync(path.join(folder, 'mistaken.ts'), `import type { ItemGuideQuery } from './operations';\nexport const f = (q: ItemGuideQuery): string => q.powerItem!.nothing;\n`);
    expect(await compile()).toMatch(/mistaken\.ts\(2,\d+\): error TS2339: Property 'nothing' does not exist/);
  });

  it('have variables, result and document of every operation', () => {
    const text = readFileSync(path.join(folder, 'operations.ts'), 'utf8');
    for (const { name, document } of readOperations()) {
      const kind = document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION) ? 'Mutation' : 'Query';
      for (const line of [`export type ${name}${kind} = `, `export type ${name}${kind}Variables = `, `export const ${name}Document = `]) expect(text).toContain(line);
    }
  });

  it('run an operation against the hub', async () => {
    const hub = await toyHub();
    const client = require(path.join(folder, 'out', 'client.js')) as { describeItem(origin: string, code: string): Promise<string> };
    expect(await client.describeItem(hub.origin, 'item-0')).toMatch(/^取水许可 LICENSE \d+ \d+$/);
    await hub.stop();
  });
});

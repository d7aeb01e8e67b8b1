import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, parse } from 'graphql';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from '../services/shared/project-root';
import { readOperations } from './read-operations';

const HEAD = '// Made by `npm run client-types` from the hub’s API and its registered operations; not edited by hand.\n';
const SCALARS = { ID: 'string', Date: 'string', DateTime: 'string' };

/**
 * TypeScript for clients, file by file: `operations.ts` has variables, result and typed document of every operation under
 * `schema/operations` and needs nothing else; `schema.ts` has every type of the API, for who writes operations of his own.
 */
export async function clientTypes(api: string): Promise<Map<string, string>> {
  const schema = parse(api);
  const base = { schema, schemaAst: buildASTSchema(schema) };
  const types = codegen({
    ...base,
    filename: 'schema.ts',
    documents: [],
    config: { scalars: SCALARS, enumsAsTypes: true },
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
  });
  const operations = codegen({
    ...base,
    filename: 'operations.ts',
    documents: readOperations().map(({ name, consumer, document }) => ({ location: `${consumer}/${name}.graphql`, document })),
    config: { scalars: SCALARS, enumType: 'string-literal', useTypeImports: true },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: typescriptOperations, documents: typedDocumentNode },
  });
  return new Map([
    ['schema.ts', HEAD + (await types)],
    ['operations.ts', HEAD + (await operations)],
  ]);
}

/** `npm run client-types [-- --out DIR]`: writes the files into a client's folder, `client-types` by default. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'client-types' } } });
  const folder = path.resolve(values.out);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await clientTypes(readFileSync(inProject('schema', 'api.graphql'), 'utf8'))) writeFileSync(path.join(folder, name), text);
  console.log(`written: ${folder}`);
}

if (require.main === module) {
  main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  });
}

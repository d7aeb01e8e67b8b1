import type { Actor } from '../services/shared/actor';
import { accept, type Outcome, type Refusal } from '../services/shared/outcome';
import type { AskSubgraph } from './ask-subgraph';

/** One list file on its way into a region's list. */
export interface FileImport {
  regionCode: string;
  scheme: string;
  /** Day of publication, `YYYY-MM-DD`. */
  publishedOn: string;
  fileName: string;
  bytes: Uint8Array;
}

/** What became of every row of one file: for each sheet rowsRead = imported + unchanged + rejected. */
export interface FileReport {
  file: string;
  sheets: {
    name: string;
    rowsRead: number;
    imported: number;
    unchanged: number;
    rejected: { row: number; code: string; reason: string }[];
    passedOver: { row: number; kind: string }[];
  }[];
}

interface NamedBody {
  name: string;
  offices: string[];
}
type OrRefusal<T> = ({ __typename: string } & T) | ({ __typename: 'Refusal' } & Refusal);

const REFUSAL = '... on Refusal { code rule message details { path value } }';

const LIST_FILE = `query ListFile($input: ListFileInput!) {
  listFile(input: $input) { __typename ... on ListFile { rows bodies { name offices } } ${REFUSAL} } }`;

const REGISTER_BODIES = `mutation RegisterBodies($input: RegisterBodiesInput!) {
  registerBodies(input: $input) {
    __typename
    ... on RegisteredBodies { bodies { name agency { code } offices { name office { id } } } }
    ${REFUSAL} } }`;

const IMPORT_LIST = `mutation ImportList($input: ImportListInput!) {
  importList(input: $input) {
    __typename
    ... on ImportReport { file sheets { name rowsRead imported unchanged
      rejected { row code reason } passedOver { row kind } } }
    ${REFUSAL} } }`;

interface RegisteredBodies {
  bodies: { name: string; agency: { code: string }; offices: { name: string; office: { id: string } }[] }[];
}

/**
 * Imports one published list: the catalog reads the file, the organisation service says which agencies and offices its
 * bodies are (registering those it does not know), the catalog records the items. Each step is one command, so a file is
 * taken whole or not at all; bodies registered for a file that is then refused are simply known the next time.
 */
export async function importFile(ask: AskSubgraph, file: FileImport, actor: Actor): Promise<Outcome<FileReport>> {
  const { regionCode, scheme, fileName, publishedOn, bytes } = file;
  const input = { regionCode, scheme, fileName, content: Buffer.from(bytes).toString('base64') };
  const { listFile } = await ask<{ listFile: OrRefusal<{ bodies: NamedBody[] }> }>('catalog', LIST_FILE, { input }, actor);
  if (isRefusal(listFile)) return refused(listFile);
  const { registerBodies } = await ask<{ registerBodies: OrRefusal<RegisteredBodies> }>(
    'organisation',
    REGISTER_BODIES,
    { input: { regionCode, bodies: listFile.bodies } },
    actor,
  );
  if (isRefusal(registerBodies)) return refused(registerBodies);
  const bodies = registerBodies.bodies.map(({ name, agency, offices }) => ({
    name,
    agencyCode: agency.code,
    offices: offices.map(({ name: office, office: { id } }) => ({ name: office, id })),
  }));
  const { importList } = await ask<{ importList: OrRefusal<FileReport> }>(
    'catalog',
    IMPORT_LIST,
    { input: { file: input, publishedOn, bodies } },
    actor,
  );
  if (isRefusal(importList)) return refused(importList);
  const { file: name, sheets } = importList;
  return accept({ file: name, sheets });
}

const isRefusal = (value: { __typename: string }): value is { __typename: 'Refusal' } & Refusal => value.__typename === 'Refusal';

const refused = ({ code, rule, message, details }: Refusal): Outcome<never> => ({
  ok: false,
  refusal: { code, rule, message, details },
});

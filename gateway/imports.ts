import type { Actor } from '../services/shared/actor';
import { accept, type Outcome, type Refusal } from '../services/shared/outcome';
import type { AskSubgraph } from './ask-subgraph';

/** One list file. */
export interface ListFile {
  regionCode: string;
  scheme: string;
  fileName: string;
  bytes: Uint8Array;
}

/** A published list file on its way into a region's list. */
export interface FileImport extends ListFile {
  /** Day of publication, `YYYY-MM-DD`. */
  publishedOn: string;
}

/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(Date.parse(text) || 0).toISOString().startsWith(text);

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

/** A body as a list file names it. */
export interface NamedBody {
  name: string;
  offices: string[];
  /** The agency's code, where the hub's form states it. */
  code: string | null;
  /** Ids of `offices`, where the hub's form states them. */
  officeIds: string[];
}
/** Which agency and which offices a name on a list is. */
export interface BodyPlace {
  name: string;
  code: string | null;
  agencyCode: string;
  offices: { name: string; statedId: string | null; id: string }[];
}

export type OrRefusal<T> = ({ __typename: string } & T) | ({ __typename: 'Refusal' } & Refusal);

export const REFUSAL = '... on Refusal { code rule message details { path value } }';

export const REPORT = `... on ImportReport { file sheets { name rowsRead imported unchanged
  rejected { row code reason } passedOver { row kind } } }`;

const LIST_FILE = `query ListFile($input: ListFileInput!) {
  listFile(input: $input) { __typename ... on ListFile { rows bodies { name offices code officeIds } } ${REFUSAL} } }`;

const REGISTER_BODIES = `mutation RegisterBodies($input: RegisterBodiesInput!) {
  registerBodies(input: $input) {
    __typename
    ... on RegisteredBodies { bodies { name agency { code } offices { name office { id } } } }
    ${REFUSAL} } }`;

const IMPORT_LIST = `mutation ImportList($input: ImportListInput!) {
  importList(input: $input) {
    __typename ${REPORT} ${REFUSAL} } }`;

interface RegisteredBodies {
  bodies: { name: string; agency: { code: string }; offices: { name: string; office: { id: string } }[] }[];
}

/**
 * Imports one published list: the catalog reads the file, the organisation service says which agencies and offices its
 * bodies are (registering those it does not know), the catalog records the items. Each step is one command, so a file is
 * taken whole or not at all; bodies registered for a file that is then refused are simply known the next time.
 */
export async function importFile(ask: AskSubgraph, file: FileImport, actor: Actor): Promise<Outcome<FileReport>> {
  const named = await listBodies(ask, file, actor);
  if (!named.ok) return named;
  const bodies = await registerBodies(ask, file.regionCode, named.value, actor);
  if (!bodies.ok) return bodies;
  const input = { file: toInput(file), publishedOn: file.publishedOn, bodies: bodies.value };
  const { importList } = await ask<{ importList: OrRefusal<FileReport> }>('catalog', IMPORT_LIST, { input }, actor);
  return toReport(importList);
}

/** The bodies a list file names, with the offices beside them. */
export async function listBodies(ask: AskSubgraph, file: ListFile, actor: Actor): Promise<Outcome<NamedBody[]>> {
  const { listFile } = await ask<{ listFile: OrRefusal<{ bodies: NamedBody[] }> }>('catalog', LIST_FILE, { input: toInput(file) }, actor);
  return isRefusal(listFile) ? refused(listFile) : accept(listFile.bodies);
}

/** Which agencies and offices these are; those the organisation service does not know are registered. */
export async function registerBodies(ask: AskSubgraph, regionCode: string, bodies: readonly NamedBody[], actor: Actor): Promise<Outcome<BodyPlace[]>> {
  const answer = await ask<{ registerBodies: OrRefusal<RegisteredBodies> }>('organisation', REGISTER_BODIES, { input: { regionCode, bodies } }, actor);
  if (isRefusal(answer.registerBodies)) return refused(answer.registerBodies);
  return accept(
    answer.registerBodies.bodies.map(({ name, agency, offices }, index) => ({
      name,
      code: bodies[index]!.code,
      agencyCode: agency.code,
      offices: offices.map(({ name: office, office: { id } }, at) => ({ name: office, statedId: bodies[index]!.officeIds[at] ?? null, id })),
    })),
  );
}

/** A file as `listFile` and what records it take it. */
export const toInput = ({ regionCode, scheme, fileName, bytes }: ListFile) => ({
  regionCode,
  scheme,
  fileName,
  content: Buffer.from(bytes).toString('base64'),
});

/** What became of the file, or the refusal. */
export function toReport(answer: OrRefusal<FileReport>): Outcome<FileReport> {
  if (isRefusal(answer)) return refused(answer);
  const { file, sheets } = answer;
  return accept({ file, sheets });
}

export const isRefusal = (value: { __typename: string }): value is { __typename: 'Refusal' } & Refusal => value.__typename === 'Refusal';

export const refused = ({ code, rule, message, details }: Refusal): Outcome<never> => ({
  ok: false,
  refusal: { code, rule, message, details },
});

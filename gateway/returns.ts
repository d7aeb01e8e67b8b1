import type { Actor } from '../services/shared/actor';
import type { Outcome } from '../services/shared/outcome';
import type { AskSubgraph } from './ask-subgraph';
import { type BodyPlace, type FileImport, type FileReport, importFile, type ListFile, listBodies, type NamedBody, type OrRefusal, REFUSAL, registerBodies, REPORT, toInput, toReport } from './imports';

/** A list file on its way into a review cycle, as a department's return (报送). */
export interface FileReturn extends ListFile {
  cycleId: string;
}

/** A list file and what it is brought in as. */
export type BroughtFile = FileImport | FileReturn;

export const takeFile = (ask: AskSubgraph, file: BroughtFile, actor: Actor): Promise<Outcome<FileReport>> =>
  'cycleId' in file ? reportFile(ask, file, actor) : importFile(ask, file, actor);

const REPORT_LIST = `mutation ReportList($input: ReportListInput!) {
  reportList(input: $input) { __typename ${REPORT} ${REFUSAL} } }`;

const OWN_BODIES = `query OwnBodies($code: ID!) {
  agency(code: $code) { name shortName offices { id name }
    entrustedInstitutions { name shortName offices { id name } } } }`;

interface OwnBody {
  name: string;
  shortName: string | null;
  offices: { id: string; name: string }[];
}

/**
 * Brings a list file into a review cycle: read and placed as an import is, then reported as drafts. A department may
 * only bring its own rows in; those of other bodies are rejected by row.
 */
export async function reportFile(ask: AskSubgraph, file: FileReturn, actor: Actor): Promise<Outcome<FileReport>> {
  const named = await listBodies(ask, file, actor);
  if (!named.ok) return named;
  const bodies = actor.agencyCode === null ? await registerBodies(ask, file.regionCode, named.value, actor) : await ownBodies(ask, actor.agencyCode, named.value, actor);
  if (!bodies.ok) return bodies;
  const input = { file: toInput(file), cycleId: file.cycleId, bodies: bodies.value };
  const { reportList } = await ask<{ reportList: OrRefusal<FileReport> }>('catalog', REPORT_LIST, { input }, actor);
  return toReport(reportList);
}

/** Which of the named bodies are this department, or an institution it entrusts: what that one exercises is the department's (P4). */
async function ownBodies(ask: AskSubgraph, agencyCode: string, named: readonly NamedBody[], actor: Actor): Promise<Outcome<BodyPlace[]>> {
  const { agency } = await ask<{ agency: (OwnBody & { entrustedInstitutions: OwnBody[] }) | null }>('organisation', OWN_BODIES, { code: agencyCode }, actor);
  const own = agency === null ? [] : [agency, ...agency.entrustedInstitutions];
  const offices = own.flatMap((body) => body.offices);
  const names = new Set(own.flatMap(({ name, shortName }) => [plain(name), plain(shortName ?? name)]));
  const places = named
    .filter(({ name, code }) => names.has(plain(name)) || code === agencyCode)
    .map(({ name, code }) => ({ name, code, agencyCode, offices: offices.map(({ id, name }) => ({ id, name, statedId: id })) }));
  return { ok: true, value: places };
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '');

import { readFileSync } from 'node:fs';
import { readOperations } from '../../schema/read-operations';
import { inProject } from '../../services/shared/project-root';

/** One request, and the status and error codes that are right for it. */
export interface Shot {
  kind: string;
  method: 'GET' | 'POST';
  search?: string;
  body?: string;
  headers?: Record<string, string>;
  status: number;
  /** Of the answer's errors; none by default. */
  codes?: readonly string[];
}

/** What a load is made from: codes that the hub has, and headers of those who ask. */
export interface Supply {
  itemCodes: readonly string[];
  agencyCodes: readonly string[];
  staffing: Record<string, string>;
  admin: Record<string, string>;
}

const TEXT = new Map(readOperations().map(({ name, text }) => [name, text]));
const HASH = new Map(
  Object.entries(JSON.parse(readFileSync(inProject('schema', 'operations', 'trusted.json'), 'utf8')) as Record<string, { name: string; typenames?: boolean }>)
    .filter(([, { typenames }]) => !typenames)
    .map(([hash, { name }]) => [name, hash]),
);
const WORDS = ['许可', '处罚', '取水', '登记', '检查', '征收', '建设', '消防', '食品', '道路'];
const REGIONS = ['140100', '650200'];
const REPORT = 'mutation($input: RecordCaseEventsInput!) { recordCaseEvents(input: $input) { __typename } }';
/** 4 to the power of 8 selections in 600 bytes. */
const BOMB = `{ powerItem(code: "x") { ...f0 } } ${Array.from({ length: 8 }, (_, i) => `fragment f${i} on PowerItem { ${`...f${i + 1} `.repeat(4)}}`).join(' ')} fragment f8 on PowerItem { code }`;

const post = (query: string, variables: object = {}, more: Partial<Shot> = {}): Omit<Shot, 'kind'> => ({ method: 'POST', body: JSON.stringify({ query, variables }), status: 200, ...more });
const contract = (name: string, variables: object, more: Partial<Shot> = {}) => post(TEXT.get(name)!, variables, more);
const byHash = (name: string, variables: object): Omit<Shot, 'kind'> => ({ method: 'GET', search: `?documentId=sha256:${HASH.get(name)}&variables=${encodeURIComponent(JSON.stringify(variables))}`, status: 200 });

/** A small question, for what a bomb beside it costs others. */
export const SMALL: Shot = { kind: 'small', ...post('{ region(code: "140100") { name } }') };

/** Draws what comes next. Weights are how many of a hundred. */
export function mixedOperations(supply: Supply, chance: () => number): () => Shot {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const item = (): string => pick(supply.itemCodes);
  let serial = 0;
  const mixed: readonly [number, string, () => Omit<Shot, 'kind'>][] = [
    [24, 'ItemGuide', () => contract('ItemGuide', { code: item() })],
    [20, 'ItemGuide by hash', () => byHash('ItemGuide', { code: item() })],
    [8, 'SearchItems', () => contract('SearchItems', { filter: { text: pick(WORDS), regionCode: pick(REGIONS) }, first: 1 + Math.floor(chance() * 20) })],
    [6, 'AgencyDirectory', () => contract('AgencyDirectory', { regionCode: pick(REGIONS) })],
    [8, 'MayExercise', () => contract('MayExercise', { itemCode: item(), agencyCode: pick(supply.agencyCodes) })],
    [4, 'ListSummary by hash', () => byHash('ListSummary', { regionCode: pick(REGIONS), groupBy: ['CATEGORY'] })],
    [2, 'LinkCoverage', () => contract('LinkCoverage', { regionCode: pick(REGIONS) })],
    [2, 'Changes', () => contract('Changes', { first: 50 })],
    [6, 'AgencyMandate of the staffing office', () => contract('AgencyMandate', { code: pick(supply.agencyCodes) }, { headers: supply.staffing })],
    // A document of its own each time: nothing that is kept by document may grow for ever.
    [8, 'a document nobody sent before', () => post(`{ a${(serial += 1)}: powerItem(code: "${item()}") { name category implementingAgency { name } } }`)],
    [2, 'unknown field', () => post(`{ powerItem(code: "1") { nothing${(serial += 1)} } }`, {}, { codes: ['GRAPHQL_VALIDATION_FAILED'] })],
    [2, 'broken cursor', () => contract('SearchItems', { after: 'x' }, { codes: ['BAD_USER_INPUT'] })],
    [2, 'token that proves nothing', () => post('{ __typename }', {}, { headers: { authorization: 'Bearer nonsense' }, status: 401, codes: ['UNAUTHENTICATED'] })],
    [2, 'unknown hash', () => ({ method: 'GET', search: `?documentId=sha256:${'a'.repeat(64)}`, status: 400, codes: ['DOCUMENT_UNKNOWN'] })],
    [2, 'fragment bomb', () => post(BOMB, {}, { status: 400, codes: ['SELECTION_LIMIT'] })],
    [1, 'GET without preflight', () => ({ method: 'GET', search: '?query={__typename}', status: 403, codes: ['PREFLIGHT_REQUIRED'] })],
    // Moves the version of the data: what the cache keeps is void.
    [1, 'a case received', () => post(REPORT, { input: caseReceived((serial += 1)) }, { headers: supply.admin })],
  ];
  const total = mixed.reduce((sum, [weight]) => sum + weight, 0);
  return () => {
    let at = chance() * total;
    const [, kind, make] = mixed.find(([weight]) => (at -= weight) < 0)!;
    return { kind, ...make() };
  };
}

const caseReceived = (serial: number): object => ({
  regionCode: '140100',
  agencyCode: '140100013',
  events: [{ caseNumber: `soak-${process.pid}-${serial}`, eventId: `soak-${process.pid}-${serial}`, kind: 'RECEIVED', at: '2026-01-14T09:00:00+08:00', itemCode: '14010001301000100' }],
});

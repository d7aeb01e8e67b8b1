import { createHash } from 'node:crypto';
import { createLog } from '../../../gateway/log';
import type { Actor } from '../../../services/shared/actor';
import { readOperations } from '../../../schema/read-operations';
import { type ToyHub, toyHub } from '../../support/toy-hub';

const TRACK = readOperations().find(({ name }) => name === 'TrackCase')!.text;
const GUIDE = readOperations().find(({ name }) => name === 'ItemGuide')!.text;
const QUERY_CODE = 'K7QD-29MX-HT4W';
const APPLICANT = '王示例';
const PHONE = '13900001234';
const PERSON = 'zhang.san@agency.example';
const SALT = 'a salt of sixteen characters';
const HEAD: Actor = { id: PERSON, role: 'AGENCY_HEAD', regionCode: '140100', agencyCode: 'W' };

/** Says what databases, Prisma and validators say when a value does not fit. */
function quoting(): never {
  const fault = new Error(`duplicate key value violates unique constraint "case_query_code"\nInvalid invocation: { applicant: { name: "${APPLICANT}", phone: ${PHONE} } }\nKey (name)=(${APPLICANT}) already exists, not "${QUERY_CODE}"`);
  throw Object.assign(fault, { code: '23505', detail: `Key (query_code)=(${QUERY_CODE}) already exists.`, parameters: [APPLICANT], cause: new Error(`Bearer ${APPLICANT}`) });
}

describe('the log of requests', () => {
  let lines: Record<string, unknown>[];
  let text: string;
  let hub: ToyHub;
  beforeAll(async () => {
    const write = (line: string): void => {
      text += line;
      lines.push(JSON.parse(line) as Record<string, unknown>);
    };
    hub = await toyHub({ log: createLog('info', { write }), watching: { logSalt: SALT } });
  });
  beforeEach(() => {
    lines = [];
    text = '';
  });
  afterAll(() => hub.stop());

  const requests = async (count = 1): Promise<Record<string, unknown>[]> => {
    const found = () => lines.filter(({ msg }) => msg === 'request');
    while (found().length < count) await new Promise((resolve) => setTimeout(resolve, 5)); // a line is written after its answer
    return found();
  };
  const asHead = async () => ({ authorization: `Bearer ${await hub.identity.issue(HEAD, 60)}` });

  it('is one line for each: who in part, what, how long, which subgraphs', async () => {
    const client = { 'apollographql-client-name': 'service-center-web', 'apollographql-client-version': '2.4.1', 'x-request-id': 'r-1' };
    await hub.ask(GUIDE, { code: 'item-0' }, { ...client, ...(await asHead()) });
    const found = await requests();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      level: 30,
      requestId: 'r-1',
      route: 'POST /graphql',
      operation: 'ItemGuide',
      client: { name: 'service-center-web', version: '2.4.1' },
      actor: { role: 'AGENCY_HEAD', region: '140100', person: expect.stringMatching(/^[\da-f]{12}$/) },
      status: 200,
      ms: expect.any(Number),
      codes: [],
    });
    expect(found[0]!.document).toMatch(/^[\da-f]{64}$/);
    const calls = found[0]!.subgraphs as { subgraph: string; ms: number }[];
    expect(new Set(calls.map(({ subgraph }) => subgraph))).toEqual(new Set(['catalog', 'organisation', 'service-center']));
    expect(calls.every(({ ms }) => ms >= 0)).toBe(true);
  });

  it('names a document by the hash of its text, whoever sends it', async () => {
    const query = '{ powerItem(code: "item-0") { name } }';
    await hub.ask(query);
    await hub.ask(query, {}, { 'x-client-name': '%E7%BC%96%E5%8A%9E' });
    const found = await requests(2);
    const hash = createHash('sha256').update(query).digest('hex');
    expect(found.map(({ document, operation, client }) => [document, operation, client])).toEqual([
      [hash, '', { name: null, version: null }],
      [hash, '', { name: null, version: null }],
    ]);
    expect(found[0]!.actor).toEqual({ role: 'PUBLIC', region: null, person: null });
  });

  it('tells the same person by the same hash, and another by another', async () => {
    const ask = async (id: string) => hub.ask('{ powerItem(code: "item-0") { name } }', {}, { authorization: `Bearer ${await hub.identity.issue({ ...HEAD, id }, 60)}` });
    for (const id of [PERSON, 'li.si', PERSON]) await ask(id);
    const [first, other, again] = (await requests(3)).map(({ actor }) => (actor as { person: string }).person);
    expect(first).toBe(again);
    expect(first).not.toBe(other);
  });

  it('tells the codes of what went wrong', async () => {
    hub.serviceCenter.mood = 'failing';
    await hub.ask(GUIDE, { code: 'item-0' });
    hub.serviceCenter.mood = 'well';
    await hub.ask('{ nothing }');
    await hub.ask('{ a');
    await hub.ask(GUIDE, { code: 'item-0' }, { authorization: 'Bearer nonsense' });
    await fetch(`${hub.origin}/nowhere/${PHONE}?name=${encodeURIComponent(APPLICANT)}`);
    const found = await requests(5);
    expect(found.map(({ status, codes, route }) => [status, codes, route])).toEqual([
      [200, ['SUBGRAPH_FAULT'], 'POST /graphql'],
      [expect.any(Number), ['GRAPHQL_VALIDATION_FAILED'], 'POST /graphql'],
      [expect.any(Number), ['GRAPHQL_PARSE_FAILED'], 'POST /graphql'],
      [401, ['UNAUTHENTICATED'], 'POST /graphql'],
      [404, ['NOT_FOUND'], 'other'],
    ]);
    expect(text).not.toContain(PHONE);
  });

  it('holds no query code, no applicant, no token and no person, whatever goes wrong', async () => {
    const field = hub.serviceCenter.schema.getQueryType()!.getFields().trackCase!;
    const resolve = field.resolve;
    const { authorization } = await asHead();
    const headers = { authorization, 'x-client-name': `web of ${PHONE}`, 'x-client-version': PHONE, 'x-request-id': 'r-2' };
    await hub.ask(TRACK, { number: '140100013201409050000ZZ', queryCode: QUERY_CODE }, headers);
    field.resolve = quoting;
    await hub.ask(TRACK, { number: '140100013201409050000ZZ', queryCode: QUERY_CODE }, headers);
    field.resolve = resolve;
    await hub.ask(TRACK, { number: { wrong: APPLICANT }, queryCode: QUERY_CODE }, headers);
    await hub.ask(TRACK, { number: '1' }, { authorization: `${authorization}x` });
    await hub.ask(`query Q${PHONE} { trackCase(number: "1", queryCode: "${QUERY_CODE}") { number } }`, {}, headers);
    await hub.ask(`{ trackCase(number: "${APPLICANT}", queryCode: "${QUERY_CODE}"`, {}, headers);
    await requests(6);
    expect(text).toContain('23505');
    for (const secret of [QUERY_CODE, APPLICANT, PHONE, PERSON, authorization.slice(7), authorization.split('.')[1]!]) expect(text).not.toContain(secret);
  });
});

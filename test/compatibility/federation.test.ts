import { type ExecutionResult, type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print, type TypeNode } from 'graphql';
import { localSubgraph } from '../../gateway/local-subgraph';
import { remoteSubgraph } from '../../gateway/remote-subgraph';
import type { SubgraphCaller } from '../../gateway/subgraph-caller';
import { composeSupergraph } from '../../schema/compose-supergraph';
import { serviceSchemas } from '../../schema/service-schemas';
import { systemActor } from '../../services/shared/actor';
import { serveSubgraph, type SubgraphServer } from '../../services/shared/subgraph-server';
import { type SampleHub, sampleHub } from '../support/sample-hub';

const SECRET = 'a secret of sixteen';
const SERVICES = ['catalog', 'organisation', 'service-center'] as const;
type ServiceName = (typeof SERVICES)[number];

/** One way a subgraph says an entity can be asked of it. */
interface EntityKey {
  service: ServiceName;
  type: string;
  key: string;
  resolvable: boolean;
  isOwner: boolean;
}

type Row = Record<string, unknown>;

const argumentsOf = (directive: { arguments?: readonly { name: { value: string }; value: object }[] }): Row =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, 'value' in value ? value.value : null]));
const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));
const has = (field: FieldDefinitionNode, directive: string): boolean => field.directives!.some(({ name }) => name.value === directive);
const SCALARS = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', 'Date', 'DateTime']);

describe('the subgraphs under federation', () => {
  let hub: SampleHub;
  let servers: SubgraphServer[];
  const sdl = new Map<string, string>();
  const keys: EntityKey[] = [];
  const references = new Map<string, Row>();

  /** Every key in the supergraph, as composition sees it. */
  function readKeys(supergraph: string): void {
    for (const definition of parse(supergraph).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const mark of definition.directives!.filter(({ name }) => name.value === 'join__type')) {
        const { graph, key, resolvable, extension } = argumentsOf(mark);
        if (typeof key !== 'string') continue;
        const service = String(graph).toLowerCase().replaceAll('_', '-') as ServiceName;
        keys.push({ service, type: definition.name.value, key, resolvable: resolvable !== false, isOwner: extension !== true });
      }
    }
  }

  /** One record of each entity in the sample, by all its keys. */
  async function findReferences(): Promise<void> {
    const { pool } = hub.database.connect();
    const one = async (sql: string): Promise<Row> => (await pool.query<Row>(sql)).rows[0]!;
    references
      .set('PowerItem', { code: '14010001301000100' })
      .set('Agency', { code: '140100013' })
      .set('Region', { code: '140100' })
      .set('LegalInstrument', await one('SELECT id::text FROM catalog.legal_instrument LIMIT 1'))
      .set('Office', await one(`SELECT id::text FROM organisation.office WHERE agency_code = '140100013' LIMIT 1`))
      .set('Officer', await one('SELECT id::text FROM organisation.officer LIMIT 1'))
      .set('Mandate', await one(`SELECT id::text FROM organisation.mandate WHERE state = 'APPROVED' LIMIT 1`));
  }

  beforeAll(async () => {
    hub = await sampleHub();
    servers = [];
    for (const service of SERVICES) servers.push(await serveSubgraph(hub.hub.subgraphs[service], { port: 0, host: '127.0.0.1', secret: SECRET }));
    const subgraphs = await serviceSchemas();
    for (const { name, sdl: text } of subgraphs) sdl.set(name, text);
    const composed = composeSupergraph(subgraphs);
    if (!composed.ok) throw new Error(composed.errors.join('\n'));
    readKeys(composed.supergraphSdl);
    await findReferences();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await hub.stop();
  });

  const callers: [string, (service: ServiceName) => SubgraphCaller][] = [
    ['in this process', (service) => localSubgraph(hub.hub.subgraphs[service])],
    ['over HTTP', (service) => remoteSubgraph(service, servers[SERVICES.indexOf(service)]!.origin, SECRET)],
  ];

  describe.each(callers)('%s', (_how, callerOf) => {
    async function ask(service: ServiceName, query: string, variables: Row = {}): Promise<ExecutionResult<{ _entities: (Row | null)[]; _service: { sdl: string } }>> {
      const call = { document: parse(query), variables, operationName: undefined, actor: systemActor('test'), requestId: 'test', operation: {} };
      return (await callerOf(service).call(call, AbortSignal.timeout(20_000))) as ExecutionResult<{ _entities: (Row | null)[]; _service: { sdl: string } }>;
    }
    const entities = (service: ServiceName, type: string, selection: string, representations: Row[]) =>
      ask(service, `query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${type} { ${selection} } } }`, {
        representations: representations.map((representation) => ({ __typename: type, ...representation })),
      });
    const typesOf = (service: ServiceName): ObjectTypeDefinitionNode[] =>
      parse(sdl.get(service)!).definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION ? [{ ...node, kind: Kind.OBJECT_TYPE_DEFINITION }] : []));
    const fieldsOf = (service: ServiceName, type: string): FieldDefinitionNode[] => typesOf(service).filter(({ name }) => name.value === type).flatMap(({ fields }) => fields ?? []);
    /** What the subgraph answers of a type by the key alone: plain values without arguments. */
    const plainFields = (service: ServiceName, type: string): string[] =>
      fieldsOf(service, type)
        .filter((field) => SCALARS.has(named(field.type)) && !field.arguments?.length && !['external', 'requires', 'requiresScopes'].some((name) => has(field, name)))
        .map(({ name }) => name.value);

    it.each(SERVICES)('%s answers _service { sdl } with what was composed', async (service) => {
      const { data, errors } = await ask(service, '{ _service { sdl } }');
      expect(errors).toBeUndefined();
      const answered = parse(data!._service.sdl);
      expect(new Set(answered.definitions.map(print))).toEqual(new Set(parse(sdl.get(service)!).definitions.map(print)));
      expect(data!._service.sdl).toMatch(/@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+"/);
      expect(data!._service.sdl).not.toMatch(/\b(_entities|_service|_Any|_Entity)\b/);
    });

    it('every resolvable key finds its record, and says so when there is none', async () => {
      const resolvable = keys.filter((key) => key.resolvable);
      expect(resolvable.length).toBeGreaterThan(8);
      for (const { service, type, key, isOwner } of resolvable) {
        const reference = references.get(type);
        if (!reference || !key.split(/\s+/).every((name) => name in reference)) throw new Error(`no reference to ${type} by ${key}: add one to findReferences`);
        const changed = (change: (value: string) => string): Row => Object.fromEntries(Object.entries(reference).map(([name, value]) => [name, change(String(value))]));
        const unknown = [changed((value) => `${value}99999`), changed(() => '没有这个')];
        const selection = [...new Set([key, ...plainFields(service, type)])].join(' ');
        const { data, errors } = await entities(service, type, selection, [reference, ...unknown]);
        const [found, ...missing] = data?._entities ?? [];
        expect({ service, type, errors, found }).toEqual({ service, type, errors: undefined, found: expect.objectContaining({ __typename: type, ...reference }) });
        // Who only adds to another's entity cannot know that there is none: it adds nothing, without failing.
        expect({ service, type, missing }).toEqual({ service, type, missing: missing.map((stub, i) => (isOwner ? null : stub && expect.objectContaining(unknown[i]!))) });
      }
    });

    it('keys of several types in one call are answered in their order', async () => {
      const [item, agency] = [references.get('PowerItem')!, references.get('Agency')!];
      const { data, errors } = await ask('organisation', 'query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Agency { code } ... on Region { code } } }', {
        representations: [{ __typename: 'Agency', ...agency }, { __typename: 'Region', code: '140100' }, { __typename: 'Agency', ...agency }],
      });
      expect({ errors, item: Object.keys(item) }).toEqual({ errors: undefined, item: ['code'] });
      expect(data!._entities).toEqual([{ __typename: 'Agency', ...agency }, { __typename: 'Region', code: '140100' }, { __typename: 'Agency', ...agency }]);
    });

    it('every @requires is computed from what the others answer', async () => {
      const requiring = SERVICES.flatMap((service) =>
        typesOf(service).flatMap(({ name, fields }) =>
          (fields ?? []).flatMap((field) =>
            field.directives!.filter((directive) => directive.name.value === 'requires').map((directive) => ({ service, type: name.value, field, needs: String(argumentsOf(directive).fields) })),
          ),
        ),
      );
      expect(requiring.length).toBeGreaterThan(1);
      for (const { service, type, field, needs } of requiring) {
        const reference = references.get(type)!;
        const [first] = needs.split(/\W/);
        const source = SERVICES.find((other) => other !== service && fieldsOf(other, type).some(({ name, directives }) => name.value === first && !directives!.some(({ name: mark }) => mark.value === 'external')))!;
        const needed = await entities(source, type, needs, [reference]);
        expect({ source, type, errors: needed.errors }).toEqual({ source, type, errors: undefined });
        const { data, errors } = await entities(service, type, `found: ${field.name.value} { __typename }`, [{ ...reference, ...needed.data!._entities[0] }]);
        expect({ type, field: field.name.value, errors }).toEqual({ type, field: field.name.value, errors: undefined });
        expect(data!._entities[0]).toHaveProperty('found', expect.anything());
      }
    });
  });

  it('types that several share are the same in each', () => {
    const shared = new Map<string, Map<string, string>>();
    for (const service of SERVICES)
      for (const node of parse(sdl.get(service)!).definitions)
        if (node.kind === Kind.OBJECT_TYPE_DEFINITION && node.directives?.some(({ name }) => name.value === 'shareable'))
          shared.set(node.name.value, new Map([...(shared.get(node.name.value) ?? []), [service, print(node)]]));
    expect([...shared.keys()]).toEqual(expect.arrayContaining(['PageInfo', 'Change', 'Refusal', 'JournalCheckpoint', 'InclusionProof', 'ConsistencyProof']));
    for (const [type, texts] of shared) expect({ type, texts: new Set(texts.values()).size }).toEqual({ type, texts: 1 });
  });

  it('no directive of federation is used that nothing here speaks of', () => {
    const used = new Set([...sdl.values()].flatMap((text) => [...text.matchAll(/@(key|shareable|external|requires|provides|override|tag|inaccessible|interfaceObject|requiresScopes|authenticated|policy)\b(?=[( \n])/g)].map(([, name]) => name)));
    // @provides and @tag have no use in the hub; @inaccessible and @requiresScopes are the gateway's to honour, and tested there.
    expect(used).toEqual(new Set(['external', 'inaccessible', 'key', 'requires', 'requiresScopes', 'shareable']));
  });

  it('a key that is only pointed at is not resolved', () => {
    for (const { service, type } of keys.filter(({ resolvable }) => !resolvable)) {
      const union = hub.hub.subgraphs[service].schema.getType('_Entity')!;
      expect({ service, type, isEntity: (union as unknown as { getTypes(): { name: string }[] }).getTypes().some(({ name }) => name === type) }).toEqual({ service, type, isEntity: false });
    }
  });
});

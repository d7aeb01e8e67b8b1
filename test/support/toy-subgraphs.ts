import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Call, Subgraph } from '../../services/shared/subgraph';

/** How a toy behaves; may be changed between requests. */
export type Mood = 'well' | 'hanging' | 'failing' | 'lying';

export interface ToySubgraph extends Subgraph {
  mood: Mood;
  /** Contexts made so far: one for each operation that reached this subgraph. */
  readonly contexts: ToyContext[];
  /** Root fields resolved so far. */
  readonly asked: string[];
  seed(): Promise<void>;
  catchUp(): Promise<void>;
}

export interface ToyContext extends Call {
  toy: string;
}

type Resolver = GraphQLFieldResolver<never, ToyContext, never>;
type Resolvers = Record<string, Record<string, Resolver | ((reference: never) => unknown)>>;

/** An address such as a fault might carry; it must never reach a client. */
export const SECRET_ADDRESS = 'postgresql://hub@10.9.8.7:5432/catalog';

const ITEMS = ['取水许可', '建筑工程施工许可', '占用城市道路处罚'].map((name, i) => ({
  code: `item-${i}`,
  name,
  category: i === 2 ? 'PENALTY' : 'LICENSE',
  status: 'LISTED',
  exerciseLevels: ['MUNICIPAL'],
  legalBases: [{ citation: '《水法》第七条', article: '第七条', instrument: { id: 'L1', title: '水法', documentNumber: null, kind: '法律' } }],
  implementingAgency: { code: `agency-${i}` },
}));
const itemOf = ({ code }: { code: string }) => ITEMS.find((item) => item.code === code) ?? null;
const officeOf = (id: string) => ({ id, name: `${id}科`, phone: '0351-1', duties: null, agency: { code: 'agency-0', name: 'agency-0局' } });
const agencyOf = (code: string) => ({
  code,
  name: `${code}局`,
  kind: 'DEPARTMENT',
  region: { code: '140100' },
  identifiers: [],
  offices: [officeOf('office-0')],
  mandate: null,
  mandateFindings: [],
});
const ONE_PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
const page = (nodes: unknown[]) => ({ totalCount: nodes.length, nodes, pageInfo: ONE_PAGE });

/** `Changes` of any toy: an empty journal. */
const noChanges = () => page([]);

const RESOLVERS: Record<string, Resolvers> = {
  catalog: {
    Query: {
      powerItem: (_root, args) => itemOf(args),
      powerItems: (_root, args: { first?: number }) => page(ITEMS.slice(0, args.first ?? ITEMS.length)),
      exerciseCheck: () => ({ permitted: true, reason: '在清单之内', item: ITEMS[0] }),
      listSummary: () => ({ asOf: '2014-09-10', total: ITEMS.length, rows: [] }),
      catalogChanges: noChanges,
    },
    PowerItem: { __resolveReference: itemOf },
    Agency: {
      __resolveReference: (reference: unknown) => reference,
      powerItems: () => page(ITEMS.slice(0, 1)),
    },
  },
  organisation: {
    Query: {
      region: () => ({ code: '140100', name: '太原市', kind: 'CITY', agencies: page([agencyOf('agency-0')]) }),
      agency: (_root, { code }: { code: string }) => agencyOf(code),
      mandateCrossCheck: () => ({ asOf: '2014-09-10T00:00:00Z', totals: [], findings: page([]) }),
      organisationChanges: noChanges,
    },
    Mutation: {
      approveMandate: () => ({ __typename: 'Refusal', code: 'UNKNOWN', rule: null, message: '没有这份三定', details: [] }),
    },
    Agency: { __resolveReference: ({ code }: { code: string }) => agencyOf(code) },
    Office: { __resolveReference: ({ id }: { id: string }) => officeOf(id) },
    Officer: { __resolveReference: ({ id }: { id: string }) => ({ id, name: '张某', post: '科长' }) },
    PowerItem: { __resolveReference: ({ code }: { code: string }) => ({ code, mandateFindings: [] }) },
  },
  'service-center': {
    Query: {
      linkCoverage: () => ({ expected: 1, complete: 1, incomplete: 0, missing: 0, broken: 0, byAgency: [], byElement: [] }),
      dueDate: () => ({ dueOn: '2014-09-15', provisional: false }),
      caseTimeliness: () => ({ rows: [] }),
      trackCase: () => null,
      serviceCenterChanges: noChanges,
    },
    PowerItem: {
      __resolveReference: ({ code }: { code: string }) => ({ code, guide: guide(), link: { status: 'COMPLETE', missing: [] } }),
    },
  },
};

const guide = () => ({
  conditions: ['具备取水条件'],
  steps: [
    { order: 1, name: '受理', office: { id: 'office-0' }, limit: { value: 1, unit: 'WORKING_DAY' } },
    { order: 2, name: '决定', office: { id: 'office-1' }, limit: null },
  ],
  materials: [{ name: '申请书', requirement: 'REQUIRED', originals: 1, copies: 0, medium: 'PAPER', source: 'APPLICANT' }],
  statutoryLimit: { value: 20, unit: 'WORKING_DAY' },
  promisedLimit: { value: 10, unit: 'WORKING_DAY' },
  fees: [],
  responsibleOffice: { id: 'office-0' },
  officer: { id: 'officer-0' },
  enquiryPhone: '0351-2',
  supervisionPhone: '0351-3',
  venues: [],
  result: { name: '取水许可证', kind: null },
});

export const TOY_NAMES = ['catalog', 'organisation', 'service-center'] as const;
export const toySdl = (name: string): string => readFileSync(path.join(__dirname, `toy-${name}.graphql`), 'utf8');

const never = new Promise<never>(() => undefined);

/** A subgraph of canned data over the contract's smallest SDL, that can be made to hang, to fail and to lie. */
export function toySubgraph(name: (typeof TOY_NAMES)[number]): ToySubgraph {
  const schema = buildSubgraphSchema({ typeDefs: parse(toySdl(name)), resolvers: RESOLVERS[name] as never });
  const toy: ToySubgraph = {
    name,
    schema,
    mood: 'well',
    contexts: [],
    asked: [],
    createContext(call) {
      const context = { ...call, toy: name };
      toy.contexts.push(context);
      return context;
    },
    feed: { read: async () => ({ entries: [], head: { seq: 0, hash: '0'.repeat(64) } }) },
    state: { read: async () => '0', changed: async () => never, onChange: () => () => undefined },
    start: async () => undefined,
    ready: async () => ({ database: 'ok', followers: [] }),
    stop: async () => undefined,
    seed: async () => undefined,
    catchUp: async () => undefined,
    followers: [],
    rebuild: async () => undefined,
    checkpoint: async () => null,
    verifyJournal: async () => ({ ok: true, head: { seq: 0, hash: '0'.repeat(64) } }),
  };
  misbehave(toy, schema);
  return toy;
}

export const toySubgraphs = (): ToySubgraph[] => TOY_NAMES.map(toySubgraph);

/** Puts the mood in front of every root field. */
function misbehave(toy: ToySubgraph, schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const resolve = field.resolve;
      field.resolve = (...args) => {
        toy.asked.push(field.name);
        if (args[2].toy !== toy.name) throw new Error(`context of ${args[2].toy} leaked into ${toy.name}`);
        if (toy.mood === 'hanging') return never;
        if (toy.mood === 'failing') throw new Error(`connect ECONNREFUSED ${SECRET_ADDRESS}`);
        return toy.mood === 'lying' ? 'garbage' : resolve?.(...args);
      };
    }
  }
}

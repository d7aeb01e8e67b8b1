import { execute, parse, validate } from 'graphql';
import { PrismaClient } from '../../../prisma/service-center/client/client';
import { createServiceCenterSubgraph } from '../../../services/service-center';
import type { Subgraph } from '../../../services/shared/subgraph';
import type { ServiceCenterStore, ServiceCenterTx } from '../../../services/service-center/context';
import { ANONYMOUS, systemActor, type Actor } from '../../../services/shared/actor';
import type { Database } from '../../../services/shared/database';
import { localFeed } from '../../../services/shared/feed';
import type { Json, JournalDraft } from '../../../services/shared/journal';
import { accept } from '../../../services/shared/outcome';
import { runCommand, type Command } from '../../../services/shared/run-command';
import { Wake } from '../../../services/shared/wake';
import { testDatabase } from '../../support/database';

/** What another service's journal says: an action and the state after it. */
export type Said = readonly [action: string, after: { [key: string]: Json }];

export const item = (code: string, changes: { [key: string]: Json } = {}): Said => [
  'ItemListed',
  {
    code, name: `取水许可 ${code}`, subItem: null, category: 'LICENSE', status: 'LISTED', regionCode: '140100',
    agencyCode: '140100013', levels: ['MUNICIPAL'], officeIds: ['14010001302'], validFrom: '2014-09-10', ...changes,
  },
];
export const agency = (code: string, changes: { [key: string]: Json } = {}): Said => [
  'AgencyRegistered',
  { code, name: `机构${code}`, kind: 'DEPARTMENT', regionCode: code.slice(0, 6), phone: null, abolishedOn: null, ...changes },
];
export const office = (id: string, changes: { [key: string]: Json } = {}): Said => [
  'OfficeRegistered',
  { id, agencyCode: id.slice(0, 9), name: `科室${id}`, phone: `0351-${id.slice(-7)}`, duties: null, closedOn: null, ...changes },
];
export const officer = (id: string, changes: { [key: string]: Json } = {}): Said => [
  'OfficerRegistered',
  { id, agencyCode: id.slice(0, 9), officeId: null, name: `人员${id}`, post: '科长', phone: null, ...changes },
];

/** The water bureau with two offices and two officers. */
export const WATER: readonly Said[] = [
  agency('140100013', { name: '太原市水务局' }),
  office('14010001301'),
  office('14010001302'),
  officer('140100013P01'),
  officer('140100013P02'),
];

const SUBJECTS: Readonly<Record<string, string>> = { Item: 'PowerItem', Agency: 'Agency', Office: 'Office', Officer: 'Officer' };

const draft = ([action, after]: Said): JournalDraft => ({
  action,
  subject: { kind: SUBJECTS[action.replace(/[A-Z][a-z]+$/, '')] ?? 'Other', id: (after.code ?? after.id) as string },
  summary: action,
  before: null,
  after,
});

const say: Command<ServiceCenterTx, 'say', readonly Said[], null> = {
  action: 'say',
  target: () => ({}),
  handle: async (said) => accept({ value: null, entries: said.map(draft) }),
};

export interface AServiceCenter {
  subgraph: Subgraph;
  store: ServiceCenterStore;
  database: Database;
  /** Writes into the journals this service follows. */
  catalogSays(...said: Said[]): Promise<void>;
  organisationSays(...said: Said[]): Promise<void>;
  query(source: string, variables?: Record<string, unknown>, actor?: Actor): Promise<{ data: any; errors: readonly any[] | undefined }>;
  /** SQL statements of the service while `work` runs. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  drop(): Promise<void>;
}

/** A service center of this test's own beside the journals of the others, on the day of `now`. */
export async function aServiceCenter(now = new Date('2014-09-20T02:00:00Z')): Promise<AServiceCenter> {
  const db = await testDatabase();
  const database = db.connect();
  const storeOf = (schema: string): ServiceCenterStore => {
    const own = schema === 'service_center' ? database : db.connect();
    return { schema, database: own, prisma: new PrismaClient({ adapter: own.adapter() }), wake: new Wake(), now: () => now };
  };
  const [catalog, organisation] = [storeOf('catalog'), storeOf('organisation')];
  const sayTo = (store: ServiceCenterStore) => async (...said: Said[]) => {
    await runCommand(store, { say: { ADMIN: 'ANY' } }, say, said, systemActor('test'));
  };
  const subgraph = createServiceCenterSubgraph({
    database,
    feeds: { catalog: localFeed(catalog), organisation: localFeed(organisation) },
    now: () => now,
  });
  return {
    subgraph,
    store: storeOf('service_center'),
    database,
    catalogSays: sayTo(catalog),
    organisationSays: sayTo(organisation),
    async query(source, variableValues = {}, actor = ANONYMOUS) {
      const document = parse(source);
      const invalid = validate(subgraph.schema, document);
      if (invalid.length > 0) throw invalid[0]!;
      const contextValue = subgraph.createContext({ actor, requestId: 'test' });
      const { data, errors } = await execute({ schema: subgraph.schema, document, variableValues, contextValue });
      return { data: JSON.parse(JSON.stringify(data ?? null)), errors };
    },
    async statements(work) {
      const seen: string[] = [];
      const stop = database.onStatement((text) => seen.push(text));
      await work();
      stop();
      return seen;
    },
    async drop() {
      await subgraph.stop();
      await db.drop();
    },
  };
}

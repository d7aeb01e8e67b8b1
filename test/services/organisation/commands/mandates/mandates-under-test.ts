import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Role } from '../../../../../services/shared/actor';
import { ANONYMOUS } from '../../../../../services/shared/actor';
import type { Feed } from '../../../../../services/shared/feed';
import { chain, GENESIS, leafOf, type JournalEntry, type Json } from '../../../../../services/shared/journal';
import { holder, organisationUnderTest, type OrganisationUnderTest } from '../../organisation-under-test';
import { agency, define, openOffices, register, REGIONS } from '../registrations';

export const WATER = '140100001';
export const FORESTRY = '140100002';
/** Entrusted by the water bureau. */
export const SQUAD = '140100003';

export const STAFFING = holder('STAFFING_OFFICE', '140100');
export const of = (agencyCode: string, role: Role = 'AGENCY_EDITOR'): Actor => ({ id: `${role}@${agencyCode}`, role, regionCode: '140100', agencyCode });

/** A catalog whose journal is an array; while it is silent nothing of it is heard. */
export interface CatalogUnderTest {
  feed: Feed;
  /** Puts an item into a state from a day on: the water bureau's and listed unless told. */
  say(code: string, state?: object): void;
  silent: boolean;
  /** As if it had never said anything. */
  forget(): unknown;
}

function catalogUnderTest(): CatalogUnderTest {
  const entries: JournalEntry[] = [];
  const catalog: CatalogUnderTest = {
    silent: false,
    forget: () => entries.splice(0),
    say(code, state = {}) {
      const after: Json = { code, name: `事项${code}`, subItem: null, category: 'LICENSE', status: 'LISTED', regionCode: '140100', agencyCode: WATER, levels: ['MUNICIPAL'], officeIds: [`${WATER}01`], duty: null, validFrom: '2014-09-10', ...state };
      const before = entries.at(-1) ?? GENESIS;
      const entry = { seq: before.seq + 1, at: '2026-01-01T00:00:00.000Z', actor: ANONYMOUS, action: 'ItemStated', subject: { kind: 'PowerItem', id: code }, summary: '', before: null, after };
      entries.push({ ...entry, hash: chain(before.hash, leafOf(entry)) });
    },
    feed: {
      async read({ after, limit, waitMs, signal }) {
        for (let waited = 0; ; waited += 5) {
          if (catalog.silent) throw new Error('the catalog does not answer');
          const page = entries.slice(after, after + limit);
          if (page.length > 0 || waited >= waitMs || signal?.aborted) return { entries: page, head: { seq: entries.length, hash: entries.at(-1)?.hash ?? GENESIS.hash } };
          await sleep(5, undefined, { signal }).catch(() => undefined);
        }
      },
    },
  };
  return catalog;
}

/** An organisation service with two bureaus and an entrusted squad, the list it follows, and its clock. */
export interface MandatesUnderTest {
  organisation: OrganisationUnderTest;
  catalog: CatalogUnderTest;
  /** Noon in China of the day that it is; starts at 2026-06-01. */
  setDay(day: string): void;
  /** As on the first day, the bodies registered and no list. */
  begin(): Promise<void>;
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Actions and subjects of the journal since the bodies were registered. */
  said(): Promise<string[]>;
}

export async function mandatesUnderTest(): Promise<MandatesUnderTest> {
  const catalog = catalogUnderTest();
  let now = new Date(0);
  let registered = 0;
  const organisation = await organisationUnderTest(catalog.feed, () => now);
  const setDay = (day: string): void => void (now = new Date(`${day}T04:00:00Z`));
  const rows: MandatesUnderTest['rows'] = async (sql, values) => (await organisation.database.pool.query(sql, values)).rows;
  return {
    organisation,
    catalog,
    setDay,
    rows,
    said: async () => (await organisation.journal()).slice(registered).map(({ action, subject }) => `${action} ${subject.id}`),
    async begin() {
      setDay('2026-06-01');
      catalog.forget();
      await organisation.empty();
      await define(organisation, REGIONS);
      await register(organisation, [agency(WATER, '水务局'), agency(FORESTRY, '林业局'), agency(SQUAD, '水政监察支队', { kind: 'ENTRUSTED_INSTITUTION', entrustedBy: WATER })]);
      await openOffices(organisation, [
        { id: `${WATER}01`, agencyCode: WATER, name: '水资源科' },
        { id: `${FORESTRY}01`, agencyCode: FORESTRY, name: '资源林政科' },
      ]);
      registered = (await organisation.journal()).length;
    },
  };
}

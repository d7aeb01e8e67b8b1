import type { JournalEntry } from '../../shared/journal';
import type { Projection } from '../../shared/follower';
import type { ServiceCenterTx } from '../context';
import { lastStates } from './last-states';

/** A kind of record of organisation's and the statement that keeps it here. */
interface Kept {
  actions: ReadonlySet<string>;
  statement: string;
}

const KEPT: readonly Kept[] = [
  {
    actions: new Set(['AgencyRegistered', 'AgencyChanged']),
    statement: `INSERT INTO service_center.agency (code, name, kind, region_code, phone, abolished_on)
      SELECT e.code, e.name, e.kind, e."regionCode", e.phone, e."abolishedOn"
      FROM jsonb_to_recordset($1::jsonb) AS e(code text, name text, kind text, "regionCode" text, phone text, "abolishedOn" date)
      ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind, region_code = EXCLUDED.region_code,
        phone = EXCLUDED.phone, abolished_on = EXCLUDED.abolished_on`,
  },
  {
    actions: new Set(['OfficeRegistered', 'OfficeChanged']),
    statement: `INSERT INTO service_center.office (id, agency_code, name, phone, duties, closed_on)
      SELECT e.id, e."agencyCode", e.name, e.phone, e.duties, e."closedOn"
      FROM jsonb_to_recordset($1::jsonb) AS e(id text, "agencyCode" text, name text, phone text, duties text, "closedOn" date)
      ON CONFLICT (id) DO UPDATE SET agency_code = EXCLUDED.agency_code, name = EXCLUDED.name, phone = EXCLUDED.phone,
        duties = EXCLUDED.duties, closed_on = EXCLUDED.closed_on`,
  },
  {
    actions: new Set(['OfficerRegistered', 'OfficerChanged']),
    statement: `INSERT INTO service_center.officer (id, agency_code, office_id, name, post, phone)
      SELECT e.id, e."agencyCode", e."officeId", e.name, e.post, e.phone
      FROM jsonb_to_recordset($1::jsonb) AS e(id text, "agencyCode" text, "officeId" text, name text, post text, phone text)
      ON CONFLICT (id) DO UPDATE SET agency_code = EXCLUDED.agency_code, office_id = EXCLUDED.office_id,
        name = EXCLUDED.name, post = EXCLUDED.post, phone = EXCLUDED.phone`,
  },
];

/** Agencies, offices and officers as organisation last stated them. Set-based: at most three statements a page. */
export const organisationProjection: Projection<ServiceCenterTx> = {
  source: 'organisation',
  async apply(tx, entries: readonly JournalEntry[]) {
    for (const { actions, statement } of KEPT) {
      const states = lastStates(entries, (action) => actions.has(action));
      if (states.length > 0) await tx.$executeRawUnsafe(statement, JSON.stringify(states));
    }
  },
  async clear(tx) {
    await tx.officer.deleteMany();
    await tx.office.deleteMany();
    await tx.agency.deleteMany();
  },
};

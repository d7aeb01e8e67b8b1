import type { JournalDraft } from '../../../shared/journal';
import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { deriveMandate, type ItemWithDuty } from '../../rules/mandates/derive-mandate';
import { mandateId, type MandateRecord } from '../../rules/mandates/mandate-document';
import { ON_THE_LIST } from '../../rules/on-the-list';
import type { OrganisationAction } from '../../rules/permissions';
import { raiseStaleDuties } from './raise-stale-duties';
import { mandateEvent, writeMandates } from './write-mandate';

export interface DeriveMandates {
  regionCode: string;
  /** The list is read as of this day, and the mandates are in force from it on. */
  effectiveOn: string;
}

interface AgencyWithItems {
  code: string;
  name: string;
  items: ItemWithDuty[];
  offices: { id: string; name: string; agencyCode: string }[];
  nextVersion: number;
}

/**
 * Gives each agency that has items on the list and no mandate yet a starting one, derived from the list's own columns
 * 部门职责 and 承办机构. It names only what is on the list, so the gate stands open to it.
 */
export const deriveMandates: Command<OrganisationTx, OrganisationAction, DeriveMandates, { mandates: MandateRecord[] }> = {
  action: 'deriveMandates',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode, effectiveOn }, { tx, now }) {
    const agencies = await agenciesWithoutMandate(tx, regionCode, effectiveOn);
    const derived = agencies.map(({ code, items, offices, nextVersion, name }) => {
      const draft = deriveMandate(items, new Map(offices.map((office) => [office.id, office])), code, effectiveOn);
      const record: MandateRecord = { ...draft, id: mandateId(code, nextVersion), agencyCode: code, version: nextVersion, state: 'APPROVED', origin: 'DERIVED', effectiveTo: null, reason: null };
      return { name, record };
    });
    const filled = derived.filter(({ record }) => record.duties.length > 0 || record.offices.length > 0);
    if (filled.length === 0)
      return refuse('NOTHING_TO_DERIVE', 'P13', `${regionCode}没有可由清单推定三定的机构：该日清单上有事项的机构都已有三定，或清单没有写明部门职责和承办机构`, [{ path: 'regionCode', value: regionCode }]);
    await writeMandates(tx, filled.map(({ record }) => record), now);
    const entries = filled.map(({ name, record }): JournalDraft => mandateEvent('MandateDerived', '由清单推定', name, null, record));
    entries.push(...(await raiseStaleDuties(tx, { mandateIds: filled.map(({ record }) => record.id) }, now))); // lost since that day
    return accept({ value: { mandates: filled.map(({ record }) => record) }, entries });
  },
};

/** Agencies of the region that hold items on the list that day and never had an approved mandate; one statement. */
const agenciesWithoutMandate = (tx: OrganisationTx, regionCode: string, day: string): Promise<AgencyWithItems[]> =>
  tx.$queryRawUnsafe(
    `WITH on_day AS (
       SELECT DISTINCT ON (i.code) i.code, i.agency_code, i.status, i.duty, i.office_ids FROM organisation.listed_item i
       WHERE i.region_code = $1 AND i.valid_from <= $2::date ORDER BY i.code, i.valid_from DESC)
     SELECT a.code, a.name,
       json_agg(json_build_object('code', i.code, 'duty', i.duty, 'officeIds', i.office_ids) ORDER BY i.code COLLATE "C") AS items,
       (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'agencyCode', o.agency_code)), '[]')
        FROM organisation.office o WHERE o.agency_code = a.code AND (o.closed_on IS NULL OR o.closed_on > $2::date)) AS offices,
       (SELECT coalesce(max(m.version), 0)::int + 1 FROM organisation.mandate m WHERE m.agency_code = a.code) AS "nextVersion"
     FROM organisation.agency a JOIN on_day i ON i.agency_code = a.code AND i.status = ANY($3::text[])
     WHERE a.entrusted_by IS NULL AND (a.abolished_on IS NULL OR a.abolished_on > $2::date)
       AND NOT EXISTS (SELECT 1 FROM organisation.mandate m WHERE m.agency_code = a.code AND m.state = 'APPROVED')
     GROUP BY a.code, a.name ORDER BY a.code COLLATE "C"`,
    regionCode,
    day,
    ON_THE_LIST,
  );

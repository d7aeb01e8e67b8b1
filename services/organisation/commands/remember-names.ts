import type { JournalDraft } from '../../shared/journal';
import type { OrganisationTx } from '../context';
import { bodyKey } from '../rules/body-name';
import type { AgencyRecord, BodyAliasRecord } from '../rules/records';
import { namedRegions } from './named-regions';
import { BODY_ALIASES } from './record-kinds';
import { loadRecords, storeRecords } from './store-records';

/** Lists go on using the names an agency had: after a renaming they still find it. What is remembered already stays. */
export async function rememberFormerNames(
  tx: OrganisationTx,
  written: readonly { before: AgencyRecord | null; after: AgencyRecord }[],
): Promise<JournalDraft[]> {
  const former = written.flatMap(({ before, after }) => {
    const now = new Set([after.name, after.shortName]);
    const then = before === null ? [] : [before.name, before.shortName].filter((name) => name !== null);
    return then.filter((name) => !now.has(name)).map((name) => ({ name, agency: after }));
  });
  if (former.length === 0) return [];
  const regions = await namedRegions(tx, former.map(({ agency }) => agency.regionCode));
  const aliases = new Map<string, BodyAliasRecord>();
  for (const { name, agency } of former) {
    const region = regions.get(agency.regionCode);
    if (!region) continue;
    const key = bodyKey(name, region);
    if ([agency.name, agency.shortName].some((now) => now !== null && bodyKey(now, region) === key)) continue;
    const alias = { regionCode: agency.regionCode, key, name, agencyCode: agency.code, confirmed: false };
    aliases.set(`${alias.regionCode}:${key}`, alias);
  }
  const known = new Set((await loadRecords(tx, BODY_ALIASES, [...aliases.values()])).map(({ regionCode, key }) => `${regionCode}:${key}`));
  const fresh = [...aliases].filter(([id]) => !known.has(id)).map(([, alias]) => alias);
  return (await storeRecords(tx, BODY_ALIASES, fresh)).entries;
}

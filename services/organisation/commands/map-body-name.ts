import { accept, refuse } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { OrganisationTx } from '../context';
import { bodyKey, normaliseBodyName } from '../rules/body-name';
import { nameProblems } from '../rules/name-checks';
import type { OrganisationAction } from '../rules/permissions';
import { hasProblems, refuseAll } from '../rules/problems';
import type { BodyAliasRecord } from '../rules/records';
import { namedRegions } from './named-regions';
import { AGENCIES, BODY_ALIASES } from './record-kinds';
import { loadRecords, storeRecords } from './store-records';

export interface MapBodyName {
  regionCode: string;
  name: string;
  agencyCode: string;
}

/**
 * A person says whom a name on a region's lists means; every later import follows it. Only a body of that region: an
 * import registers offices under whom it finds, and must not reach into another region's register.
 */
export const mapBodyName: Command<OrganisationTx, OrganisationAction, MapBodyName, BodyAliasRecord> = {
  action: 'mapBodyName',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode, name: written, agencyCode }, { tx }) {
    const name = normaliseBodyName(written);
    const problems = nameProblems(name, 'name');
    if (hasProblems(problems)) return refuseAll(problems);
    const region = (await namedRegions(tx, [regionCode])).get(regionCode);
    if (!region) return refuse('UNKNOWN_REGION', null, `区划不存在：${regionCode}`, [{ path: 'regionCode', value: regionCode }]);
    const [agency] = await loadRecords(tx, AGENCIES, [{ code: agencyCode }]);
    if (agency?.regionCode !== regionCode)
      return refuse('UNKNOWN_AGENCY', null, `${regionCode} 没有机构 ${agencyCode}`, [{ path: 'agencyCode', value: agencyCode }]);
    const alias = { regionCode, key: bodyKey(name, region), name, agencyCode, confirmed: true };
    const { entries } = await storeRecords(tx, BODY_ALIASES, [alias]);
    return accept({ value: alias, entries });
  },
};

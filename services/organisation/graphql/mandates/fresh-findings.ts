import canonicalize from 'canonicalize';
import type { OrganisationContext } from '../../context';
import type { CheckedFinding } from '../../queries/mandates/region-check';
import { agencyViews } from '../../rules/mandates/agency-views';
import type { CrossCheckFacts, ItemFacts } from '../../rules/mandates/cross-check-facts';
import { checkAgency } from '../../rules/mandates/checks';
import { regionOfAgency } from '../../rules/hub-codes';
import type { StatedItem } from './stated-items';

/**
 * An agency's findings against its items as the catalog states them at this moment, whether or not the list's follower is
 * there yet. What the catalog did not answer is taken from the follower.
 */
export async function freshFindings({ regionChecks, today }: OrganisationContext, code: string, stated: readonly StatedItem[] | null): Promise<CheckedFinding[]> {
  const check = await regionChecks(regionOfAgency(code), today);
  const view = check.views.get(code);
  if (!view) return [];
  const facts = stated === null ? view.facts : withStated(view.facts, code, stated);
  const findings = facts === view.facts ? checkAgency(view) : agencyViews(facts).filter(({ agency }) => agency.code === code).flatMap(checkAgency);
  return findings.map(check.recordOf).filter(({ record }) => record?.state !== 'CLOSED');
}

/** The gateway leaves out what is null. */
const toFacts = (agencyCode: string, { lastStatus, lastAgencyCode, lastFrom, subItem, ...item }: StatedItem): ItemFacts => ({
  ...item,
  subItem: subItem ?? null,
  agencyCode,
  last: { status: lastStatus, agencyCode: lastAgencyCode, from: lastFrom },
});

/** The same facts where nothing differs, so that nothing is computed again. An item that the catalog no longer gives the agency is another's. */
function withStated(facts: CrossCheckFacts, agencyCode: string, stated: readonly StatedItem[]): CrossCheckFacts {
  const fresh = new Map(stated.map((item) => [item.code, toFacts(agencyCode, item)]));
  const items = new Map(facts.items);
  let differs = false;
  for (const [code, item] of fresh) {
    const known = facts.items.get(code);
    if (known && canonicalize(plain(known)) === canonicalize(plain(item))) continue;
    items.set(code, item);
    differs = true;
  }
  for (const item of facts.items.values()) {
    if (item.agencyCode !== agencyCode || fresh.has(item.code)) continue;
    items.set(item.code, { ...item, agencyCode: '', last: { ...item.last, agencyCode: '' } });
    differs = true;
  }
  return differs ? { ...facts, items } : facts;
}

const plain = ({ code, name, subItem, category, status, regionCode, agencyCode, levels, officeIds, validFrom, last }: ItemFacts) =>
  ({ code, name, subItem, category, status, regionCode, agencyCode, levels: levels.toSorted(), officeIds: officeIds.toSorted(), validFrom, last });

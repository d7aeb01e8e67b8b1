import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { ParsedList } from '../../importers/parsed-list';
import { identifyItems, parentCodes, type PlacedPower } from '../../rules/identify-items';
import { codeKey, instrumentKey } from '../../rules/item-identity';
import { withOwnLevel } from '../../rules/own-level';
import type { CatalogAction } from '../../rules/permissions';
import type { PowerCategory } from '../../rules/vocabulary';
import { loadHeldItems } from '../adjust/load-items';
import { countImportedEditions, openEdition } from './open-edition';
import { placeBodies, type BodyPlace } from './place-bodies';
import { openList } from './open-list';
import { reportOf, type ImportReport } from './report';
import { fingerprintOf, type ItemFacts, itemFacts } from './statement';
import { CHANGED, LISTED, versionEvent } from './version-event';
import { restatedCodes, writeVersions, type NewVersion } from './write-versions';

/** One published file of a region's list, read, with its bodies and offices as the organisation service knows them. */
export interface ImportListInput {
  regionCode: string;
  scheme: string;
  /** Day of publication: what the list says holds from then on. */
  publishedOn: string;
  list: ParsedList;
  bodies: BodyPlace[];
}

/**
 * Records a published list (P2, P7): new items are listed, changed ones get a new version, unchanged ones are left
 * alone. One file is one command: all of it or nothing. Items the file does not mention are not touched: leaving the
 * list is an adjustment (P14), never an omission.
 */
export const importList: Command<CatalogTx, CatalogAction, ImportListInput, ImportReport> = {
  action: 'import-list',
  target: ({ regionCode }) => ({ regionCode }),
  async handle(input, { tx }) {
    const { regionCode, publishedOn } = input;
    const categories = await tx.schemeCategory.findMany({ where: { schemeCode: input.scheme } });
    if (categories.length === 0) return refuse('UNKNOWN_SCHEME', 'P1', `没有名为 ${input.scheme} 的类别体系`, [{ path: 'scheme', value: input.scheme }]);
    const opened = await openList(tx, regionCode, input.scheme);
    if (!opened.ok) return opened;

    const { placed, rejected } = placeBodies(input.list, input.bodies);
    const typeCodes = Object.fromEntries(categories.map((row) => [row.category as PowerCategory, row.typeCode]));
    const current = await loadCurrent(tx, regionCode);
    const taken = await codesTaken(tx, regionCode, placed);
    // Before rows are recognised: a level that is stated and one that goes without saying name the same item.
    const levelled = placed.map((power) => withOwnLevel(power, regionCode));
    const identities = identifyItems(levelled, { known: [...current.values()], taken, typeCodes });
    const parents = parentCodes(identities);
    const restated = identities
      .map((identity): NewVersion => {
        const facts = itemFacts(identity, parents.get(identity.code) ?? null);
        const { status, conditions } = current.get(identity.code) ?? identity.power.form ?? NEWLY_LISTED;
        return { identity, facts, status, conditions, fingerprint: fingerprintOf(facts) };
      })
      .filter(({ identity, fingerprint }) => current.get(identity.code)?.fingerprint !== fingerprint);
    const versions = await withoutRestated(tx, restated);
    const report = reportOf(input.list, rejected, new Set(versions.map(({ identity }) => identity.power)));
    if (versions.length === 0) return accept({ value: report, entries: opened.value });

    const edition = await openEdition(tx, regionCode, publishedOn, restatedCodes(versions));
    if (!edition.ok) return edition;
    const aside = await writeVersions(tx, versions, { regionCode, editionId: edition.value.id, adjustmentId: null, validFrom: publishedOn });
    await countImportedEditions(tx, regionCode, publishedOn);
    const events = versions.map((version) => {
      const before = current.get(version.identity.code);
      return versionEvent(before ? CHANGED : LISTED, version, before, { regionCode, validFrom: publishedOn });
    });
    return accept({ value: report, entries: [...opened.value, ...edition.value.events, ...aside, ...events] });
  },
};

interface CurrentItem {
  code: string;
  publishedCode: string | null;
  naturalKey: string;
  fingerprint: string;
  status: string;
  conditions: string | null;
}

/**
 * Those that say something else than what is stored. Of an instrument the hub keeps one title, whatever a list calls it:
 * what was exported under that title, and comes back, says nothing new.
 */
async function withoutRestated(tx: CatalogTx, versions: readonly NewVersion[]): Promise<NewVersion[]> {
  const held = await loadHeldItems(tx, restatedCodes(versions));
  return versions.filter(({ facts }) => {
    const stored = held.get(facts.code)?.facts;
    return stored === undefined || fingerprintOf(byInstrument(stored)) !== fingerprintOf(byInstrument(facts));
  });
}

const byInstrument = (facts: ItemFacts): ItemFacts => ({ ...facts, citations: facts.citations.map((citation) => ({ ...citation, title: instrumentKey(citation) })) });

/** State of an item seen for the first time. A list restates the items it knows; it decides nothing about their state. */
const NEWLY_LISTED = { status: 'LISTED', conditions: null };

async function loadCurrent(tx: CatalogTx, regionCode: string): Promise<Map<string, CurrentItem>> {
  const rows = await tx.$queryRaw<CurrentItem[]>`
    SELECT i.code, i.published_code AS "publishedCode", i.natural_key AS "naturalKey", v.fingerprint, v.status, v.conditions
    FROM catalog.power_item i JOIN catalog.item_version v ON v.code = i.code AND v.valid_to = '9999-12-31'
    WHERE i.region_code = ${regionCode}`;
  return new Map(rows.map((row) => [row.code, row]));
}

/** Published codes of the list that items elsewhere already have: codes are keys of the whole hub. */
async function codesTaken(tx: CatalogTx, regionCode: string, powers: readonly PlacedPower[]): Promise<Set<string>> {
  const codes = powers.flatMap(({ publishedCode, form }) => [...(publishedCode === null ? [] : [codeKey(publishedCode)]), ...(form?.code ? [form.code] : [])]);
  if (codes.length === 0) return new Set();
  const rows = await tx.powerItem.findMany({
    where: { code: { in: codes }, regionCode: { not: regionCode } },
    select: { code: true },
  });
  return new Set(rows.map((row) => row.code));
}

import { accept, type Outcome } from '../../../shared/outcome';
import type { CatalogTx } from '../../context';
import { toPower } from '../../rules/adjustments/new-item';
import { identifyItems, parentCodes, type Identity, type PlacedPower } from '../../rules/identify-items';
import { withOwnLevel } from '../../rules/own-level';
import { publicationOf } from '../../rules/review-cycle/publication';
import type { PowerCategory } from '../../rules/vocabulary';
import { fingerprintOf, itemFacts, type ItemFacts } from '../import-list/statement';
import type { NewVersion } from '../import-list/write-versions';
import type { CycleRecord } from './cycle-record';
import { codesTakenElsewhere, statedItems, type RegionItem } from './region-items';

/** The versions that publication writes, those of cancelled items last. */
export async function changesOf(tx: CatalogTx, cycle: CycleRecord, items: readonly RegionItem[]): Promise<Outcome<{ versions: NewVersion[]; leftOut: string[] }>> {
  const stated = await approvedItems(tx, cycle, items);
  const byCode = new Map(items.map((item) => [item.code, item]));
  const approved = stated.map(({ facts, fingerprint }) => ({ code: facts.code, fingerprint, known: byCode.get(facts.code) ?? null }));
  const publication = publicationOf(approved, items, { openedOn: cycle.openedOn, reported: new Set(Object.keys(cycle.state.departments)) });
  if (!publication.ok) return publication;
  const { write, cancel, leftOut } = publication.value;
  const statementOf = new Map(stated.map((statement) => [statement.facts.code, statement]));
  const listed = write.map(({ code, status, conditions }): NewVersion => ({ ...statementOf.get(code)!, status, conditions }));
  const cancelled = (await statedItems(tx, cancel)).map((facts): NewVersion => ({
    identity: identityOf(byCode.get(facts.code)!, facts),
    facts,
    status: 'CANCELLED',
    conditions: null,
    fingerprint: byCode.get(facts.code)!.fingerprint,
  }));
  return accept({ versions: [...listed, ...cancelled], leftOut });
}

/** What the cycle approved, each item with its code and its statement. */
async function approvedItems(tx: CatalogTx, { id, regionCode, schemeCode }: CycleRecord, known: readonly RegionItem[]): Promise<Pick<NewVersion, 'identity' | 'facts' | 'fingerprint'>[]> {
  const drafts = await tx.$queryRawUnsafe<{ facts: PlacedPower }[]>(
    `SELECT facts FROM catalog.draft_item WHERE cycle_id = $1 AND status = 'UNDER_REVIEW' ORDER BY agency_code, id`,
    id,
  );
  const powers = drafts.map(({ facts }) => facts);
  const taken = await codesTakenElsewhere(tx, regionCode, powers.map(({ publishedCode }) => publishedCode));
  const categories = await tx.schemeCategory.findMany({ where: { schemeCode } });
  const typeCodes = Object.fromEntries(categories.map(({ category, typeCode }) => [category as PowerCategory, typeCode]));
  const levelled = powers.map((power) => withOwnLevel(power, regionCode));
  const identities = identifyItems(levelled, { known, taken, typeCodes });
  const parents = parentCodes(identities);
  return identities.map((identity) => {
    const facts = itemFacts(identity, parents.get(identity.code) ?? null);
    return { identity, facts, fingerprint: fingerprintOf(facts) };
  });
}

const identityOf = (item: RegionItem, facts: ItemFacts): Identity => ({
  power: toPower(facts),
  code: item.code,
  codeScheme: item.codeScheme,
  publishedCode: item.publishedCode,
  naturalKey: item.naturalKey,
  known: item,
});

import { insertRows } from '../../../shared/insert-rows';
import type { JournalDraft, Json } from '../../../shared/journal';
import type { CatalogTx } from '../../context';
import type { Effects, ItemChange, NewListing } from '../../rules/adjustments/effects';
import { titleOf, type HeldItem } from '../../rules/adjustments/held-item';
import { toPower } from '../../rules/adjustments/new-item';
import type { LineageEdge } from '../../rules/lineage';
import { ITEM_STATUSES } from '../../rules/vocabulary';
import { fingerprintOf, itemFacts } from '../import-list/statement';
import { writeVersions, type NewVersion } from '../import-list/write-versions';
import { copyVersions } from './copy-versions';
import type { IdentifiedResult } from './identify-results';

/** The adjustment that the effects belong to. */
export interface EffectsPlace {
  adjustmentId: string;
  effectiveOn: string;
  regionCode: string;
  /** The region whose list the results go on, when that is another. */
  resultRegionCode: string;
  /** Said in the journal beside the state of the items that change. */
  aside: { [key: string]: Json };
}

/** Writes what a decision does to the list, set-based, and says so for each item. */
export async function recordEffects(
  tx: CatalogTx,
  effects: Effects,
  results: readonly IdentifiedResult[],
  place: EffectsPlace,
): Promise<JournalDraft[]> {
  const { adjustmentId, effectiveOn, regionCode, resultRegionCode } = place;
  const copied = effects.changes.filter(({ restated }) => restated === null);
  const restated = effects.changes.filter(({ restated }) => restated !== null).map(restatedVersion);
  const listed = effects.listings.map((listing) => ({ listing, version: listedVersion(listing, results) }));
  const when = { editionId: null, adjustmentId, validFrom: effectiveOn };

  await copyVersions(tx, copied.map(({ held, status, conditions }) => ({ fromVersionId: held.versionId, status, conditions })), { adjustmentId, validFrom: effectiveOn });
  const aside = restated.length > 0 ? await writeVersions(tx, restated, { ...when, regionCode }) : [];
  if (listed.length > 0) aside.push(...await writeVersions(tx, listed.map(({ version }) => version), { ...when, regionCode: resultRegionCode }));
  await insertLineage(tx, effects.lineage, place);
  return [
    ...aside,
    ...effects.changes.map((change) => changeEvent(change, place)),
    ...listed.map(({ listing, version }) => listingEvent(listing, version, place)),
  ];
}

const insertLineage = (tx: CatalogTx, edges: readonly LineageEdge[], { adjustmentId, effectiveOn }: EffectsPlace): Promise<void> =>
  insertRows(
    tx,
    'catalog.lineage',
    { from_code: 'text', to_code: 'text', kind: 'text', adjustment_id: 'bigint', effective_on: 'date' },
    edges.map(({ from, to, kind }) => ({ from_code: from, to_code: to, kind, adjustment_id: adjustmentId, effective_on: effectiveOn })),
  );

function restatedVersion({ held, restated, status, conditions }: ItemChange): NewVersion {
  const { facts, naturalKey } = restated!;
  const { code, publishedCode } = facts;
  const known = { code, publishedCode, naturalKey: held.naturalKey };
  const codeScheme = code === publishedCode ? ('PUBLISHED' as const) : ('HUB' as const);
  return {
    identity: { power: toPower(facts), code, codeScheme, publishedCode, naturalKey, known },
    facts,
    status,
    conditions,
    fingerprint: fingerprintOf(facts),
  };
}

function listedVersion({ item, status, conditions }: NewListing, results: readonly IdentifiedResult[]): NewVersion {
  const { identity, parentCode } = results.find(({ path }) => path === item.path)!;
  const facts = itemFacts(identity, parentCode);
  return { identity, facts, status, conditions, fingerprint: fingerprintOf(facts) };
}

const stateBefore = (held: HeldItem | null): Json =>
  held === null ? null : { fingerprint: held.fingerprint, status: held.status, conditions: held.conditions, validFrom: held.validFrom };

function changeEvent({ held, restated, event, status, conditions }: ItemChange, place: EffectsPlace): JournalDraft {
  const facts = restated?.facts ?? held.facts;
  const fingerprint = restated ? fingerprintOf(restated.facts) : held.fingerprint;
  return {
    action: event,
    subject: { kind: 'PowerItem', id: facts.code },
    summary: `${ITEM_STATUSES[status]}（自 ${place.effectiveOn} 起）：${titleOf(facts)}`,
    before: stateBefore(held),
    after: { ...stated(facts), status, conditions, regionCode: held.regionCode, fingerprint, ...whence(place), ...place.aside },
  };
}

function listingEvent({ item, event, status, conditions }: NewListing, { facts, fingerprint }: NewVersion, place: EffectsPlace): JournalDraft {
  return {
    action: event,
    subject: { kind: 'PowerItem', id: facts.code },
    summary: `列入清单（自 ${place.effectiveOn} 起）：${titleOf(facts)}`,
    before: stateBefore(item.held),
    after: { ...stated(facts), status, conditions, regionCode: place.resultRegionCode, fingerprint, ...whence(place) },
  };
}

const stated = (facts: HeldItem['facts']) => ({ ...facts, citations: facts.citations.map((citation) => ({ ...citation })) });
const whence = ({ effectiveOn, adjustmentId }: EffectsPlace) => ({ validFrom: effectiveOn, adjustmentId });

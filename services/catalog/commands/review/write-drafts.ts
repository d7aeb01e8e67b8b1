import { insertRows } from '../../../shared/insert-rows';
import type { CatalogTx } from '../../context';
import type { Recognised } from '../../rules/review-cycle/recognise-drafts';
import { draftFingerprint, factsOf } from './drafts';

/** A reported item about to be stored, in the round it is reported in. */
export interface DraftToWrite extends Recognised {
  round: number;
}

const NEW_TYPES = {
  cycle_id: 'text',
  agency_code: 'text',
  natural_key: 'text',
  category: 'text',
  name: 'text',
  facts: 'jsonb',
  fingerprint: 'text',
  status: 'text',
  round: 'int',
};

/** Stores what a department reported: new items as drafts, restated ones with their new words. Set-based, whatever the number. */
export async function writeDrafts(tx: CatalogTx, cycleId: string, drafts: readonly DraftToWrite[]): Promise<void> {
  await restate(tx, drafts.filter(({ draft }) => draft !== null));
  const fresh = drafts.filter(({ draft }) => draft === null);
  await insertRows(
    tx,
    'catalog.draft_item',
    NEW_TYPES,
    fresh.map((each) => ({ cycle_id: cycleId, status: 'DRAFT', ...rowOf(each) })),
  );
}

const rowOf = ({ power, naturalKey, round }: DraftToWrite) => ({
  agency_code: power.agencyCode,
  natural_key: naturalKey,
  category: power.category,
  name: power.name,
  facts: factsOf(power),
  fingerprint: draftFingerprint(power),
  round,
});

/** An item the reviewers have seen stays under review with its new words; one that was taken out comes back as a draft. */
async function restate(tx: CatalogTx, drafts: readonly DraftToWrite[]): Promise<void> {
  if (drafts.length === 0) return;
  const renamed = drafts.filter(({ draft, naturalKey }) => draft!.naturalKey !== naturalKey).map(({ draft }) => draft!.id);
  // Two items may exchange their names: keys are unique at every moment, so they are first set apart.
  if (renamed.length > 0) await tx.$executeRawUnsafe(`UPDATE catalog.draft_item SET natural_key = 'renamed|' || id WHERE id = ANY($1::bigint[])`, renamed);
  await tx.$executeRawUnsafe(
    `UPDATE catalog.draft_item d SET natural_key = n.natural_key, category = n.category, name = n.name, facts = n.facts,
       fingerprint = n.fingerprint, round = n.round, status = CASE d.status WHEN 'WITHDRAWN' THEN 'DRAFT' ELSE d.status END
     FROM json_to_recordset($1::json) AS n(id bigint, natural_key text, category text, name text, facts jsonb, fingerprint text, round int)
     WHERE d.id = n.id`,
    JSON.stringify(drafts.map((each) => ({ id: each.draft!.id, ...rowOf(each) }))),
  );
}

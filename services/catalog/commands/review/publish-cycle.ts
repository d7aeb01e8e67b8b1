import { dayInChina } from '../../../shared/day';
import { accept, refuse, type Outcome, type Refusal } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { decide } from '../../rules/review-cycle/decide';
import { evolve } from '../../rules/review-cycle/cycle-state';
import { openList } from '../import-list/open-list';
import { CANCELLED, CHANGED, LISTED, versionEvent, type ItemHappening } from '../import-list/version-event';
import { writeVersions, type NewVersion } from '../import-list/write-versions';
import { nextEdition, recordEdition } from '../publish-edition/record-edition';
import { changesOf } from './approved-versions';
import { cycleEntry, cycleTarget, loadCycle, saveCycle } from './cycle-record';
import { itemsOfRegion, type RegionItem } from './region-items';

export interface PublishCycleInput {
  cycleId: string;
  /** Day of publication, today at the latest. */
  publishedOn: string;
}

/** What the publication did. */
export interface PublishedCycle {
  cycleId: string;
  editionId: string;
  listed: number;
  cancelled: number;
  /** Approved items that a decision taken since has ended. */
  leftOut: string[];
}

/**
 * Publishes what the government approved: the items still under review become the region's list, what the list had and
 * nobody reported ends, and the edition is recorded (P7, P10), never with more items than before but by exception (P6).
 */
export const publishCycle: Command<CatalogTx, CatalogAction, PublishCycleInput, PublishedCycle> = {
  action: 'publish-edition',
  target: ({ cycleId }) => cycleTarget({ cycleId }),
  async handle({ cycleId, publishedOn }, { tx, now }) {
    const loaded = await loadCycle(tx, cycleId);
    if (!loaded.ok) return loaded;
    const cycle = loaded.value;
    const { regionCode, state } = cycle;
    const { id: editionId } = await nextEdition(tx, regionCode);
    const decided = decide(state, { kind: 'PUBLISH', editionId }, now.toISOString());
    if (!decided.ok) return decided;

    const items = await itemsOfRegion(tx, regionCode);
    const changes = await changesOf(tx, cycle, items);
    if (!changes.ok) return changes;
    const { versions, leftOut } = changes.value;
    const inTime = noLaterState(versions, items, publishedOn);
    if (!inTime.ok) return inTime;

    const opened = await openList(tx, regionCode, cycle.schemeCode);
    if (!opened.ok) return opened;
    const aside = await writeVersions(tx, versions, { regionCode, editionId, adjustmentId: null, validFrom: publishedOn });
    const recorded = await recordEdition(tx, { regionCode, publishedOn, document: state.decision!.document, cycleId, now });
    if (!recorded.ok) return { ok: false, refusal: withNames(recorded.refusal, versions) };
    await saveCycle(tx, cycle, decided.value.reduce(evolve, state), dayInChina(now));

    const before = new Map(items.map((item) => [item.code, item]));
    const cancelled = versions.filter(({ status }) => status === 'CANCELLED').length;
    const value = { cycleId, editionId: recorded.value.editionId, listed: versions.length - cancelled, cancelled, leftOut };
    const events = versions.map((version) => {
      const replaced = before.get(version.facts.code);
      return versionEvent(happeningOf(version, replaced), version, replaced, { regionCode, validFrom: publishedOn });
    });
    return accept({ value, entries: [...opened.value, ...aside, ...events, ...recorded.value.entries, cycleEntry('CyclePublished', cycleId, { ...value })] });
  },
};

/** P7: history is not rewritten: nothing is published for a day before the last state of an item it changes. */
function noLaterState(versions: readonly NewVersion[], items: readonly RegionItem[], publishedOn: string): Outcome<null> {
  const changed = new Set(versions.map(({ facts }) => facts.code));
  const later = items.filter(({ code, since }) => changed.has(code) && since > publishedOn);
  if (later.length === 0) return accept(null);
  return refuse('LATER_STATE_EXISTS', 'P7', `${later.length} 个事项在 ${publishedOn} 之后已有新的状态`, [
    { path: 'publishedOn', value: publishedOn },
    ...later.map(({ code }) => ({ path: 'item', value: code })),
  ]);
}

/** A code that an item would have got says nothing to anybody: additions are named. */
function withNames(refusal: Refusal, versions: readonly NewVersion[]): Refusal {
  const names = new Map(versions.map(({ facts }) => [facts.code, facts.name]));
  const details = refusal.details.map((detail) => {
    const name = detail.path === 'addition' ? names.get(detail.value ?? '') : undefined;
    return name === undefined ? detail : { path: 'addition', value: `${detail.value} ${name}` };
  });
  return { ...refusal, details };
}

const happeningOf = ({ status }: NewVersion, before: RegionItem | undefined): ItemHappening =>
  status === 'CANCELLED' ? CANCELLED : before ? CHANGED : LISTED;

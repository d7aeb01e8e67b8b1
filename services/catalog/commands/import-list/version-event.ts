import type { JournalDraft } from '../../../shared/journal';
import { titleOf } from '../../rules/adjustments/held-item';
import type { NewVersion, VersionPlace } from './write-versions';

/** What a version replaces, as the journal names it; the entry that brought it holds the whole. */
export interface Replaced {
  fingerprint: string;
  status: string;
}

/** What happened to the item, and how a line for people begins. */
export type ItemHappening = readonly [action: string, verb: string];

export const LISTED: ItemHappening = ['ItemListed', '列入清单'];
export const CHANGED: ItemHappening = ['ItemChanged', '变更'];
export const CANCELLED: ItemHappening = ['ItemCancelled', '取消'];

/** What the journal, and so every follower, hears of a new version: the whole state of the item from its first day on. */
export function versionEvent(
  [action, verb]: ItemHappening,
  { facts, fingerprint, status, conditions }: NewVersion,
  before: Replaced | undefined,
  { regionCode, validFrom }: Pick<VersionPlace, 'regionCode' | 'validFrom'>,
): JournalDraft {
  return {
    action,
    subject: { kind: 'PowerItem', id: facts.code },
    summary: `${verb}：${titleOf(facts)}`,
    before: before ? { fingerprint: before.fingerprint, status: before.status } : null,
    after: { ...facts, status, conditions, regionCode, validFrom, fingerprint },
  };
}

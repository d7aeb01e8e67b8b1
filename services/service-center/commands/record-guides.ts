import { accept, type Outcome } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { ServiceCenterTx } from '../context';
import type { GuideStatement } from '../rules/guide-document';
import { guideFingerprint } from './guide-fingerprint';
import { nextVersion, type LastVersion } from '../rules/next-version';
import { parseGuides } from '../rules/parse-guide';
import type { ServiceCenterAction } from '../rules/permissions';
import { lastVersions, versionEntry, writeVersions, type NewGuideVersion } from './write-versions';

/** Guides as a source reports them: one array, the whole of it or nothing. */
export interface RecordGuidesInput {
  guides: readonly unknown[];
}

export interface RecordedGuides {
  recorded: number;
  unchanged: number;
}

/**
 * Records guides from elsewhere as facts, taken as they are: only what is malformed is refused. Whether one points
 * astray, lacks something or is for an item off the list is what its link says. Recording the same again changes nothing.
 */
export const recordGuides: Command<ServiceCenterTx, ServiceCenterAction, RecordGuidesInput, RecordedGuides> = {
  action: 'record-guides',
  target: () => ({}),
  async handle({ guides }, { tx }) {
    const parsed = parseGuides(guides);
    if (!parsed.ok) return parsed;
    const last = await lastVersions(tx, [...new Set(parsed.value.map(({ itemCode }) => itemCode))]);
    const versions = numberVersions(parsed.value, last);
    if (!versions.ok) return versions;
    await writeVersions(tx, versions.value);
    return accept({
      value: { recorded: versions.value.length, unchanged: guides.length - versions.value.length },
      entries: versions.value.map((version) => versionEntry('GuideRecorded', version)),
    });
  },
};

/** Each statement after the one before it, those of one item in the order they take effect. */
export function numberVersions(statements: readonly GuideStatement[], stored: ReadonlyMap<string, LastVersion>): Outcome<NewGuideVersion[]> {
  const last = new Map(stored);
  const versions: NewGuideVersion[] = [];
  const inOrder = statements
    .map((statement, i) => ({ ...statement, path: `guides.${i}.effectiveOn` }))
    .toSorted((a, b) => compare(a.effectiveOn, b.effectiveOn));
  for (const { itemCode, version: stated, effectiveOn, document, path } of inOrder) {
    const fingerprint = guideFingerprint(document);
    const before = last.get(itemCode) ?? null;
    const next = nextVersion(before, { version: stated, effectiveOn, fingerprint }, path);
    if (!next.ok) return next;
    if (next.value.kind === 'UNCHANGED') continue;
    const { version } = next.value;
    versions.push({ itemCode, version, validFrom: effectiveOn, origin: 'REPORTED', document, fingerprint, last: before });
    last.set(itemCode, { version, validFrom: effectiveOn, fingerprint });
  }
  return accept(versions);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import { accept, refuse, type Outcome } from '../../shared/outcome';
import type { Decision } from '../../shared/run-command';
import type { ServiceCenterTx } from '../context';
import { loadNamed } from '../queries/named-by-guide';
import type { GuideStatement } from '../rules/guide-document';
import { mayPublish } from '../rules/may-publish';
import { nextVersion } from '../rules/next-version';
import { guideFingerprint } from './guide-fingerprint';
import { lastVersions, versionEntry, writeVersions, type NewGuideVersion } from './write-versions';

/** Which version holds the words handed in; published before, if nothing changed. */
export interface PublishedGuide {
  itemCode: string;
  version: number;
}

/** Publishes a guide that was read, checked: the one way a guide becomes a published version. */
export async function publishStatement(
  tx: ServiceCenterTx,
  agencyCode: string,
  statement: GuideStatement,
  today: string,
): Promise<Outcome<Decision<PublishedGuide>>> {
  const from = statement.effectiveOn > today ? statement.effectiveOn : today; // on the list, that day (P5)
  const allowed = mayPublish(agencyCode, statement, await loadNamed(tx, statement, from), today);
  if (!allowed.ok) return allowed;
  const next = await numberVersion(tx, statement, today);
  if (!next.ok) return next;
  const { itemCode } = statement;
  if (next.value.kind === 'UNCHANGED') return accept({ value: { itemCode, version: next.value.version }, entries: [] });
  const { version } = next.value;
  await writeVersions(tx, [version]);
  return accept({ value: { itemCode, version: version.version }, entries: [versionEntry('GuidePublished', version)] });
}

type Numbered = { kind: 'UNCHANGED'; version: number } | { kind: 'NEW'; version: NewGuideVersion };

async function numberVersion(tx: ServiceCenterTx, statement: GuideStatement, today: string): Promise<Outcome<Numbered>> {
  const { itemCode, effectiveOn, document } = statement;
  const last = (await lastVersions(tx, [itemCode])).get(itemCode) ?? null;
  const fingerprint = guideFingerprint(document);
  const next = nextVersion(last, { version: null, effectiveOn, fingerprint });
  if (!next.ok || next.value.kind === 'UNCHANGED') return next as Outcome<Numbered>;
  if (effectiveOn < today)
    return refuse('EFFECTIVE_IN_THE_PAST', 'P7', '指南自公布之日起生效，生效日期不能早于今天', [{ path: 'effectiveOn', value: effectiveOn }]);
  const { version } = next.value;
  return accept({ kind: 'NEW', version: { itemCode, version, validFrom: effectiveOn, origin: 'PUBLISHED', document, fingerprint, last } });
}

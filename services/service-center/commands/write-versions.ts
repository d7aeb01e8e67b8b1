import type { Json, JournalDraft } from '../../shared/journal';
import type { ServiceCenterTx } from '../context';
import type { GuideDocument } from '../rules/guide-document';
import { namedOffices, namedOfficers } from '../rules/link-status';
import type { LastVersion } from '../rules/next-version';
import type { GuideOrigin } from '../rules/vocabulary';

/** A guide version about to be written, after `last`. */
export interface NewGuideVersion {
  itemCode: string;
  version: number;
  validFrom: string;
  origin: GuideOrigin;
  document: GuideDocument;
  fingerprint: string;
  last: LastVersion | null;
}

const OPEN = '9999-12-31';

/** The last recorded version of each of these items' guides. One statement. */
export async function lastVersions(tx: ServiceCenterTx, itemCodes: readonly string[]): Promise<Map<string, LastVersion>> {
  const rows = await tx.$queryRawUnsafe<(LastVersion & { itemCode: string })[]>(
    `SELECT DISTINCT ON (item_code) item_code AS "itemCode", version, valid_from::text AS "validFrom", fingerprint
     FROM service_center.guide_version WHERE item_code = ANY($1::text[]) ORDER BY item_code, version DESC`,
    itemCodes,
  );
  return new Map(rows.map(({ itemCode, ...last }) => [itemCode, last]));
}

/** Writes versions, in order, and ends those they replace. Two statements, however many. */
export async function writeVersions(tx: ServiceCenterTx, versions: readonly NewGuideVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const rows = versions.map(({ itemCode, version, validFrom, origin, document, fingerprint }) => ({
    item_code: itemCode,
    version,
    valid_from: validFrom,
    valid_to: OPEN,
    origin,
    document,
    fingerprint,
    office_ids: [...new Set(namedOffices(document).map(({ id }) => id))],
    officer_ids: [...new Set(namedOfficers(document).map(({ id }) => id))],
  }));
  await tx.$executeRawUnsafe(
    `INSERT INTO service_center.guide_version
       (item_code, version, valid_from, valid_to, origin, document, fingerprint, office_ids, officer_ids)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS v(item_code text, version int, valid_from date, valid_to date,
       origin text, document jsonb, fingerprint text, office_ids text[], officer_ids text[])`,
    JSON.stringify(rows),
  );
  const ended = versions.flatMap(({ itemCode, last, validFrom }) =>
    last === null ? [] : [{ item_code: itemCode, version: last.version, valid_to: validFrom }],
  );
  await tx.$executeRawUnsafe(
    `UPDATE service_center.guide_version g SET valid_to = e.valid_to
     FROM jsonb_to_recordset($1::jsonb) AS e(item_code text, version int, valid_to date)
     WHERE g.item_code = e.item_code AND g.version = e.version`,
    JSON.stringify(ended),
  );
}

/** What the journal says of a new version: the whole of it, and which one it replaces. */
export const versionEntry = (action: 'GuidePublished' | 'GuideRecorded', version: NewGuideVersion): JournalDraft => ({
  action,
  subject: { kind: 'ServiceGuide', id: version.itemCode },
  summary: `${action === 'GuidePublished' ? '发布' : '记录'}办事指南：事项 ${version.itemCode} 第 ${version.version} 版，${version.validFrom} 起`,
  before: version.last === null ? null : { ...version.last },
  after: {
    itemCode: version.itemCode,
    version: version.version,
    validFrom: version.validFrom,
    origin: version.origin,
    fingerprint: version.fingerprint,
    document: version.document as unknown as Json,
  },
});

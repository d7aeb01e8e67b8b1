import type { GuideDocument } from '../../rules/guide-document';
import type { ListedItem } from '../../rules/on-the-list';
import type { Ask } from './ask';

/** An item on a day. */
export interface ItemDay {
  itemCode: string;
  day: string;
}
export const itemDayKey = ({ itemCode, day }: ItemDay): string => `${day} ${itemCode}`;

/** What the list said of an item that day, and which version of its guide held. */
export interface ItemThatDay {
  item: ListedItem | null;
  guideVersion: number | null;
}

interface ItemDayRow extends ItemDay {
  code: string | null;
  category: string;
  status: string;
  agencyCode: string;
  version: number | null;
}

/** Items as the list stated them, each on its day, with the version of the guide in force. One statement, however many. */
export async function itemsThatDay(ask: Ask, keys: readonly ItemDay[]): Promise<Map<string, ItemThatDay>> {
  const distinct = [...new Map(keys.map((key) => [itemDayKey(key), key])).values()];
  const rows = await ask<ItemDayRow>(
    {
      name: 'items-that-day',
      text: `SELECT k.item_code AS "itemCode", k.on_day::text AS day, i.code, i.category, i.status, i.agency_code AS "agencyCode", g.version
        FROM unnest($1::text[], $2::date[]) AS k(item_code, on_day)
        LEFT JOIN LATERAL (SELECT s.* FROM service_center.listed_item s WHERE s.code = k.item_code AND s.valid_from <= k.on_day
          ORDER BY s.valid_from DESC LIMIT 1) AS i ON true
        LEFT JOIN service_center.guide_version g ON g.item_code = k.item_code AND g.valid_from <= k.on_day AND g.valid_to > k.on_day`,
    },
    [distinct.map(({ itemCode }) => itemCode), distinct.map(({ day }) => day)],
  );
  return new Map(
    rows.map(({ itemCode, day, code, category, status, agencyCode, version }) => [
      itemDayKey({ itemCode, day }),
      { item: code === null ? null : { code, category, status, agencyCode }, guideVersion: version },
    ]),
  );
}

/** A version of an item's guide. */
export interface GuideKey {
  itemCode: string;
  guideVersion: number | null;
}
const guideKey = (itemCode: string, version: number): string => `${version} ${itemCode}`;

/** Documents already read, by fingerprint: what has the same fingerprint says the same, in whatever database. Bounded. */
const read = new Map<string, GuideDocument>();
const MOST_READ = 5_000;

/** Looks up the guide a case is pinned to. */
export type GuideOf = (key: GuideKey) => GuideDocument | null;

/** The documents of guide versions: one statement, and one more for those not read before, however many. */
export async function guidesOf(ask: Ask, keys: readonly GuideKey[]): Promise<GuideOf> {
  const pinned = keys.filter(({ guideVersion }) => guideVersion !== null);
  const distinct = [...new Map(pinned.map((key) => [guideKey(key.itemCode, key.guideVersion!), key])).values()];
  const fingerprints = new Map<string, string>();
  if (distinct.length > 0) {
    const rows = await ask<{ itemCode: string; version: number; fingerprint: string }>(
      {
        name: 'case-guide-fingerprints',
        text: `SELECT g.item_code AS "itemCode", g.version, g.fingerprint FROM unnest($1::text[], $2::int[]) AS k(item_code, version)
               JOIN service_center.guide_version g ON g.item_code = k.item_code AND g.version = k.version`,
      },
      [distinct.map(({ itemCode }) => itemCode), distinct.map(({ guideVersion }) => guideVersion)],
    );
    for (const { itemCode, version, fingerprint } of rows) fingerprints.set(guideKey(itemCode, version), fingerprint);
  }
  const documents = await documentsOf(ask, distinct, fingerprints);
  return ({ itemCode, guideVersion }) =>
    guideVersion === null ? null : (documents.get(fingerprints.get(guideKey(itemCode, guideVersion)) ?? '') ?? null);
}

/** The documents by fingerprint: those read before, and of the rest each once. */
async function documentsOf(ask: Ask, keys: readonly GuideKey[], fingerprints: ReadonlyMap<string, string>): Promise<Map<string, GuideDocument>> {
  const found = new Map<string, GuideDocument>();
  const unread = new Map<string, GuideKey>();
  for (const key of keys) {
    const fingerprint = fingerprints.get(guideKey(key.itemCode, key.guideVersion!));
    const document = fingerprint === undefined ? undefined : read.get(fingerprint);
    if (document !== undefined) found.set(fingerprint!, document);
    else if (fingerprint !== undefined) unread.set(fingerprint, key);
  }
  if (unread.size === 0) return found;
  const wanted = [...unread.values()];
  const rows = await ask<{ fingerprint: string; document: GuideDocument }>(
    {
      name: 'case-guide-documents',
      text: `SELECT g.fingerprint, g.document FROM unnest($1::text[], $2::int[]) AS k(item_code, version)
             JOIN service_center.guide_version g ON g.item_code = k.item_code AND g.version = k.version`,
    },
    [wanted.map(({ itemCode }) => itemCode), wanted.map(({ guideVersion }) => guideVersion)],
  );
  for (const { fingerprint, document } of rows) {
    if (read.size >= MOST_READ) read.clear();
    read.set(fingerprint, document);
    found.set(fingerprint, document);
  }
  return found;
}

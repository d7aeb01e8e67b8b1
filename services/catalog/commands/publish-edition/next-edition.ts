import type { CatalogTx } from '../../context';
import type { LastEdition } from '../../rules/edition-order';

interface EarlierEdition extends LastEdition {
  origin: 'IMPORTED' | 'PUBLISHED';
  total: number;
}

/** What a new edition comes after. */
export interface EarlierEditions {
  /** The last of any origin: the new one has a later day. */
  last: EarlierEdition | null;
  /**
   * What only-fewer (P6) measures against: the last one the government published; before its first, the last imported
   * one. A file imported in between adds nothing to what may be published.
   */
  measure: EarlierEdition | null;
}

/** The editions of a region that its next one comes after. One statement. */
export async function earlierEditions(tx: CatalogTx, regionCode: string): Promise<EarlierEditions> {
  const editions = await tx.$queryRawUnsafe<EarlierEdition[]>(
    `SELECT id, number, origin, published_on::text AS "publishedOn", total FROM catalog.edition
     WHERE region_code = $1 ORDER BY published_on DESC, number DESC`,
    regionCode,
  );
  const last = editions[0] ?? null;
  return { last, measure: editions.find(({ origin }) => origin === 'PUBLISHED') ?? last };
}

/**
 * Id and number that the region's next edition will have. Versions may be written under this id before the edition
 * itself is recorded in the same transaction.
 */
export async function nextEdition(tx: CatalogTx, regionCode: string): Promise<{ id: string; number: number }> {
  const [row] = await tx.$queryRawUnsafe<{ number: number }[]>(
    `SELECT COALESCE(max(number), 0)::int + 1 AS number FROM catalog.edition WHERE region_code = $1`,
    regionCode,
  );
  const number = row!.number;
  return { id: `${regionCode}-${number}`, number };
}

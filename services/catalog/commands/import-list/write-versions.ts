import type { CatalogTx } from '../../context';
import { instrumentKey } from '../../rules/item-identity';
import type { Identity } from '../../rules/identify-items';
import { registerInstruments } from './instruments';
import { searchOf, type ItemFacts } from './statement';

/** An item version about to be written. */
export interface NewVersion {
  identity: Identity;
  facts: ItemFacts;
  status: string;
  fingerprint: string;
}

/** Where and when the versions belong. */
export interface VersionPlace {
  regionCode: string;
  editionId: string;
  validFrom: string;
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Ends the current versions of these items and writes the new ones with their citations: set-based, whatever the number. */
export async function writeVersions(tx: CatalogTx, versions: readonly NewVersion[], place: VersionPlace): Promise<void> {
  const { regionCode } = place;
  await tx.powerItem.createMany({
    data: versions
      .filter(({ identity }) => identity.known === null)
      .map(({ identity: { code, codeScheme, publishedCode, naturalKey } }) => ({
        code,
        codeScheme,
        publishedCode,
        naturalKey,
        regionCode,
      })),
  });
  await adoptKeys(tx, versions);
  const validFrom = day(place.validFrom);
  await tx.itemVersion.updateMany({
    where: { code: { in: versions.filter(({ identity }) => identity.known).map(({ identity }) => identity.code) }, validTo: day('9999-12-31') },
    data: { validTo: validFrom },
  });
  const instruments = await registerInstruments(tx, versions.flatMap(({ facts }) => facts.citations));
  const ids = await nextIds(tx, versions.length);
  await tx.itemVersion.createMany({
    data: versions.map(({ facts, fingerprint, status }, i) => {
      const { citations: _citations, publishedCode: _publishedCode, ...columns } = facts;
      return {
        ...columns,
        ...searchOf(facts),
        id: ids[i]!,
        regionCode,
        editionId: place.editionId,
        validFrom,
        status,
        fingerprint,
      };
    }),
  });
  await tx.citation.createMany({
    data: versions.flatMap(({ facts }, i) =>
      facts.citations.map(({ title, ...citation }, ordinal) => ({
        ...citation,
        ordinal: ordinal + 1,
        versionId: ids[i]!,
        instrumentId: instruments.get(instrumentKey(title))!,
      })),
    ),
  });
}

/** An item recognised by its words that now has a code is recognised by the code from here on. */
async function adoptKeys(tx: CatalogTx, versions: readonly NewVersion[]): Promise<void> {
  for (const { identity } of versions) {
    if (identity.known === null || identity.known.naturalKey === identity.naturalKey) continue;
    await tx.powerItem.update({
      where: { code: identity.code },
      data: { naturalKey: identity.naturalKey, publishedCode: identity.publishedCode },
    });
  }
}

async function nextIds(tx: CatalogTx, count: number): Promise<bigint[]> {
  const rows = await tx.$queryRawUnsafe<{ id: bigint }[]>(
    `SELECT nextval(pg_get_serial_sequence('catalog.item_version', 'id')) AS id FROM generate_series(1, $1::int)`,
    count,
  );
  return rows.map((row) => row.id);
}

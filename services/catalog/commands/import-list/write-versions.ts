import { insertRows } from '../../../shared/insert-rows';
import type { JournalDraft } from '../../../shared/journal';
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
  /** Conditions of strict control (严管), where it is under it. */
  conditions: string | null;
  fingerprint: string;
}

/** Codes of the items that already have a version: a new one has nothing to end and nothing to be compared with. */
export const restatedCodes = (versions: readonly NewVersion[]): string[] => versions.filter(({ identity }) => identity.known).map(({ facts }) => facts.code);

/** Where and when the versions belong. */
export interface VersionPlace {
  regionCode: string;
  /** The edition that carries them; null until one follows an adjustment. */
  editionId: string | null;
  /** The adjustment (P14) that brings them, if one does. */
  adjustmentId: string | null;
  validFrom: string;
}

/**
 * Ends the current versions of these items and writes the new ones with their citations: set-based, whatever the number.
 * Answers what the journal is to hear beside the items: of instruments that their citations complete.
 */
export async function writeVersions(tx: CatalogTx, versions: readonly NewVersion[], place: VersionPlace): Promise<JournalDraft[]> {
  await insertRows(tx, 'catalog.power_item', ITEM_TYPES, newItems(versions, place.regionCode));
  await adoptKeys(tx, versions);
  await endVersions(tx, restatedCodes(versions), place);
  const instruments = await registerInstruments(tx, versions.flatMap(({ facts }) => facts.citations));
  const ids = await nextIds(tx, versions.length);
  await insertRows(tx, 'catalog.item_version', VERSION_TYPES, versions.map((version, i) => versionRow(version, ids[i]!, place)));
  await insertRows(tx, 'catalog.citation', CITATION_TYPES, citationRows(versions, ids, instruments.ids));
  return instruments.entries;
}

const ITEM_TYPES = { code: 'text', code_scheme: 'text', published_code: 'text', natural_key: 'text', region_code: 'text' };

const newItems = (versions: readonly NewVersion[], regionCode: string) =>
  versions
    .filter(({ identity }) => identity.known === null)
    .map(({ identity: { code, codeScheme, publishedCode, naturalKey } }) => ({
      code,
      code_scheme: codeScheme,
      published_code: publishedCode,
      natural_key: naturalKey,
      region_code: regionCode,
    }));

const VERSION_TYPES = {
  id: 'bigint',
  code: 'text',
  valid_from: 'date',
  valid_to: 'date',
  status: 'text',
  region_code: 'text',
  agency_code: 'text',
  category: 'text',
  name: 'text',
  sub_item: 'text',
  parent_code: 'text',
  levels: 'text[]',
  authority_split: 'text',
  body_name: 'text',
  office_ids: 'text[]',
  office_names: 'text[]',
  duty: 'text',
  responsibilities: 'text',
  accountability: 'text',
  supervision_phone: 'text',
  remark: 'text',
  basis_text: 'text',
  fingerprint: 'text',
  search_text: 'text',
  grams: 'int[]',
  edition_id: 'text',
  adjustment_id: 'bigint',
  conditions: 'text',
};

function versionRow({ facts, status, conditions, fingerprint }: NewVersion, id: string, place: VersionPlace) {
  const { regionCode, editionId, adjustmentId, validFrom } = place;
  const { searchText, grams } = searchOf(facts);
  return {
    id,
    code: facts.code,
    valid_from: validFrom,
    valid_to: '9999-12-31',
    status,
    region_code: regionCode,
    agency_code: facts.agencyCode,
    category: facts.category,
    name: facts.name,
    sub_item: facts.subItem,
    parent_code: facts.parentCode,
    levels: facts.levels,
    authority_split: facts.authoritySplit,
    body_name: facts.bodyName,
    office_ids: facts.officeIds,
    office_names: facts.officeNames,
    duty: facts.duty,
    responsibilities: facts.responsibilities,
    accountability: facts.accountability,
    supervision_phone: facts.supervisionPhone,
    remark: facts.remark,
    basis_text: facts.basisText,
    fingerprint,
    search_text: searchText,
    grams,
    edition_id: editionId,
    adjustment_id: adjustmentId,
    conditions,
  };
}

const CITATION_TYPES = {
  version_id: 'bigint',
  ordinal: 'int',
  instrument_id: 'int',
  level: 'text',
  document_number: 'text',
  date: 'text',
  article: 'text',
  paragraph: 'text',
  item: 'text',
  quoted: 'text',
};

const citationRows = (versions: readonly NewVersion[], ids: readonly string[], instruments: ReadonlyMap<string, number>) =>
  versions.flatMap(({ facts }, i) =>
    facts.citations.map((citation, ordinal) => {
      const { title: _title, documentNumber, ...clause } = citation;
      return {
        ...clause,
        document_number: documentNumber,
        version_id: ids[i]!,
        ordinal: ordinal + 1,
        instrument_id: instruments.get(instrumentKey(citation))!,
      };
    }),
  );

/** An item recognised by its words that now has a code is recognised by the code from here on; a code that several share is noted all the same. */
async function adoptKeys(tx: CatalogTx, versions: readonly NewVersion[]): Promise<void> {
  for (const { identity } of versions) {
    if (identity.known === null || (identity.known.naturalKey === identity.naturalKey && identity.known.publishedCode === identity.publishedCode)) continue;
    await tx.powerItem.update({
      where: { code: identity.code },
      data: { naturalKey: identity.naturalKey, publishedCode: identity.publishedCode },
    });
  }
}

async function endVersions(tx: CatalogTx, codes: readonly string[], { validFrom }: VersionPlace): Promise<void> {
  if (codes.length === 0) return;
  await tx.itemVersion.updateMany({ where: { code: { in: [...codes] }, validTo: new Date('9999-12-31') }, data: { validTo: new Date(validFrom) } });
}

async function nextIds(tx: CatalogTx, count: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: bigint }[]>(
    `SELECT nextval(pg_get_serial_sequence('catalog.item_version', 'id')) AS id FROM generate_series(1, $1::int)`,
    count,
  );
  return rows.map((row) => String(row.id));
}

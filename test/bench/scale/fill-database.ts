import type pg from 'pg';
import { fingerprintOf, searchOf } from '../../../services/catalog/commands/import-list/statement';
import { instrumentKey } from '../../../services/catalog/rules/item-identity';
import type { OrganisationTx } from '../../../services/organisation/context';
import { writeMandates } from '../../../services/organisation/commands/mandates/write-mandate';
import { catalogProjection as listOfOrganisation } from '../../../services/organisation/followers/catalog-projection';
import { versionEntry, writeVersions, type NewGuideVersion } from '../../../services/service-center/commands/write-versions';
import type { ServiceCenterTx } from '../../../services/service-center/context';
import { catalogProjection as listOfServiceCenter } from '../../../services/service-center/followers/catalog-projection';
import { organisationProjection } from '../../../services/service-center/followers/organisation-projection';
import { systemActor } from '../../../services/shared/actor';
import { insertRows } from '../../../services/shared/insert-rows';
import { appendToJournal, type Json, type JournalDraft, type JournalEntry, type JournalHead, type Transaction } from '../../../services/shared/journal';
import { withoutIndexes } from './without-indexes';
import { guideOfItem } from './guide-of-item';
import { mandatesOfRegion } from './mandates-of-region';
import { LISTED_ON, regionsOf, type GeneratedRegion, type GeneratedState } from './region-of-list';

const ACTOR = systemActor('bench');
const AT = new Date('2025-12-01T02:00:00Z');
const SCHEMAS = ['catalog', 'organisation', 'service_center'] as const;
type Schema = (typeof SCHEMAS)[number];

export interface FillOptions {
  items: number;
  /** Told of every region that is in. */
  onRegion?: (done: number, items: number) => void;
}

/**
 * Fills a migrated, empty hub with a generated list, set by set and without commands: a benchmark's way, no product's. What
 * other services follow and the journals are written by their own code, so that a hub that starts on it has nothing to catch
 * up with and verifies.
 */
export async function fillDatabase(pool: pg.Pool, { items, onRegion = () => {} }: FillOptions): Promise<void> {
  const tx = transactionOver(pool);
  const heads = new Map(await Promise.all(SCHEMAS.map(async (schema) => [schema, await headOf(pool, schema)] as const)));
  const instruments = new Map<string, number>();
  let done = 0;
  const say = async (schema: Schema, drafts: readonly JournalDraft[]): Promise<void> => void heads.set(schema, await appendToJournal(tx, schema, heads.get(schema)!, drafts, ACTOR, AT));
  await withoutIndexes(pool, SCHEMAS, async () => {
    let versionId = 0;
    for (const region of regionsOf(items)) {
      const listed = region.states.map((state) => ({ state, id: (versionId += 1), fingerprint: fingerprintOf(state.facts) }));
      const listEvents = listed.map((version) => listEvent(version, region));
      const followed = listEvents.map(toFollowed);
      const organisation = recordsOf(region);
      const mandates = mandatesOfRegion(region);
      const guides = guidesOf(region);
      // Each service has tables of its own, so the three are written at once.
      await Promise.all([
        writeList(tx, region, listed, instruments).then(() => say('catalog', listEvents)),
        writeOrganisation(tx, organisation)
          .then(() => writeMandates(tx as OrganisationTx, mandates, AT))
          .then(() => listOfOrganisation.apply(tx as OrganisationTx, followed))
          .then(() => say('organisation', organisation.events)),
        writeVersions(tx as ServiceCenterTx, guides)
          .then(() => listOfServiceCenter.apply(tx as ServiceCenterTx, followed))
          .then(() => organisationProjection.apply(tx as ServiceCenterTx, organisation.events as JournalEntry[]))
          .then(() => say('service_center', guides.map((guide) => versionEntry('GuideRecorded', guide)))),
      ]);
      done += new Set(region.states.map(({ facts }) => facts.code)).size;
      onRegion(done, items);
    }
    await pool.query(`SELECT setval(pg_get_serial_sequence('catalog.item_version', 'id'), $1), setval(pg_get_serial_sequence('catalog.legal_instrument', 'id'), $2)`, [versionId, instruments.size]);
  });
  await setCursor(pool, 'organisation', 'catalog', heads.get('catalog')!);
  await setCursor(pool, 'service_center', 'catalog', heads.get('catalog')!);
  await setCursor(pool, 'service_center', 'organisation', heads.get('organisation')!);
}

/** What writes rows takes a transaction; here every statement is one. */
const transactionOver = (pool: pg.Pool): Transaction => ({
  $queryRawUnsafe: async <T>(query: string, ...values: unknown[]) => (await pool.query(query, values)).rows as T,
  $executeRawUnsafe: async (query, ...values) => (await pool.query(query, values)).rowCount ?? 0,
});

async function headOf(pool: pg.Pool, schema: Schema): Promise<JournalHead> {
  const { rows } = await pool.query<{ seq: string; hash: string }>(`SELECT seq, hash FROM ${schema}.journal_head WHERE id = 1`);
  return { seq: Number(rows[0]!.seq), hash: rows[0]!.hash };
}

const setCursor = (pool: pg.Pool, schema: Schema, source: string, { seq, hash }: JournalHead) =>
  pool.query(
    `INSERT INTO ${schema}.follower_cursor (source, seq, hash, applied_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (source) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, applied_at = excluded.applied_at`,
    [source, seq, hash, AT],
  );

/** A region's rows in the register, and what the journal says of them. */
function recordsOf({ code, name, agencies }: GeneratedRegion) {
  const bodies = agencies.map((agency) => ({ code: agency.code, region_code: code, name: agency.name, kind: 'DEPARTMENT', phone: agency.offices[0]!.phone }));
  const offices = agencies.flatMap((agency) => agency.offices.map((office) => ({ ...office, agency_code: agency.code })));
  const officers = agencies.flatMap((agency) => agency.officers.map(({ officeId, ...officer }) => ({ ...officer, office_id: officeId, agency_code: agency.code })));
  const said = (action: string, kind: string, id: string, after: Json): JournalDraft => ({ action, subject: { kind, id }, summary: `登记${id}`, before: null, after });
  const events = [
    said('RegionDefined', 'Region', code, { code, name, kind: 'PREFECTURE', parentCode: null }),
    ...bodies.map(({ region_code, ...body }) => said('AgencyRegistered', 'Agency', body.code, { ...body, regionCode: region_code, abolishedOn: null })),
    ...offices.map(({ agency_code, ...office }) => said('OfficeRegistered', 'Office', office.id, { ...office, agencyCode: agency_code, duties: null, closedOn: null })),
    ...officers.map(({ agency_code, office_id, ...officer }) => said('OfficerRegistered', 'Officer', officer.id, { ...officer, agencyCode: agency_code, officeId: office_id })),
  ];
  return { region: { code, name, kind: 'PREFECTURE', pilot: false, sample: true }, bodies, offices, officers, events };
}

async function writeOrganisation(tx: Transaction, { region, bodies, offices, officers }: ReturnType<typeof recordsOf>): Promise<void> {
  await insertRows(tx, 'organisation.region', { code: 'text', name: 'text', kind: 'text', pilot: 'boolean', sample: 'boolean' }, [region]);
  await insertRows(tx, 'organisation.agency', { code: 'text', region_code: 'text', name: 'text', kind: 'text', phone: 'text' }, bodies);
  await insertRows(tx, 'organisation.office', { id: 'text', agency_code: 'text', name: 'text', phone: 'text' }, offices);
  await insertRows(tx, 'organisation.officer', { id: 'text', agency_code: 'text', office_id: 'text', name: 'text', post: 'text', phone: 'text' }, officers);
}

interface Listed {
  state: GeneratedState;
  id: number;
  fingerprint: string;
}

async function writeList(tx: Transaction, { code: regionCode }: GeneratedRegion, listed: readonly Listed[], instruments: Map<string, number>): Promise<void> {
  const editionId = `${regionCode}-E1`;
  await insertRows(tx, 'catalog.power_list', { region_code: 'text', scheme_code: 'text' }, [{ region_code: regionCode, scheme_code: 'NATIONAL_2015' }]);
  const content = listed.filter(({ state }) => state.validFrom === LISTED_ON).map(({ id }) => id);
  await insertRows(tx, 'catalog.edition', { id: 'text', region_code: 'text', number: 'int', published_on: 'date', origin: 'text', total: 'int', counts: 'jsonb', content: 'bigint[]' }, [
    { id: editionId, region_code: regionCode, number: 1, published_on: LISTED_ON, origin: 'IMPORTED', total: content.length, counts: {}, content },
  ]);
  const codes = [...new Set(listed.map(({ state }) => state.facts.code))];
  await insertRows(tx, 'catalog.power_item', { code: 'text', code_scheme: 'text', natural_key: 'text', region_code: 'text' }, codes.map((code) => ({ code, code_scheme: 'HUB', natural_key: code, region_code: regionCode })));
  await writeInstruments(tx, listed, instruments);
  await insertRows(tx, 'catalog.item_version', VERSION_TYPES, listed.map((version) => versionRow(version, regionCode, editionId)));
  const citations = listed.flatMap(({ state, id }) =>
    state.facts.citations.map(({ title, documentNumber, ...clause }, i) => ({ ...clause, version_id: id, ordinal: i + 1, instrument_id: instruments.get(instrumentKey({ title, documentNumber }))!, document_number: documentNumber })),
  );
  await insertRows(tx, 'catalog.citation', { version_id: 'bigint', ordinal: 'int', instrument_id: 'int', level: 'text', document_number: 'text', date: 'text', article: 'text', paragraph: 'text', item: 'text', quoted: 'text' }, citations);
}

const listEvent = ({ state: { facts, status, validFrom }, fingerprint }: Listed, { code: regionCode, name }: GeneratedRegion): JournalDraft => ({
  action: validFrom === LISTED_ON ? 'ItemListed' : 'ItemChanged',
  subject: { kind: 'PowerItem', id: facts.code },
  summary: `${name}：${facts.name}`,
  before: null,
  after: { ...facts, status, conditions: null, regionCode, validFrom, fingerprint },
});

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
  levels: 'text[]',
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
};

function versionRow({ state: { facts, status, validFrom, validTo }, id, fingerprint }: Listed, regionCode: string, editionId: string) {
  const { searchText, grams } = searchOf(facts);
  return {
    id,
    code: facts.code,
    valid_from: validFrom,
    valid_to: validTo,
    status,
    region_code: regionCode,
    agency_code: facts.agencyCode,
    category: facts.category,
    name: facts.name,
    sub_item: facts.subItem,
    levels: facts.levels,
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
    edition_id: validFrom === LISTED_ON ? editionId : null,
  };
}

async function writeInstruments(tx: Transaction, listed: readonly Listed[], known: Map<string, number>): Promise<void> {
  const fresh = [];
  for (const { title, documentNumber, level } of listed.flatMap(({ state }) => state.facts.citations)) {
    const key = instrumentKey({ title, documentNumber });
    if (known.has(key)) continue;
    known.set(key, known.size + 1);
    fresh.push({ id: known.size, key, title, document_number: documentNumber, level });
  }
  await insertRows(tx, 'catalog.legal_instrument', { id: 'int', key: 'text', title: 'text', document_number: 'text', level: 'text' }, fresh);
}

function guidesOf({ agencies, states, random }: GeneratedRegion): NewGuideVersion[] {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  return states
    .filter(({ validTo }) => validTo === '9999-12-31')
    .flatMap(({ facts }): NewGuideVersion[] => {
      const document = guideOfItem(random, facts, byCode.get(facts.agencyCode)!, agencies);
      return document === null ? [] : [{ itemCode: facts.code, version: 1, validFrom: LISTED_ON, origin: 'REPORTED', document, fingerprint: `${facts.code}@1`, last: null }];
    });
}

/** What followers keep of an item's state: the rest of the event is nothing to them. */
function toFollowed({ after, ...event }: JournalDraft): JournalEntry {
  const { code, name, subItem, category, status, regionCode, agencyCode, levels, officeIds, duty, validFrom } = after as { [field: string]: Json };
  const kept = { code, name, subItem, category, status, regionCode, agencyCode, levels, officeIds, duty, validFrom } as Json;
  return { ...event, after: kept, seq: 0, at: AT.toISOString(), actor: ACTOR, hash: '' };
}

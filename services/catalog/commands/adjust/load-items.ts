import type { CatalogTx } from '../../context';
import { lapsedBy } from '../../queries/delegations';
import { changedFields, type FieldChange, type HeldItem, type NamedItem } from '../../rules/adjustments/held-item';

/** A reference to an item in a decision's input. */
export type ItemReference = Pick<NamedItem, 'path' | 'code' | 'part' | 'basedOn'>;

const STATED = `json_build_object('code', v.code, 'publishedCode', i.published_code, 'name', v.name, 'subItem', v.sub_item,
  'parentCode', v.parent_code, 'category', v.category, 'agencyCode', v.agency_code, 'bodyName', v.body_name,
  'officeIds', v.office_ids, 'officeNames', v.office_names, 'levels', v.levels, 'authoritySplit', v.authority_split,
  'citations', (SELECT COALESCE(json_agg(json_build_object('level', c.level, 'title', n.title,
     'documentNumber', c.document_number, 'date', c.date, 'article', c.article, 'paragraph', c.paragraph, 'item', c.item,
     'quoted', c.quoted) ORDER BY c.ordinal), '[]')
     FROM catalog.citation c JOIN catalog.legal_instrument n ON n.id = c.instrument_id WHERE c.version_id = v.id),
  'basisText', v.basis_text, 'duty', v.duty, 'responsibilities', v.responsibilities, 'accountability', v.accountability,
  'supervisionPhone', v.supervision_phone, 'remark', v.remark)`;

/**
 * Items as the list holds them now, by code. Commands of one service run one after another (the journal's head is
 * locked before), so what is read here is what will be written over. One statement.
 */
export async function loadHeldItems(tx: CatalogTx, codes: readonly string[]): Promise<Map<string, HeldItem>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<HeldItem[]>(
    `SELECT v.id::text AS "versionId", v.valid_from::text AS "validFrom", v.status, v.conditions, v.region_code AS "regionCode",
       i.natural_key AS "naturalKey", v.fingerprint, ${STATED} AS facts,
       (SELECT json_build_object('id', d.id::text, 'adjustmentId', d.adjustment_id::text, 'form', d.form,
          'toAgencyCode', d.to_agency_code, 'toBodyName', d.to_body_name, 'levels', a.details -> 'levels',
          'decidedFor', d.decided_for::text, 'handedOverOn', d.handed_over_on::text)
        FROM catalog.delegation d JOIN catalog.adjustment a ON a.id = d.adjustment_id
        WHERE d.code = v.code AND NOT ${lapsedBy(`'infinity'`)} ORDER BY d.id DESC LIMIT 1) AS delegation,
       EXISTS (SELECT 1 FROM catalog.adjusted_item t JOIN catalog.adjustment a ON a.id = t.adjustment_id
         WHERE t.code = v.code AND t.part = 'RESULT' AND a.kind = 'TAKE_OVER'
           AND a.details ->> 'source' = 'ENTRUSTED') AS "entrustedFromAbove",
       ARRAY(SELECT l.to_code FROM catalog.lineage l
         WHERE l.from_code = v.code AND l.kind <> 'TAKEN_OVER' ORDER BY l.to_code) AS successors
     FROM catalog.item_version v JOIN catalog.power_item i ON i.code = v.code
     WHERE v.code = ANY($1::text[]) AND v.valid_to = '9999-12-31'`,
    codes,
  );
  return new Map(rows.map((row) => [row.facts.code, row]));
}

/** The items a decision names, each against the version its decider saw. Two statements at most. */
export async function loadNamedItems(
  tx: CatalogTx,
  references: readonly ItemReference[],
  held: ReadonlyMap<string, HeldItem>,
): Promise<NamedItem[]> {
  const stale = references.filter(({ code, basedOn }) => basedOn !== null && held.has(code) && basedOn !== held.get(code)!.versionId);
  const seen = await loadSeen(tx, stale.map(({ basedOn }) => basedOn!));
  return references.map((reference) => {
    const item = held.get(reference.code) ?? null;
    const before = reference.basedOn === null ? undefined : seen.get(reference.basedOn);
    return { ...reference, held: item, changedSince: item && before ? differences(before, item) : [] };
  });
}

interface SeenVersion {
  versionId: string;
  status: string;
  conditions: string | null;
  facts: Readonly<Record<string, unknown>>;
}

async function loadSeen(tx: CatalogTx, versionIds: readonly string[]): Promise<Map<string, SeenVersion>> {
  if (versionIds.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<SeenVersion[]>(
    `SELECT v.id::text AS "versionId", v.status, v.conditions, ${STATED} AS facts
     FROM catalog.item_version v JOIN catalog.power_item i ON i.code = v.code WHERE v.id::text = ANY($1::text[])`,
    versionIds,
  );
  return new Map(rows.map((row) => [row.versionId, row]));
}

const differences = (before: SeenVersion, { status, conditions, facts }: HeldItem): FieldChange[] =>
  before.facts['code'] === facts.code
    ? changedFields({ ...before.facts, status: before.status, conditions: before.conditions }, { ...facts, status, conditions })
    : [];

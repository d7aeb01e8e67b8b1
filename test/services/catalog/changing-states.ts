import { systemActor } from '../../../services/shared/actor';
import { accept } from '../../../services/shared/outcome';
import { runCommand, type Command } from '../../../services/shared/run-command';
import type { CatalogStore, CatalogTx } from '../../../services/catalog/context';

const VERSION_COLUMNS = `status, region_code, agency_code, category, name, sub_item, parent_code, levels, authority_split, body_name,
  office_ids, office_names, duty, responsibilities, accountability, supervision_phone, remark, basis_text, fingerprint, search_text, grams`;

interface Change {
  code: string;
  from: string;
  /** Columns of the new version, SQL literals by name. */
  set: Record<string, string>;
}

const change: Command<CatalogTx, 'change', Change, null> = {
  action: 'change',
  target: () => ({}),
  async handle({ code, from, set }, { tx }) {
    const columns = VERSION_COLUMNS.replaceAll(/\w+/g, (column) => (set[column] === undefined ? column : `'${set[column]}'`));
    const [row] = await tx.$queryRawUnsafe<{ id: bigint; was: bigint }[]>(
      `INSERT INTO catalog.item_version (code, valid_from, valid_to, ${VERSION_COLUMNS})
       SELECT code, $2::date, '9999-12-31', ${columns} FROM catalog.item_version
       WHERE code = $1 AND valid_to = '9999-12-31'
       RETURNING id, (SELECT id FROM catalog.item_version WHERE code = $1 AND valid_to = '9999-12-31') AS was`,
      code,
      from,
    );
    if (!row) return accept({ value: null, entries: [] });
    await tx.$executeRawUnsafe(
      `INSERT INTO catalog.citation SELECT $1, ordinal, instrument_id, level, document_number, date, article, paragraph, item, quoted
       FROM catalog.citation WHERE version_id = $2`,
      row.id,
      row.was,
    );
    await tx.$executeRawUnsafe(
      `UPDATE catalog.item_version SET valid_to = $2::date WHERE id IN
         (SELECT id FROM catalog.item_version WHERE code = $1 AND valid_to = '9999-12-31' ORDER BY id DESC OFFSET 1)`,
      code,
      from,
    );
    return accept({ value: null, entries: [] });
  },
};

/** Gives an item another version from a day on, as an adjustment would, with nothing of an adjustment's own rules. */
export const changeItem = (store: CatalogStore, code: string, set: Record<string, string>, from: string): Promise<unknown> =>
  runCommand(store, { change: { ADMIN: 'ANY' } }, change, { code, from, set }, systemActor('test'));

/** Puts an item into another state from a day on. */
export const changeState = (store: CatalogStore, code: string, status: string, from: string): Promise<unknown> =>
  changeItem(store, code, { status }, from);

/** Records that an adjustment of this kind brought the item onto the list (P6). */
export async function recordException(store: CatalogStore, code: string, kind: string, regionCode = '140100'): Promise<void> {
  const id = await recordAdjustment(store, kind, regionCode);
  await store.database.pool.query(`INSERT INTO catalog.adjusted_item (adjustment_id, code, part) VALUES ($1, $2, 'RESULT')`, [id, code]);
}

/** Records what became of an item. */
export async function recordLineage(store: CatalogStore, from: string, to: string, kind: string): Promise<void> {
  const id = await recordAdjustment(store, 'MERGE', '140100');
  await store.database.pool.query(
    `INSERT INTO catalog.lineage (from_code, to_code, kind, adjustment_id, effective_on) VALUES ($1, $2, $3, $4, '2014-10-10')`,
    [from, to, kind, id],
  );
}

async function recordAdjustment(store: CatalogStore, kind: string, regionCode: string): Promise<string> {
  const { rows } = await store.database.pool.query(
    `INSERT INTO catalog.adjustment (region_code, kind, grounds, document_title, document_date, legality_opinion, approver, effective_on, decided_at, details)
     VALUES ($1, $2, '上位法新设', '决定', '2014-10-01', '合法', '市政府', '2014-10-01', now(), '{}') RETURNING id`,
    [regionCode, kind],
  );
  return rows[0].id as string;
}

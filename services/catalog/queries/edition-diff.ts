import type { Database } from '../../shared/database';
import { diffEditions, type EditionDiff, type ItemState } from '../rules/edition-diff';
import { itemState, type StatedItem } from '../rules/item-state';
import type { EditionRow } from './editions';

/** Two editions of one region compared. */
export interface ComparedEditions {
  from: EditionRow;
  to: EditionRow;
  diff: EditionDiff;
  /** The version of each differing item in `from` and in `to`, null where that has none. */
  versions: ReadonlyMap<string, { before: string | null; after: string | null }>;
}

/** What a version `v` says, as JSON in the shape of `StatedItem`. */
const stateJson = (v: string): string => `CASE WHEN ${v}.id IS NOT NULL THEN json_build_object(
  'name', ${v}.name, 'subItem', ${v}.sub_item, 'parentCode', ${v}.parent_code, 'category', ${v}.category, 'status', ${v}.status,
  'conditions', ${v}.conditions, 'agencyCode', ${v}.agency_code, 'bodyName', ${v}.body_name, 'levels', ${v}.levels,
  'authoritySplit', ${v}.authority_split, 'basisText', ${v}.basis_text, 'officeIds', ${v}.office_ids, 'officeNames', ${v}.office_names,
  'duty', ${v}.duty, 'responsibilities', ${v}.responsibilities, 'accountability', ${v}.accountability,
  'supervisionPhone', ${v}.supervision_phone, 'remark', ${v}.remark,
  'citations', (SELECT json_agg(json_build_object('level', c.level, 'title', n.title, 'documentNumber', c.document_number,
      'date', c.date, 'article', c.article, 'paragraph', c.paragraph, 'item', c.item, 'quoted', c.quoted) ORDER BY c.ordinal)
    FROM catalog.citation c JOIN catalog.legal_instrument n ON n.id = c.instrument_id WHERE c.version_id = ${v}.id)) END`;

const contentOf = (place: string): string => `SELECT v.* FROM catalog.edition e CROSS JOIN LATERAL unnest(e.content) AS c(id)
  JOIN catalog.item_version v ON v.id = c.id WHERE e.id = ${place}`;

interface Row {
  code: string;
  beforeId: string | null;
  afterId: string | null;
  before: StatedItem | null;
  after: StatedItem | null;
}

/** What differs between two editions, by element (P7). One statement, which reads in full only what is another version. */
export async function compareEditions(database: Database, from: EditionRow, to: EditionRow): Promise<ComparedEditions> {
  const rows = await database.rows<Row>(
    {
      name: 'edition-diff',
      text: `WITH a AS (${contentOf('$1')}), b AS (${contentOf('$2')})
             SELECT COALESCE(a.code, b.code) AS code, a.id AS "beforeId", b.id AS "afterId",
               ${stateJson('a')} AS before, ${stateJson('b')} AS after
             FROM a FULL JOIN b ON b.code = a.code WHERE a.id IS DISTINCT FROM b.id`,
    },
    [from.id, to.id],
  );
  const side = (pick: (row: Row) => StatedItem | null): Map<string, ItemState> =>
    new Map(
      rows.flatMap((row) => {
        const item = pick(row);
        return item === null ? [] : [[row.code, itemState(item)] as const];
      }),
    );
  return {
    from,
    to,
    diff: diffEditions(side(({ before }) => before), side(({ after }) => after)),
    versions: new Map(rows.map(({ code, beforeId, afterId }) => [code, { before: beforeId, after: afterId }])),
  };
}

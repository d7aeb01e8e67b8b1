import type pg from 'pg';
import { readReportingViews } from '../../../prisma/reporting-page';
import type { TestDatabase } from '../../support/database';
import { sampleDatabase } from '../../support/sample-database';

/** Stands in everything that names somebody or in which somebody may be named. */
const MARK = '张三13800138000';

/** Of each table, what never leaves it. Tables of which nothing at all is told are left to the role's own test. */
const PERSONAL: Record<string, readonly string[]> = {
  'catalog.accountability_record': ['reason', 'outcome'],
  'catalog.adjustment': ['grounds', 'legality_opinion', 'approver'],
  'catalog.agency_return': ['submitted_by'],
  'catalog.citation': ['quoted'],
  'catalog.draft_item': ['name', 'natural_key', 'fingerprint'],
  'catalog.item_version': ['remark', 'duty', 'responsibilities', 'accountability', 'authority_split', 'conditions', 'basis_text', 'supervision_phone', 'search_text'],
  'catalog.opinion': ['reviewer_id', 'text', 'answer'],
  'organisation.agency': ['phone', 'address'],
  'organisation.duty_match': ['decided_by'],
  'organisation.mandate': ['reason'],
  'organisation.mandate_finding': ['id', 'reply', 'closure'],
  'organisation.office': ['phone', 'duties'],
  'organisation.officer': ['name', 'post', 'phone'],
  'service_center.agency': ['phone'],
  'service_center.case_applicant': ['case_number', 'name', 'id_number', 'contact', 'salt'],
  'service_center.case_event': ['case_number', 'event_id', 'officer_id'],
  'service_center.case_key_salt': ['salt'],
  'service_center.measure_check': ['id', 'subject', 'note'],
  'service_center.office': ['phone', 'duties'],
  'service_center.officer': ['name', 'post', 'phone'],
  'service_center.remark': ['id', 'case_number', 'text', 'answer', 'withheld_reason', 'caller_hash', 'query_code_hash'],
  'service_center.remark_contact': ['remark_id', 'name', 'contact', 'salt'],
  'service_center.service_case': ['number', 'query_code_hash', 'applicant_kind'],
  'service_center.supervision_measure': ['text', 'basis'],
  'service_center.supervision_policy': ['basis'],
  'service_center.supervision_signal': ['case_number', 'cause', 'event_id', 'answer', 'conclusion'],
};

/** Of each document, the words that are told: codes, ids, names of steps, materials and posts. All others are marked. */
const TOLD: Record<string, readonly string[]> = {
  'catalog.adjustment.details': [],
  'catalog.draft_item.facts': [],
  'catalog.review_cycle.state': ['stage', 'from', 'to', 'editionId'],
  'organisation.mandate.document': ['kind', 'label', 'post', 'rank'],
  'organisation.mandate_finding.finding': ['itemCode', 'officeId'],
  'service_center.case_event.body': ['outcome', 'approvedBy'],
  'service_center.guide_draft.document': [],
  'service_center.guide_draft.reasons': [],
  'service_center.guide_version.document': ['name', 'handlingKind', 'unit', 'channels', 'serviceObjects', 'responsibleOfficeId', 'officeId', 'requirement', 'kind', 'medium', 'source'],
  'service_center.supervision_signal.numbers': [],
};

const DUE = { received_at: '2025-03-03', accepted_on: '2025-03-03', due_on: '2025-03-31' };

/** Rows for what the sample has none of. What is not said is made up by its type. */
const ROWS: [table: string, row: Record<string, unknown>][] = [
  ['catalog.review_cycle', { id: 'C', stage: 'REPORT_1', state: { stage: 'REPORT_1', windows: [{ stage: 'REPORT_1', from: '2014-08-06', to: '2014-08-15' }], bodies: { LEGAL_OFFICE: 'a' }, departments: { '140100013': { returns: {}, reviews: {}, unanswered: [] } }, signatures: { REFORM_OFFICE: { at: 'a', by: 'b' } }, argumentation: { experts: ['a'], conclusion: 'b', at: 'c', by: 'd' }, legality: { opinion: 'a', at: 'b', by: 'c' }, decision: null, sentBack: 0, published: null } }],
  ['catalog.agency_return', { cycle_id: 'C', agency_code: '140100013', round: 1 }],
  ['catalog.draft_item', { cycle_id: 'C', agency_code: '140100013', status: 'UNDER_REVIEW', facts: { name: 'a', officer: 'b' } }],
  ['catalog.opinion', { cycle_id: 'C', agency_code: '140100013', verdict: 'AMEND' }],
  ['catalog.accountability_record', { cycle_id: 'C', agency_code: '140100013' }],
  ['catalog.lineage', {}],
  ['catalog.delegation', {}],
  ['organisation.cross_check_run', {}],
  ['organisation.duty_match', {}],
  ['organisation.organisation_change', { id: 'O' }],
  ['organisation.succession', { change_id: 'O' }],
  ['service_center.guide_draft', { state: 'SUBMITTED', version: null, document: { name: 'a', steps: [{ name: 'b' }] }, reasons: [{ path: 'a', reason: 'b' }] }],
  ['service_center.service_case', { ...DUE, open: true, suspended: false, event_count: 1, state: 'IN_PROGRESS', outcome: null, decided_at: null, on_time: null }],
  ['service_center.case_applicant', { erased_at: null }],
  ['service_center.case_event', { kind: 'SPECIAL_PROCEDURE_STARTED', body: { procedure: '向当事人了解情况', note: 'a', reasons: 'b', remedies: 'c', toCorrect: ['d'], competentOrgan: 'e', materials: ['f'], fees: [{ name: 'g', amount: 1 }], startId: 'h', noticedAt: 'i' } }],
  ['service_center.supervision_signal', { severity: 'RED', verdict: null, numbers: { who: 'a' } }],
  ['service_center.supervision_policy', {}],
  ['service_center.remark', { state: 'PUBLISHED' }],
  ['service_center.remark_contact', { erased_at: null }],
  ['service_center.supervision_measure', {}],
  ['service_center.measure_check', { result: 'RECTIFY' }],
];

const MADE_UP: Record<string, unknown> = { text: 'x', int4: 1, int8: 1, bool: true, date: '2025-03-03', timestamptz: '2025-03-03T02:00:00Z', jsonb: {}, _text: [], _int8: [], uuid: '00000000-0000-4000-8000-000000000001' };

/** The same document with every word marked but for what is told under these keys. */
function marked(value: unknown, told: readonly string[], isTold = false): unknown {
  if (typeof value === 'string') return isTold ? value : MARK;
  if (Array.isArray(value)) return value.map((each) => marked(each, told, isTold));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each, told, told.includes(key))]));
}

describe('the views of schema `reporting`', () => {
  let database: TestDatabase;
  let client: pg.PoolClient;
  let views: string[];

  async function insert(table: string, row: Record<string, unknown>): Promise<void> {
    const [schema, name] = table.split('.');
    const { rows: columns } = await client.query<{ name: string; type: string }>(`SELECT column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2`, [schema, name]);
    const values = columns.map(({ name: column, type }) => {
      const value = column in row ? row[column] : MADE_UP[type];
      return type === 'jsonb' ? JSON.stringify(value) : value;
    });
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    await client.query(`INSERT INTO ${table} (${names}) VALUES (${values.map((_, i) => `$${i + 1}`).join(', ')})`, values);
  }

  async function markDocuments(path: string, told: readonly string[]): Promise<void> {
    const [schema, name, column] = path.split('.');
    const table = `${schema}.${name}`;
    const { rows } = await client.query<{ place: string; document: unknown }>(`SELECT ctid::text AS place, ${column} AS document FROM ${table}`);
    for (const { place, document } of rows) await client.query(`UPDATE ${table} SET ${column} = $1 WHERE ctid = $2::tid`, [JSON.stringify(marked(document, told)), place]);
  }

  beforeAll(async () => {
    database = await sampleDatabase();
    const { pool } = database.connect();
    views = (await readReportingViews(pool)).map(({ name }) => name);
    client = await pool.connect();
    await client.query(`SET session_replication_role = replica`); // no trigger keeps the test from writing what nobody may write
    for (const [table] of ROWS) await client.query(`DELETE FROM ${table}`); // of these one row each, which may all bear the same mark
    for (const [table, row] of ROWS) await insert(table, row);
    for (const [path, told] of Object.entries(TOLD)) await markDocuments(path, told);
    for (const [table, columns] of Object.entries(PERSONAL)) {
      const keys = new Set(['id', 'natural_key', 'fingerprint']); // several rows have them, each its own
      const sets = columns.map((column) => `${column} = ${keys.has(column) ? `'${MARK}' || ctid::text` : `'${MARK}'`}`);
      await client.query(`UPDATE ${table} SET ${sets.join(', ')}`);
    }
  });
  afterAll(async () => {
    client.release();
    await database.drop();
  });

  const lookFor = async (view: string): Promise<{ view: string; empty: boolean; found: string | null }> => {
    const { rows } = await client.query<{ empty: boolean; found: string | null }>(
      `SELECT count(*) = 0 AS empty, min(v::text) FILTER (WHERE v::text LIKE '%${MARK}%') AS found FROM reporting.${view} v`,
    );
    return { view, ...rows[0]! };
  };

  it.each(Object.keys(PERSONAL))('are made of %s, where the mark is', async (table) => {
    const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${table} t WHERE t::text LIKE '%${MARK}%'`);
    expect(rows[0].count).toBeGreaterThan(0);
  });

  it('show rows, all of them, and in none of them what names somebody', async () => {
    for (const view of views) expect(await lookFor(view)).toEqual({ view, empty: false, found: null });
  });

  it('would be found out', async () => {
    await client.query('CREATE VIEW reporting.talkative AS SELECT post FROM organisation.officer');
    expect(await lookFor('talkative')).toEqual({ view: 'talkative', empty: false, found: `(${MARK})` });
    await client.query('DROP VIEW reporting.talkative');
  });

  it('read none of those columns but to hash a receipt number or to say that something is stated', async () => {
    const { rows } = await client.query<{ column: string; type: string }>(`
      SELECT DISTINCT concat_ws('.', n.nspname, t.relname, a.attname) AS column, a.atttypid::regtype::text AS type
      FROM pg_rewrite r JOIN pg_class v ON v.oid = r.ev_class JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
      JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
      WHERE v.relnamespace = 'reporting'::regnamespace`);
    const personal = new Set(Object.entries(PERSONAL).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)));
    const read = rows.map(({ column }) => column).filter((column) => personal.has(column)).toSorted();
    expect(read).toEqual([
      'catalog.item_version.accountability',
      'catalog.item_version.basis_text',
      'catalog.item_version.duty',
      'catalog.item_version.responsibilities',
      'catalog.item_version.supervision_phone',
      'service_center.case_event.case_number',
      'service_center.case_key_salt.salt',
      'service_center.service_case.number',
      'service_center.supervision_signal.case_number',
    ]);
    const numbersAlone = 'catalog.edition.counts';
    const documents = rows.filter(({ type }) => type.startsWith('json')).map(({ column }) => column);
    expect(documents.filter((column) => !(column in TOLD) && column !== numbersAlone)).toEqual([]);
  });

  it('tell cases apart by a key that another hub would not give them', async () => {
    const keys = async (): Promise<string[]> => (await client.query<{ key: string }>('SELECT case_key AS key FROM reporting.service_case')).rows.map(({ key }) => key);
    const [before] = await keys();
    await client.query(`UPDATE service_center.case_key_salt SET salt = 'another'`);
    const [after] = await keys();
    expect([before, after]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(after).not.toBe(before);
  });
});

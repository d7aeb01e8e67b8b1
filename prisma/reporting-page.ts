import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { embeddedDatabases } from '../services/shared/database';
import { migrate } from '../services/shared/migrate';
import { inProject } from '../services/shared/project-root';

/** A view of schema `reporting` as the database itself describes it. */
export interface ReportingView {
  name: string;
  /** The schema whose tables it shows: what it is owned by, and where it is when services have databases of their own. */
  owner: string;
  comment: string | null;
  columns: { name: string; type: string; comment: string | null }[];
}

/** The views in the order they were made, each service's together. */
export async function readReportingViews(pool: pg.Pool): Promise<ReportingView[]> {
  const { rows } = await pool.query<ReportingView>(`
    WITH RECURSIVE sources AS ( -- a view's rewrite rule depends on what it reads
      SELECT r.ev_class AS view, d.refobjid AS source FROM pg_rewrite r JOIN pg_depend d ON d.objid = r.oid
      WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class),
    reads AS (SELECT view, source FROM sources UNION SELECT reads.view, sources.source FROM reads JOIN sources ON sources.view = reads.source)
    SELECT v.relname AS name, obj_description(v.oid, 'pg_class') AS comment,
      (SELECT min(t.relnamespace::regnamespace::text) FROM reads JOIN pg_class t ON t.oid = reads.source
       WHERE reads.view = v.oid AND t.relnamespace <> v.relnamespace) AS owner,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'comment', col_description(v.oid, a.attnum)) ORDER BY a.attnum)
       FROM pg_attribute a WHERE a.attrelid = v.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
    FROM pg_class v WHERE v.relnamespace = 'reporting'::regnamespace AND v.relkind = 'v' ORDER BY owner, v.oid`);
  return rows;
}

export const REPORTING_PAGE = inProject('prisma', 'REPORTING.md');
const MARK = '<!-- views: written by `npm run reporting-page` -->';

/** The page with its list of views as the database describes them; what is above the mark is written by hand. */
export function renderReportingPage(page: string, views: readonly ReportingView[]): string {
  const cell = (text: string | null): string => (text ?? '').replaceAll('|', String.raw`\|`);
  const parts = views.map(({ name, owner, comment, columns }) =>
    [`### ${name}`, `${comment ?? ''} (${owner})`, '', '| column | type | what it is |', '|---|---|---|', ...columns.map((column) => `| ${column.name} | ${column.type} | ${cell(column.comment)} |`), ''].join('\n'),
  );
  return [page.slice(0, page.indexOf(MARK) + MARK.length), ...parts].join('\n');
}

/** `npm run reporting-page`. */
async function main(): Promise<void> {
  const db = await PGlite.create();
  const { pool } = embeddedDatabases(db)();
  for (const [schema, service] of [['catalog', 'catalog'], ['organisation', 'organisation'], ['service_center', 'service-center']] as const)
    await migrate(pool, schema, inProject('prisma', service, 'migrations'));
  const page = existsSync(REPORTING_PAGE) ? readFileSync(REPORTING_PAGE, 'utf8') : MARK;
  writeFileSync(REPORTING_PAGE, renderReportingPage(page, await readReportingViews(pool)));
  await db.close();
}

if (require.main === module) void main();

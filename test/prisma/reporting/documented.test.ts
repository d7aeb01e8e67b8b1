import { readFileSync } from 'node:fs';
import { readReportingViews, renderReportingPage, REPORTING_PAGE, type ReportingView } from '../../../prisma/reporting-page';
import { testDatabase, type TestDatabase } from '../../support/database';

describe('the schema `reporting`', () => {
  let database: TestDatabase;
  let views: ReportingView[];
  beforeAll(async () => {
    database = await testDatabase();
    views = await readReportingViews(database.connect().pool);
  });
  afterAll(() => database.drop());

  it('has views of all three services', () => {
    expect([...new Set(views.map(({ owner }) => owner))]).toEqual(['catalog', 'organisation', 'service_center']);
  });

  it('comments every view and every column', () => {
    const silent = views.flatMap(({ name, comment, columns }) => [
      ...(comment ? [] : [name]),
      ...columns.filter((column) => !column.comment).map((column) => `${name}.${column.name}`),
    ]);
    expect(silent).toEqual([]);
  });

  it('names everything in snake_case', () => {
    for (const { name, columns } of views) for (const each of [name, ...columns.map((column) => column.name)]) expect(each).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  it('has types that every tool reads: no arrays, no JSON', () => {
    const odd = views.flatMap(({ name, columns }) => columns.filter(({ type }) => !/^(bigint|boolean|date|integer|numeric|text|timestamp(\(3\))? with time zone)$/.test(type)).map((column) => [name, column]));
    expect(odd).toEqual([]);
  });

  it('is what prisma/REPORTING.md says: `npm run reporting-page`', () => {
    const page = readFileSync(REPORTING_PAGE, 'utf8');
    expect(renderReportingPage(page, views)).toBe(page);
  });
});

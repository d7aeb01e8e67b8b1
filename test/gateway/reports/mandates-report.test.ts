import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MandateReport } from '../../../gateway/reports/mandate-report';
import { openTabular } from '../../../services/shared/tabular';
import { runHubCommand } from '../../support/hub-process';
import { SAMPLE_TODAY, temporaryFolder } from '../../support/sample-database';
import { type SampleHub, sampleHub } from '../../support/sample-hub';

let hub: SampleHub;
let staffingOffice: Record<string, string>;
beforeAll(async () => {
  hub = await sampleHub();
  staffingOffice = await hub.as('STAFFING_OFFICE', '140100');
});
afterAll(() => hub.stop());

const get = (query: Record<string, string>, headers: Record<string, string> = staffingOffice) => fetch(`${hub.origin}/reports/mandates?${new URLSearchParams({ region: '140100', ...query })}`, { headers });
const getJson = async (headers?: Record<string, string>, region = '140100'): Promise<MandateReport> => (await get({ region, format: 'json' }, headers)).json() as Promise<MandateReport>;
const refused = async (query: Record<string, string>, headers?: Record<string, string>) => {
  const response = await get(query, headers);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return [response.status, errors[0]!.extensions.code, errors[0]!.message];
};

const TOTALS = `query ($region: ID!) { mandateCrossCheck(regionCode: $region) { totals { kind count } findings(first: 1) { totalCount } } }`;
async function totals(headers: Record<string, string>, region = '140100') {
  const response = await fetch(`${hub.origin}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ query: TOTALS, variables: { region } }) });
  const { data } = (await response.json()) as { data: { mandateCrossCheck: { totals: { kind: string; count: number }[]; findings: { totalCount: number } } } };
  return data.mandateCrossCheck;
}

describe('GET /reports/mandates for the staffing office', () => {
  it('reports every kind of finding of the region, and as many as the graph counts', async () => {
    const report = await getJson();
    const graph = await totals(staffingOffice);
    expect(report.scope).toEqual({ regionCode: '140100', regionName: '太原市' });
    expect(report.byKind.map(({ code, open }) => ({ kind: code, count: open }))).toEqual(graph.totals);
    expect(report.byKind.every(({ open }) => open > 0)).toBe(true);
    expect(report.open).toBe(graph.findings.totalCount);
    for (const counts of [report.byKind, report.byAgency, report.byCategory]) expect(counts.reduce((sum, { open }) => sum + open, 0)).toBe(report.open);
    expect(new Set(report.findings.map(({ id }) => id)).size).toBe(report.findings.length);
    expect(report.byCategory.find(({ code }) => code === 'LICENSE')).toMatchObject({ name: '行政许可' });
  });

  it('quotes both texts', async () => {
    const { findings } = await getJson();
    const stale = findings.find(({ kind }) => kind === 'STALE_DUTY')!;
    expect(stale.duty!.text).toMatch(/[一-鿿]/);
    expect(stale.item!.text).toMatch(/[一-鿿]/);
    expect(stale.explanation).toMatch(/[一-鿿].*。$/);
  });

  it('as a workbook: a sheet for each kind with as many rows, offered under a Chinese and an ASCII name', async () => {
    const response = await get({});
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="mandates-140100-${SAMPLE_TODAY}.xlsx"; filename*=UTF-8''${encodeURIComponent(`太原市三定与清单交叉核对报告-${SAMPLE_TODAY}.xlsx`)}`,
      'cache-control': 'private, no-store',
    });
    const opened = openTabular('报告.xlsx', new Uint8Array(await response.arrayBuffer()));
    if (!opened.ok) throw new Error(opened.message);
    const report = await getJson();
    expect(opened.sheets.map(({ name }) => name)).toEqual(['汇总', ...report.byKind.map(({ name }) => name)]);
    expect(opened.sheets.slice(1).map(({ rows }) => rows.length - 1)).toEqual(report.byKind.map(({ open, closed }) => open + closed));
    expect((await get({ format: 'json' })).headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});

describe('GET /reports/mandates with the caller’s rights', () => {
  it('an agency gets its own findings alone, and counts of these', async () => {
    const { findings, byAgency } = await getJson();
    const { code: agencyCode, open } = byAgency.toSorted((a, b) => b.open - a.open)[0]!;
    const token = await hub.hub.identity.development!.issue({ id: 'editor', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode }, 600);
    const own = await getJson({ authorization: `Bearer ${token}` });
    expect(own.findings).toEqual(findings.filter(({ agency }) => agency.code === agencyCode));
    expect(own.byAgency).toEqual([expect.objectContaining({ code: agencyCode, open })]);
    expect(own.open).toBe(open);
    expect(open).toBeLessThan(findings.length);
  });

  it('others get none: 401 for the public, 403 elsewhere, nothing told of what exists', async () => {
    expect(await refused({}, {})).toEqual([401, 'UNAUTHENTICATED', '请先登录']);
    expect(await refused({}, { authorization: 'Bearer forged' })).toEqual([401, 'UNAUTHENTICATED', expect.any(String)]);
    const elsewhere = await hub.as('STAFFING_OFFICE', '650200');
    const forbidden = [403, 'FORBIDDEN', '当前身份无权执行此操作'];
    expect(await refused({}, elsewhere)).toEqual(forbidden);
    expect(await refused({ region: '999999' }, elsewhere)).toEqual(forbidden);
    expect(await refused({}, await hub.as('SERVICE_CENTER', '140100'))).toEqual(forbidden);
  });

  it('says in words what is wrong with the question', async () => {
    expect(await refused({ format: 'pdf' })).toEqual([400, 'BAD_USER_INPUT', '参数 format：应为 xlsx 或 json']);
    expect(await refused({ region: '14' })).toEqual([400, 'BAD_USER_INPUT', '参数 region：应为六位行政区划代码，例如 140100']);
    expect(await refused({ region: '999999' }, await hub.as('ADMIN'))).toEqual([404, 'NOT_FOUND', '区划不存在：999999']);
    expect((await fetch(`${hub.origin}/reports/mandates`, { headers: staffingOffice })).status).toBe(400);
  });

  it('reports a real city whole, however many pages that is', async () => {
    const admin = await hub.as('ADMIN');
    const [report, graph] = [await getJson(admin, '650200'), await totals(admin, '650200')];
    expect(report.findings.length).toBeGreaterThan(1_000);
    expect(new Set(report.findings.map(({ id }) => id)).size).toBe(graph.findings.totalCount);
    expect(report.byKind.map(({ code, open }) => ({ kind: code, count: open }))).toEqual(graph.totals);
  });

  it('a region without mandates and list has a report without findings', async () => {
    const report = await getJson(await hub.as('ADMIN'), '140000');
    expect(report).toMatchObject({ open: 0, closed: 0, byAgency: [], byCategory: [], findings: [] });
  });
});

describe('npm run report:mandates --hub', () => {
  it('writes the report with the rights of the token, tells the counts, and says so when there is nothing to count', async () => {
    const out = path.join(temporaryFolder(), '报告.xlsx');
    const token = staffingOffice.authorization!.replace('Bearer ', '');
    const run = (...args: string[]) => runHubCommand('report-mandates-cli.ts', ['--hub', hub.origin, '--token', token, ...args], { HUB_DATA: temporaryFolder() });
    const nothing = path.join(temporaryFolder(), '无.json');
    const [written, wrong, unknown, empty] = await Promise.all([
      run('--region', '140100', '--out', out),
      run('--region', '650200', '--out', out),
      run('--region', '140199', '--out', out),
      run('--region', '140121', '--format', 'json', '--out', nothing),
    ]);
    const { open, closed } = await getJson();
    expect(written).toMatchObject({ code: 0, stderr: '' });
    expect(written.stdout).toContain(`✓ 太原市（140100）的核对报告已写入 ${out}\n  未办结问题 ${open} 个，已办结 ${closed} 个\n`);
    expect(openTabular(out, readFileSync(out))).toMatchObject({ ok: true, format: 'xlsx' });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('403：当前身份无权执行此操作');
    expect(unknown).toEqual({ code: 1, stdout: '', stderr: '✗ 区划不存在：140199\n' });
    expect(empty).toMatchObject({ code: 0, stdout: expect.stringContaining('没有发现问题') });
    expect(JSON.parse(readFileSync(nothing, 'utf8'))).toMatchObject({ scope: { regionCode: '140121' }, findings: [] });
  });
});

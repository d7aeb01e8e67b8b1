import { GraphQLError } from 'graphql';
import type { AskSubgraph } from '../../../gateway/ask-subgraph';
import type { ListedFinding } from '../../../gateway/reports/list-findings';
import { mandateReport } from '../../../gateway/reports/mandate-report';
import { systemActor } from '../../../services/shared/actor';
import { aFinding } from './a-report';

const ACTOR = systemActor('test');

const listed = (given: Partial<ListedFinding>): ListedFinding => ({ ...aFinding({ state: 'OPEN' }), itemText: '事项原文', item: null, ...given });

/** A hub that has these findings, in pages of 100, and a catalog in which every code that ends in 1 is a penalty. */
function hubWith(findings: ListedFinding[], region: { name: string } | null = { name: '太原市' }) {
  const calls: [string, Record<string, unknown>][] = [];
  const ask = async (subgraph: string, _query: string, variables: Record<string, unknown>) => {
    calls.push([subgraph, variables]);
    if (subgraph === 'catalog') return { _entities: (variables.of as { code: string }[]).map(({ code }) => (code.endsWith('1') ? { category: 'PENALTY', status: 'LISTED' } : null)) };
    const from = Number(variables.after ?? 0);
    const pageInfo = { hasNextPage: findings.length > from + 100, endCursor: String(from + 100) };
    return { region, mandateCrossCheck: { asOf: '2026-01-15T02:00:00.000Z', runs: [], findings: { nodes: findings.slice(from, from + 100), pageInfo } } };
  };
  return { ask: ask as AskSubgraph, calls };
}

it('reads every page once and asks the catalog for each item once, in batches', async () => {
  const findings = Array.from({ length: 1_234 }, (_, index) => listed({ id: `F${index}`, item: { code: `I${index % 600}` } }));
  const { ask, calls } = hubWith(findings);
  const report = await mandateReport(ask, '140100', ACTOR);
  expect(report!.findings.map(({ id }) => id)).toEqual(findings.map(({ id }) => id));
  expect(calls.map(([subgraph]) => subgraph)).toEqual([...Array.from({ length: 13 }, () => 'organisation'), 'catalog', 'catalog']);
  expect(calls.slice(-2).map(([, { of }]) => (of as unknown[]).length)).toEqual([500, 100]);
});

it('counts by kind, body and category, and apart what is closed; kinds without findings stay in sight', async () => {
  const forestry = { code: '140100030', name: '太原市林业局' };
  const { ask } = hubWith([
    listed({ item: { code: 'A1' } }),
    listed({ item: { code: 'A2' }, state: 'REPLIED' }),
    listed({ kind: 'OFFICE_UNKNOWN', state: 'CLOSED', agency: forestry }),
  ]);
  const report = await mandateReport(ask, '140100', ACTOR);
  expect(report).toMatchObject({ open: 2, closed: 1, lastRun: null });
  expect(report!.byKind).toHaveLength(10);
  expect(report!.byKind.filter(({ open, closed }) => open + closed > 0)).toEqual([
    { code: 'STALE_DUTY', name: '职责所依事项已取消、下放、合并或划转', open: 2, closed: 0 },
    { code: 'OFFICE_UNKNOWN', name: '承办机构不存在、已撤销或属于其他机构', open: 0, closed: 1 },
  ]);
  expect(report!.byAgency.map(({ code, open, closed }) => [code, open, closed])).toEqual([['140100013', 2, 0], ['140100030', 0, 1]]);
  // The catalog has no item A2, and the third finding is about none.
  expect(report!.byCategory).toEqual([
    { code: 'PENALTY', name: '行政处罚', open: 1, closed: 0 },
    { code: null, name: '不涉及在册事项', open: 1, closed: 1 },
  ]);
});

it('quotes the item as it was checked, also where the catalog knows none of that code', async () => {
  const { ask } = hubWith([listed({ item: { code: 'A2' } })]);
  const report = await mandateReport(ask, '140100', ACTOR);
  expect(report!.findings[0]!.item).toEqual({ code: 'A2', text: '事项原文', category: null, status: null });
});

it('is none for a region that the register does not know, and asks nobody else', async () => {
  const { ask, calls } = hubWith([], null);
  expect(await mandateReport(ask, '999999', ACTOR)).toBeNull();
  expect(calls).toHaveLength(1);
});

it('passes a rejection on', async () => {
  const ask: AskSubgraph = () => Promise.reject(new GraphQLError('当前身份无权执行此操作', { extensions: { code: 'FORBIDDEN' } }));
  await expect(mandateReport(ask, '140100', ACTOR)).rejects.toThrow('当前身份无权执行此操作');
});

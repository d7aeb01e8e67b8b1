import type { Actor } from '../../services/shared/actor';
import type { AskSubgraph } from '../ask-subgraph';
import { describedTerms } from '../described-terms';
import { listFindings, type ListedFinding, type LastRun } from './list-findings';

/** How many findings there are of something: `open` until they are closed. */
export interface FindingCount {
  code: string | null;
  /** Chinese. */
  name: string;
  open: number;
  closed: number;
}

/** The item a finding is about, as it was checked and as the catalog has it now (null where it has none of that code). */
export interface ReportedItem {
  code: string;
  /** 事项原文 */
  text: string | null;
  category: string | null;
  status: string | null;
}

export interface ReportedFinding extends Omit<ListedFinding, 'item' | 'itemText'> {
  item: ReportedItem | null;
}

/** A region's mandates against its list (三定与清单交叉核对报告), as far as the caller may see it. */
export interface MandateReport {
  scope: { regionCode: string; regionName: string };
  /** When it was made. */
  asOf: string;
  open: number;
  closed: number;
  /** Every kind, in the order of the checks. */
  byKind: FindingCount[];
  /** Agencies that have findings. */
  byAgency: FindingCount[];
  /** Categories of the items that findings are about; the last row counts those about none. */
  byCategory: FindingCount[];
  /** The last run that was kept, over the whole region, compared with the one before; null when none was. */
  lastRun: LastRun | null;
  /** By agency and in the order of the checks, closed ones too. */
  findings: ReportedFinding[];
}

/** Makes the report with the caller's rights; null for a region that the register does not know. */
export async function mandateReport(ask: AskSubgraph, regionCode: string, actor: Actor): Promise<MandateReport | null> {
  const listed = await listFindings(ask, regionCode, actor);
  if (listed.regionName === null) return null;
  const items = await itemsOf(ask, [...new Set(listed.findings.flatMap(({ item }) => item?.code ?? []))], actor);
  const findings = listed.findings.map(({ item, itemText, ...finding }): ReportedFinding => {
    const known = item && items.get(item.code);
    return { ...finding, item: item && { code: item.code, text: itemText, category: known?.category ?? null, status: known?.status ?? null } };
  });
  const counts = count(findings, () => '').get('');
  const byCategory = count(findings, ({ item }) => item?.category ?? null);
  return {
    scope: { regionCode, regionName: listed.regionName },
    asOf: listed.asOf,
    open: counts?.open ?? 0,
    closed: counts?.closed ?? 0,
    byKind: named(describedTerms('organisation', 'MandateFindingKind'), count(findings, ({ kind }) => kind)),
    byAgency: named(new Map(findings.map(({ agency }) => [agency.code, agency.name])), count(findings, ({ agency }) => agency.code)),
    byCategory: named(new Map([...describedTerms('catalog', 'PowerCategory'), [null, '不涉及在册事项']]), byCategory).filter(({ open, closed }) => open + closed > 0),
    lastRun: listed.lastRun,
    findings,
  };
}

type Counts<Code> = Map<Code, Pick<FindingCount, 'open' | 'closed'>>;

function count<Code>(findings: readonly ReportedFinding[], codeOf: (finding: ReportedFinding) => Code): Counts<Code> {
  const counts: Counts<Code> = new Map();
  for (const finding of findings) {
    const of = counts.get(codeOf(finding)) ?? { open: 0, closed: 0 };
    counts.set(codeOf(finding), of);
    of[finding.state === 'CLOSED' ? 'closed' : 'open'] += 1;
  }
  return counts;
}

const named = <Code extends string | null>(names: ReadonlyMap<Code, string>, counts: Counts<Code>): FindingCount[] =>
  [...names].map(([code, name]) => ({ code, name, ...(counts.get(code) ?? { open: 0, closed: 0 }) }));

/** Far below what a service takes in one call. */
const ITEMS_A_CALL = 500;

const ITEMS = `query ItemsOfReport($of: [_Any!]!) {
  _entities(representations: $of) { ... on PowerItem { category status } } }`;

type Item = Pick<ReportedItem, 'category' | 'status'>;

async function itemsOf(ask: AskSubgraph, codes: readonly string[], actor: Actor): Promise<Map<string, Item>> {
  const items = new Map<string, Item>();
  for (let from = 0; from < codes.length; from += ITEMS_A_CALL) {
    const some = codes.slice(from, from + ITEMS_A_CALL);
    const { _entities } = await ask<{ _entities: (Item | null)[] }>('catalog', ITEMS, { of: some.map((code) => ({ __typename: 'PowerItem', code })) }, actor);
    some.forEach((code, index) => _entities[index] && items.set(code, _entities[index]));
  }
  return items;
}

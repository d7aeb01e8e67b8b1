import type { Actor } from '../../services/shared/actor';
import type { AskSubgraph } from '../ask-subgraph';

/** A finding as the organisation service answers it. */
export interface ListedFinding {
  id: string;
  kind: string;
  severity: string;
  /** Clause it offends, e.g. `P13`. */
  clause: string;
  agency: { code: string; name: string };
  /** 职责原文 */
  duty: { number: string; text: string } | null;
  item: { code: string } | null;
  itemText: string | null;
  office: { id: string; name: string } | null;
  explanation: string;
  proposedAction: string;
  candidate: boolean;
  score: number | null;
  state: string;
  raisedOn: string | null;
  deadline: string | null;
  reply: string | null;
  repliedAt: string | null;
  closure: string | null;
  closedAt: string | null;
}

/** A run that was kept, compared with the one before. */
export interface LastRun {
  number: number;
  at: string;
  day: string;
  items: number;
  mandates: number;
  newCount: number;
  goneCount: number;
  stillCount: number;
}

export interface ListedFindings {
  /** Null when the register has no such region. */
  regionName: string | null;
  asOf: string;
  lastRun: LastRun | null;
  findings: ListedFinding[];
}

interface Page {
  nodes: ListedFinding[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const PAGE = `findings(first: 100, after: $after, states: [OPEN, REPLIED, CLOSED]) {
  nodes { id kind severity clause agency { code name } duty { number text } item { code } itemText office { id name }
    explanation proposedAction candidate score state raisedOn deadline reply repliedAt closure closedAt }
  pageInfo { hasNextPage endCursor } }`;

const FIRST = `query MandateReport($region: ID!, $after: String) {
  region(code: $region) { name }
  mandateCrossCheck(regionCode: $region) { asOf runs(first: 1) { number at day items mandates newCount goneCount stillCount } ${PAGE} } }`;
const NEXT = `query MandateReportPage($region: ID!, $after: String) { mandateCrossCheck(regionCode: $region) { ${PAGE} } }`;

interface First {
  region: { name: string } | null;
  mandateCrossCheck: { asOf: string; runs: LastRun[]; findings: Page };
}

/** All findings of a region that the caller may see, page by page; rejects callers who may see none. */
export async function listFindings(ask: AskSubgraph, region: string, actor: Actor): Promise<ListedFindings> {
  const { region: found, mandateCrossCheck: check } = await ask<First>('organisation', FIRST, { region, after: null }, actor);
  const findings = [...check.findings.nodes];
  let { pageInfo } = check.findings;
  while (pageInfo.hasNextPage) {
    const { mandateCrossCheck } = await ask<Pick<First, 'mandateCrossCheck'>>('organisation', NEXT, { region, after: pageInfo.endCursor }, actor);
    findings.push(...mandateCrossCheck.findings.nodes);
    ({ pageInfo } = mandateCrossCheck.findings);
  }
  return { regionName: found?.name ?? null, asOf: check.asOf, lastRun: check.runs[0] ?? null, findings };
}

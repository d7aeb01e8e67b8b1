import type { Limits } from './limits';
import type { Violation } from './violation';

/** Who asks, as far as budgets go. */
export type ClientKind = 'anonymous' | 'loggedIn' | 'trusted';

const TITLES: Record<ClientKind, string> = { anonymous: '匿名访问', loggedIn: '登录用户', trusted: '登记操作' };

/** A trusted document was weighed when it was registered; what somebody writes himself is trusted by who he is. */
export const clientKind = ({ isPublic, isTrusted }: { isPublic: boolean; isTrusted: boolean }): ClientKind =>
  isTrusted ? 'trusted' : isPublic ? 'anonymous' : 'loggedIn';

/** The cost of an operation against the budget of who asks. */
export function budget(cost: number, kind: ClientKind, { costAnonymous, costLoggedIn, costTrusted }: Pick<Limits, 'costAnonymous' | 'costLoggedIn' | 'costTrusted'>): Violation | null {
  const most = { anonymous: costAnonymous, loggedIn: costLoggedIn, trusted: costTrusted }[kind];
  return cost <= most
    ? null
    : { code: 'COST_LIMIT', message: `查询代价为 ${cost}，超出${TITLES[kind]}的上限 ${most}；请减小 first 或分批查询` };
}

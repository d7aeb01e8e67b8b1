import type { Problem } from '../problems';
import type { AgencyRecord } from '../records';

/** Offices are changed within an agency that exists on the day. */
export function checkHoldingAgency(agency: AgencyRecord | null, agencyCode: string, effectiveOn: string): Problem[] {
  const problem = (code: string, message: string): Problem[] => [{ code, rule: null, message, path: 'agencyCode', value: agencyCode }];
  if (agency === null) return problem('UNKNOWN_AGENCY', '机构不存在');
  const { foundedOn, abolishedOn } = agency;
  if (foundedOn !== null && foundedOn > effectiveOn) return problem('BEFORE_FOUNDING', `生效日 ${effectiveOn} 早于机构成立日期 ${foundedOn}`);
  if (abolishedOn !== null && abolishedOn <= effectiveOn) return problem('NOT_ALIVE_ON_DAY', `机构自 ${abolishedOn} 起已撤销`);
  return [];
}

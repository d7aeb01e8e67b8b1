import { isAgencyCodeIn } from './hub-codes';
import { identifierProblems, type HeldIdentifier } from './identifier-checks';
import { nameProblems } from './name-checks';
import { duplicates, type Problem } from './problems';
import type { AgencyRecord } from './records';

/** What the register holds that an input of agencies refers to. */
export interface AgencyFacts {
  /** Codes of regions that exist, of those named. */
  regions: ReadonlySet<string>;
  /** Codes of agencies that exist, of those named as parent or entrusting body. */
  agencies: ReadonlySet<string>;
  /** Who holds the identifiers of the input already. */
  held: readonly HeldIdentifier[];
}

/** Each agency lies in a region that exists, belongs to bodies that exist, and is identified beyond doubt (P4). */
export function checkAgencies(agencies: readonly AgencyRecord[], facts: AgencyFacts): Problem[] {
  const known = new Set([...facts.agencies, ...agencies.map((agency) => agency.code)]);
  return [
    ...duplicates(agencies, 'agencies', 'code', (agency) => agency.code),
    ...agencies.flatMap((agency, i) => [
      ...placeProblems(agency, facts.regions, `agencies.${i}`),
      ...nameProblems(agency.name, `agencies.${i}.name`),
      ...superiorProblems(agency, known, `agencies.${i}`),
      ...lifeProblems(agency, `agencies.${i}`),
    ]),
    ...identifierProblems(agencies, facts.held),
  ];
}

function placeProblems({ code, regionCode }: AgencyRecord, regions: ReadonlySet<string>, path: string): Problem[] {
  if (!regions.has(regionCode))
    return [{ code: 'UNKNOWN_REGION', rule: null, message: '区划不存在', path: `${path}.regionCode`, value: regionCode }];
  if (isAgencyCodeIn(regionCode, code)) return [];
  const message = '机构代码应为区划代码加 3 位序号';
  return [{ code: 'AGENCY_CODE_INVALID', rule: null, message, path: `${path}.code`, value: code }];
}

/** P4: what an entrusted institution exercises is the entrusting department's power, so that body must be known. */
function superiorProblems(agency: AgencyRecord, known: ReadonlySet<string>, path: string): Problem[] {
  const { code, kind, parentCode, entrustedBy } = agency;
  const problems: Problem[] = [];
  if (parentCode !== null && (parentCode === code || !known.has(parentCode)))
    problems.push({
      code: 'UNKNOWN_PARENT_AGENCY',
      rule: null,
      message: parentCode === code ? '上级机构不能是自己' : '上级机构不存在',
      path: `${path}.parentCode`,
      value: parentCode,
    });
  if (entrustedBy === null && kind === 'ENTRUSTED_INSTITUTION')
    problems.push({ code: 'ENTRUSTING_AGENCY_MISSING', rule: 'P4', message: '受委托机构应有委托机关', path: `${path}.entrustedBy`, value: null });
  if (entrustedBy !== null && (entrustedBy === code || !known.has(entrustedBy)))
    problems.push({
      code: 'UNKNOWN_ENTRUSTING_AGENCY',
      rule: 'P4',
      message: entrustedBy === code ? '委托机关不能是自己' : '委托机关不存在',
      path: `${path}.entrustedBy`,
      value: entrustedBy,
    });
  return problems;
}

function lifeProblems({ foundedOn, abolishedOn }: AgencyRecord, path: string): Problem[] {
  if (foundedOn === null || abolishedOn === null || foundedOn < abolishedOn) return [];
  return [{ code: 'DATES_REVERSED', rule: null, message: `撤销日期不晚于成立日期 ${foundedOn}`, path: `${path}.abolishedOn`, value: abolishedOn }];
}

import { isOfficeIdOf, isOfficerIdOf } from './hub-codes';
import { nameProblems } from './name-checks';
import { duplicates, type Problem } from './problems';
import type { OfficeRecord, OfficerRecord } from './records';

const unknownAgency = (agencyCode: string, path: string): Problem => ({
  code: 'UNKNOWN_AGENCY',
  rule: null,
  message: '机构不存在',
  path: `${path}.agencyCode`,
  value: agencyCode,
});

/** Each office belongs to an agency that exists and has an id of that agency's. */
export function checkOffices(offices: readonly OfficeRecord[], agencies: ReadonlySet<string>): Problem[] {
  return [
    ...duplicates(offices, 'offices', 'id', (office) => office.id),
    ...offices.flatMap(({ id, agencyCode, name }, i) => {
      const path = `offices.${i}`;
      const problems = nameProblems(name, `${path}.name`);
      if (!agencies.has(agencyCode)) return [unknownAgency(agencyCode, path), ...problems];
      const message = '处室编号应为机构代码加 2 位序号（超过 99 为 3 位）';
      return isOfficeIdOf(agencyCode, id) ? problems : [{ code: 'OFFICE_ID_INVALID', rule: null, message, path: `${path}.id`, value: id }, ...problems];
    }),
  ];
}

/** What the register holds that an input of officers refers to: agencies, and offices with their agency. */
export interface OfficerFacts {
  agencies: ReadonlySet<string>;
  agencyOfOffice: ReadonlyMap<string, string>;
}

/** Each officer belongs to an agency that exists and, if to an office, to one of that agency. */
export function checkOfficers(officers: readonly OfficerRecord[], { agencies, agencyOfOffice }: OfficerFacts): Problem[] {
  return [
    ...duplicates(officers, 'officers', 'id', (officer) => officer.id),
    ...officers.flatMap(({ id, agencyCode, officeId, name }, i) => {
      const path = `officers.${i}`;
      const problems = nameProblems(name, `${path}.name`);
      if (!agencies.has(agencyCode)) return [unknownAgency(agencyCode, path), ...problems];
      if (!isOfficerIdOf(agencyCode, id))
        problems.push({ code: 'OFFICER_ID_INVALID', rule: null, message: '承办人编号应为机构代码加 P 和序号', path: `${path}.id`, value: id });
      if (officeId !== null && agencyOfOffice.get(officeId) !== agencyCode)
        problems.push({ code: 'UNKNOWN_OFFICE', rule: null, message: `不是 ${agencyCode} 的处室`, path: `${path}.officeId`, value: officeId });
      return problems;
    }),
  ];
}

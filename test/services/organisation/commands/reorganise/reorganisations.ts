import type { Actor } from '../../../../../services/shared/actor';
import { ADMIN, type OrganisationUnderTest } from '../../organisation-under-test';

const CHANGE = `... on OrganisationChange { id subject kind effectiveOn document { title number date } from { id name } to { id name } }
  ... on Refusal { code rule message details { path value } }`;

export interface ChangeAnswer {
  id?: string;
  subject?: string;
  kind?: string;
  effectiveOn?: string;
  from?: { id: string; name: string }[];
  to?: { id: string; name: string }[];
  code?: string;
  rule?: string | null;
  message?: string;
  details?: { path: string; value: string | null }[];
}

export const DOCUMENT = { title: '关于机构调整的通知', number: '并编字〔2026〕3号', date: '2026-01-05' };
const STATED = { effectiveOn: '2026-02-01', document: DOCUMENT };

/** One change of the agencies of 140100, effective 2026-02-01 unless told. */
export async function reorganise(to: OrganisationUnderTest, change: object, actor: Actor = ADMIN): Promise<ChangeAnswer> {
  const operation = `mutation ($input: ReorganiseAgenciesInput!) { answer: reorganiseAgencies(input: $input) { ${CHANGE} } }`;
  return (await to.ask<{ answer: ChangeAnswer }>(operation, { input: { regionCode: '140100', ...STATED, ...change } }, actor)).answer;
}

/** One change of the offices of 140100001. */
export async function reorganiseInside(to: OrganisationUnderTest, change: object, actor: Actor = ADMIN): Promise<ChangeAnswer> {
  const operation = `mutation ($input: ReorganiseOfficesInput!) { answer: reorganiseOffices(input: $input) { ${CHANGE} } }`;
  return (await to.ask<{ answer: ChangeAnswer }>(operation, { input: { agencyCode: '140100001', ...STATED, ...change } }, actor)).answer;
}

interface Listed {
  code: string;
  agencyCode: string;
  officeIds?: string[];
  status?: string;
  validFrom?: string;
}

/** Puts states of items where the catalog's follower keeps them. */
export async function list(to: OrganisationUnderTest, items: Listed[]): Promise<void> {
  for (const { code, agencyCode, officeIds = [], status = 'LISTED', validFrom = '2020-01-01' } of items)
    await to.database.pool.query(
      `INSERT INTO organisation.listed_item (code, name, category, status, region_code, agency_code, levels, office_ids, valid_from)
       VALUES ($1, '事项' || $1, 'LICENCE', $2, '140100', $3, '{}', $4, $5::date)`,
      [code, status, agencyCode, officeIds, validFrom],
    );
}

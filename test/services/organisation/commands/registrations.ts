import type { OrganisationUnderTest } from '../organisation-under-test';
import { ADMIN } from '../organisation-under-test';
import type { Actor } from '../../../../services/shared/actor';
import type { AgencyDraft, OfficeDraft, OfficerDraft, RegionDraft } from '../../../../services/organisation/rules/to-records';

const REFUSAL = '... on Refusal { code rule message details { path value } }';
const COUNTS = 'ids registered changed unchanged';

export interface Answer {
  ids?: string[];
  registered?: number;
  changed?: number;
  unchanged?: number;
  code?: string;
  rule?: string | null;
  message?: string;
  details?: { path: string; value: string | null }[];
}

const verb =
  (field: string, input: string, type: string) =>
  async (organisation: OrganisationUnderTest, value: object, actor: Actor = ADMIN): Promise<Answer> => {
    const operation = `mutation ($input: ${input}!) { answer: ${field}(input: $input) { ... on ${type} { ${COUNTS} } ${REFUSAL} } }`;
    return (await organisation.ask<{ answer: Answer }>(operation, { input: value }, actor)).answer;
  };

const regions = verb('defineRegions', 'DefineRegionsInput', 'RegionsDefined');
const agencies = verb('registerAgencies', 'RegisterAgenciesInput', 'AgenciesRegistered');
const offices = verb('registerOffices', 'RegisterOfficesInput', 'OfficesRegistered');
const officers = verb('registerOfficers', 'RegisterOfficersInput', 'OfficersRegistered');

export const define = (to: OrganisationUnderTest, list: RegionDraft[], actor?: Actor) => regions(to, { regions: list }, actor);
export const register = (to: OrganisationUnderTest, list: AgencyDraft[], actor?: Actor) => agencies(to, { agencies: list }, actor);
export const openOffices = (to: OrganisationUnderTest, list: OfficeDraft[], actor?: Actor) => offices(to, { offices: list }, actor);
export const appoint = (to: OrganisationUnderTest, list: OfficerDraft[], actor?: Actor) => officers(to, { officers: list }, actor);

export interface BodiesAnswer extends Omit<Answer, 'code'> {
  code?: string;
  bodies?: { name: string; agency: { code: string; name: string; kind: string }; offices: { name: string; office: { id: string } }[] }[];
  agenciesRegistered?: number;
  officesRegistered?: number;
}

export async function registerBodies(
  to: OrganisationUnderTest,
  regionCode: string,
  bodies: [name: string, ...offices: string[]][],
  actor: Actor = ADMIN,
): Promise<BodiesAnswer> {
  const operation = `mutation ($input: RegisterBodiesInput!) { answer: registerBodies(input: $input) {
    ... on RegisteredBodies { agenciesRegistered officesRegistered
      bodies { name agency { code name kind } offices { name office { id } } } } ${REFUSAL} } }`;
  const input = { regionCode, bodies: bodies.map(([name, ...offices]) => ({ name, offices })) };
  return (await to.ask<{ answer: BodiesAnswer }>(operation, { input }, actor)).answer;
}

export async function mapName(to: OrganisationUnderTest, regionCode: string, name: string, agencyCode: string, actor: Actor = ADMIN) {
  const operation = `mutation ($input: MapBodyNameInput!) { answer: mapBodyName(input: $input) {
    ... on BodyNameMapped { name agency { code } } ${REFUSAL} } }`;
  return (await to.ask<{ answer: Answer & { name?: string } }>(operation, { input: { regionCode, name, agencyCode } }, actor)).answer;
}

/** A province, a city, two districts and a zone. */
export const REGIONS: RegionDraft[] = [
  { code: '140105', name: '小店区', kind: 'DISTRICT', parentCode: '140100' },
  { code: '140100', name: '太原市', kind: 'PREFECTURE', parentCode: '140000', sample: true },
  { code: '140000', name: '山西省', kind: 'PROVINCE' },
  { code: '140108', name: '尖草坪区', kind: 'DISTRICT', parentCode: '140100', pilot: true },
  { code: '1401Z1', name: '太原高新技术产业开发区', kind: 'DEVELOPMENT_ZONE', parentCode: '140100' },
];

export const agency = (code: string, name: string, more: Partial<AgencyDraft> = {}): AgencyDraft => ({
  code,
  regionCode: code.slice(0, 6),
  name,
  kind: 'DEPARTMENT',
  ...more,
});

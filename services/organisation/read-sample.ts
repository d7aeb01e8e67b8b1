import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { parseDay } from '../shared/graphql/schema-builder';
import { inProject } from '../shared/project-root';
import type { LoadSample } from './commands/load-sample';
import type { LoadSampleMandates } from './commands/mandates/load-sample-mandates';
import type { ProposeMandate } from './commands/mandates/propose-mandate';
import type { AgencyDraft, IdentifierDraft, OfficeDraft, OfficerDraft, RegionDraft } from './rules/to-records';
import { AGENCY_KINDS, IDENTIFIER_SCHEMES, REGION_KINDS } from './rules/vocabulary';

type Row = Record<string, string>;

/** The sample regions, agencies, offices and officers of prisma/organisation/seed, as commands take them. */
export const readSample = (): LoadSample => ({
  regions: read('regions.csv', toRegionDraft),
  agencies: read('agencies.csv', toAgencyDraft),
  offices: read('offices.csv', toOfficeDraft),
  officers: read('officers.csv', toOfficerDraft),
});

interface SampleMandate extends ProposeMandate {
  how: 'EXISTING' | 'PROPOSED';
}

/** The sample mandates of prisma/organisation/seed/mandates.json; every other agency of the city gets one derived from its list. */
export function readSampleMandates(): LoadSampleMandates {
  const sample = JSON.parse(readFileSync(inProject('prisma', 'organisation', 'seed', 'mandates.json'), 'utf8')) as SampleMandate[];
  const of = (how: SampleMandate['how']): ProposeMandate[] => sample.filter((one) => one.how === how).map(({ agencyCode, mandate }) => ({ agencyCode, mandate }));
  return { existing: of('EXISTING'), derived: [{ regionCode: '140100', effectiveOn: '2014-09-10' }], proposed: of('PROPOSED') };
}

function read<Draft>(file: string, toDraft: (row: Row) => Draft): Draft[] {
  const text = readFileSync(inProject('prisma', 'organisation', 'seed', file));
  return parse<Row>(text, { columns: true, bom: true, trim: true, skip_empty_lines: true }).map((row, i) => {
    try {
      return toDraft(row);
    } catch (fault) {
      throw new Error(`${file}, row ${i + 2}`, { cause: fault });
    }
  });
}

/** A cell that must have one of a vocabulary's codes. */
function oneOf<Code extends string>(terms: Record<Code, string>, cell: string | undefined): Code {
  if (cell !== undefined && cell in terms) return cell as Code;
  throw new Error(`${cell ?? 'nothing'} is none of ${Object.keys(terms).join(' ')}`);
}

const day = (cell: string | undefined): string | null => (cell ? parseDay(cell) : null);
const given = (cell: string | undefined): string => cell ?? '';

const toRegionDraft = (row: Row): RegionDraft => ({
  code: given(row.code),
  name: given(row.name),
  kind: oneOf(REGION_KINDS, row.kind),
  parentCode: row.parent,
  pilot: row.pilot === 'true',
  sample: row.sample === 'true',
});

const toAgencyDraft = (row: Row): AgencyDraft => ({
  code: given(row.code),
  regionCode: given(row.region),
  name: given(row.name),
  shortName: row.short_name,
  kind: oneOf(AGENCY_KINDS, row.kind),
  parentCode: row.parent_code,
  entrustedBy: row.entrusted_by,
  identifiers: given(row.identifiers).split(';').filter(Boolean).map(toIdentifierDraft),
  phone: row.phone,
  address: row.address,
  foundedOn: day(row.founded_on),
  abolishedOn: day(row.abolished_on),
});

/** `SCHEME:value` or `SCHEME:value@from`. */
function toIdentifierDraft(cell: string): IdentifierDraft {
  const [, scheme, value, from] = /^(\w+):([^@]+)(?:@(.+))?$/.exec(cell) ?? [];
  return { scheme: oneOf(IDENTIFIER_SCHEMES, scheme), value: given(value), validFrom: day(from) };
}

const toOfficeDraft = (row: Row): OfficeDraft => ({
  id: given(row.id),
  agencyCode: given(row.agency_code),
  name: given(row.name),
  phone: row.phone,
  duties: row.duties,
  closedOn: day(row.closed_on),
});

const toOfficerDraft = (row: Row): OfficerDraft => ({
  id: given(row.id),
  agencyCode: given(row.agency_code),
  officeId: row.office_id,
  name: given(row.name),
  post: row.post,
  phone: row.phone,
});

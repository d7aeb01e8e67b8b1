import { normaliseBodyName } from './body-name';
import { normaliseIdentifier } from './identifiers';
import type { AgencyRecord, IdentifierRecord, OfficeRecord, OfficerRecord, RegionRecord } from './records';

/** A record as a caller states it: the named fields are given, the rest may be missing or empty. */
type Draft<Row, Given extends keyof Row> = Pick<Row, Given> & { [Field in Exclude<keyof Row, Given>]?: Row[Field] | null };

export type RegionDraft = Draft<RegionRecord, 'code' | 'name' | 'kind'>;
export type IdentifierDraft = Draft<IdentifierRecord, 'scheme' | 'value'>;
export type AgencyDraft = Draft<Omit<AgencyRecord, 'identifiers'>, 'code' | 'regionCode' | 'name' | 'kind'> & {
  identifiers?: IdentifierDraft[] | null;
};
export type OfficeDraft = Draft<OfficeRecord, 'id' | 'agencyCode' | 'name'>;
export type OfficerDraft = Draft<OfficerRecord, 'id' | 'agencyCode' | 'name'>;

const text = (value: string | null | undefined): string | null => value?.trim() || null;

export const toRegion = (draft: RegionDraft): RegionRecord => ({
  code: draft.code.trim(),
  name: normaliseBodyName(draft.name),
  kind: draft.kind,
  parentCode: text(draft.parentCode),
  pilot: draft.pilot ?? false,
  sample: draft.sample ?? false,
});

export const toAgency = (draft: AgencyDraft): AgencyRecord => ({
  code: draft.code.trim(),
  regionCode: draft.regionCode.trim(),
  name: normaliseBodyName(draft.name),
  shortName: draft.shortName ? normaliseBodyName(draft.shortName) || null : null,
  kind: draft.kind,
  parentCode: text(draft.parentCode),
  entrustedBy: text(draft.entrustedBy),
  phone: text(draft.phone),
  address: text(draft.address),
  foundedOn: draft.foundedOn ?? null,
  abolishedOn: draft.abolishedOn ?? null,
  identifiers: (draft.identifiers ?? []).map(toIdentifier),
});

const toIdentifier = (draft: IdentifierDraft): IdentifierRecord => ({
  scheme: draft.scheme,
  value: normaliseIdentifier(draft.value),
  validFrom: draft.validFrom ?? null,
  validTo: draft.validTo ?? null,
});

/** The order identifiers are stored and compared in; problems are named in the caller's order. */
export const inStoredOrder = (agency: AgencyRecord): AgencyRecord => ({
  ...agency,
  identifiers: agency.identifiers.toSorted((a, b) => compare(a.scheme, b.scheme) || compare(a.value, b.value)),
});
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const toOffice = (draft: OfficeDraft): OfficeRecord => ({
  id: draft.id.trim(),
  agencyCode: draft.agencyCode.trim(),
  name: normaliseBodyName(draft.name),
  phone: text(draft.phone),
  duties: text(draft.duties),
  closedOn: draft.closedOn ?? null,
});

export const toOfficer = (draft: OfficerDraft): OfficerRecord => ({
  id: draft.id.trim(),
  agencyCode: draft.agencyCode.trim(),
  officeId: text(draft.officeId),
  name: draft.name.trim().replace(/\s+/g, ' '),
  post: text(draft.post),
  phone: text(draft.phone),
});

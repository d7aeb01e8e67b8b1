import { AGENCY, BODY_ALIAS, OFFICE, OFFICER, REGION } from '../queries/record-columns';
import type { AgencyRecord, BodyAliasRecord, OfficeRecord, OfficerRecord, RegionRecord } from '../rules/records';

/** How one kind of record is stored and journalled. */
export interface RecordKind<Row> {
  /** Table with its alias, and the columns of the record's shape. */
  table: string;
  columns: string;
  /** Fields that identify a record. */
  keys: readonly (keyof Row & string)[];
  /** Stored fields with their SQL types; the column is the field in snake case. */
  fields: Partial<Record<keyof Row & string, 'text' | 'date' | 'boolean'>>;
  subject: { kind: string; idOf(row: Row): string };
  registered: string;
  changed: string;
  /** For the journal's one Chinese line. */
  nameOf(row: Row): string;
}

export const REGIONS: RecordKind<RegionRecord> = {
  ...REGION,
  keys: ['code'],
  fields: { code: 'text', name: 'text', kind: 'text', parentCode: 'text', pilot: 'boolean', sample: 'boolean' },
  subject: { kind: 'Region', idOf: (region) => region.code },
  registered: 'RegionDefined',
  changed: 'RegionChanged',
  nameOf: (region) => `区划 ${region.name}（${region.code}）`,
};

/** Identifiers are rows of their own, written by register-agencies.ts. */
export const AGENCIES: RecordKind<AgencyRecord> = {
  ...AGENCY,
  keys: ['code'],
  fields: {
    code: 'text',
    regionCode: 'text',
    name: 'text',
    shortName: 'text',
    kind: 'text',
    parentCode: 'text',
    entrustedBy: 'text',
    phone: 'text',
    address: 'text',
    foundedOn: 'date',
    abolishedOn: 'date',
  },
  subject: { kind: 'Agency', idOf: (agency) => agency.code },
  registered: 'AgencyRegistered',
  changed: 'AgencyChanged',
  nameOf: (agency) => `机构 ${agency.name}（${agency.code}）`,
};

export const OFFICES: RecordKind<OfficeRecord> = {
  ...OFFICE,
  keys: ['id'],
  fields: { id: 'text', agencyCode: 'text', name: 'text', phone: 'text', duties: 'text', closedOn: 'date' },
  subject: { kind: 'Office', idOf: (office) => office.id },
  registered: 'OfficeRegistered',
  changed: 'OfficeChanged',
  nameOf: (office) => `处室 ${office.name}（${office.id}）`,
};

export const OFFICERS: RecordKind<OfficerRecord> = {
  ...OFFICER,
  keys: ['id'],
  fields: { id: 'text', agencyCode: 'text', officeId: 'text', name: 'text', post: 'text', phone: 'text' },
  subject: { kind: 'Officer', idOf: (officer) => officer.id },
  registered: 'OfficerRegistered',
  changed: 'OfficerChanged',
  nameOf: (officer) => `承办人 ${officer.name}（${officer.id}）`,
};

export const BODY_ALIASES: RecordKind<BodyAliasRecord> = {
  ...BODY_ALIAS,
  keys: ['regionCode', 'key'],
  fields: { regionCode: 'text', key: 'text', name: 'text', agencyCode: 'text', confirmed: 'boolean' },
  subject: { kind: 'BodyName', idOf: (alias) => `${alias.regionCode}:${alias.key}` },
  registered: 'BodyNameMapped',
  changed: 'BodyNameMapped',
  nameOf: (alias) => `名称 ${alias.name} 指 ${alias.agencyCode}`,
};

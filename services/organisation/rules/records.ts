import type { AgencyKind, IdentifierScheme, RegionKind } from './vocabulary';

/** Days are ISO 8601 text, `YYYY-MM-DD`. These shapes are stored, journalled (`after`) and answered alike. */

/** A region (行政区划) or development zone (开发区). */
export interface RegionRecord {
  code: string;
  name: string;
  kind: RegionKind;
  parentCode: string | null;
  /** Publishes its list first (试点). */
  pilot: boolean;
  /** Its data is sample data. */
  sample: boolean;
}

/** What an agency is called in another register, and from when until when. */
export interface IdentifierRecord {
  scheme: IdentifierScheme;
  value: string;
  /** First day; null when unknown. */
  validFrom: string | null;
  /** First day it no longer holds; null while it does. */
  validTo: string | null;
}

/** A body that holds or exercises powers (P4). */
export interface AgencyRecord {
  code: string;
  regionCode: string;
  name: string;
  shortName: string | null;
  kind: AgencyKind;
  parentCode: string | null;
  /** The body that entrusts it (委托机关). */
  entrustedBy: string | null;
  identifiers: IdentifierRecord[];
  phone: string | null;
  address: string | null;
  foundedOn: string | null;
  /** First day it no longer exists; null while it does. */
  abolishedOn: string | null;
}

/** An internal office (内设机构). */
export interface OfficeRecord {
  id: string;
  agencyCode: string;
  name: string;
  phone: string | null;
  duties: string | null;
  /** First day it no longer exists; null while it does. */
  closedOn: string | null;
}

/** A person who handles items (承办人). */
export interface OfficerRecord {
  id: string;
  agencyCode: string;
  officeId: string | null;
  name: string;
  post: string | null;
  phone: string | null;
}

/** Memory of how lists call a body of a region. */
export interface BodyAliasRecord {
  regionCode: string;
  /** The name as first read, without stray white space. */
  name: string;
  /** What makes two writings of it one: see body-name.ts. */
  key: string;
  agencyCode: string;
  /** A person said so; such a mapping wins over what names suggest, and survives every later import. */
  confirmed: boolean;
}

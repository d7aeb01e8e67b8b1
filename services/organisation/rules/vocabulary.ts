/** The organisation's closed vocabularies: the English code, used in code and schema, and the field's Chinese term. */

/** Kinds of bodies within the plan's scope (P4). */
export const AGENCY_KINDS = {
  GOVERNMENT: '人民政府',
  DEPARTMENT: '政府部门',
  AFFILIATED_INSTITUTION: '直属事业单位',
  MASS_ORGANISATION: '群团组织',
  VERTICAL: '垂直管理部门（条管部门）',
  COUNTY_GOVERNMENT: '县（市、区）人民政府',
  ZONE_COMMITTEE: '开发区管理委员会',
  ENTRUSTED_INSTITUTION: '受委托机构',
  OTHER: '其他机构',
} as const;
export type AgencyKind = keyof typeof AGENCY_KINDS;

/** Kinds of regions. All but zones are nodes of the GB/T 2260 tree; zones have no code there and hang below one. */
export const REGION_KINDS = {
  PROVINCE: '省（自治区、直辖市）',
  PREFECTURE: '设区的市（地区、自治州、盟）',
  COUNTY_CITY: '县级市',
  DISTRICT: '市辖区',
  COUNTY: '县（自治县、旗）',
  DEVELOPMENT_ZONE: '开发区',
} as const;
export type RegionKind = keyof typeof REGION_KINDS;

/** Registers that identify organisations. */
export const IDENTIFIER_SCHEMES = {
  USCC: '统一社会信用代码（GB 32100）',
  ORG_CODE: '组织机构代码（GB 11714）',
} as const;
export type IdentifierScheme = keyof typeof IDENTIFIER_SCHEMES;

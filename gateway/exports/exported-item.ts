/** One clause an exported item rests on (实施依据), as its list cites it. */
export interface ExportedCitation {
  /** The instrument's id within the hub: the same for all items that rest on it. */
  instrumentId: string;
  /** Full title of the instrument without the outer 《》. */
  title: string;
  /** Rank as the list states it, e.g. `LAW`; null where neither list nor title tells. */
  level: string | null;
  /** 文号 as the list cites it, e.g. `主席令第74号`. */
  documentNumber: string | null;
  /** Version or effective date named beside the title: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | null;
  /** `第七条`; null when the list names none. */
  article: string | null;
  /** `第一款`. */
  paragraph: string | null;
  /** `第三项`. */
  item: string | null;
  /** The clause's words, where the list quotes them. */
  quoted: string | null;
  /** The whole citation as one line: `《中华人民共和国水法》（主席令第74号）第七条第一款`. */
  text: string;
}

/** An internal office (内设机构) that handles an item. */
export interface ExportedOffice {
  /** Agency code and serial. */
  id: string;
  /** As the register has it; null for one that is not registered. */
  name: string | null;
}

/** A limit (时限) of a guide. */
export interface ExportedLimit {
  value: number;
  /** `WORKING_DAY`, `CALENDAR_DAY`, `HOUR`, `MONTH`. */
  unit: string;
  note: string | null;
}

/** An application material (申请材料). */
export interface ExportedMaterial {
  name: string;
  /** `REQUIRED`, `LATER` (容缺) … */
  requirement: string;
  kind: string;
  originals: number | null;
  copies: number | null;
  medium: string | null;
  source: string | null;
  /** Its form, if there is one. */
  form: string | null;
  /** What is examined. */
  acceptance: string | null;
  basis: string | null;
}

/** A step of the procedure (办理环节), without the officer's name. */
export interface ExportedStep {
  order: number;
  name: string;
  office: { id: string; name: string; phone: string | null } | null;
  limit: ExportedLimit | null;
  standard: string | null;
  result: string | null;
  /** Where it leads, and under which condition. */
  next: { to: number; when: string | null }[];
}

/** The guide (办事指南) of an item as it is published on the day: what an applicant is told, without names of officers. */
export interface ExportedGuide {
  version: number;
  effectiveOn: string;
  effectiveTo: string | null;
  conditions: string[];
  steps: ExportedStep[];
  materials: ExportedMaterial[];
  statutoryLimit: ExportedLimit | null;
  promisedLimit: ExportedLimit | null;
  /** What the limits do not count (许可法 45). */
  excludedFromLimit: { procedure: string; note: string | null }[];
  /** `ON_THE_SPOT`, `WITHIN_PROMISE`. */
  handlingKind: string | null;
  /** Who may apply: `NATURAL_PERSON` … */
  serviceObjects: string[];
  /** `WINDOW`, `ONLINE`, `MOBILE`, `POST`. */
  channels: string[];
  visits: number | null;
  /** An empty list says nothing; free of charge is an entry. */
  fees: { name: string; standard: string; legalBasis: string | null; reducible: boolean | null }[];
  results: { name: string; kind: string | null; validity: string | null }[];
  venues: { name: string; address: string | null; hours: string | null }[];
  responsibleOffice: { id: string; name: string; phone: string | null } | null;
  enquiryPhone: string | null;
  supervisionPhone: string | null;
}

/** One item of a region's list as it was on a day, with everything the formats need. Enum codes are the API's own. */
export interface ExportedItem {
  /** 事项编码: the key, unique in the hub. */
  code: string;
  /** `HUB` for codes the hub gave, `PUBLISHED` for the list's own. */
  codeScheme: string;
  /** The list's own code, also where several rows share it. */
  publishedCode: string | null;
  name: string;
  /** 子项 of the item of this name. */
  subItem: string | null;
  /** Code of the item this is a sub-item of, when the list states that by itself. */
  parentCode: string | null;
  /** 权力类型, e.g. `LICENSE`. */
  category: string;
  /** 事项状态, e.g. `LISTED`. */
  status: string;
  /** 严管条件, while it is under strict control. */
  conditions: string | null;
  /** 行使层级, e.g. `MUNICIPAL`. */
  levels: string[];
  /** 权限划分 */
  authoritySplit: string | null;
  /** In the list's order. */
  citations: ExportedCitation[];
  /** The basis cell as printed. */
  basisText: string | null;
  /** 实施主体 */
  implementingAgency: {
    code: string;
    /** As the list prints it. */
    listedName: string;
    /** As the register has it today; null for one that is not registered. */
    name: string | null;
  };
  /** 承办机构 as registered, in the list's order. */
  responsibleOffices: ExportedOffice[];
  /** 承办机构 as the list prints them. */
  listedOffices: string[];
  /** 部门职责 */
  duty: string | null;
  /** 责任事项 */
  responsibilities: string | null;
  /** 追责情形 */
  accountability: string | null;
  /** 监督电话 as the list prints it. */
  supervisionPhone: string | null;
  remark: string | null;
  regionCode: string;
  /** First day this version holds, `YYYY-MM-DD`. */
  effectiveFrom: string;
  /** First day it no longer holds; null while it does. */
  effectiveTo: string | null;
  /** The first edition that carries this version; null while none does. */
  edition: { id: string; number: number; publishedOn: string } | null;
  /** Only where guides were asked for; null when none is published on the day. */
  guide?: ExportedGuide | null;
}

import type { ExerciseLevel, InstrumentLevel, ItemStatus, PowerCategory } from './vocabulary';

/** One clause of one instrument that an item rests on (实施依据), as a list cites it. Facts only: no interpretation. */
export interface Citation {
  /** Rank stated by the list (【法律】…) or, failing that, told by title and issuer; null when neither says. */
  level: InstrumentLevel | null;
  /** Full title without the outer 《》, e.g. `中华人民共和国水法`, `新疆维吾尔自治区实施《中华人民共和国水法》办法`. */
  title: string;
  /** As published, e.g. `主席令第74号`, `国务院令第460号`. */
  documentNumber: string | null;
  /** Version or effective date named beside the title, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  date: string | null;
  /** `第二十四条` in Chinese numerals (`第二十四条之一` kept), null when the list names no article. */
  article: string | null;
  /** `第二款`. */
  paragraph: string | null;
  /** `第三项`. */
  item: string | null;
  /** The clause's own words, when the list quotes them. */
  quoted: string | null;
}

/** One power as one row of a published list states it (P2): what the importer hands to the command. */
export interface ListedPower {
  /** Where it stands: sheet name and 1-based row number as a spreadsheet program shows it. */
  sheet: string;
  row: number;
  /** The published code (事项编码) exactly as printed but for white space; null when the list gives none. */
  publishedCode: string | null;
  /** Item name (事项名称), at most 1,000 characters, no stray white space. */
  name: string;
  /** Sub-item (子项) under `name`, null for the item itself. */
  subItem: string | null;
  category: PowerCategory;
  /** Implementing body (行使主体/实施主体) as named, cleaned of white space and list-only notes. */
  body: string;
  /** Responsible offices (承办机构), one entry each. */
  offices: string[];
  levels: ExerciseLevel[];
  /** Authority split between levels (权限划分), the list's words. */
  authoritySplit: string | null;
  citations: Citation[];
  /** The basis cell as printed, so that nothing the parser missed is lost. */
  basisText: string | null;
  /** Department duty the item rests on (部门职责). */
  duty: string | null;
  /** Responsibilities by stage (责任事项). */
  responsibilities: string | null;
  /** Accountability grounds (追责情形). */
  accountability: string | null;
  supervisionPhone: string | null;
  remark: string | null;
  /** What the hub's own form says beside; absent in every other list. */
  form?: FormStatement;
}

/** What makes a row of the hub's form an item of the hub, whatever its words. */
export interface FormStatement {
  /** The item's code; null in a row that somebody added. */
  code: string | null;
  /** Code of the item it is a sub-item of. */
  parentCode: string | null;
  agencyCode: string | null;
  /** Ids of the offices that the organisation service knows. */
  officeIds: string[];
  /** Its state, for a hub that sees it for the first time. */
  status: ItemStatus;
  /** Conditions of strict control (严管). */
  conditions: string | null;
}

import type { InstrumentLevel } from '../vocabulary';
import type { PowerKind } from './power-kind';

/** How far a rank of instrument may create a kind of power: yes, no, or within a limit that people must look at. */
export type Authority = 'YES' | 'NO' | { limit: string };

/** What the table asks of an instrument and of the item that rests on it. */
export interface CreationQuestion {
  /** Title of the instrument. */
  title: string;
  /** Name of the item. */
  name: string;
}

type Cell = Authority | ((question: CreationQuestion) => Authority);
type Row = Readonly<Record<InstrumentLevel, Cell>>;

/** No, when the item's own name shows what this rank may not create. */
const unless =
  (forbidden: RegExp, otherwise: Authority): Cell =>
  ({ name }) =>
    forbidden.test(name) ? 'NO' : otherwise;

const PERSONAL_LIBERTY = /拘留|限制(?:公民)?人身自由/;
const LIBERTY_OR_BUSINESS_LICENCE = /拘留|限制(?:公民)?人身自由|吊销(?:企业)?(?:法人)?营业执照/;
const BEYOND_WARNING_AND_FINE = /拘留|吊销|暂扣|没收|责令停产|责令停业|停产停业|责令关闭|降低资质/;
const BY_LAW_ALONE = /限制(?:公民)?人身自由|冻结/;
const PROVINCE = /^(?:(?:北京|天津|上海|重庆)市|.{2,3}省|内蒙古|广西|西藏|宁夏|新疆)/;

/** 许可法 15: of local governments' rules only a province's, and only provisional licences of at most a year. */
const provincialRule: Cell = ({ title }) =>
  PROVINCE.test(title) ? { limit: '省级政府规章只能设定临时性许可，实施满一年需要继续的，应当制定地方性法规' } : 'NO';

/** 强制法 10: a local regulation may create sealing and seizing only. */
const sealAndSeize: Cell = ({ name }) => {
  if (BY_LAW_ALONE.test(name)) return 'NO';
  return /查封|扣押|暂扣|扣留|封存/.test(name) ? 'YES' : { limit: '地方性法规只能设定查封场所、设施或者财物和扣押财物' };
};

/** Who may create what (domain §1): 许可法 14–17 · 处罚法（2009）9–14、（2021）10–16 · 强制法 10、11 · 强制法 13. */
export const WHO_MAY_CREATE: Readonly<Record<PowerKind, Row>> = {
  LICENCE: {
    LAW: 'YES',
    ADMINISTRATIVE_REGULATION: 'YES',
    STATE_COUNCIL_DECISION: 'YES',
    LOCAL_REGULATION: { limit: '地方性法规只能就法律、行政法规尚未设定的事项设定许可，且不得设定应由国家统一确定的资格资质许可和企业设立登记及其前置许可' },
    DEPARTMENT_RULE: 'NO',
    LOCAL_GOVERNMENT_RULE: provincialRule,
    NORMATIVE_DOCUMENT: 'NO',
  },
  PENALTY: {
    LAW: 'YES',
    ADMINISTRATIVE_REGULATION: unless(PERSONAL_LIBERTY, 'YES'),
    STATE_COUNCIL_DECISION: 'NO',
    LOCAL_REGULATION: unless(LIBERTY_OR_BUSINESS_LICENCE, 'YES'),
    DEPARTMENT_RULE: unless(BEYOND_WARNING_AND_FINE, { limit: '部门规章只能设定警告和一定数额以内的罚款' }),
    LOCAL_GOVERNMENT_RULE: unless(BEYOND_WARNING_AND_FINE, { limit: '地方政府规章只能设定警告和一定数额以内的罚款' }),
    NORMATIVE_DOCUMENT: 'NO',
  },
  COERCIVE_MEASURE: {
    LAW: 'YES',
    ADMINISTRATIVE_REGULATION: unless(BY_LAW_ALONE, { limit: '行政法规只能在尚未制定法律且属于国务院行政管理职权的事项上设定强制措施' }),
    STATE_COUNCIL_DECISION: 'NO',
    LOCAL_REGULATION: sealAndSeize,
    DEPARTMENT_RULE: 'NO',
    LOCAL_GOVERNMENT_RULE: 'NO',
    NORMATIVE_DOCUMENT: 'NO',
  },
  COERCIVE_ENFORCEMENT: {
    LAW: 'YES',
    ADMINISTRATIVE_REGULATION: 'NO',
    STATE_COUNCIL_DECISION: 'NO',
    LOCAL_REGULATION: 'NO',
    DEPARTMENT_RULE: 'NO',
    LOCAL_GOVERNMENT_RULE: 'NO',
    NORMATIVE_DOCUMENT: 'NO',
  },
};

/** First day of the revised 处罚法, whose articles on creation have other numbers. */
const PENALTY_LAW_REVISED = '2021-07-15';

/** The articles that reserve the creation of a kind of power, as numbered on the day. */
export function creationClause(kind: PowerKind, on: string): string {
  if (kind === 'LICENCE') return '许可法 14–17';
  if (kind === 'COERCIVE_MEASURE') return '强制法 10–11';
  if (kind === 'COERCIVE_ENFORCEMENT') return '强制法 13';
  return on < PENALTY_LAW_REVISED ? '处罚法 9–14' : '处罚法 10–16';
}

/** What the table says of one instrument. */
export function authorityOf(kind: PowerKind, level: InstrumentLevel, question: CreationQuestion): Authority {
  const cell = WHO_MAY_CREATE[kind][level];
  return typeof cell === 'function' ? cell(question) : cell;
}

import { INSTRUMENT_LEVELS, type InstrumentLevel } from '../../rules/vocabulary';

/** What a list prints as a level tag: one of the seven ranks, or a family of ranks (法规, 规章) that the instrument itself must narrow. */
export type LevelTag = { level: InstrumentLevel } | { family: 'REGULATION' | 'RULE' | 'ANY' };

const TAGS: Record<string, LevelTag> = {
  ...Object.fromEntries(Object.entries(INSTRUMENT_LEVELS).map(([level, term]) => [term, { level: level as InstrumentLevel }])),
  宪法: { level: 'LAW' },
  行法规: { level: 'ADMINISTRATIVE_REGULATION' },
  国务院法规: { level: 'ADMINISTRATIVE_REGULATION' },
  地方法规: { level: 'LOCAL_REGULATION' },
  自治条例: { level: 'LOCAL_REGULATION' },
  单行条例: { level: 'LOCAL_REGULATION' },
  部委规章: { level: 'DEPARTMENT_RULE' },
  国务院部门规章: { level: 'DEPARTMENT_RULE' },
  部门规定: { level: 'DEPARTMENT_RULE' },
  政府规章: { level: 'LOCAL_GOVERNMENT_RULE' },
  地方规章: { level: 'LOCAL_GOVERNMENT_RULE' },
  地方性规章: { level: 'LOCAL_GOVERNMENT_RULE' },
  省政府规章: { level: 'LOCAL_GOVERNMENT_RULE' },
  国务院文件: { level: 'NORMATIVE_DOCUMENT' },
  国务院规范性文件: { level: 'NORMATIVE_DOCUMENT' },
  部门规范性文件: { level: 'NORMATIVE_DOCUMENT' },
  地方规范性文件: { level: 'NORMATIVE_DOCUMENT' },
  行政规范性文件: { level: 'NORMATIVE_DOCUMENT' },
  规范文件: { level: 'NORMATIVE_DOCUMENT' },
  政策文件: { level: 'NORMATIVE_DOCUMENT' },
  其他规范性文件: { level: 'NORMATIVE_DOCUMENT' },
  // Party rules stand outside the seven ranks; for what an authority may do they weigh as a document.
  党内法规: { level: 'NORMATIVE_DOCUMENT' },
  法规: { family: 'REGULATION' },
  规章: { family: 'RULE' },
  部令: { family: 'RULE' },
  部门规章及规范性文件: { family: 'ANY' },
  法律法规: { family: 'ANY' },
  法律依据: { family: 'ANY' },
  其他: { family: 'ANY' },
};

export function readLevelTag(term: string): LevelTag | null {
  const bare = term.replace(/\s/g, '');
  // 【省级地方性法规】, 【国家法律】: the longest known term inside an unknown one.
  return TAGS[bare] ?? TAGS[LEVEL_TERMS.find((known) => known.length > 1 && bare.includes(known)) ?? ''] ?? null;
}

/** Longest first, for a pattern that must not stop at a shorter term inside a longer one. */
export const LEVEL_TERMS = Object.keys(TAGS).toSorted((a, b) => b.length - a.length);

export interface LevelEvidence {
  tag: LevelTag | null;
  /** The tag above an untagged instrument: the last word when nothing else tells. */
  inherited: LevelTag | null;
  title: string;
  documentNumber: string | null;
  /** The words beside the title: who passed or published it. */
  description: string;
}

/**
 * The rank a list gives an instrument. A tag that names a rank stands as printed. A family tag, or none, is decided by
 * what the list says of the instrument: its number, its title, who passed it; the family only breaks the tie.
 */
export function decideLevel(evidence: LevelEvidence): InstrumentLevel | null {
  const { tag, inherited, title } = evidence;
  if (tag && 'level' in tag) return tag.level;
  const family = tag && 'family' in tag ? tag.family : null;
  const local = isLocal(title);
  const named = levelOfDecision(title) ?? levelOfName(title, local);
  const told = named ?? levelOfNumber(evidence, family) ?? levelOfIssuer(evidence.description, local, family);
  if (told) return told;
  if (family === 'REGULATION') return local ? 'LOCAL_REGULATION' : 'ADMINISTRATIVE_REGULATION';
  if (family === 'RULE') return local ? 'LOCAL_GOVERNMENT_RULE' : 'DEPARTMENT_RULE';
  if (inherited && 'level' in inherited && inherited.level === 'NORMATIVE_DOCUMENT') return 'NORMATIVE_DOCUMENT';
  return levelOfForm(title, local);
}

const UNIT = '省|自治区|自治州|自治县|市|州|县|盟|旗|经济特区';
const KNOWN = '自治区|兵团|新疆生产建设兵团|北京|天津|上海|重庆|内蒙古|新疆|西藏|宁夏|广西';
const PLACE = new RegExp(`^(?:[\\u4e00-\\u9fa5]{2,12}?(?:${UNIT})|${KNOWN})(?!场|容|政(?!府))`);
/** 国旗, 城市, 联盟: words that only look like a place. */
const NOT_PLACE =
  /^(?:中华人民共和国|国务院|全国|国家|县级|省级|市场|市政|住房|关于|各|[\u4e00-\u9fa5]{0,10}?(?:[城都超上门]市|联盟|[国升锦军党团]旗))/;

/** A title that begins with a place is a local one; 城市…, 市场… and 中华人民共和国… are not places. */
export function isLocal(title: string): boolean {
  const place = PLACE.exec(title.replace(/^《/, ''));
  return place !== null && !NOT_PLACE.test(place[0]);
}

/** 国务院对确需保留…的决定 and 国务院关于…的决定: the State Council's decisions, whatever number carries them. */
function levelOfDecision(title: string): InstrumentLevel | null {
  return /^国务院(?:对|关于).*决定$/.test(title) ? 'STATE_COUNCIL_DECISION' : null;
}

/** Names that only one rank may bear: …法 a law, …条例 a regulation (规章制定程序条例 7: a rule may not be called 条例). */
function levelOfName(title: string, local: boolean): InstrumentLevel | null {
  const bare = title.replace(/（[^（）]*）$/, '');
  if (/(?:人民代表大会|人大).*(?:决定|决议)$/.test(bare)) return bare.startsWith('全国') ? 'LAW' : 'LOCAL_REGULATION';
  if (/^国务院关于.*(?:规定|办法)$/.test(bare)) return 'ADMINISTRATIVE_REGULATION';
  if (/(?:法|法典)$/.test(bare) && !bare.endsWith('办法')) return local ? null : 'LAW';
  if (bare.endsWith('条例') && !bare.includes('党')) return local ? 'LOCAL_REGULATION' : 'ADMINISTRATIVE_REGULATION';
  if (/(?:通知|意见|批复|函|纪要|通告|指南|方案|要点|规划)$/.test(bare)) return 'NORMATIVE_DOCUMENT';
  return null;
}

function levelOfNumber({ documentNumber, description }: LevelEvidence, family: string | null): InstrumentLevel | null {
  if (!documentNumber) return null;
  if (/主席/.test(documentNumber)) return 'LAW';
  if (/(?:人大|人民代表大会).*公告/.test(documentNumber)) return 'LOCAL_REGULATION';
  if (/国务院.*令|令.*国务院/.test(documentNumber)) return 'ADMINISTRATIVE_REGULATION';
  // A regulation approved by the State Council and published by a ministry's order stays a regulation.
  if (family === 'REGULATION' && /国务院批准/.test(description)) return 'ADMINISTRATIVE_REGULATION';
  if (/政府.*令|^[\u4e00-\u9fa5]政令/.test(documentNumber)) return 'LOCAL_GOVERNMENT_RULE';
  if (/[部委局署会行院厅].*令/.test(documentNumber)) return 'DEPARTMENT_RULE';
  if (/〔[0-9]{4}〕.*号$|公告|^(?:GB|HJ|JGJ|CJJ|JTG|DB)/.test(documentNumber)) return family === 'RULE' ? null : 'NORMATIVE_DOCUMENT';
  return null;
}

const BY_STATE_COUNCIL = /国务院(?:第[^，。；]{1,8}次)?(?:常务会议|令|批准|发布|公布|颁布)/;
const BY_DEPARTMENT =
  /(?:部|局|委|委员会)(?:第[^，。；]{1,8}次)?(?:部务|局务|委务|主任|部长|部门|办公)?(?:会议|会审议|发布|公布|颁布|令)/;

/** Who passed or published it. An amendment's authors are not counted: 《…关于修改…的决定》 names them, not this instrument's. */
function levelOfIssuer(description: string, local: boolean, family: string | null): InstrumentLevel | null {
  const own = description.replace(/《[^》]*》|根据[^，。；]*?修[正订改]/g, '');
  if (/(?:人民代表大会|人大)/.test(own)) {
    if (/全国(?:人民代表大会|人大)|第?[一二三四五六七八九十]{1,3}届全国/.test(own) && !local) return 'LAW';
    if (local) return 'LOCAL_REGULATION';
  }
  if (/人民政府.{0,20}(?:常务会议|令)/.test(own)) return 'LOCAL_GOVERNMENT_RULE';
  if (local) return null;
  if (family !== 'RULE' && BY_STATE_COUNCIL.test(own)) return 'ADMINISTRATIVE_REGULATION';
  return family !== 'REGULATION' && BY_DEPARTMENT.test(own) ? 'DEPARTMENT_RULE' : null;
}

/** Nothing but the title's form is left. */
function levelOfForm(title: string, local: boolean): InstrumentLevel | null {
  const bare = title.replace(/（[^（）]*）/g, '');
  if (/(?:决定|目录|名录|清单|公告|规范|标准|规程|导则|制度|计划|指引)$/.test(bare)) return 'NORMATIVE_DOCUMENT';
  if (!local && /法实施(?:细则|办法)$/.test(bare)) return 'ADMINISTRATIVE_REGULATION';
  if (local && /实施《[^》]*法》.*办法$|《[^》]*法》实施办法$/.test(bare)) return 'LOCAL_REGULATION';
  if (/(?:办法|规定|细则|规则)$/.test(bare)) return local ? 'LOCAL_GOVERNMENT_RULE' : 'DEPARTMENT_RULE';
  return null;
}

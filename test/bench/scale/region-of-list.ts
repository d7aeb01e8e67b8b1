import type { ItemFacts } from '../../../services/catalog/commands/import-list/statement';
import { basisCell } from '../../../services/catalog/rules/citation-text';
import type { Citation } from '../../../services/catalog/rules/listed-power';
import { hubCode } from '../../../services/catalog/rules/item-identity';
import { POWER_CATEGORIES, type ExerciseLevel, type InstrumentLevel, type ItemStatus, type PowerCategory } from '../../../services/catalog/rules/vocabulary';
import { pick, pickByRank, pickByShare, randomOf } from '../random';
import { LIST_FACTS as FACTS, lengthBy } from './list-facts';
import { ACTS, CLAUSES, NAME_ENDS, NOUNS } from './words';

/** Items of a city's list, as a region of a generated hub has them. */
const ITEMS_OF_A_REGION = 2_500;
const SEED = 2014;
export const LISTED_ON = '2024-03-01';
const CHANGED_ON = '2025-06-01';

export interface GeneratedAgency {
  code: string;
  name: string;
  offices: { id: string; name: string; phone: string }[];
  officers: { id: string; officeId: string; name: string; post: string; phone: string }[];
}

/** What an item was from a day on, until the next of its states. */
export interface GeneratedState {
  facts: ItemFacts;
  status: ItemStatus;
  validFrom: string;
  validTo: string;
}

export interface GeneratedRegion {
  code: string;
  name: string;
  agencies: GeneratedAgency[];
  /** In the order of their codes, the states of one item in order of time. */
  states: GeneratedState[];
  random: () => number;
}

/** The regions of a hub of so many items, one at a time: a million items are never in memory at once. */
export function* regionsOf(items: number): Generator<GeneratedRegion> {
  const count = Math.max(1, Math.round(items / ITEMS_OF_A_REGION));
  for (let n = 0; n < count; n += 1) {
    const size = Math.floor((items * (n + 1)) / count) - Math.floor((items * n) / count);
    yield aRegion(n, size);
  }
}

/** 88 is no province: nobody takes a generated region for a real one. */
const regionCode = (n: number): string => String(880_001 + n);

function aRegion(n: number, size: number): GeneratedRegion {
  const random = randomOf(SEED + n);
  const code = regionCode(n);
  const name = `示例${n + 1}市`;
  const agencies = FACTS.agencySizes.map((_, i) => anAgency(random, code, name, i));
  const sizes = Object.fromEntries(FACTS.agencySizes.map((share, i) => [String(i), share]));
  const serials = new Map<string, number>();
  const drawn = Array.from({ length: size }, () => {
    const agency = agencies[Number(pickByShare(random, sizes))]!;
    const category = pickByShare(random, FACTS.categoryShares);
    const stem = `${agency.code} ${category}`;
    serials.set(stem, (serials.get(stem) ?? 0) + 1);
    return anItem(random, { agency, category, serial: serials.get(stem)!, region: n });
  });
  return { code, name, agencies, states: drawn.toSorted((a, b) => (a.code < b.code ? -1 : 1)).flatMap((facts) => statesOf(random, facts)), random };
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
const phoneOf = (random: () => number): string => `0800-${String(Math.floor(random() * 10_000_000)).padStart(7, '0')}`;

function anAgency(random: () => number, region: string, city: string, n: number): GeneratedAgency {
  const code = `${region}${String(n + 1).padStart(3, '0')}`;
  const offices = Array.from({ length: Math.round(FACTS.officesPerAgency) }, (_, i) => ({ id: `${code}${twoDigits(i + 1)}`, name: `${pick(random, NOUNS)}${pick(random, ['科', '处', '股'])}`, phone: phoneOf(random) }));
  const officers = offices.flatMap((office, i) =>
    [1, 2].map((k) => ({ id: `${code}P${twoDigits(i * 2 + k)}`, officeId: office.id, name: `${pick(random, ['赵', '钱', '孙', '李', '周', '吴', '郑', '王'])}示例`, post: pick(random, ['科长', '科员', '主任']), phone: phoneOf(random) })),
  );
  return { code, name: `${city}${NOUNS[(n * 7) % NOUNS.length]}管理局`, offices, officers };
}

interface Place {
  agency: GeneratedAgency;
  category: PowerCategory;
  serial: number;
  region: number;
}

const TYPE_CODES = new Map(Object.keys(POWER_CATEGORIES).map((category, i) => [category, twoDigits(i + 1)]));

function anItem(random: () => number, { agency, category, serial, region }: Place): ItemFacts {
  const office = pick(random, agency.offices);
  const citations = Array.from({ length: citationCount(random) }, () => aCitation(random, region));
  const levels = pickByShare(random, FACTS.levelShares).split('+').filter(Boolean) as ExerciseLevel[];
  const text = (tenths: readonly number[]): string | null => aText(random, CLAUSES, '，', lengthBy(random, tenths));
  return {
    code: hubCode(agency.code, TYPE_CODES.get(category)!, serial, 0),
    publishedCode: null,
    name: aName(random, category),
    subItem: random() < FACTS.subItemShare ? `${pickByRank(random, NOUNS)}${pickByRank(random, NOUNS)}` : null,
    parentCode: null,
    category,
    agencyCode: agency.code,
    bodyName: agency.name,
    officeIds: [office.id],
    officeNames: [office.name],
    levels,
    authoritySplit: null,
    citations,
    basisText: [basisCell(citations), aText(random, CLAUSES, '，', Math.max(0, lengthBy(random, FACTS.lengths.basisText) - 40 * citations.length))].join('：'),
    duty: text(FACTS.lengths.duty),
    responsibilities: text(FACTS.lengths.responsibilities),
    accountability: text(FACTS.lengths.accountability),
    supervisionPhone: agency.offices[0]!.phone,
    remark: null,
  };
}

function aName(random: () => number, category: PowerCategory): string {
  const end = NAME_ENDS[category];
  const length = lengthBy(random, FACTS.lengths.name) - end.length;
  const parts: string[] = category === 'PENALTY' || category === 'COERCION' ? ['对'] : [];
  for (let n = 0; n < length; ) {
    const part = random() < 0.5 ? pickByRank(random, NOUNS) : `${pickByRank(random, ACTS)}${pickByRank(random, NOUNS)}`;
    parts.push(n > 0 && n + part.length < length && random() < 0.2 ? `或者${part}` : part);
    n += parts.at(-1)!.length;
  }
  return `${parts.join('')}${end}`;
}

/** So many characters of phrases. */
function aText(random: () => number, phrases: readonly string[], between: string, length: number): string | null {
  let text = '';
  while (text.length < length) text += `${text === '' ? '' : between}${pick(random, phrases)}`;
  return text === '' ? null : text.slice(0, length);
}

const citationCount = (random: () => number): number => Number(pickByShare(random, Object.fromEntries(FACTS.citationShares.map((share, n) => [String(n), share]))));

/** The state's instruments are cited everywhere; each region has some of its own. */
const OF_THE_STATE = 600;
const OF_A_REGION = 47;
/** Makes the most cited tenth as much of all citations as it was measured to be. */
const SKEW = Math.log(0.1) / Math.log(FACTS.mostCitedTenth);

function aCitation(random: () => number, region: number): Citation {
  const n = Math.floor((OF_THE_STATE + OF_A_REGION) * random() ** SKEW);
  const instrument = instrumentOf(n < OF_THE_STATE ? n : OF_THE_STATE + region * OF_A_REGION + (n - OF_THE_STATE));
  const article = random() < FACTS.articleShare ? `第${pick(random, NUMERALS)}十${pick(random, NUMERALS)}条` : null;
  return { ...instrument, date: null, article, paragraph: article !== null && random() < 0.3 ? '第一款' : null, item: null, quoted: null };
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const RANKS: readonly { level: InstrumentLevel; end: string; number: (n: number) => string }[] = [
  { level: 'LAW', end: '法', number: (n) => `主席令第${n}号` },
  { level: 'ADMINISTRATIVE_REGULATION', end: '条例', number: (n) => `国务院令第${n}号` },
  { level: 'DEPARTMENT_RULE', end: '管理办法', number: (n) => `部令第${n}号` },
  { level: 'LOCAL_REGULATION', end: '管理规定', number: (n) => `公告第${n}号` },
];
const instruments = new Map<number, Pick<Citation, 'title' | 'documentNumber' | 'level'>>();

/** The n-th instrument there is: the same wherever it is cited. */
function instrumentOf(n: number): Pick<Citation, 'title' | 'documentNumber' | 'level'> {
  const known = instruments.get(n);
  if (known) return known;
  const random = randomOf(n);
  const { level, end, number } = RANKS[n % RANKS.length]!;
  const length = lengthBy(random, FACTS.lengths.instrumentTitle) - end.length;
  let title = '';
  while (title.length < length) title += pickByRank(random, NOUNS);
  const made = { level, title: `${title}${n}号${end}`, documentNumber: number(n + 1) };
  instruments.set(n, made);
  return made;
}

/** One in ten was changed once; one in a hundred of these left the list then. */
function statesOf(random: () => number, facts: ItemFacts): GeneratedState[] {
  const status = pickByShare(random, { LISTED: 0.98, TIGHTENED: 0.01, SUSPENDED: 0.005, CANCELLED: 0.005 });
  const first = { facts, status: 'LISTED', validFrom: LISTED_ON, validTo: '9999-12-31' } as const;
  if (status === 'LISTED' && random() > 0.1) return [first];
  const changed = { ...facts, remark: `${facts.name.length}字事项，已调整` };
  return [{ ...first, validTo: CHANGED_ON }, { facts: changed, status, validFrom: CHANGED_ON, validTo: '9999-12-31' }];
}

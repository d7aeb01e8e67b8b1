import type { RegionKind } from './vocabulary';

/**
 * Names of bodies on lists are not the register's names: `市交通运输局`, `克拉玛依市交通运输局` and `交通运输局` are one
 * body within 650200. Everything here reduces a name to what such writings have in common.
 */

/** A region's own name and kind, and its ancestors' names from the nearest up. */
export interface NamedRegion {
  name: string;
  kind: RegionKind;
  ancestors: readonly string[];
}

/** A name as it is stored and shown: no white space, full-width letters and digits narrowed, brackets Chinese. */
export const normaliseBodyName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[([〔【]/g, '（')
    .replace(/[)\]〕】]/g, '）')
    .replaceAll(',', '，');

/** How list templates say "the body of this level" without naming the place: 地州市农业农村局. */
const COUNTY_TEMPLATE = /^(?:县市区级?|县（市、区）级?|县（市）区级?|县、市、区级?|县级)/;
const TEMPLATES: Record<RegionKind, RegExp | null> = {
  PROVINCE: null,
  PREFECTURE: /^(?:地州市|州市|地（州、市）|地、州、市|设区的市)级?/,
  COUNTY_CITY: COUNTY_TEMPLATE,
  DISTRICT: COUNTY_TEMPLATE,
  COUNTY: COUNTY_TEMPLATE,
  DEVELOPMENT_ZONE: null,
};

/** Words that begin with a level's character without meaning the level: 市场监督, 市政公用, 区域, 县域. */
const NOT_A_LEVEL: Record<string, RegExp> = {
  市: /^市(?:场|容|域|区|级机关|民(?:中心|服务|卡|热线)|政(?!府|务|协|法|治|研))/,
  区: /^区(?:域|划|块)/,
  县: /^县域/,
};

const LEVEL_WORD = /(?:自治区|自治州|自治县|自治旗|开发区|园区|新区|省|市|州|盟|县|区|旗)$/;
const SHORT_WORDS: Record<string, string> = { 自治州: '州', 自治县: '县', 自治旗: '旗', 新区: '区' };

/** The name after the level word that bodies of `place` are written with, or null: 市交通运输局 of 克拉玛依市. */
function afterLevelWord(name: string, place: string): string | null {
  const word = LEVEL_WORD.exec(place)?.[0];
  if (word === undefined) return null;
  for (const level of [word, SHORT_WORDS[word]])
    if (level !== undefined && name.startsWith(level) && name.length > level.length && !NOT_A_LEVEL[level]?.test(name))
      return name.slice(level.length).replace(/^级/, '');
  return null;
}

function afterPlaceName(name: string, { name: place, ancestors }: NamedRegion): string | null {
  for (let depth = ancestors.length; depth >= 0; depth -= 1) {
    const prefix = ancestors.slice(0, depth).toReversed().join('') + place;
    if (name.startsWith(prefix) && name.length > prefix.length) return name.slice(prefix.length);
  }
  return null;
}

function afterTemplate(name: string, { kind }: NamedRegion): string | null {
  const prefix = TEMPLATES[kind]?.exec(name)?.[0];
  return prefix !== undefined && name.length > prefix.length ? name.slice(prefix.length) : null;
}

const withoutParty = (name: string): string => name.replace(/^(?:中共|中国共产党)/, '');

/** The name without its place, however it is written; null when it names none. */
function withoutPlace(name: string, region: NamedRegion): string | null {
  const plain = withoutParty(name);
  return afterPlaceName(plain, region) ?? afterTemplate(plain, region) ?? afterLevelWord(plain, region.name);
}

/** What makes two writings of a body's name one within a region. A second plaque in brackets still counts. */
export function bodyKey(name: string, region: NamedRegion): string {
  const normal = normaliseBodyName(name);
  return (withoutPlace(normal, region) ?? withoutParty(normal)).replaceAll('人民政府', '政府');
}

/** Brackets that name a part of the body, not a second plaque (加挂牌子). */
const PART = /(?:分局|分中心|支队|大队|中队|分队|所|站)）$/;

/** A key without its second plaque: 发展和改革委员会（粮食和物资储备局） is 发展和改革委员会. */
export const withoutPlaque = (key: string): string => (PART.test(key) ? key : key.replace(/(?<=.)（[^（）]*）$/, ''));

/** The register's name for a body first met on a list: 市交通运输局 in 克拉玛依市 is 克拉玛依市交通运输局. */
export function registerName(name: string, region: NamedRegion): string {
  const normal = normaliseBodyName(name);
  const bare = afterPlaceName(normal, region) === null ? withoutPlace(normal, region) : null;
  return bare === null || withoutParty(normal) !== normal ? normal : region.name + bare;
}

const SEVERAL = /^(?:各|县市区|县（市|县、市|区县|地州市|地（州|乡镇|街道)/;

/** Whether a name on a region's list is a body of another level, or several at once: 自治区农业农村厅, 县市区农业农村局. */
export function isBeyondRegion(name: string, region: NamedRegion): boolean {
  const normal = withoutParty(normaliseBodyName(name));
  if (withoutPlace(normal, region) !== null) return false;
  return SEVERAL.test(normal) || region.ancestors.some((place) => normal.startsWith(place) || afterLevelWord(normal, place) !== null);
}

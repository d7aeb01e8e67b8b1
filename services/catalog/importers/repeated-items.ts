import type { ListedPower } from '../rules/listed-power';
import { bare } from './clean-text';
import type { ParsedSheet, PassedOverRow } from './parsed-list';

/** Names of sheets that copy another one. */
const COPY = /打印|副本|备份|拷贝|copy|print|[（(]\d[）)]$/i;
/** From this share of repeated items on, a sheet is a copy, and its items repeat even where their basis was edited. */
const COPY_SHARE = 0.9;

/**
 * Offices keep a "print version" or a total of all sheets in the same file. An item that says the same on two sheets
 * (category, name, sub-item, body, levels, basis) is counted once; the second is passed over and says where the first is.
 * The same name with another level or body (市级 and 县级 sheet) is another item.
 */
export function passOverRepeated(sheets: readonly ParsedSheet[]): ParsedSheet[] {
  const order = sheets.filter(({ powers }) => powers.length > 0).toSorted((a, b) => Number(COPY.test(a.name)) - Number(COPY.test(b.name)));
  if (order.length < 2) return [...sheets];
  const seen = new Map<string, ListedPower[]>();
  const cleaned = new Map<ParsedSheet, ParsedSheet>();
  for (const sheet of order) {
    const known = sheet.powers.filter((power) => seen.has(identity(power))).length;
    const isCopy = sheet.powers.length >= 3 && known >= sheet.powers.length * COPY_SHARE;
    cleaned.set(sheet, without(sheet, (power) => seen.get(identity(power))?.find((first) => isCopy || sameBasis(first, power))));
    for (const power of sheet.powers) seen.set(identity(power), [...(seen.get(identity(power)) ?? []), power]);
  }
  return sheets.map((sheet) => cleaned.get(sheet) ?? sheet);
}

function without(sheet: ParsedSheet, firstOf: (power: ListedPower) => ListedPower | undefined): ParsedSheet {
  const firsts = new Map(sheet.powers.map((power) => [power, firstOf(power)]));
  const kept = sheet.powers.filter((power) => firsts.get(power) === undefined);
  if (kept.length === sheet.powers.length) return sheet;
  const keptRows = new Set(kept.map(({ row }) => row));
  const repeated = new Map<number, PassedOverRow>();
  for (const [{ row }, first] of firsts) {
    if (first && !keptRows.has(row)) repeated.set(row, { row, kind: 'REPEATED', of: `工作表“${first.sheet}”第${first.row}行` });
  }
  return {
    ...sheet,
    rowsRead: kept.length + sheet.rejected.length,
    powers: kept,
    passedOver: [...sheet.passedOver, ...repeated.values()].toSorted((a, b) => a.row - b.row),
  };
}

function identity({ category, name, subItem, body, levels, publishedCode }: ListedPower): string {
  return [category, bare(name), bare(subItem ?? ''), bare(body), levels.join('+'), publishedCode ?? ''].join('|');
}

function sameBasis(a: ListedPower, b: ListedPower): boolean {
  return bare(a.basisText ?? '') === bare(b.basisText ?? '');
}

import { regionHolds } from '../../shared/permission';
import type { RegionKind } from './vocabulary';

/** GB/T 2260: digit pairs for province, prefecture, county. Zones have no code there; the hub's is `PPCCZn`. */
const SHAPES: Record<RegionKind, RegExp> = {
  PROVINCE: /^[1-9]\d0000$/,
  PREFECTURE: /^[1-9]\d(?!00)\d{2}00$/,
  COUNTY_CITY: /^[1-9]\d{3}(?!00)\d{2}$/,
  DISTRICT: /^[1-9]\d{3}(?!00)\d{2}$/,
  COUNTY: /^[1-9]\d{3}(?!00)\d{2}$/,
  DEVELOPMENT_ZONE: /^[1-9]\d{3}Z[0-9A-Z]$/,
};

export const isRegionCodeOf = (kind: RegionKind, code: string): boolean => SHAPES[kind].test(code);

/** Whether a region may hang below another: GB/T 2260 codes nest, a zone's shares its city's first four digits. */
export function mayLieIn(code: string, kind: RegionKind, parent: { code: string; kind: RegionKind }): boolean {
  if (parent.kind === 'DEVELOPMENT_ZONE' || parent.code === code) return false;
  const shared = parent.kind === 'PROVINCE' ? 2 : 4;
  return kind === 'DEVELOPMENT_ZONE' ? code.slice(0, shared) === parent.code.slice(0, shared) : regionHolds(parent.code, code);
}

/** First six characters of an agency's code, an office's or an officer's id. */
export const regionOfCode = (code: string): string => code.slice(0, 6);

/** The narrowest code that holds all of these, for one permission check over many; null when there are none. */
export function coveringRegion(codes: readonly string[]): string | null {
  const [first, ...others] = codes;
  if (first === undefined) return null;
  if (others.every((code) => code === first)) return first;
  let held = [first.slice(0, 4), first.slice(0, 2), ''];
  for (const code of others) held = held.filter((prefix) => code.startsWith(prefix));
  return (held[0] ?? '').padEnd(6, '0');
}

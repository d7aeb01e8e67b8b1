import type { ExerciseLevel } from './vocabulary';

/** The level of government that a region is, by its GB/T 2260 code: `140000` province, `140100` city, else county; a zone counts as a county. */
export function ownLevel(regionCode: string): ExerciseLevel {
  if (regionCode.endsWith('0000')) return 'PROVINCIAL';
  return regionCode.endsWith('00') ? 'MUNICIPAL' : 'COUNTY';
}

/** P2: every item is published with its exercise level; a list that names none states its own region's. */
export const withOwnLevel = <Power extends { levels: ExerciseLevel[] }>(power: Power, regionCode: string): Power =>
  power.levels.length > 0 ? power : { ...power, levels: [ownLevel(regionCode)] };

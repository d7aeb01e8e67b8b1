import type { ExportedLimit } from '../exported-item';
import { conceptIri } from './concepts';
import { type Node, said } from './node';

/**
 * A limit as xsd:duration. It has no working days, and P20D would say twenty calendar days: working days are told as the
 * longest they take in ordinary weeks (domain §3), which public holidays may lengthen. The limit itself is `limitNode`.
 */
export function durationOf({ value, unit }: Pick<ExportedLimit, 'value' | 'unit'>): string | null {
  switch (unit) {
    case 'WORKING_DAY':
      return `P${value + 2 * Math.ceil(value / 5)}D`;
    case 'CALENDAR_DAY':
      return `P${value}D`;
    case 'MONTH':
      return `P${value}M`;
    case 'HOUR':
      return `PT${value}H`;
    default:
      return null;
  }
}

/** A limit as the law or the agency states it: so many of which unit. */
export const limitNode = (iri: string, { value, unit, note }: ExportedLimit): Node => said({ '@id': iri, '@type': 'Limit', value, unit: conceptIri('time-unit', unit), note });

import type { ExportedItem } from '../exported-item';
import type { Iris } from './iris';
import type { Node } from './node';

/** Where a list holds (dct:Location). */
export const location = (iris: Iris, regionCode: string, regionName: string): Node => ({ '@id': iris.region(regionCode), '@type': 'Location', identifier: regionCode, prefLabel: regionName });

/** The implementing body (实施主体) as competent authority, whose jurisdiction is the list's region. */
export const authority = (iris: Iris, { implementingAgency: { code, name, listedName }, regionCode }: Pick<ExportedItem, 'implementingAgency' | 'regionCode'>): Node => ({
  '@id': iris.agency(code),
  '@type': 'PublicOrganisation',
  identifier: code,
  prefLabel: name ?? listedName,
  spatial: iris.region(regionCode),
});

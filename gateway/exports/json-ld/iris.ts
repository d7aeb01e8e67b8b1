/** Where the hub's resources are named, unless `HUB_IRI_BASE` says otherwise. */
export const DEFAULT_IRI_BASE = 'urn:power-list-hub:id:';

/**
 * The IRIs of a hub's resources: stable, since made of codes that are never given twice. What belongs to one item is named
 * within it by its kind and place.
 */
export const irisOf = (base: string) => {
  const iri = (kind: string, code: string): string => `${base}${kind}/${encodeURIComponent(code)}`;
  return {
    item: (code: string): string => iri('item', code),
    part: (itemCode: string, kind: string, place: number | string): string => `${iri('item', itemCode)}#${kind}-${place}`,
    agency: (code: string): string => iri('agency', code),
    region: (code: string): string => iri('region', code),
    instrument: (id: string): string => iri('instrument', id),
  };
};
export type Iris = ReturnType<typeof irisOf>;

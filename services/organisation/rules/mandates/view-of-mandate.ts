import type { AgencyFacts, AgencyView, ItemFacts } from './cross-check-facts';
import type { MandateRecord } from './mandate-document';

interface Surroundings {
  agency: AgencyFacts;
  /** The agency and the institutions it entrusts. */
  bodies: readonly string[];
  items: ReadonlyMap<string, ItemFacts>;
  day: string;
}

/** A mandate alone, as checks look at it that ask only about its duties and their items. */
export const viewOfMandate = (mandate: MandateRecord, { agency, bodies, items, day }: Surroundings): AgencyView => ({
  facts: { day, agencies: new Map([[agency.code, agency]]), mandates: [mandate], items, offices: new Map(), decisions: [] },
  agency,
  mandate,
  duties: mandate.duties.map((duty, place) => ({ ...duty, mandate, place })),
  upcoming: [],
  proposed: [],
  items: [],
  offices: [],
  bodies: new Set(bodies),
  confirmed: new Map(),
  decisions: [],
  alike: new Map(),
});

import { authorise } from '../../../shared/permission';
import { agencyDutyMap, addDutyMap } from './duty-map';
import { regionOfAgency } from '../../rules/hub-codes';
import { PERMISSIONS } from '../../rules/permissions';
import { proposedMandates } from '../../queries/mandates/mandates';
import type { OrganisationBuilder, OrganisationTypes } from '../types';
import type { FindingRef } from './finding';
import type { MandateTypes } from './mandate';
import { authoriseAgency } from './readable-findings';
import type { MandateVocabulary } from './vocabulary';
import { freshFindings } from './fresh-findings';
import { addMatches, matchesOf } from './matches';
import type { PowerItemRef } from './power-item-stub';
import { addStatedItems, REQUIRES_STATED_ITEMS, statedItemsOf } from './stated-items';

/** Adds what an agency's mandates are and how they agree with the list. */
export function addAgencyMandates(builder: OrganisationBuilder, { Agency }: OrganisationTypes, vocabulary: MandateVocabulary, mandates: MandateTypes, Finding: FindingRef, PowerItem: PowerItemRef): void {
  const { Mandate } = mandates;
  const DutyMap = addDutyMap(builder, vocabulary);
  const ItemMatches = addMatches(builder, mandates, PowerItem);
  addStatedItems(builder, Agency);
  builder.objectFields(Agency, (t) => ({
    mandate: t.field({
      type: Mandate,
      nullable: true,
      description: 'Its mandate in force on the day (现行三定); null when none is on record.',
      args: { asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }) },
      resolve: ({ code }, { asOf }, { loaders, today }) => loaders.mandateInForce.load({ agencyCode: code, day: asOf ?? today }),
    }),
    mandates: t.field({
      type: [Mandate],
      description: 'All its approved mandates (历次三定), newest first.',
      resolve: async ({ code }, _args, { loaders }) => (await loaders.agencyMandates.load(code)) ?? [],
    }),
    mandateProposals: t.field({
      type: [Mandate],
      nullable: true,
      description: 'Mandates that await approval, were returned or withdrawn (三定草案), newest first. For the agency itself, the staffing office, the reform office and the government; null with UNAUTHENTICATED or FORBIDDEN for others.',
      resolve: ({ code }, _args, { actor, store }) => {
        authorise(PERMISSIONS, 'readMandateProposals', actor, { regionCode: regionOfAgency(code), agencyCode: code });
        return proposedMandates(store.database, { regionCode: regionOfAgency(code), agencyCode: code });
      },
    }),
    mandateFindings: t.field({
      ...REQUIRES_STATED_ITEMS,
      type: [Finding],
      nullable: true,
      description: 'What does not agree between its mandate and the list, checked when asked, against the items as the catalog states them at that moment. Closed findings are left out. For the agency itself and those who supervise it; null with UNAUTHENTICATED or FORBIDDEN for others.',
      resolve: (agency, _args, context) => {
        authoriseAgency(context, agency.code);
        return freshFindings(context, agency.code, statedItemsOf(agency));
      },
    }),
    dutyMatches: t.field({
      type: [ItemMatches],
      nullable: true,
      description: 'For each of its items that rests on no duty, the duties it may rest on, best first, for a person to confirm or reject. For the agency itself and those who supervise it; null with UNAUTHENTICATED or FORBIDDEN for others.',
      args: { limit: t.arg.int({ defaultValue: 3, description: 'Candidates for each item, 1–10.' }) },
      resolve: async ({ code, regionCode }, { limit }, context) => {
        authoriseAgency(context, code);
        return matchesOf(await context.regionChecks(regionCode, context.today), code, limit ?? 3);
      },
    }),
    dutyMap: t.field({
      type: DutyMap,
      description: 'Agency, duties, items and offices and how they belong together (职责事项图), for a screen to draw. By the mandate in force and the list, both public.',
      resolve: async ({ code, regionCode }, _args, context) => agencyDutyMap(await context.regionChecks(regionCode, context.today), code),
    }),
  }));
}

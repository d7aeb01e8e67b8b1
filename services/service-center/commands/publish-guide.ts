import { dayInChina } from '../../shared/day';
import type { Command } from '../../shared/run-command';
import type { ServiceCenterTx } from '../context';
import { parseGuide } from '../rules/parse-guide';
import type { ServiceCenterAction } from '../rules/permissions';
import { publishStatement, type PublishedGuide } from './publish-statement';
import { regionOfAgency } from '../rules/region-of-agency';

/** A guide and the body that publishes it. */
export interface PublishGuideInput {
  /** The item's implementing body, for which the actor acts. */
  agencyCode: string;
  guide: unknown;
}

/** Publishes a guide, checked: for an item on the list (P5), pointing where it should, within the statutory limit. */
export const publishGuide: Command<ServiceCenterTx, ServiceCenterAction, PublishGuideInput, PublishedGuide> = {
  action: 'publish-guide',
  target: ({ agencyCode }) => ({ agencyCode, regionCode: regionOfAgency(agencyCode) }),
  async handle({ agencyCode, guide }, { tx, now }) {
    const parsed = parseGuide(guide);
    return parsed.ok ? publishStatement(tx, agencyCode, parsed.value, dayInChina(now)) : parsed;
  },
};

import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../context';
import { LINK_FAULTS, type Link, type LinkFinding } from '../rules/link-status';
import type { Vocabulary } from './vocabulary';

const STATUS = [
  'MISSING: no guide.',
  'BROKEN: the guide names an item, agency, office or officer that does not exist, is closed, or is not the implementing body’s.',
  'INCOMPLETE: something expected for the category is not said.',
  'COMPLETE: none of these.',
].join(' ');

/** Adds Link: whether an item leads to a counter, and if not, why. */
export function addLink(builder: HubBuilder<ServiceCenterContext>, vocabulary: Vocabulary) {
  const Finding = builder.objectRef<LinkFinding>('LinkFinding').implement({
    description: 'One thing wrong with a guide: what, where and which value.',
    fields: (t) => ({
      code: t.expose('code', { type: vocabulary.LinkFault, description: 'What is wrong.' }),
      message: t.string({ description: 'The same in Chinese, for people.', resolve: ({ code }) => LINK_FAULTS[code] }),
      path: t.exposeString('path', { description: 'Place in the guide, e.g. `steps.1.officeId`.' }),
      value: t.exposeString('value', { nullable: true, description: 'The value found there.' }),
    }),
  });
  return builder.objectRef<Link>('Link').implement({
    description: 'How an item of the list is linked to the service center (清单与政务服务中心的链接), P3.',
    fields: (t) => ({
      status: t.expose('status', {
        type: vocabulary.LinkStatus,
        description: STATUS,
      }),
      missing: t.expose('missing', {
        type: [vocabulary.GuideElement],
        description: 'What the guide should say for the item’s category and does not; everything, when there is no guide.',
      }),
      findings: t.expose('findings', { type: [Finding], description: 'Why the link is BROKEN, and what else is wrong.' }),
    }),
  });
}
export type LinkRef = ReturnType<typeof addLink>;

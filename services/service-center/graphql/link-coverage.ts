import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../context';
import { coverageOf, type LinkCounts, type LinkCoverage } from '../rules/link-coverage';
import type { OrganisationTypes } from './foreign/organisation';
import { namedAgency } from './foreign/named-agency';
import type { Vocabulary } from './vocabulary';

const COVERS = [
  'How far a region’s list is linked to the service center (链接完备情况), P3: every item on the list is expected to lead to a',
  'counter. The counts are of the links of the items, one by one, as `PowerItem.link` answers them. Public.',
].join(' ');

type CoverageRow = LinkCoverage['byAgency'][number];

/** Adds LinkCoverage and `linkCoverage`. */
export function addLinkCoverage(builder: HubBuilder<ServiceCenterContext>, vocabulary: Vocabulary, { Agency }: OrganisationTypes): void {
  const AgencyCoverage = builder.objectRef<CoverageRow>('AgencyCoverage').implement({
    description: 'How far the items of one implementing body are linked.',
    fields: (t) => ({
      agency: t.field({
        type: Agency,
        description: 'The implementing body (实施主体). One that is not registered is called 未登记的机构.',
        resolve: ({ agency }) => namedAgency(agency),
      }),
      expected: t.int({ description: COUNTS.expected, resolve: ({ expected }) => expected }),
      complete: t.int({ description: COUNTS.complete, resolve: ({ complete }) => complete }),
      incomplete: t.int({ description: COUNTS.incomplete, resolve: ({ incomplete }) => incomplete }),
      missing: t.int({ description: COUNTS.missing, resolve: ({ missing }) => missing }),
      broken: t.int({ description: COUNTS.broken, resolve: ({ broken }) => broken }),
    }),
  });
  const ElementCoverage = builder.objectRef<LinkCoverage['byElement'][number]>('ElementCoverage').implement({
    description: 'How often one element of a guide is missing.',
    fields: (t) => ({
      element: t.expose('element', { type: vocabulary.GuideElement, description: 'The element (指南要素).' }),
      expected: t.exposeInt('expected', { description: 'Items for whose category it is expected.' }),
      missing: t.exposeInt('missing', { description: 'Items that do not say it, those without a guide included.' }),
    }),
  });
  const Coverage = builder.objectRef<LinkCoverage>('LinkCoverage').implement({
    description: 'How far a list is linked to the service center (清单与政务服务中心的链接情况), P3.',
    fields: (t) => ({
      expected: t.exposeInt('expected', { description: COUNTS.expected }),
      complete: t.exposeInt('complete', { description: COUNTS.complete }),
      incomplete: t.exposeInt('incomplete', { description: COUNTS.incomplete }),
      missing: t.exposeInt('missing', { description: COUNTS.missing }),
      broken: t.exposeInt('broken', { description: COUNTS.broken }),
      byAgency: t.expose('byAgency', { type: [AgencyCoverage], description: 'The same by implementing body, by code; the sums are the whole.' }),
      byElement: t.expose('byElement', { type: [ElementCoverage], description: 'What the guides lack, by element.' }),
    }),
  });
  builder.queryField('linkCoverage', (t) =>
    t.field({
      type: Coverage,
      description: COVERS,
      args: {
        regionCode: t.arg.id({ required: true, description: 'Region whose list it is (GB/T 2260), not those below it.' }),
        asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }),
      },
      resolve: async (_root, { regionCode, asOf }, { loaders, today }) => coverageOf(await loaders.linkedItems(regionCode, asOf ?? today)),
    }),
  );
}

const COUNTS: Readonly<Record<keyof LinkCounts, string>> = {
  expected: 'Items on the list; the sum of the four that follow.',
  complete: 'Items whose link is COMPLETE (要素齐全).',
  incomplete: 'Items whose link is INCOMPLETE (要素不全).',
  missing: 'Items without a guide (没有指南).',
  broken: 'Items whose link is BROKEN (指向有误).',
};

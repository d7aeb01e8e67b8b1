import { pageRequest, toPage } from '../../shared/graphql/connection';
import { countRegions, listRegions } from '../queries/regions';
import type { ConnectionOf, OrganisationBuilder, OrganisationTypes } from './types';

/** Implements Region, an entity, with `region` and `regions`. */
export function addRegion(builder: OrganisationBuilder, types: OrganisationTypes, connectionOf: ConnectionOf): void {
  const { Region, Agency, RegionKind, AgencyKind } = types;
  const AgencyConnection = connectionOf('Agency', Agency);
  Region.implement({
    description: 'A region (行政区划) of the GB/T 2260 tree, or a development zone (开发区) below one (P4).',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Key: GB/T 2260 code, 6 digits; a zone’s is the hub’s, e.g. `1401Z1`.' }),
      name: t.exposeString('name', { description: 'Name (区划名称), e.g. `太原市`.' }),
      kind: t.expose('kind', { type: RegionKind, description: 'Kind (区划类型).' }),
      pilot: t.exposeBoolean('pilot', { description: 'Publishes its list before the others (试点).' }),
      sample: t.exposeBoolean('sample', { description: 'Its data is sample data (示例数据), not a statement of any authority.' }),
      parent: t.field({
        type: Region,
        nullable: true,
        description: 'The region it lies in (上级区划); null for a province.',
        resolve: ({ parentCode }, _args, { loaders }) => (parentCode === null ? null : loaders.regions.load(parentCode)),
      }),
      children: t.field({
        type: [Region],
        description: 'Regions and zones directly below it (下级区划), by code.',
        resolve: async ({ code }, _args, { loaders }) => (await loaders.regionChildren.load(code)) ?? [],
      }),
      agencies: t.field({
        type: AgencyConnection,
        description: 'The region’s own bodies (P4), by code, abolished ones included; not those of the regions below it.',
        args: {
          kind: t.arg({ type: [AgencyKind], description: 'Only these kinds.' }),
          first: t.arg.int({ description: 'Page size, 1–100; 20 unless told.' }),
          after: t.arg.string({ description: 'Cursor of the node before the page.' }),
        },
        resolve: async ({ code: regionCode }, args, { loaders }) => {
          const request = pageRequest(args);
          const listed = { regionCode, kinds: args.kind ?? null };
          const rows = (await loaders.regionAgencies.load({ ...listed, ...request })) ?? [];
          const total = async () => (await loaders.regionAgencyCounts.load(listed)) ?? 0;
          return toPage(rows, request, (agency) => agency.code, total);
        },
      }),
    }),
  });
  builder.asEntity(Region, {
    key: builder.selection<{ code: string }>('code'),
    resolveReference: ({ code }, { loaders }) => loaders.regions.load(code),
  });
  addRegionFields(builder, types, connectionOf);
}

function addRegionFields(builder: OrganisationBuilder, { Region, RegionKind }: OrganisationTypes, connectionOf: ConnectionOf): void {
  const RegionConnection = connectionOf('Region', Region);
  builder.queryField('region', (t) =>
    t.field({
      type: Region,
      nullable: true,
      description: 'One region; null when there is none of this code.',
      args: { code: t.arg.id({ required: true, description: 'GB/T 2260 code, or a zone’s.' }) },
      resolve: (_root, { code }, { loaders }) => loaders.regions.load(code),
    }),
  );
  builder.queryField('regions', (t) =>
    t.field({
      type: RegionConnection,
      description: 'Regions by code.',
      args: {
        parentCode: t.arg.id({ description: 'Only those directly below this one.' }),
        kind: t.arg({ type: [RegionKind], description: 'Only these kinds.' }),
        first: t.arg.int({ description: 'Page size, 1–100; 20 unless told.' }),
        after: t.arg.string({ description: 'Cursor of the node before the page.' }),
      },
      resolve: async (_root, args, { store: { database } }) => {
        const request = pageRequest(args);
        const filter = { parentCode: args.parentCode ?? null, kinds: args.kind ?? null };
        const rows = await listRegions(database, filter, request);
        return toPage(rows, request, (region) => region.code, () => countRegions(database, filter));
      },
    }),
  );
}

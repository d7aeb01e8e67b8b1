import { type connections, pageRequest } from '../../shared/graphql/connection';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { ItemRow } from '../queries/item-columns';
import type { ItemTexts } from '../queries/item-texts';
import { searchItems } from '../queries/search-items';
import { PUBLIC_STATUSES } from '../rules/on-the-list';
import type { EditionRef } from './edition';
import type { ForeignTypes } from './foreign/stubs';
import type { LegalBasisRef } from './legal-basis';
import type { Vocabulary } from './vocabulary';

interface Parts {
  vocabulary: Vocabulary;
  legalBasis: LegalBasisRef;
  edition: EditionRef;
  foreign: ForeignTypes;
  connectionOf: ReturnType<typeof connections<CatalogContext>>;
}

/** The last day a version held; null while it does. */
const endOf = ({ validTo }: ItemRow): string | null => (validTo === '9999-12-31' ? null : validTo);

/** Items still being prepared are not public. */
const publicItem = (item: ItemRow | null): ItemRow | null =>
  item !== null && PUBLIC_STATUSES.includes(item.status) ? item : null;

/** A field of what the item says at length. */
const said = (part: keyof ItemTexts, description: string) => ({
  type: 'String' as const,
  nullable: true as const,
  description,
  resolve: async ({ versionId }: ItemRow, _args: object, { loaders }: CatalogContext) => (await loaders.texts.load(versionId))![part],
});

/** Adds PowerItem with `powerItem` and `powerItems`. */
export function addPowerItem(builder: HubBuilder<CatalogContext>, { vocabulary, legalBasis, edition, foreign, connectionOf }: Parts) {
  const { PowerCategory, ItemStatus, ExerciseLevel } = vocabulary;
  const PowerItem = builder.objectRef<ItemRow>('PowerItem');
  PowerItem.implement({
    description: 'One power on a region’s list (权力事项), P2, as it is or was on a day.',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Key (事项编码): the published code where the list has one, else a hub code of 17 digits.' }),
      codeScheme: t.exposeString('codeScheme', { description: '`PUBLISHED` or `HUB`.' }),
      publishedCode: t.exposeString('publishedCode', { nullable: true, description: 'The list’s own code, also where several rows share it.' }),
      name: t.exposeString('name', { description: 'Item name (事项名称), at most 1,000 characters.' }),
      subItem: t.exposeString('subItem', { nullable: true, description: 'Sub-item (子项) of the item of this name.' }),
      parent: t.field({
        type: PowerItem,
        nullable: true,
        description: 'The item this is a sub-item of, as on the same day, when the list states that by itself.',
        resolve: async ({ parentCode, on }, _args, { loaders }) =>
          parentCode === null ? null : publicItem(await loaders.items.load({ code: parentCode, on })),
      }),
      subItems: t.field({
        type: [PowerItem],
        description: 'Its sub-items, as on the same day, in the order of their codes.',
        resolve: async ({ code, on }, _args, { loaders }) => (await loaders.subItems.load({ code, on })) ?? [],
      }),
      category: t.expose('category', { type: PowerCategory, description: 'Category (权力类型), P1.' }),
      status: t.expose('status', { type: ItemStatus, description: 'State (事项状态).' }),
      exerciseLevels: t.expose('levels', { type: [ExerciseLevel], description: 'Levels that exercise it (行使层级), P2.' }),
      authoritySplit: t.exposeString('authoritySplit', { nullable: true, description: 'Authority split between levels (权限划分).' }),
      legalBases: t.field({
        type: [legalBasis],
        description: 'What it rests on (实施依据), P2, in the list’s order.',
        resolve: async ({ versionId }, _args, { loaders }) => (await loaders.citations.load(versionId)) ?? [],
      }),
      basisText: t.field(said('basisText', 'The basis as printed on the list.')),
      implementingAgency: t.field({
        type: foreign.Agency,
        description: 'Implementing body (实施主体), P2.',
        resolve: ({ agencyCode }) => ({ code: agencyCode }),
      }),
      implementingBodyName: t.exposeString('bodyName', { description: 'The implementing body as the list prints it.' }),
      responsibleOffices: t.field({
        type: [foreign.Office],
        description: 'Responsible offices (承办机构) as the list names them.',
        resolve: ({ officeIds }) => officeIds.map((id) => ({ id })),
      }),
      responsibleOfficeNames: t.exposeStringList('officeNames', { description: 'Responsible offices (承办机构) as the list prints them.' }),
      region: t.field({
        type: foreign.Region,
        description: 'Region whose list holds the item.',
        resolve: ({ regionCode }) => ({ code: regionCode }),
      }),
      duty: t.field(said('duty', 'Department duty it rests on (部门职责).')),
      responsibilities: t.field(said('responsibilities', 'Responsibilities by stage (责任事项).')),
      accountability: t.field(said('accountability', 'Accountability grounds (追责情形).')),
      listedSupervisionPhone: t.exposeString('supervisionPhone', { nullable: true, description: 'Supervision phone (监督电话) as the list prints it.' }),
      remark: t.exposeString('remark', { nullable: true, description: 'The list’s remark (备注).' }),
      edition: t.field({
        type: edition,
        nullable: true,
        description: 'The first edition (公布版本) that carries this version; null while an adjustment has brought it and no edition has followed.',
        resolve: ({ editionId }, _args, { loaders }) => (editionId === null ? null : loaders.editions.load(editionId)),
      }),
      effectiveFrom: t.expose('validFrom', { type: 'Date', description: 'First day this version holds.' }),
      effectiveTo: t.field({ type: 'Date', nullable: true, description: 'First day it no longer holds; null while it does.', resolve: endOf }),
    }),
  });
  builder.asEntity(PowerItem, {
    key: builder.selection<{ code: string }>('code'),
    resolveReference: async ({ code }, { loaders, today }) => publicItem(await loaders.items.load({ code, on: today })),
  });
  const PowerItemConnection = connectionOf('PowerItem', PowerItem, { counts: 'UP_TO_A_BOUND' });
  const Filter = builder.inputType('PowerItemFilter', {
    description: 'What to search for; absent or null parts do not narrow.',
    fields: (t) => ({
      text: t.string({ description: 'Words apart by white space; each must occur in name, sub-item, code or basis. Any substring, from one character up.' }),
      category: t.field({ type: [PowerCategory], description: 'Any of these.' }),
      regionCode: t.id({ description: 'This region’s list.' }),
      agencyCode: t.id({ description: 'This implementing body’s items.' }),
      level: t.field({ type: ExerciseLevel, description: 'Exercised at this level.' }),
      status: t.field({ type: [ItemStatus], description: 'Any of these; drafts are never answered here.' }),
    }),
  });
  const asOf = { type: 'Date', description: 'As on this day; today when absent.' } as const;
  builder.queryFields((t) => ({
    powerItem: t.field({
      type: PowerItem,
      nullable: true,
      description: 'One item by its code, as on a day; null when there was none. Public.',
      args: { code: t.arg.id({ required: true }), asOf: t.arg(asOf) },
      resolve: async (_root, { code, asOf: on }, { loaders, today }) =>
        publicItem(await loaders.items.load({ code, on: on ?? today })),
    }),
    powerItems: t.field({
      type: PowerItemConnection,
      description: 'Searches and filters the lists, in the order of codes, by keyset. Public.',
      args: {
        filter: t.arg({ type: Filter }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
        asOf: t.arg(asOf),
      },
      resolve: (_root, { filter, asOf: on, ...page }, { store, today }) =>
        searchItems(store.database, filter ?? {}, on ?? today, pageRequest(page)),
    }),
  }));
  return { PowerItem, PowerItemConnection };
}
export type PowerItemTypes = ReturnType<typeof addPowerItem>;

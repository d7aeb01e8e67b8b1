import { Rejected } from '../../shared/errors';
import { pageRequest, toPage, type connections, type Page } from '../../shared/graphql/connection';
import { describedValues } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { compareEditions, type ComparedEditions } from '../queries/edition-diff';
import { itemsOfEdition } from '../queries/edition-items';
import type { ItemRow } from '../queries/item-columns';
import { byOutcome, changedElements, type ElementChange, type ItemDifference } from '../rules/edition-diff';
import { ITEM_ELEMENTS, type ItemElement } from '../rules/item-state';
import type { EditionRef } from './edition';
import type { PowerItemTypes } from './power-item';

type ConnectionOf = ReturnType<typeof connections<CatalogContext>>;

/** One item that two editions state differently. */
interface EditionChange {
  item: ItemRow;
  elements: ElementChange[];
}

interface Comparison extends ComparedEditions {
  outcome: ReturnType<typeof byOutcome>;
}

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** The page of an in-memory list that begins after a code, with one entry more than asked for. */
async function pageOf<Node>(
  differences: readonly ItemDifference[],
  args: PageArgs,
  load: (differences: readonly ItemDifference[]) => Promise<Node[]>,
  codeOf: (node: Node) => string,
): Promise<Page<Node>> {
  const request = pageRequest(args);
  const { after, first } = request;
  const from = after === null ? 0 : differences.findIndex(({ code }) => code > after);
  const nodes = from < 0 ? [] : await load(differences.slice(from, from + first + 1));
  return toPage(nodes, request, codeOf, async () => differences.length);
}

/** Adds `Edition.items` and `editionDiff`: what an edition holds, and what differs between two (P7). */
export function addEditionDiff(
  builder: HubBuilder<CatalogContext>,
  Edition: EditionRef,
  { PowerItem, PowerItemConnection }: PowerItemTypes,
  connectionOf: ConnectionOf,
): void {
  const Element = builder.enumType('ItemElement', {
    description: 'What an item says, element by element.',
    values: describedValues(ITEM_ELEMENTS),
  });
  const Change = builder.objectRef<ElementChange>('ElementChange').implement({
    description: 'One element that two editions state differently; values as text: codes for closed vocabularies, several parted by `、`, citations by line.',
    fields: (t) => ({
      name: t.field({ type: Element, description: 'Which element.', resolve: ({ name }) => name as ItemElement }),
      before: t.exposeString('before', { nullable: true, description: 'As in the earlier edition; null when it said nothing.' }),
      after: t.exposeString('after', { nullable: true, description: 'As in the later edition; null when it says nothing.' }),
    }),
  });
  const ItemChange = builder.objectRef<EditionChange>('EditionChange').implement({
    description: 'An item that two editions state differently.',
    fields: (t) => ({
      item: t.expose('item', { type: PowerItem, description: 'The item as in the edition compared to.' }),
      elements: t.expose('elements', { type: [Change], description: 'What differs.' }),
    }),
  });
  const ItemChangeConnection = connectionOf('EditionChange', ItemChange);
  const Counts = builder.objectRef<Comparison>('EditionDiffCounts').implement({
    description: 'How many items differ.',
    fields: (t) => ({
      added: t.int({ description: 'In the edition compared to only.', resolve: ({ outcome }) => outcome.added.length }),
      removed: t.int({ description: 'In the edition compared from only.', resolve: ({ outcome }) => outcome.removed.length }),
      changed: t.int({ description: 'In both, stated differently.', resolve: ({ outcome }) => outcome.changed.length }),
      unchanged: t.int({
        description: 'In both, stated alike.',
        resolve: ({ to, outcome }) => to.total - outcome.added.length - outcome.changed.length,
      }),
    }),
  });
  const Diff = builder.objectRef<Comparison>('EditionDiff').implement({
    description: 'What differs between two editions of one region’s list (版本比较), P7. Each list is in the order of codes.',
    fields: (t) => {
      const args = {
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      };
      const itemsOf =
        (list: 'added' | 'removed', side: 'before' | 'after', edition: 'from' | 'to') =>
        (comparison: Comparison, page: PageArgs, { loaders }: CatalogContext): Promise<Page<ItemRow>> =>
          pageOf(
            comparison.outcome[list],
            page,
            (shown) => loadItems(loaders, comparison, shown, side, edition),
            ({ code }) => code,
          );
      return {
        from: t.expose('from', { type: Edition, description: 'The edition compared from.' }),
        to: t.expose('to', { type: Edition, description: 'The edition compared to.' }),
        counts: t.field({ type: Counts, description: 'How many items differ.', resolve: (comparison) => comparison }),
        added: t.field({ type: PowerItemConnection, description: 'Items only `to` has, as it states them.', args, resolve: itemsOf('added', 'after', 'to') }),
        removed: t.field({ type: PowerItemConnection, description: 'Items only `from` has, as it states them.', args, resolve: itemsOf('removed', 'before', 'from') }),
        changed: t.field({
          type: ItemChangeConnection,
          description: 'Items both have and state differently, with every element that differs.',
          args,
          resolve: (comparison, page, { loaders }) =>
            pageOf(
              comparison.outcome.changed,
              page,
              async (shown) => {
                const items = await loadItems(loaders, comparison, shown, 'after', 'to');
                return items.map((item, i) => ({ item, elements: changedElements(shown[i]!) }));
              },
              ({ item }) => item.code,
            ),
        }),
      };
    },
  });
  builder.objectField(Edition, 'items', (t) =>
    t.field({
      type: PowerItemConnection,
      description: 'The items of this edition as it was published, in the order of their codes.',
      args: {
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: (edition, page, { store }) => itemsOfEdition(store.database, edition, pageRequest(page)),
    }),
  );
  builder.queryField('editionDiff', (t) =>
    t.field({
      type: Diff,
      nullable: true,
      description: 'Compares two editions of one region’s list, in either direction; null when one of them is not there. Public.',
      args: { from: t.arg.id({ required: true, description: 'Id of an edition.' }), to: t.arg.id({ required: true, description: 'Id of an edition of the same region.' }) },
      resolve: async (_root, args, { store, loaders }) => {
        const [from, to] = await Promise.all([loaders.editions.load(args.from), loaders.editions.load(args.to)]);
        if (from === null || to === null) return null;
        if (from.regionCode !== to.regionCode) throw new Rejected('BAD_USER_INPUT', '只能比较同一地区的两个版本', 'to');
        const compared = await compareEditions(store.database, from, to);
        return { ...compared, outcome: byOutcome(compared.diff) };
      },
    }),
  );
}

/** The items of these differences as one side states them; batched with every other list of the same answer. */
async function loadItems(
  loaders: CatalogContext['loaders'],
  comparison: Comparison,
  differences: readonly ItemDifference[],
  side: 'before' | 'after',
  edition: 'from' | 'to',
): Promise<ItemRow[]> {
  const on = comparison[edition].publishedOn;
  const keys = differences.map(({ code }) => ({ versionId: comparison.versions.get(code)![side]!, on }));
  const items = await Promise.all(keys.map((key) => loaders.versions.load(key)));
  return items.map((item) => item!);
}

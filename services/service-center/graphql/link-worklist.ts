import { openCursor, pageRequest, toPage, type connections } from '../../shared/graphql/connection';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { authorise } from '../../shared/permission';
import { Rejected } from '../../shared/errors';
import type { ServiceCenterContext } from '../context';
import { itemUse } from '../queries/item-use';
import { comparePlaces, placeOf, worklistOf, type LinkTask, type TaskPlace } from '../rules/link-worklist';
import { SERVICE_CENTER_PERMISSIONS } from '../rules/permissions';
import { regionOfAgency } from '../rules/region-of-agency';
import { yearBefore } from '../rules/year-before';
import { LINK_STATUSES, type LinkStatus } from '../rules/vocabulary';
import type { PowerItemRef } from './foreign/power-item';
import type { LinkRef } from './link';

const LISTS = [
  'An agency’s items whose link is not complete (待完善事项), the most used first; at equal use what leads astray before what',
  'has no guide before what lacks something. For the agency, the service center and the reporting tools of its region.',
].join(' ');

const cursorOf = ({ use, status, code }: TaskPlace): string => `${use} ${status} ${code}`;

function placeAfter(cursor: string): TaskPlace {
  const [, use, status, code] = /^(\d{1,9}) ([A-Z]+) (.+)$/.exec(cursor) ?? [];
  if (code === undefined || status === undefined || !Object.hasOwn(LINK_STATUSES, status)) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return { use: Number(use), status: status as LinkStatus, code };
}

/** Adds LinkTask and `linkWorklist`. */
export function addLinkWorklist(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  PowerItem: PowerItemRef,
  Link: LinkRef,
): void {
  const Task = builder.objectRef<LinkTask>('LinkTask').implement({
    description: 'An item whose link is to be mended (待完善事项).',
    fields: (t) => ({
      item: t.field({ type: PowerItem, description: 'The item.', resolve: ({ code, category }) => ({ code, category }) }),
      link: t.expose('link', { type: Link, description: 'What is wrong or missing.' }),
      use: t.exposeInt('use', { description: 'Cases received for it by the agency in the last twelve months.' }),
    }),
  });
  const TaskConnection = connectionOf('LinkTask', Task);
  builder.queryField('linkWorklist', (t) =>
    t.field({
      type: TaskConnection,
      description: LISTS,
      args: {
        agencyCode: t.arg.id({ required: true, description: 'Code of the implementing body.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: async (_root, { agencyCode, ...page }, { actor, loaders, store: { database }, today }) => {
        const regionCode = regionOfAgency(agencyCode);
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-link-worklist', actor, { agencyCode, regionCode });
        const request = pageRequest(page);
        const after = page.after == null ? null : placeAfter(openCursor(page.after));
        const [items, use] = await Promise.all([loaders.linkedItems(regionCode, today), itemUse(database, agencyCode, yearBefore(today))]);
        const tasks = worklistOf(items, agencyCode, use);
        const rest = after === null ? tasks : tasks.filter((task) => comparePlaces(placeOf(task), after) > 0);
        return toPage(rest.slice(0, request.first + 1), request, (task) => cursorOf(placeOf(task)), async () => tasks.length);
      },
    }),
  );
}

import { Rejected } from '../../../shared/errors';
import { openCursor, toCursor } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { CasesOf } from '../../queries/cases/list-cases';
import { signalsAfter } from '../../queries/e-supervision/signals-after';
import type { SignalRow } from '../../queries/e-supervision/signal-row';
import { whose } from './read-signals';
import type { SignalRef } from './signal';

/** How long the feed goes without looking, for signals raised by another process of this service. */
const LOOK_AGAIN_MS = 500;
const PAGE = 100;

/** Adds `supervisionSignalRaised`: the live feed of new signals, which goes on where a lost connection left off. */
export function addWatchSignals(builder: HubBuilder<ServiceCenterContext>, Signal: SignalRef): void {
  const Raised = builder.objectRef<SignalRow>('SupervisionSignalRaised').implement({
    description: 'A signal as it comes in, and where to go on after it.',
    fields: (t) => ({
      signal: t.field({ type: Signal, description: 'The signal as it is now.', resolve: (row) => row }),
      cursor: t.string({ description: 'Pass as `after` when the connection was lost: what came since is replayed, nothing twice.', resolve: ({ sequence }) => toCursor(String(sequence)) }),
    }),
  });
  builder.subscriptionType({});
  builder.subscriptionField('supervisionSignalRaised', (t) =>
    t.field({
      type: Raised,
      description: 'Every new signal of an agency, or of a region with everything below it, in the order they are raised (电子监察实时推送), P17. Over server-sent events. With `after` it begins with what was raised since that cursor; without, with what is raised from now on. For whom `supervisionSignals` answers.',
      args: {
        agencyCode: t.arg.id({ description: 'The agency; or give `regionCode`.' }),
        regionCode: t.arg.id({ description: 'The region, with everything below it.' }),
        after: t.arg.string({ description: '`cursor` of the last signal that arrived.' }),
      },
      subscribe: async (_root, { after, ...place }, context) => {
        const of = whose(place, 'read-signals', context);
        return newSignals(context, of, after == null ? await lastSequence(context) : sequenceOf(after));
      },
      resolve: (row) => row,
    }),
  );
}

function sequenceOf(after: string): number {
  const sequence = Number(openCursor(after));
  if (!Number.isSafeInteger(sequence)) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一次收到的 cursor', 'after');
  return sequence;
}

async function lastSequence({ store: { database } }: ServiceCenterContext): Promise<number> {
  const [row] = await database.rows<{ last: number }>({ name: 'last-signal', text: `SELECT coalesce(max(sequence), 0)::int AS last FROM service_center.supervision_signal` });
  return row?.last ?? 0;
}

/** Pages of what is there, then whatever comes, until the reader goes. */
async function* newSignals({ store: { database, wake } }: ServiceCenterContext, of: CasesOf, from: number): AsyncGenerator<SignalRow> {
  for (let after = from; ; ) {
    const rows = await signalsAfter(database, of, {}, after, PAGE);
    for (const row of rows) {
      after = row.sequence;
      yield row;
    }
    if (rows.length === 0) await wake.wait(LOOK_AGAIN_MS);
  }
}

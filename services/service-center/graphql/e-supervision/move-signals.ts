import { isRefusal, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { runCommand } from '../../../shared/run-command';
import { answerSignal, closeSignal, notifySignal, revokeSignal, upholdSignal } from '../../commands/e-supervision/move-signals';
import type { ServiceCenterContext } from '../../context';
import { sequenceOf } from '../../queries/e-supervision/signal-row';
import { findSignal } from '../../queries/e-supervision/signals-after';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { SignalRef } from './signal';

const MOVES = [
  ['notifySignal', notifySignal, 'Notifies the agency of a signal (通知). For the supervision bureau of its region.'],
  ['answerSignal', answerSignal, 'The agency answers a signal (答复); `text` is required. For the agency itself.'],
  ['upholdSignal', upholdSignal, 'Upholds a signal (认定成立): answered, or not answered within the limit; `text` is required. For supervision.'],
  ['revokeSignal', revokeSignal, 'Revokes a signal (撤销) on what the agency answered, or before it was notified; `text` is required. For supervision.'],
  ['closeSignal', closeSignal, 'Closes a signal that was upheld or revoked (办结). For supervision.'],
] as const;

/** Adds the moves of a signal's life. */
export function addMoveSignals(builder: HubBuilder<ServiceCenterContext>, Signal: SignalRef, refusal: RefusalRef<ServiceCenterContext>): void {
  const SignalResult = builder.unionType('SupervisionSignalResult', {
    description: 'The signal as it is now, or the rule that said no.',
    types: [Signal, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'SupervisionSignal'),
  });
  for (const [name, command, description] of MOVES)
    builder.mutationField(name, (t) =>
      t.field({
        type: SignalResult,
        description,
        args: {
          id: t.arg.id({ required: true, description: 'Id of the signal.' }),
          text: t.arg.string({ description: 'The answer or the reasons, up to 2,000 characters.' }),
        },
        resolve: async (_root, { id, text }, { store, actor }) => {
          const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, command, { id, text: text ?? null }, actor);
          if (!outcome.ok) return outcome.refusal;
          const signal = await findSignal(store.database, sequenceOf(id)!);
          if (signal === null) throw new Error(`signal ${id} is not there`);
          return signal;
        },
      }),
    );
}

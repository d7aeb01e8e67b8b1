import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { extendLineage } from '../lineage';
import { change, enter, listing, NO_EFFECTS, type Effects, type Given } from './effects';
import type { HeldDelegation, HeldItem } from './held-item';
import { toPower, type TargetList } from './new-item';
import type { PlacedPower } from '../identify-items';

/** The item as the receiving body will hold it in its own name, where the delegation authorises it. */
export const receivedPower = ({ facts }: HeldItem, { toAgencyCode, toBodyName, levels }: HeldDelegation): PlacedPower => ({
  ...toPower(facts),
  publishedCode: null,
  agencyCode: toAgencyCode,
  body: toBodyName,
  offices: [],
  officeIds: [],
  levels,
  supervisionPhone: null,
});

/** The region whose list the receiving body's item goes on: agency codes begin with their region's. */
export const regionOf = ({ toAgencyCode }: Pick<HeldDelegation, 'toAgencyCode'>): string => toAgencyCode.slice(0, 6);

/** The delegation that waits for its handover, if there is one. */
export const pendingOf = (held: HeldItem | null): HeldDelegation | null =>
  held?.delegation != null && held.delegation.handedOverOn === null ? held.delegation : null;

/**
 * P14 下放, second step. 授权: from the day of the handover the power is the receiving body's, on a list of its own, and
 * no longer the releasing body's. 委托: the power stays the department's (P4); the trustee exercises it in its name.
 */
export function decideHandover(given: Given, receivingList: TargetList | null): Outcome<Effects> {
  const pending = pendingOf(given.items[0]?.held ?? null);
  // What is received goes on the list of the receiving body's region, so the two sides are checked by themselves.
  const entered = enter('CONFIRM_HANDOVER', { ...given, results: [] });
  if (!entered.ok) return entered;
  const item = entered.value.items[0]!;
  const { code } = item.facts;
  if (pending === null)
    return refuse('NO_PENDING_DELEGATION', 'P14', '该事项没有待确认移交的下放决定', [{ path: `${item.path}.code`, value: code }]);
  if (given.effectiveOn < pending.decidedFor)
    return refuse('HANDOVER_BEFORE_DECISION', 'P14', `移交日期 ${given.effectiveOn} 早于下放决定的生效日 ${pending.decidedFor}`, [
      { path: 'effectiveOn', value: given.effectiveOn },
    ]);
  if (pending.form === 'ENTRUST') return accept({ ...NO_EFFECTS, changes: [change('CONFIRM_HANDOVER', item, { status: item.status })] });

  const receiving = enter('CONFIRM_HANDOVER', { ...given, ...receivingList, items: [] });
  if (!receiving.ok) return receiving;
  const received = receiving.value.results[0]!;
  const lineage = extendLineage(given.lineage, [{ from: code, to: received.code, kind: 'AUTHORISED' }]);
  if (!lineage.ok) return lineage;
  return accept({
    ...NO_EFFECTS,
    changes: [change('CONFIRM_HANDOVER', item, { status: 'DELEGATED', conditions: null })],
    listings: [listing('CONFIRM_HANDOVER', received, item.conditions)],
    lineage: lineage.value,
  });
}

import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import { signalId, type SignalRow } from '../../queries/e-supervision/signal-row';
import type { PowerItemRef } from '../foreign/power-item';
import type { SupervisionVocabulary } from './vocabulary';

/** Adds SupervisionSignal. */
export function addSignal(builder: HubBuilder<ServiceCenterContext>, { SignalKind, SignalSeverity, SignalState }: SupervisionVocabulary, PowerItem: PowerItemRef) {
  const SignalNumber = builder.objectRef<{ name: string; value: string }>('SignalNumber').implement({
    description: 'A number or a word that a rule found.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'What it is, e.g. `daysUsed`, `limit`, `dueOn`, `hours`, `step`.' }),
      value: t.exposeString('value', { description: 'Its value as text.' }),
    }),
  });
  return builder.objectRef<SignalRow>('SupervisionSignal').implement({
    description: 'A signal of e-supervision (监察信号): what a rule found in a case, with the event, the clause and the numbers.',
    fields: (t) => ({
      id: t.id({ description: 'Id: agency code and sequence.', resolve: signalId }),
      sequence: t.exposeInt('sequence', { description: 'Gap-free over all signals of the hub, in the order they were raised.' }),
      kind: t.expose('kind', { type: SignalKind, description: 'What is wrong.' }),
      severity: t.expose('severity', { type: SignalSeverity, description: 'Yellow or red, by the policy that held.' }),
      rule: t.exposeString('rule', { description: 'Clause of the law or of the plan.' }),
      caseNumber: t.exposeID('caseNumber', { description: 'The case.' }),
      agencyCode: t.exposeID('agencyCode', { description: 'The handling agency.' }),
      item: t.field({ type: PowerItem, nullable: true, description: 'The item; null when the catalog does not answer.', resolve: ({ itemCode: code }) => ({ code }) }),
      eventId: t.exposeID('eventId', { nullable: true, description: 'The event it is about; null when the passing of time raised it.' }),
      numbers: t.field({
        type: [SignalNumber],
        description: 'What the rule found.',
        resolve: ({ numbers }) => Object.entries(numbers).map(([name, value]) => ({ name, value: String(value) })),
      }),
      occurredOn: t.expose('occurredOn', { type: 'Date', description: 'Day of what it says.' }),
      raisedAt: t.expose('raisedAt', { type: 'DateTime', description: 'When it was raised.' }),
      state: t.expose('state', { type: SignalState, description: 'Where it is in its life.' }),
      notifiedAt: t.expose('notifiedAt', { type: 'DateTime', nullable: true, description: 'When the agency was notified.' }),
      answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true, description: 'When the agency answered.' }),
      answer: t.exposeString('answer', { nullable: true, description: 'The agency’s answer (答复).' }),
      concludedAt: t.expose('concludedAt', { type: 'DateTime', nullable: true, description: 'When it was upheld or revoked.' }),
      upheld: t.boolean({ nullable: true, description: 'Whether it was upheld, also once it is closed; null while neither upheld nor revoked.', resolve: ({ verdict }) => (verdict === null ? null : verdict === 'UPHELD') }),
      conclusion: t.exposeString('conclusion', { nullable: true, description: 'Why it was upheld or revoked (认定意见).' }),
      closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    }),
  });
}
export type SignalRef = ReturnType<typeof addSignal>;

import type { CheckedFinding } from '../../queries/mandates/region-check';
import type { OrganisationBuilder, OrganisationTypes } from '../types';
import type { MandateTypes } from './mandate';
import type { PowerItemRef } from './power-item-stub';
import type { MandateVocabulary } from './vocabulary';

/** Adds MandateFinding. */
export const addFinding = (
  builder: OrganisationBuilder,
  { Agency, Office }: OrganisationTypes,
  { MandateFindingKind, Severity, FindingState }: MandateVocabulary,
  { Duty }: Pick<MandateTypes, 'Duty'>,
  PowerItem: PowerItemRef,
) =>
  builder.objectRef<CheckedFinding>('MandateFinding').implement({
    description: 'One thing in which mandate and list do not agree (核对问题), with both texts. It is what it is today; `state` and what follows say what became of it once a run or a change of the list put it on record.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The same for the same finding in every run.' }),
      kind: t.expose('kind', { type: MandateFindingKind, description: 'Kind (问题类型).' }),
      severity: t.expose('severity', { type: Severity, description: 'How serious (严重程度).' }),
      clause: t.exposeString('clause', { description: 'Clause of the plan that it offends, e.g. `P13`.' }),
      agency: t.field({
        type: Agency,
        description: 'The agency that has to put it right (责任机构).',
        resolve: async ({ agencyCode }, _args, { loaders }) => (await loaders.agencies.load(agencyCode))!, // a check names the register's own
      }),
      duty: t.expose('duty', { type: Duty, nullable: true, description: 'The duty concerned, whole (职责原文); null when none is.' }),
      item: t.field({
        type: PowerItem,
        nullable: true,
        description: 'The item concerned; null when none is.',
        resolve: ({ itemCode }) => (itemCode === null ? null : { code: itemCode }),
      }),
      itemText: t.exposeString('itemText', { nullable: true, description: 'The item as the list stated it when it was checked (事项原文).' }),
      office: t.field({
        type: Office,
        nullable: true,
        description: 'The office concerned; null when none is or the register has none of that id.',
        resolve: ({ officeId }, _args, { loaders }) => (officeId === null ? null : loaders.offices.load(officeId)),
      }),
      explanation: t.exposeString('explanation', { description: 'One Chinese sentence for a clerk (问题说明).' }),
      proposedAction: t.exposeString('proposedAction', { description: 'What to do, Chinese (处理建议).' }),
      candidate: t.exposeBoolean('candidate', { description: 'Rests on a similarity that nobody has confirmed or rejected yet (待人工认定).' }),
      score: t.exposeFloat('score', { nullable: true, description: 'How alike, 0–1; null when nothing was compared.' }),
      state: t.field({ type: FindingState, description: 'State (处理状态); OPEN also when it is not on record yet.', resolve: ({ record }) => record?.state ?? 'OPEN' }),
      raisedOn: t.field({ type: 'Date', nullable: true, description: 'Day it was put on record (发现日期); null when it is not yet.', resolve: ({ record }) => record?.raisedOn ?? null }),
      deadline: t.field({ type: 'Date', nullable: true, description: 'Day by which it is to be put right (整改期限): 30 days after it was raised.', resolve: ({ record }) => record?.deadline ?? null }),
      reply: t.string({ nullable: true, description: 'What the agency says it did (回复).', resolve: ({ record }) => record?.reply ?? null }),
      repliedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it replied.', resolve: ({ record }) => record?.repliedAt ?? null }),
      closure: t.string({ nullable: true, description: 'Why it is closed (办结说明).', resolve: ({ record }) => record?.closure ?? null }),
      closedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it was closed.', resolve: ({ record }) => record?.closedAt ?? null }),
    }),
  });
export type FindingRef = ReturnType<typeof addFinding>;

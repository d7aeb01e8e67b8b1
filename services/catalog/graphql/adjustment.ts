import { describedValues } from '../../shared/graphql/described-values';
import { pageRequest, type connections } from '../../shared/graphql/connection';
import { parseDay, type HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { findAdjustments, type AdjustmentRow } from '../queries/adjustments';
import type { DelegationRow } from '../queries/delegations';
import { ADJUSTMENT_KINDS } from '../rules/adjustments/adjustment-kinds';
import { DELEGATION_FORMS } from '../rules/adjustments/held-item';
import type { DecisionDocumentTypes } from './decision-document';
import type { ForeignTypes } from './foreign/stubs';
import type { PowerItemTypes } from './power-item';

interface Parts {
  items: PowerItemTypes;
  foreign: ForeignTypes;
  documents: DecisionDocumentTypes;
  connectionOf: ReturnType<typeof connections<CatalogContext>>;
}

/** What a decision did is seen from the day it holds, or today if that is later. */
export const dayToShow = (effectiveOn: string, today: string): string => (effectiveOn > today ? effectiveOn : today);

/** Adds Adjustment with `adjustment`, `adjustments` and what items say of theirs. */
export function addAdjustment(builder: HubBuilder<CatalogContext>, { items: { PowerItem }, foreign, documents, connectionOf }: Parts) {
  const Kind = builder.enumType('AdjustmentKind', { description: 'Kind of adjustment (动态调整, P14).', values: describedValues(ADJUSTMENT_KINDS) });
  const Part = builder.enumType('AdjustmentPart', {
    description: 'What an item is to an adjustment.',
    values: {
      SOURCE: { description: '被并入、被拆分的事项：it ceases.' },
      SUBJECT: { description: '被调整的事项：it is changed.' },
      RESULT: { description: '调整产生的事项：it is what comes of it.' },
    },
  });
  const Form = builder.enumType('DelegationForm', { description: 'How a power goes down to a lower body (下放).', values: describedValues(DELEGATION_FORMS) });

  const Delegation = builder.objectRef<DelegationRow>('Delegation').implement({
    description: 'A delegation (下放, P14) of an item. Until its handover is confirmed the releasing body keeps acting.',
    fields: (t) => ({
      form: t.expose('form', { type: Form, description: 'Entrusted, in the delegator’s name, or authorised, in the receiver’s own.' }),
      toAgency: t.field({ type: foreign.Agency, description: 'Receiving body (承接机构).', resolve: ({ toAgencyCode }) => ({ code: toAgencyCode }) }),
      toBodyName: t.exposeString('toBodyName', { description: 'Its name as the decision gives it.' }),
      decidedFor: t.expose('decidedFor', { type: 'Date', description: 'First day the handover may be.' }),
      handedOverOn: t.expose('handedOverOn', { type: 'Date', nullable: true, description: 'First day the receiving body acts; null while the handover is pending.' }),
      resultItem: t.field({
        type: PowerItem,
        nullable: true,
        description: 'The receiving body’s own item, where it was authorised and has been handed over.',
        resolve: ({ resultCode, handedOverOn }, _args, { loaders, today }) =>
          resultCode === null ? null : loaders.items.load({ code: resultCode, on: dayToShow(handedOverOn ?? today, today) }),
      }),
    }),
  });
  const AdjustedItem = builder.objectRef<AdjustmentRow['items'][number] & { on: string }>('AdjustedItem').implement({
    description: 'An item and its part in an adjustment.',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Its code (事项编码).' }),
      part: t.expose('part', { type: Part, description: 'What it is to the adjustment.' }),
      item: t.field({
        type: PowerItem,
        nullable: true,
        description: 'The item today, or on the day the adjustment takes effect if that is still to come.',
        resolve: ({ code, on }, _args, { loaders }) => loaders.items.load({ code, on }),
      }),
    }),
  });
  const Adjustment = builder.objectRef<AdjustmentRow>('Adjustment').implement({
    description: 'One decision that adjusts a region’s list (动态调整决定, P14), with everything it rests on.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its number in the hub, in the order of decision.' }),
      region: t.field({ type: foreign.Region, description: 'Region whose list it adjusts.', resolve: ({ regionCode }) => ({ code: regionCode }) }),
      kind: t.expose('kind', { type: Kind, description: 'Kind of adjustment.' }),
      grounds: t.exposeString('grounds', { description: 'Grounds (调整理由).' }),
      document: t.expose('document', { type: documents.Document, description: 'Decision document (决定文件).' }),
      legalityOpinion: t.exposeString('legalityOpinion', { description: 'Legality opinion (合法性审查意见), P10.' }),
      approver: t.exposeString('approver', { description: 'Who approved it (批准人).' }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day it holds (生效日).' }),
      decidedAt: t.expose('decidedAt', { type: 'DateTime', description: 'When it was put on record here.' }),
      items: t.field({
        type: [AdjustedItem],
        description: 'The items it is about: sources first, then subjects, then results.',
        resolve: ({ items, effectiveOn }, _args, { today }) => items.map((item) => ({ ...item, on: dayToShow(effectiveOn, today) })),
      }),
      conditions: t.string({ nullable: true, description: 'Conditions of strict control (严管), of TIGHTEN.', resolve: ({ details }) => details.conditions ?? null }),
      superiorLaw: t.string({ nullable: true, description: 'The superior law (上位法) of an addition, P6.', resolve: ({ details }) => details.superiorLaw ?? null }),
      approval: t.field({
        type: documents.Document,
        nullable: true,
        description: 'The government’s approval (批准文件) of an addition, P6.',
        resolve: ({ details }) => details.approval ?? null,
      }),
      fromBodyName: t.string({
        nullable: true,
        description: 'The higher body that sent the power down, of TAKE_OVER.',
        resolve: ({ kind, details }) => (kind === 'TAKE_OVER' ? (details.bodyName ?? null) : null),
      }),
      delegation: t.expose('delegation', { type: Delegation, nullable: true, description: 'The delegation it makes, of DELEGATE.' }),
    }),
  });

  builder.objectFields(PowerItem, (t) => ({
    version: t.exposeID('versionId', { description: 'This state of the item; pass as `basedOn` with a decision, which is refused if another one holds by then.' }),
    conditions: t.exposeString('conditions', { nullable: true, description: 'Conditions of strict control (严管, P14); kept while it is suspended.' }),
    adjustments: t.field({
      type: [Adjustment],
      description: 'All adjustments (动态调整) it was ever part of, in the order of decision, P7.',
      resolve: async ({ code }, _args, { loaders }) => (await loaders.adjustmentsOf.load(code)) ?? [],
    }),
    delegation: t.field({
      type: Delegation,
      nullable: true,
      description: 'The delegation (下放) it was under that day, pending or handed over.',
      resolve: ({ code, on }, _args, { loaders }) => loaders.delegations.load({ code, on }),
    }),
  }));
  const AdjustmentConnection = connectionOf('Adjustment', Adjustment);
  builder.queryFields((t) => ({
    adjustment: t.field({
      type: Adjustment,
      nullable: true,
      description: 'One adjustment by its number. Public.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { loaders }) => (/^\d{1,18}$/.test(id) ? loaders.adjustments.load(id) : null),
    }),
    adjustments: t.field({
      type: AdjustmentConnection,
      description: 'The adjustments of a region’s list (P7, P14), by the day they take effect, by keyset. Public.',
      args: {
        regionCode: t.arg.id({ required: true, description: 'Region whose list it is.' }),
        kind: t.arg({ type: [Kind], description: 'Any of these; all when absent.' }),
        from: t.arg({ type: 'Date', description: 'Taking effect on this day or later.' }),
        to: t.arg({ type: 'Date', description: 'Taking effect on this day or before.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: (_root, { regionCode, kind, from, to, ...page }, { store }) =>
        findAdjustments(store.database, { regionCode, kinds: kind, from: from && parseDay(from), to: to && parseDay(to) }, pageRequest(page)),
    }),
  }));
  return { Adjustment, AdjustmentKind: Kind, DelegationForm: Form };
}
export type AdjustmentTypes = ReturnType<typeof addAdjustment>;

import { parseDay, type HubBuilder } from '../../shared/graphql/schema-builder';
import type { NamedInput } from '../commands/adjust/adjust';
import type { CatalogContext } from '../context';
import type { ExceptionRecord } from '../rules/adjustments/exception';
import type { DecisionDocument, Grounds } from '../rules/adjustments/grounds';
import type { DecisionDocumentTypes } from './decision-document';

/** Adds what the inputs of all adjustments have in common. */
export function addAdjustInputs(builder: HubBuilder<CatalogContext>, { DocumentInput }: DecisionDocumentTypes) {
  const Decision = builder.inputType('AdjustmentDecisionInput', {
    description: 'What every adjustment must carry (P14). Parts may be left out in transport; the rules then refuse, each with its clause.',
    fields: (t) => ({
      grounds: t.string({ description: 'Grounds (调整理由). Absent: MISSING_GROUNDS.' }),
      document: t.field({ type: DocumentInput, description: 'Decision document (决定文件). Absent: MISSING_DECISION_DOCUMENT.' }),
      legalityOpinion: t.string({ description: 'Legality opinion (合法性审查意见). Absent: MISSING_LEGALITY_OPINION (P10).' }),
      approver: t.string({ description: 'Who approved it (批准人). Absent: MISSING_APPROVER.' }),
      effectiveOn: t.field({
        type: 'Date',
        required: true,
        description: 'First day it holds (生效日): not before the document, nor the item’s current state, nor on or before a published edition’s day.',
      }),
    }),
  });
  const Item = builder.inputType('AdjustedItemInput', {
    description: 'An item of the list that a decision names.',
    fields: (t) => ({
      code: t.id({ required: true, description: 'Its code (事项编码).' }),
      basedOn: t.id({ description: '`PowerItem.version` that the decider saw; if another one holds by now: ITEM_CHANGED_MEANWHILE, with what changed.' }),
    }),
  });
  const Exception = builder.inputType('ExceptionRecordInput', {
    description: 'What makes an addition to the list an exception on record (P6 只减不增).',
    fields: (t) => ({
      superiorLaw: t.string({ description: 'The superior law (上位法依据) as a citation; needed to add an item. Absent: MISSING_SUPERIOR_LAW.' }),
      approval: t.field({ type: DocumentInput, description: 'The government’s approval (批准文件). Absent: MISSING_GOVERNMENT_APPROVAL.' }),
    }),
  });
  return { Decision, Item, Exception };
}
export type AdjustInputs = ReturnType<typeof addAdjustInputs>;

type Absent<T> = T | null | undefined;
type SentDocument = Absent<{ title: string; number?: Absent<string>; date: string }>;

const toDocument = (document: SentDocument): DecisionDocument | null =>
  document == null ? null : { title: document.title.trim(), number: document.number ?? null, date: parseDay(document.date) };

/** The decision as the commands take it. */
export function toGrounds(sent: {
  grounds?: Absent<string>;
  document?: SentDocument;
  legalityOpinion?: Absent<string>;
  approver?: Absent<string>;
  effectiveOn: string;
}): Grounds {
  const { grounds = null, document, legalityOpinion = null, approver = null, effectiveOn } = sent;
  return { grounds, document: toDocument(document), legalityOpinion, approver, effectiveOn: parseDay(effectiveOn) };
}

export const toNamed = ({ code, basedOn }: { code: string; basedOn?: Absent<string> }): NamedInput => ({ code, basedOn: basedOn ?? null });

export const toException = ({ superiorLaw, approval }: { superiorLaw?: Absent<string>; approval?: SentDocument }): ExceptionRecord => ({
  superiorLaw: superiorLaw ?? null,
  approval: toDocument(approval),
});

import type { MandateDraft } from '../../rules/mandates/mandate-document';
import { EXERCISE_LEVELS, type DutyChangeKind, type DutyKind, type ExerciseLevel, type StaffingKind } from '../../rules/mandates/vocabulary';
import type { OrganisationBuilder } from '../types';
import type { MandateVocabulary } from './vocabulary';

/** A mandate as an input states it: what is left out is empty. */
interface StatedMandate {
  title?: string | null;
  documentNumber?: string | null;
  issuedOn?: string | null;
  effectiveOn: string;
  duties: readonly { number: string; text: string; kind: DutyKind; officeId?: string | null; levels?: readonly ExerciseLevel[] | null; items?: readonly string[] | null }[];
  changes?: readonly { kind: DutyChangeKind; text: string }[] | null;
  offices?: readonly { number?: string | null; name: string; officeId?: string | null; duties?: string | null }[] | null;
  staffingTotal?: number | null;
  staffing?: readonly { kind: StaffingKind; label?: string | null; beside?: boolean | null; quota: number; actual?: number | null; ofWhich?: readonly { label: string; quota: number; actual?: number | null }[] | null }[] | null;
  leadershipPosts?: readonly { post: string; rank?: string | null; quota: number; actual?: number | null }[] | null;
}

const text = (value: string | null | undefined): string | null => value?.trim() || null;

export const toMandateDraft = (stated: StatedMandate): MandateDraft => ({
  title: text(stated.title),
  documentNumber: text(stated.documentNumber),
  issuedOn: stated.issuedOn ?? null,
  effectiveOn: stated.effectiveOn,
  duties: stated.duties.map(({ number, text: words, kind, officeId, levels, items }) => ({
    number: number.trim(),
    text: words.trim(),
    kind,
    officeId: text(officeId),
    levels: (Object.keys(EXERCISE_LEVELS) as ExerciseLevel[]).filter((level) => levels?.includes(level)),
    itemCodes: (items ?? []).map((code) => code.trim()),
  })),
  changes: (stated.changes ?? []).map(({ kind, text: words }) => ({ kind, text: words.trim() })),
  offices: (stated.offices ?? []).map(({ number, name, officeId, duties }) => ({ number: text(number), name: name.trim(), officeId: text(officeId), duties: text(duties) })),
  staffing: {
    total: stated.staffingTotal ?? null,
    lines: (stated.staffing ?? []).map(({ kind, label, beside, quota, actual, ofWhich }) => ({
      kind,
      label: text(label),
      beside: beside ?? false,
      quota,
      actual: actual ?? null,
      ofWhich: (ofWhich ?? []).map((part) => ({ label: part.label.trim(), quota: part.quota, actual: part.actual ?? null })),
    })),
  },
  posts: (stated.leadershipPosts ?? []).map(({ post, rank, quota, actual }) => ({ post: post.trim(), rank: text(rank), quota, actual: actual ?? null })),
});

/** Adds MandateInput and its parts. */
export function addMandateInput(builder: OrganisationBuilder, { DutyKind, DutyChangeKind, StaffingKind, ExerciseLevel }: MandateVocabulary) {
  const Duty = builder.inputType('DutyInput', {
    description: 'A duty (职责).',
    fields: (t) => ({
      number: t.string({ required: true, description: 'Number as printed (序号), once in the mandate.' }),
      text: t.string({ required: true, description: 'The duty’s words (职责内容).' }),
      kind: t.field({ type: DutyKind, required: true, description: 'Kind (职责类型).' }),
      officeId: t.id({ description: 'The office that performs it, of the same agency (承担机构).' }),
      levels: t.field({ type: [ExerciseLevel], description: 'Exercise levels it claims (行使层级).' }),
      items: t.idList({ description: 'Codes of items of the list that it rests on (所依事项).' }),
    }),
  });
  const Change = builder.inputType('DutyChangeInput', {
    description: 'A duty taken over, handed over, cancelled, delegated or strengthened (职责调整).',
    fields: (t) => ({
      kind: t.field({ type: DutyChangeKind, required: true, description: 'What becomes of it.' }),
      text: t.string({ required: true, description: 'The document’s words.' }),
    }),
  });
  const Office = builder.inputType('MandateOfficeInput', {
    description: 'An internal office (内设机构).',
    fields: (t) => ({
      number: t.string({ description: 'Number as printed.' }),
      name: t.string({ required: true, description: 'Name.' }),
      officeId: t.id({ description: 'The office of the register that it is, of the same agency.' }),
      duties: t.string({ description: 'What it does (职责).' }),
    }),
  });
  const Part = builder.inputType('StaffingPartInput', {
    description: 'A part inside a staffing entry (其中、含).',
    fields: (t) => ({
      label: t.string({ required: true, description: 'What it is for.' }),
      quota: t.int({ required: true, description: 'Persons allowed (核定数).' }),
      actual: t.int({ description: 'Persons there are (实有数).' }),
    }),
  });
  const Staffing = builder.inputType('StaffingInput', {
    description: 'One kind of staffing (编制).',
    fields: (t) => ({
      kind: t.field({ type: StaffingKind, required: true, description: 'Kind (编制类别).' }),
      label: t.string({ description: 'As printed, when the kind alone does not say it.' }),
      beside: t.boolean({ description: 'Outside the total (另核); false when absent.' }),
      quota: t.int({ required: true, description: 'Persons allowed (核定数), parts included.' }),
      actual: t.int({ description: 'Persons there are (实有数).' }),
      ofWhich: t.field({ type: [Part], description: 'Parts inside the quota (其中).' }),
    }),
  });
  const Post = builder.inputType('LeadershipPostInput', {
    description: 'Leadership posts of one name (领导职数).',
    fields: (t) => ({
      post: t.string({ required: true, description: 'Post (职务).' }),
      rank: t.string({ description: 'Rank (级别).' }),
      quota: t.int({ required: true, description: 'Posts allowed (核定职数).' }),
      actual: t.int({ description: 'Posts filled (实配).' }),
    }),
  });
  return builder.inputType('MandateInput', {
    description: 'A mandate (三定规定), stated whole: what is left out is empty.',
    fields: (t) => ({
      title: t.string({ description: 'Title of the document (文件名称).' }),
      documentNumber: t.string({ description: 'Number of the document (文号).' }),
      issuedOn: t.field({ type: 'Date', description: 'Day of issue (印发日期).' }),
      effectiveOn: t.field({ type: 'Date', required: true, description: 'First day it holds (生效日期).' }),
      duties: t.field({ type: [Duty], required: true, description: 'Duties in the document’s order.' }),
      changes: t.field({ type: [Change], description: 'Duties moved, ended or strengthened.' }),
      offices: t.field({ type: [Office], description: 'Internal offices.' }),
      staffingTotal: t.int({ description: 'Total the document states, persons.' }),
      staffing: t.field({ type: [Staffing], description: 'Staffing, one entry a kind.' }),
      leadershipPosts: t.field({ type: [Post], description: 'Leadership posts.' }),
    }),
  });
}
export type MandateInputRef = ReturnType<typeof addMandateInput>;

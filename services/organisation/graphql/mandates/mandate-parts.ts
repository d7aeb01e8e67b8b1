import type { DutyChange, LeadershipPost, MandateOffice, StaffingLine, StaffingPart } from '../../rules/mandates/mandate-document';
import type { OrganisationBuilder, OrganisationTypes } from '../types';
import type { MandateVocabulary } from './vocabulary';

/** Adds what a mandate holds beside its duties. */
export function addMandateParts(builder: OrganisationBuilder, { Office }: OrganisationTypes, { DutyChangeKind, StaffingKind }: MandateVocabulary) {
  const Change = builder.objectRef<DutyChange>('DutyChange').implement({
    description: 'A duty that the mandate moves, ends or strengthens (职责调整).',
    fields: (t) => ({
      kind: t.expose('kind', { type: DutyChangeKind, description: 'What becomes of it.' }),
      text: t.exposeString('text', { description: 'The document’s words.' }),
    }),
  });
  const MandateOfficeRef = builder.objectRef<MandateOffice>('MandateOffice').implement({
    description: 'An internal office as a mandate sets it up (内设机构).',
    fields: (t) => ({
      number: t.exposeString('number', { nullable: true, description: 'Number as printed; null for the unnumbered (机关党委 …).' }),
      name: t.exposeString('name', { description: 'Name as printed.' }),
      duties: t.exposeString('duties', { nullable: true, description: 'What it does (职责).' }),
      office: t.field({
        type: Office,
        nullable: true,
        description: 'The office of the register that it is; null when the register has none.',
        resolve: ({ officeId }, _args, { loaders }) => (officeId === null ? null : loaders.offices.load(officeId)),
      }),
    }),
  });
  const Part = builder.objectRef<StaffingPart>('StaffingPart').implement({
    description: 'A part of a staffing entry (其中、含), inside its quota.',
    fields: (t) => ({
      label: t.exposeString('label', { description: 'What it is for, as printed.' }),
      quota: t.exposeInt('quota', { description: 'Persons allowed (核定数).' }),
      actual: t.exposeInt('actual', { nullable: true, description: 'Persons there are (实有数); null when not stated.' }),
    }),
  });
  const Line = builder.objectRef<StaffingLine>('Staffing').implement({
    description: 'One kind of staffing (编制).',
    fields: (t) => ({
      kind: t.expose('kind', { type: StaffingKind, description: 'Kind (编制类别).' }),
      label: t.exposeString('label', { nullable: true, description: 'As printed, when the kind alone does not say it.' }),
      beside: t.exposeBoolean('beside', { description: 'Outside the total (另核).' }),
      quota: t.exposeInt('quota', { description: 'Persons allowed (核定数), parts included.' }),
      actual: t.exposeInt('actual', { nullable: true, description: 'Persons there are (实有数); null when not stated.' }),
      ofWhich: t.expose('ofWhich', { type: [Part], description: 'Parts inside the quota (其中).' }),
    }),
  });
  const Post = builder.objectRef<LeadershipPost>('LeadershipPost').implement({
    description: 'Leadership posts of one name (领导职数).',
    fields: (t) => ({
      post: t.exposeString('post', { description: 'Post (职务), e.g. `副局长`.' }),
      rank: t.exposeString('rank', { nullable: true, description: 'Rank (级别), e.g. `副处级`.' }),
      quota: t.exposeInt('quota', { description: 'Posts allowed (核定职数).' }),
      actual: t.exposeInt('actual', { nullable: true, description: 'Posts filled (实配); null when not stated.' }),
    }),
  });
  return { DutyChange: Change, MandateOffice: MandateOfficeRef, StaffingPart: Part, Staffing: Line, LeadershipPost: Post };
}

import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { dayInChina } from '../../../shared/day';
import type { ServiceCenterContext } from '../../context';
import type { RemarkRow } from '../../queries/remarks/remark-row';
import type { RemarkContact } from '../../rules/remarks/remark-contact';
import { namedAgency } from '../foreign/named-agency';
import type { OrganisationTypes } from '../foreign/organisation';
import type { PowerItemRef } from '../foreign/power-item';
import type { RemarkVocabulary } from './vocabulary';

const answeredOn = ({ answeredAt }: RemarkRow): string | null => (answeredAt === null ? null : dayInChina(new Date(answeredAt)));

/** Adds Remark: a row answers what its reader may read, so that no field has to ask who reads. */
export function addRemark(
  builder: HubBuilder<ServiceCenterContext>,
  { RemarkKind, RemarkState }: RemarkVocabulary,
  { Agency }: OrganisationTypes,
  PowerItem: PowerItemRef,
) {
  const Contact = builder.objectRef<RemarkContact>('RemarkContact').implement({
    description: 'Who made a remark (联系信息): personal data.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: true, description: 'Name (称呼); null when none was given.' }),
      contact: t.exposeString('contact', { description: 'Phone or e-mail address (电话或电子邮箱).' }),
    }),
  });
  return builder.objectRef<RemarkRow>('Remark').implement({
    description: 'What somebody said of an item or a case, and what the agency answered (公众意见), P18.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Number on its receipt (受理编号): region code, day, serial, check character.' }),
      kind: t.expose('kind', { type: RemarkKind, description: 'What it is.' }),
      state: t.expose('state', { type: RemarkState, description: 'Where it stands.' }),
      item: t.field({
        type: PowerItem,
        // Nullable so that a remark outlives a catalog that does not answer.
        nullable: true,
        description: 'The item it is about; of a case, its item.',
        resolve: ({ itemCode }) => ({ code: itemCode }),
      }),
      caseNumber: t.exposeID('caseNumber', { nullable: true, description: 'The case it is about, for the remarker and who answers; null for an item, and for everyone else.' }),
      agency: t.field({
        type: Agency,
        description: 'The agency that answers (答复机构): the item’s implementing body, or the case’s agency, of the day it was handed in.',
        resolve: ({ agencyCode, agencyName }) => namedAgency({ code: agencyCode, name: agencyName, abolishedOn: null }),
      }),
      text: t.exposeString('text', { description: 'What was said, 5–2,000 characters; personal numbers and addresses are masked.' }),
      submittedOn: t.expose('submittedOn', { type: 'Date', description: 'Day it was handed in.' }),
      dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day to answer (答复期限): 15 working days after a complaint, 7 after any other. Policy, not law.' }),
      answeredOn: t.field({ type: 'Date', nullable: true, description: 'Day it was answered; null while it waits.', resolve: answeredOn }),
      answer: t.exposeString('answer', { nullable: true, description: 'The answer (答复); null while it waits.' }),
      overdue: t.boolean({
        description: 'Answered after its last day, or not answered and past it.',
        resolve: (remark, _args, { today }) => (answeredOn(remark) ?? today) > remark.dueOn,
      }),
      withheldReason: t.exposeString('withheldReason', { nullable: true, description: 'Why it is not shown in public, for the remarker and who answers; null otherwise.' }),
      contact: t.expose('contact', {
        type: Contact,
        nullable: true,
        description: 'Who made it, for the agency that answers and the supervision bureau of its region alone; null for everyone else, when none was given and when it is erased.',
      }),
    }),
  });
}
export type RemarkRef = ReturnType<typeof addRemark>;

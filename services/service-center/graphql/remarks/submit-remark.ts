import { Rejected } from '../../../shared/errors';
import { isRefusal, memberOf, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { receiveRemark, type RemarkReceipt } from '../../commands/remarks/receive-remark';
import type { ServiceCenterContext } from '../../context';
import type { GivenSubject } from '../../rules/remarks/remark-subject';
import type { RemarkVocabulary } from './vocabulary';

const SUBMITS = [
  'Hands in a remark, a complaint or praise (提交意见、投诉或表扬), P18. Public. It goes to the agency that answers for the item or',
  'the case that day. The same text on the same subject again that day is answered with the first receipt. Refused:',
  'ITEM_UNKNOWN, CASE_UNKNOWN (number or code wrong), TEXT_LENGTH, CONTROL_CHARACTERS, ONLY_LINKS, REPEATED_CHARACTERS,',
  'ABUSIVE_WORDS, CONTACT_MALFORMED, TOO_MANY_REMARKS (five a contact and day).',
].join(' ');

/** What is remarked on: exactly one of an item, or a case with its code. */
function subjectOf({ itemCode, caseNumber, queryCode }: { itemCode?: string | null; caseNumber?: string | null; queryCode?: string | null }): GivenSubject {
  if (itemCode != null && caseNumber == null && queryCode == null) return { itemCode };
  if (itemCode == null && caseNumber != null && queryCode != null) return { caseNumber, queryCode };
  throw new Rejected('BAD_USER_INPUT', '请填写 itemCode，或者 caseNumber 与 queryCode', 'input');
}

/** Adds `submitRemark`. */
export function addSubmitRemark(builder: HubBuilder<ServiceCenterContext>, { RemarkKind }: RemarkVocabulary, refusal: RefusalRef<ServiceCenterContext>): void {
  const ContactInput = builder.inputType('RemarkContactInput', {
    description: 'How the remarker can be reached (联系方式): seen by the agency that answers and by supervision alone.',
    fields: (t) => ({
      name: t.string({ description: 'Name (称呼), up to 50 characters.' }),
      phone: t.string({ description: 'Phone (电话); or give `email`.' }),
      email: t.string({ description: 'E-mail address (电子邮箱); or give `phone`.' }),
    }),
  });
  const SubmitRemarkInput = builder.inputType('SubmitRemarkInput', {
    description: 'A remark on an item, or on a case by who has its receipt.',
    fields: (t) => ({
      itemCode: t.id({ description: 'The item; or give the case.' }),
      caseNumber: t.id({ description: 'Number on the case’s receipt.' }),
      queryCode: t.string({ description: 'Query code on the case’s receipt (查询码).' }),
      kind: t.field({ type: RemarkKind, required: true, description: 'What it is.' }),
      text: t.string({ required: true, description: 'What is to be said, 5–2,000 characters. It is published with the answer: identity, card and mobile numbers and e-mail addresses in it are masked.' }),
      contact: t.field({ type: ContactInput, description: 'How to be reached; nobody has to say.' }),
    }),
  });
  const Receipt = builder.objectRef<RemarkReceipt>('RemarkReceipt').implement({
    description: 'What the remarker keeps (受理回执).',
    fields: (t) => ({
      remarkId: t.exposeID('remarkId', { description: 'Number of the remark (受理编号).' }),
      queryCode: t.exposeString('queryCode', { description: 'What it is followed with (查询码). Only its hash is kept.' }),
      dueOn: t.expose('dueOn', { type: 'Date', description: 'Day by which it is answered.' }),
    }),
  });
  const SubmitRemarkResult = builder.unionType('SubmitRemarkResult', {
    description: 'The receipt, or the rule that said no.',
    types: [Receipt, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'RemarkReceipt'),
  });
  builder.mutationField('submitRemark', (t) =>
    t.field({
      type: SubmitRemarkResult,
      description: SUBMITS,
      args: { input: t.arg({ type: SubmitRemarkInput, required: true, description: 'The remark.' }) },
      resolve: async (_root, { input: { kind, text, contact, ...given } }, { store }) =>
        memberOf(await receiveRemark(store, { subject: subjectOf(given), kind, text, contact: contact ?? null })),
    }),
  );
}

import { isRefusal, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { Outcome } from '../../../shared/outcome';
import { allows } from '../../../shared/permission';
import { runCommand } from '../../../shared/run-command';
import { answerRemark } from '../../commands/remarks/answer-remark';
import { eraseRemarkContact } from '../../commands/remarks/erase-remark-contact';
import { targetOf, type MovedRemark, type RemarkOfAgency } from '../../commands/remarks/remark-store';
import { publishRemark, withholdRemark } from '../../commands/remarks/show-remarks';
import type { ServiceCenterContext } from '../../context';
import { findRemark } from '../../queries/remarks/remarks-to-answer';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { RemarkRef } from './remark';

const NOT_THEIRS = 'Refused: REMARK_UNKNOWN where the agency has no such remark, REMARK_STATE where its state does not allow it.';

const SHOWS = [
  ['withholdRemark', withholdRemark, 'WithholdRemarkInput', 'Keeps a remark from the public (不予公开); it is answered all the same. For the service center of its region.'],
  ['publishRemark', publishRemark, 'PublishRemarkInput', 'Shows a remark that was withheld (公开): at once where it is answered, else with its answer. For the service center of its region.'],
] as const;

/** The remark a command has worked on, as its caller may read it; or why it did not. */
async function remarkAfter(outcome: Outcome<MovedRemark>, { agencyCode, remarkId }: RemarkOfAgency, { store, actor }: ServiceCenterContext) {
  if (!outcome.ok) return outcome.refusal;
  const withContact = allows(SERVICE_CENTER_PERMISSIONS, 'read-remark-contact', actor, targetOf({ agencyCode }));
  const remark = await findRemark(store.database, agencyCode, remarkId, withContact);
  if (remark === null) throw new Error(`remark ${remarkId} is not there`);
  return remark;
}

/** Adds `answerRemark`, `withholdRemark`, `publishRemark` and `eraseRemarkContact`. */
export function addMoveRemarks(builder: HubBuilder<ServiceCenterContext>, Remark: RemarkRef, refusal: RefusalRef<ServiceCenterContext>): void {
  const agencyCode = { required: true, description: 'The agency it was routed to.' } as const;
  const remarkId = { required: true, description: 'Number of the remark.' } as const;
  const RemarkResult = builder.unionType('RemarkResult', {
    description: 'The remark as it is now, or the rule that said no.',
    types: [Remark, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'Remark'),
  });
  const AnswerRemarkInput = builder.inputType('AnswerRemarkInput', {
    description: 'An answer to a remark (答复).',
    fields: (t) => ({
      agencyCode: t.id(agencyCode),
      remarkId: t.id(remarkId),
      answer: t.string({ required: true, description: 'The answer, 5–2,000 characters, for everybody to read; personal numbers in it are masked.' }),
    }),
  });
  builder.mutationField('answerRemark', (t) =>
    t.field({
      type: RemarkResult,
      description: `Answers a remark (答复意见), and with that publishes both unless it is withheld. For the agency it was routed to and the service center of its region. ${NOT_THEIRS}`,
      args: { input: t.arg({ type: AnswerRemarkInput, required: true, description: 'The answer.' }) },
      resolve: async (_root, { input }, context) =>
        remarkAfter(await runCommand(context.store, SERVICE_CENTER_PERMISSIONS, answerRemark, input, context.actor), input, context),
    }),
  );
  for (const [name, command, inputName, description] of SHOWS) {
    const Input = builder.inputType(inputName, {
      description: 'A remark, and why it is shown or not.',
      fields: (t) => ({
        agencyCode: t.id(agencyCode),
        remarkId: t.id(remarkId),
        reason: t.string({ required: true, description: 'Why (理由), 2–500 characters; for the remarker and who answers.' }),
      }),
    });
    builder.mutationField(name, (t) =>
      t.field({
        type: RemarkResult,
        description: `${description} ${NOT_THEIRS}`,
        args: { input: t.arg({ type: Input, required: true, description: 'The remark and the reason.' }) },
        resolve: async (_root, { input }, context) =>
          remarkAfter(await runCommand(context.store, SERVICE_CENTER_PERMISSIONS, command, input, context.actor), input, context),
      }),
    );
  }
  builder.mutationField('eraseRemarkContact', (t) =>
    t.field({
      type: RemarkResult,
      description: 'Erases who made a remark once it is answered (删除个人信息), 个人信息保护法 47. For the head of the agency it was routed to and for supervision. Refused: REMARK_OPEN, REMARK_UNKNOWN.',
      args: { agencyCode: t.arg.id(agencyCode), remarkId: t.arg.id(remarkId) },
      resolve: async (_root, of, context) =>
        remarkAfter(await runCommand(context.store, SERVICE_CENTER_PERMISSIONS, eraseRemarkContact, of, context.actor), of, context),
    }),
  );
}

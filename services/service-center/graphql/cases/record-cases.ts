import { isRefusal, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { Outcome } from '../../../shared/outcome';
import { runCommand } from '../../../shared/run-command';
import { eraseApplicant } from '../../commands/cases/erase-applicant';
import { openCase } from '../../commands/cases/open-case';
import { recordCaseEvent } from '../../commands/cases/record-case-event';
import type { ServiceCenterContext, ServiceCenterStore } from '../../context';
import { caseViews, type CaseView } from '../../queries/cases/case-views';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { Vocabulary } from '../vocabulary';
import type { CaseRef } from './case';
import { addCaseInputs } from './case-inputs';
import type { CaseVocabulary } from './vocabulary';

const OPENS = [
  'Opens a case (收件) and answers its receipt: for an item on the list that day, which this agency exercises and which is not',
  'suspended (P5); pinned to the guide in force that day. For the agency and the service center of its region.',
].join(' ');
const RECORDS = [
  'Records what happened to a case (办理), checked: refused when the case is not where it can happen, when an office has no part',
  'in it, and when law or guide are not kept: a decision without required materials, a refusal without reasons, a fee without',
  'basis, an extension without approval. The same event id again changes nothing. For the agency and the service center.',
].join(' ');

async function getCase({ database, now }: ServiceCenterStore, number: string): Promise<CaseView> {
  const [view] = await caseViews(database, [number], now());
  if (!view) throw new Error(`case ${number} is not there`);
  return view;
}

/** Adds `openCase`, `recordCaseEvent` and `eraseApplicant`. */
export function addRecordCases(
  builder: HubBuilder<ServiceCenterContext>,
  vocabulary: Vocabulary,
  caseVocabulary: CaseVocabulary,
  Case: CaseRef,
  refusal: RefusalRef<ServiceCenterContext>,
): void {
  const { OpenCaseInput, RecordCaseEventInput } = addCaseInputs(builder, vocabulary, caseVocabulary);
  const OpenedCase = builder.objectRef<{ case: CaseView; queryCode: string }>('OpenedCase').implement({
    description: 'A receipt (收件凭证).',
    fields: (t) => ({
      case: t.field({ type: Case, description: 'The case.', resolve: (opened) => opened.case }),
      queryCode: t.exposeString('queryCode', { description: 'What the applicant follows it with (查询码). Told this once; the hub keeps its hash alone.' }),
    }),
  });
  const OpenCaseResult = builder.unionType('OpenCaseResult', {
    description: 'The receipt, or the rule that said no.',
    types: [OpenedCase, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'OpenedCase'),
  });
  const CaseResult = builder.unionType('CaseResult', {
    description: 'The case as it is now, or the rule that said no.',
    types: [Case, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'Case'),
  });
  const caseOr = async (store: ServiceCenterStore, outcome: Outcome<{ number: string }>) =>
    outcome.ok ? getCase(store, outcome.value.number) : outcome.refusal;
  builder.mutationField('openCase', (t) =>
    t.field({
      type: OpenCaseResult,
      description: OPENS,
      args: { input: t.arg({ type: OpenCaseInput, required: true }) },
      resolve: async (_root, { input }, { store, actor }) => {
        const { number = null, channel = null, applicantKind = null, applicant, receivedAt = null, officeId = null, officerId = null, note = null } = input;
        const said = { number, channel, applicantKind, receivedAt, officeId, officerId, note, handling: input.handling ?? ('ORDINARY' as const), materials: input.materials ?? [] };
        const given = applicant ? { name: applicant.name ?? null, idNumber: applicant.idNumber ?? null, contact: applicant.contact ?? null } : null;
        const asked = { ...said, agencyCode: input.agencyCode, itemCode: input.itemCode, applicant: given };
        const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, openCase, asked, actor);
        return outcome.ok ? { case: await getCase(store, outcome.value.number), queryCode: outcome.value.queryCode } : outcome.refusal;
      },
    }),
  );
  builder.mutationField('recordCaseEvent', (t) =>
    t.field({
      type: CaseResult,
      description: RECORDS,
      args: { input: t.arg({ type: RecordCaseEventInput, required: true }) },
      resolve: async (_root, { input: { number, ...event } }, { store, actor }) =>
        caseOr(store, await runCommand(store, SERVICE_CENTER_PERMISSIONS, recordCaseEvent, { number, event }, actor)),
    }),
  );
  builder.mutationField('eraseApplicant', (t) =>
    t.field({
      type: CaseResult,
      description: 'Erases an applicant’s personal data once the case is over (删除个人信息). For the head of the handling agency and for supervision.',
      args: { number: t.arg.id({ required: true, description: 'Number of the case.' }) },
      resolve: async (_root, { number }, { store, actor }) =>
        caseOr(store, await runCommand(store, SERVICE_CENTER_PERMISSIONS, eraseApplicant, { number }, actor)),
    }),
  );
}

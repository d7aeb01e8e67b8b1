import { isRefusal, memberOf } from '../../../shared/graphql/refusal';
import { runCommand, type Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { approveMandate } from '../../commands/mandates/approve-mandate';
import { deriveMandates } from '../../commands/mandates/derive-mandates';
import { proposeMandate, type ProposeMandate } from '../../commands/mandates/propose-mandate';
import { recordExistingMandate } from '../../commands/mandates/record-existing-mandate';
import { returnMandate, withdrawMandate, type EndProposal } from '../../commands/mandates/return-mandate';
import type { MandateRecord } from '../../rules/mandates/mandate-document';
import { PERMISSIONS, type OrganisationAction } from '../../rules/permissions';
import type { OrganisationBuilder, Refusal } from '../types';
import type { MandateTypes } from './mandate';
import { toMandateDraft, type MandateInputRef } from './mandate-input';

/** Adds what moves a mandate: `proposeMandate`, `approveMandate`, `returnMandate`, `withdrawMandate`, `recordExistingMandate`, `deriveMandates`. */
export function addMandateDecisions(builder: OrganisationBuilder, { Mandate }: Pick<MandateTypes, 'Mandate'>, MandateInput: MandateInputRef, refusal: Refusal): void {
  const resultOf = (verb: string) =>
    builder.unionType(`${verb}Result`, {
      description: `What ${verb} answers.`,
      types: [Mandate, refusal],
      resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'Mandate'),
    });

  const stating = (field: 'proposeMandate' | 'recordExistingMandate', command: Command<OrganisationTx, OrganisationAction, ProposeMandate, MandateRecord>, description: string): void => {
    const verb = `${field[0]!.toUpperCase()}${field.slice(1)}`;
    const Result = resultOf(verb);
    const Input = builder.inputType(`${verb}Input`, {
      description: 'An agency and its mandate.',
      fields: (t) => ({
        agencyCode: t.id({ required: true, description: 'Whose mandate it is (机构代码).' }),
        mandate: t.field({ type: MandateInput, required: true, description: 'The mandate.' }),
      }),
    });
    builder.mutationField(field, (t) =>
      t.field({
        type: Result,
        description,
        args: { input: t.arg({ type: Input, required: true, description: 'The mandate.' }) },
        resolve: async (_root, { input: { agencyCode, mandate } }, { store, actor }) =>
          memberOf(await runCommand(store, PERMISSIONS, command, { agencyCode, mandate: toMandateDraft(mandate) }, actor)),
      }),
    );
  };
  const WRONG = 'UNKNOWN_AGENCY, MANDATE_EMPTY, OVERLAPPING_DATES, AGENCY_ABOLISHED, DUPLICATE_NUMBER, DUTY_EMPTY, UNKNOWN_ITEM, UNKNOWN_OFFICE, OFFICE_OF_ANOTHER_AGENCY, STAFFING_DOES_NOT_ADD_UP, NEGATIVE_COUNT';
  stating('proposeMandate', proposeMandate, `Puts an agency’s mandate before the staffing office (提出三定草案), P13. The agency itself or the staffing office. Refuses with ${WRONG}, each with its path.`);
  stating(
    'recordExistingMandate',
    recordExistingMandate,
    `Records a mandate that was in force before the region had a list (登记既有三定); what in it does not agree with the list becomes a finding. Staffing office. Refuses with LIST_WAS_THERE (P13) for later ones, and as proposeMandate.`,
  );

  const ApproveResult = resultOf('ApproveMandate');
  const ApproveInput = builder.inputType('ApproveMandateInput', {
    description: 'The mandate to approve.',
    fields: (t) => ({ mandateId: t.id({ required: true, description: 'Id of a proposed mandate.' }) }),
  });
  builder.mutationField('approveMandate', (t) =>
    t.field({
      type: ApproveResult,
      description:
        'The staffing office approves a mandate (批准三定): the gate of P13. Refuses with DUTY_NAMES_UNLISTED_ITEM or ITEM_OF_ANOTHER_AGENCY, naming every offending duty and item (`duties.3.items.0`), and with UNKNOWN_MANDATE, NOT_PROPOSED, OVERLAPPING_DATES and what proposeMandate refuses. The mandate before it ends on its day.',
      args: { input: t.arg({ type: ApproveInput, required: true, description: 'The mandate.' }) },
      resolve: async (_root, { input }, { store, actor }) => memberOf(await runCommand(store, PERMISSIONS, approveMandate, input, actor)),
    }),
  );

  const ending = (field: 'returnMandate' | 'withdrawMandate', command: Command<OrganisationTx, OrganisationAction, EndProposal, MandateRecord>, description: string): void => {
    const verb = `${field[0]!.toUpperCase()}${field.slice(1)}`;
    const Result = resultOf(verb);
    const Input = builder.inputType(`${verb}Input`, {
      description: 'A proposed mandate and why it does not go on.',
      fields: (t) => ({
        mandateId: t.id({ required: true, description: 'Id of a proposed mandate.' }),
        reason: t.string({ required: true, description: 'Why, Chinese.' }),
      }),
    });
    builder.mutationField(field, (t) =>
      t.field({
        type: Result,
        description: `${description} Refuses with UNKNOWN_MANDATE, NOT_PROPOSED, REASON_MISSING.`,
        args: { input: t.arg({ type: Input, required: true, description: 'The mandate and the reason.' }) },
        resolve: async (_root, { input }, { store, actor }) => memberOf(await runCommand(store, PERMISSIONS, command, input, actor)),
      }),
    );
  };
  ending('returnMandate', returnMandate, 'The staffing office returns a proposal with its reason (退回草案).');
  ending('withdrawMandate', withdrawMandate, 'An agency withdraws its proposal (撤回草案).');

  const Derived = builder.objectRef<{ mandates: MandateRecord[] }>('MandatesDerived').implement({
    description: 'Starting mandates were derived from the list.',
    fields: (t) => ({ mandates: t.expose('mandates', { type: [Mandate], description: 'By agency.' }) }),
  });
  const DeriveResult = builder.unionType('DeriveMandatesResult', {
    description: 'What DeriveMandates answers.',
    types: [Derived, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'MandatesDerived'),
  });
  const DeriveInput = builder.inputType('DeriveMandatesInput', {
    description: 'A region and the day its list is read as of.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region whose agencies get a starting mandate.' }),
      effectiveOn: t.field({ type: 'Date', required: true, description: 'The list is read as of this day; the mandates are in force from it on.' }),
    }),
  });
  builder.mutationField('deriveMandates', (t) =>
    t.field({
      type: DeriveResult,
      description:
        'Gives each agency that has items on the list and no approved mandate a starting one (由清单推定三定), from the list’s columns 部门职责 and 承办机构, marked DERIVED. Staffing office. Refuses with NOTHING_TO_DERIVE.',
      args: { input: t.arg({ type: DeriveInput, required: true, description: 'The region.' }) },
      resolve: async (_root, { input }, { store, actor }) => memberOf(await runCommand(store, PERMISSIONS, deriveMandates, input, actor)),
    }),
  );
}

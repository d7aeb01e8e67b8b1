import { memberOf } from '../../shared/graphql/refusal';
import { runCommand } from '../../shared/run-command';
import { registerOffices } from '../commands/register-offices';
import { PERMISSIONS } from '../rules/permissions';
import { addRegistrationResult } from './registration';
import type { OrganisationBuilder, Refusal } from './types';

/** Adds `registerOffices`. */
export function addRegisterOffices(builder: OrganisationBuilder, refusal: Refusal): void {
  const Office = builder.inputType('OfficeInput', {
    description: 'An internal office (内设机构), stated whole: what is left out is empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Agency code and serial of 2 digits, 3 above 99.' }),
      agencyCode: t.id({ required: true, description: 'The agency it belongs to (所属机构).' }),
      name: t.string({ required: true, description: 'Name (处室名称).' }),
      phone: t.string({ description: 'Phone (联系电话).' }),
      duties: t.string({ description: 'What it does (职责).' }),
      closedOn: t.field({ type: 'Date', description: 'First day it no longer exists (撤销日期).' }),
    }),
  });
  const Input = builder.inputType('RegisterOfficesInput', {
    description: 'Offices to register.',
    fields: (t) => ({ offices: t.field({ type: [Office], required: true, description: 'Each id once.' }) }),
  });
  const Result = addRegistrationResult(builder, refusal, 'RegisterOffices', 'OfficesRegistered', 'The offices are as stated.');
  builder.mutationField('registerOffices', (t) =>
    t.field({
      type: Result,
      description: 'Registers internal offices, all or none. Refuses with UNKNOWN_AGENCY, OFFICE_ID_INVALID, DUPLICATE_CODE.',
      args: { input: t.arg({ type: Input, required: true, description: 'The offices.' }) },
      resolve: async (_root, { input }, { store, actor }) =>
        memberOf(await runCommand(store, PERMISSIONS, registerOffices, input, actor)),
    }),
  );
}

import { memberOf } from '../../shared/graphql/refusal';
import { runCommand } from '../../shared/run-command';
import { registerOfficers } from '../commands/register-officers';
import { PERMISSIONS } from '../rules/permissions';
import { addRegistrationResult } from './registration';
import type { OrganisationBuilder, Refusal } from './types';

/** Adds `registerOfficers`. */
export function addRegisterOfficers(builder: OrganisationBuilder, refusal: Refusal): void {
  const Officer = builder.inputType('OfficerInput', {
    description: 'An officer (承办人), stated whole: what is left out is empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Agency code, `P` and serial of 2 digits, 3 above 99.' }),
      agencyCode: t.id({ required: true, description: 'The agency they work for (所属机构).' }),
      officeId: t.id({ description: 'The office they work in (所在处室), of the same agency.' }),
      name: t.string({ required: true, description: 'Name (姓名).' }),
      post: t.string({ description: 'Post (职务).' }),
      phone: t.string({ description: 'Phone at work (办公电话); it is public.' }),
    }),
  });
  const Input = builder.inputType('RegisterOfficersInput', {
    description: 'Officers to register.',
    fields: (t) => ({ officers: t.field({ type: [Officer], required: true, description: 'Each id once.' }) }),
  });
  const Result = addRegistrationResult(builder, refusal, 'RegisterOfficers', 'OfficersRegistered', 'The officers are as stated.');
  builder.mutationField('registerOfficers', (t) =>
    t.field({
      type: Result,
      description: 'Registers officers, all or none. Refuses with UNKNOWN_AGENCY, UNKNOWN_OFFICE, OFFICER_ID_INVALID, DUPLICATE_CODE.',
      args: { input: t.arg({ type: Input, required: true, description: 'The officers.' }) },
      resolve: async (_root, { input }, { store, actor }) =>
        memberOf(await runCommand(store, PERMISSIONS, registerOfficers, input, actor)),
    }),
  );
}

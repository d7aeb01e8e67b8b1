import { memberOf } from '../../shared/graphql/refusal';
import { runCommand } from '../../shared/run-command';
import { registerAgencies } from '../commands/register-agencies';
import { PERMISSIONS } from '../rules/permissions';
import { addRegistrationResult } from './registration';
import type { OrganisationBuilder, OrganisationTypes, Refusal } from './types';

/** Adds `registerAgencies`. */
export function addRegisterAgencies(builder: OrganisationBuilder, types: OrganisationTypes, refusal: Refusal): void {
  const Agency = addAgencyInput(builder, types);
  const Input = builder.inputType('RegisterAgenciesInput', {
    description: 'Agencies to register; superiors may be in the same input, in any order.',
    fields: (t) => ({ agencies: t.field({ type: [Agency], required: true, description: 'Each code once.' }) }),
  });
  const Result = addRegistrationResult(builder, refusal, 'RegisterAgencies', 'AgenciesRegistered', 'The agencies are as stated.');
  builder.mutationField('registerAgencies', (t) =>
    t.field({
      type: Result,
      description:
        'Registers agencies, all or none. Refuses with UNKNOWN_REGION, AGENCY_CODE_INVALID, DUPLICATE_CODE, NAME_IN_USE, UNKNOWN_PARENT_AGENCY, CIRCULAR_PARENT, ENTRUSTING_AGENCY_MISSING, UNKNOWN_ENTRUSTING_AGENCY, RE_ENTRUSTED, IDENTIFIER_INVALID, IDENTIFIER_TAKEN, IDENTIFIER_OVERLAP, DATES_REVERSED.',
      args: { input: t.arg({ type: Input, required: true, description: 'The agencies.' }) },
      resolve: async (_root, { input }, { store, actor }) =>
        memberOf(await runCommand(store, PERMISSIONS, registerAgencies, input, actor)),
    }),
  );
}

function addAgencyInput(builder: OrganisationBuilder, { AgencyKind, IdentifierScheme }: OrganisationTypes) {
  const Identifier = builder.inputType('IdentifierInput', {
    description: 'An identifier in another register; its check digit is verified.',
    fields: (t) => ({
      scheme: t.field({ type: IdentifierScheme, required: true, description: 'The register.' }),
      value: t.string({ required: true, description: 'Hyphens and spaces are ignored.' }),
      validFrom: t.field({ type: 'Date', description: 'First day.' }),
      validTo: t.field({ type: 'Date', description: 'First day it no longer holds.' }),
    }),
  });
  return builder.inputType('AgencyInput', {
    description: 'An agency, stated whole: what is left out is empty.',
    fields: (t) => ({
      code: t.id({ required: true, description: 'Region code and serial of 3 digits (机构代码).' }),
      regionCode: t.id({ required: true, description: 'Region it belongs to (所属区划).' }),
      name: t.string({ required: true, description: 'Full name (机构名称).' }),
      shortName: t.string({ description: 'Short name (机构简称).' }),
      kind: t.field({ type: AgencyKind, required: true, description: 'Kind (机构类型), P4.' }),
      parentCode: t.id({ description: 'The body it belongs to (上级机构).' }),
      entrustedBy: t.id({ description: 'The department that entrusts it (委托机关); required for ENTRUSTED_INSTITUTION.' }),
      identifiers: t.field({ type: [Identifier], description: 'All its identifiers, past ones included.' }),
      phone: t.string({ description: 'Phone (联系电话).' }),
      address: t.string({ description: 'Address (地址).' }),
      foundedOn: t.field({ type: 'Date', description: 'Day it was founded (成立日期).' }),
      abolishedOn: t.field({ type: 'Date', description: 'First day it no longer exists (撤销日期).' }),
    }),
  });
}

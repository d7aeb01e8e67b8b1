import type { OrganisationBuilder, OrganisationTypes } from './types';

/** Implements Agency, an entity, and its identifiers, with `agency`. */
export function addAgency(builder: OrganisationBuilder, types: OrganisationTypes): void {
  const { Agency, Region, Office, Officer, Identifier, AgencyKind, IdentifierScheme } = types;
  Identifier.implement({
    description: 'What an agency is called in another register, and when (机构标识). Check digits have been verified.',
    fields: (t) => ({
      scheme: t.expose('scheme', { type: IdentifierScheme, description: 'The register (标识类型).' }),
      value: t.exposeString('value', { description: '18 characters (USCC) or 9 (ORG_CODE), no hyphen.' }),
      validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'First day; null when unknown.' }),
      validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'First day it no longer holds; null while it does.' }),
    }),
  });
  Agency.implement({
    description: 'A body that holds or exercises powers (机构), of any kind within the plan’s scope (P4).',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Key (机构代码): region code and serial, 9 characters.' }),
      name: t.exposeString('name', { shareable: true, description: 'Full name (机构名称).' }),
      shortName: t.exposeString('shortName', { nullable: true, description: 'Short name (机构简称), e.g. `市水务局`.' }),
      kind: t.expose('kind', { type: AgencyKind, description: 'Kind (机构类型), P4.' }),
      region: t.field({
        type: Region,
        description: 'Region it belongs to (所属区划).',
        resolve: async ({ regionCode }, _args, { loaders }) => (await loaders.regions.load(regionCode))!, // a foreign key
      }),
      identifiers: t.expose('identifiers', { type: [Identifier], description: 'Identifiers in other registers, past ones included.' }),
      offices: t.field({
        type: [Office],
        description: 'Internal offices (内设机构) by id, closed ones included.',
        resolve: async ({ code }, _args, { loaders }) => (await loaders.agencyOffices.load(code)) ?? [],
      }),
      officers: t.field({
        type: [Officer],
        description: 'Officers who handle its items (承办人), by id.',
        resolve: async ({ code }, _args, { loaders }) => (await loaders.agencyOfficers.load(code)) ?? [],
      }),
      phone: t.exposeString('phone', { nullable: true, description: 'Phone (联系电话).' }),
      address: t.exposeString('address', { nullable: true, description: 'Address (地址).' }),
      parent: t.field({
        type: Agency,
        nullable: true,
        description: 'The body it belongs to (上级机构).',
        resolve: ({ parentCode }, _args, { loaders }) => (parentCode === null ? null : loaders.agencies.load(parentCode)),
      }),
      entrustedBy: t.field({
        type: Agency,
        nullable: true,
        description: 'The department that entrusts it (委托机关); the powers it exercises are that department’s (P4).',
        resolve: ({ entrustedBy }, _args, { loaders }) => (entrustedBy === null ? null : loaders.agencies.load(entrustedBy)),
      }),
      entrustedInstitutions: t.field({
        type: [Agency],
        description: 'Institutions it entrusts with its powers (受委托机构), by code (P4).',
        resolve: async ({ code }, _args, { loaders }) => (await loaders.entrustedInstitutions.load(code)) ?? [],
      }),
      foundedOn: t.expose('foundedOn', { type: 'Date', nullable: true, description: 'Day it was founded (成立日期); null when unknown.' }),
      abolishedOn: t.expose('abolishedOn', {
        type: 'Date',
        nullable: true,
        description: 'First day it no longer exists (撤销日期); null while it does. An agency is never deleted.',
      }),
    }),
  });
  builder.asEntity(Agency, {
    key: builder.selection<{ code: string }>('code'),
    // What the gateway brings along for fields that require it stays beside the record.
    resolveReference: async (reference, { loaders }) => {
      const agency = await loaders.agencies.load(reference.code);
      return agency && { ...reference, ...agency };
    },
  });
  builder.queryField('agency', (t) =>
    t.field({
      type: Agency,
      nullable: true,
      description: 'One agency; null when there is none of this code.',
      args: { code: t.arg.id({ required: true, description: 'Agency code (机构代码).' }) },
      resolve: (_root, { code }, { loaders }) => loaders.agencies.load(code),
    }),
  );
}

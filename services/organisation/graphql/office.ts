import type { OrganisationBuilder, OrganisationTypes } from './types';

/** Implements Office, an entity. Its shareable fields are also answered by the service center, from what it follows. */
export function addOffice(builder: OrganisationBuilder, { Office, Agency }: OrganisationTypes): void {
  Office.implement({
    description: 'An internal office of an agency (内设机构), as lists name responsible offices (承办机构).',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Key: agency code and serial.' }),
      name: t.exposeString('name', { shareable: true, description: 'Name (处室名称).' }),
      phone: t.exposeString('phone', { nullable: true, shareable: true, description: 'Phone (联系电话).' }),
      duties: t.exposeString('duties', { nullable: true, description: 'What it does (职责).' }),
      agency: t.field({
        type: Agency,
        shareable: true,
        description: 'The agency it belongs to (所属机构).',
        resolve: async ({ agencyCode }, _args, { loaders }) => (await loaders.agencies.load(agencyCode))!, // a foreign key
      }),
      closedOn: t.expose('closedOn', {
        type: 'Date',
        nullable: true,
        description: 'First day it no longer exists (撤销日期); null while it does.',
      }),
    }),
  });
  builder.asEntity(Office, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: ({ id }, { loaders }) => loaders.offices.load(id),
  });
}

import type { OrganisationBuilder, OrganisationTypes } from './types';

/** Implements Officer, an entity. Its shareable fields are also answered by the service center, from what it follows. */
export function addOfficer(builder: OrganisationBuilder, { Officer, Office, Agency }: OrganisationTypes): void {
  Officer.implement({
    description: 'A person who handles items (承办人): what the public may know of them at work, P3.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Key: agency code, `P` and serial.' }),
      name: t.exposeString('name', { shareable: true, description: 'Name (姓名).' }),
      post: t.exposeString('post', { nullable: true, shareable: true, description: 'Post (职务).' }),
      phone: t.exposeString('phone', { nullable: true, description: 'Phone at work (办公电话).' }),
      office: t.field({
        type: Office,
        nullable: true,
        description: 'The office they work in (所在处室).',
        resolve: ({ officeId }, _args, { loaders }) => (officeId === null ? null : loaders.offices.load(officeId)),
      }),
      agency: t.field({
        type: Agency,
        description: 'The agency they work for (所属机构).',
        resolve: async ({ agencyCode }, _args, { loaders }) => (await loaders.agencies.load(agencyCode))!, // a foreign key
      }),
    }),
  });
  builder.asEntity(Officer, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: ({ id }, { loaders }) => loaders.officers.load(id),
  });
}

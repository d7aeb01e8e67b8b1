import type { Selection } from '@pothos/plugin-federation';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { KnownAgency, KnownOffice, KnownOfficer } from '../../rules/link-status';

/** An office whose agency is known too; only such an office is shown. */
export type PlacedOffice = KnownOffice & { agency: KnownAgency };

type ByCode = Selection<{ code: string }>;
type ById = Selection<{ id: string }>;

/**
 * Adds the types of the organisation service that guides name. What a guide's reader needs of them is answered here,
 * from this service's projection, so that a guide costs no further call; everything else is organisation's. They are not
 * resolvable here: a path that begins elsewhere never detours through this service.
 */
export function addOrganisationTypes(builder: HubBuilder<ServiceCenterContext>) {
  const byCode = builder.keyDirective(builder.selection<{ code: string }>('code'), false);
  const byId = builder.keyDirective(builder.selection<{ id: string }>('id'), false);
  const Agency = builder.externalRef<ByCode, KnownAgency>('Agency', byCode).implement({
    description: 'An agency (机构), owned by the organisation service.',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Agency code (机构代码): region code and serial.' }),
      name: t.exposeString('name', { shareable: true, description: 'Full name (机构名称).' }),
    }),
  });
  const Office = builder.externalRef<ById, PlacedOffice>('Office', byId).implement({
    description: 'An internal office (内设机构), owned by the organisation service.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Office id: agency code and serial.' }),
      name: t.exposeString('name', { shareable: true, description: 'Name (内设机构名称).' }),
      phone: t.exposeString('phone', { nullable: true, shareable: true, description: 'Phone (办公电话).' }),
      agency: t.expose('agency', { type: Agency, shareable: true, description: 'The agency it belongs to (所属机构).' }),
    }),
  });
  const Officer = builder.externalRef<ById, KnownOfficer>('Officer', byId).implement({
    description: 'An officer (承办人), owned by the organisation service.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Officer id.' }),
      name: t.exposeString('name', { shareable: true, description: 'Name (姓名).' }),
      post: t.exposeString('post', { nullable: true, shareable: true, description: 'Post (职务).' }),
    }),
  });
  return { Agency, Office, Officer };
}
export type OrganisationTypes = ReturnType<typeof addOrganisationTypes>;

import { type GraphQLSchema, isObjectType } from 'graphql';
import { composeSupergraph } from '../../schema/compose-supergraph';
import { serviceSchemas, unconnectedSubgraphs } from '../../schema/service-schemas';
import { CATALOG_ACCESS } from '../../services/catalog/rules/access';
import { CATALOG_PERMISSIONS } from '../../services/catalog/rules/permissions';
import { ORGANISATION_ACCESS } from '../../services/organisation/rules/access';
import { PERMISSIONS } from '../../services/organisation/rules/permissions';
import { SERVICE_CENTER_ACCESS } from '../../services/service-center/rules/access';
import { SERVICE_CENTER_PERMISSIONS } from '../../services/service-center/rules/permissions';
import { type Access, actionsOf, rolesWith } from '../../services/shared/access';
import type { Role } from '../../services/shared/actor';
import type { Permissions } from '../../services/shared/permission';
import type { Subgraph } from '../../services/shared/subgraph';

/** A service as it is built, with the tables that decide who it is for. */
export interface ServiceAccess {
  name: string;
  subgraph: Subgraph;
  access: Access<string>;
  permissions: Permissions<string>;
}

const TABLES: Record<string, [Access<string>, Permissions<string>]> = {
  catalog: [CATALOG_ACCESS, CATALOG_PERMISSIONS],
  organisation: [ORGANISATION_ACCESS, PERMISSIONS],
  'service-center': [SERVICE_CENTER_ACCESS, SERVICE_CENTER_PERMISSIONS],
};

export const SERVICES: ServiceAccess[] = unconnectedSubgraphs().map((subgraph) => {
  const [access, permissions] = TABLES[subgraph.name]!;
  return { name: subgraph.name, subgraph, access, permissions };
});

export const ROOTS = ['Query', 'Mutation', 'Subscription'];
/** What federation adds; the gateway never shows it, and a service answers it to signed calls alone. */
const FEDERATION_FIELDS = new Set(['_entities', '_service']);

export interface OwnField {
  type: string;
  name: string;
  hasArguments: boolean;
  isInaccessible: boolean;
}

/** Every field of every object type of a service. */
export const fieldsOf = (schema: GraphQLSchema): OwnField[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(isObjectType(type) ? type.getFields() : {})
        .filter(({ name }) => !FEDERATION_FIELDS.has(name))
        .map(({ name, args, extensions }) => ({
          type: type.name,
          name,
          hasArguments: args.length > 0,
          isInaccessible: ((extensions.directives ?? []) as { name: string }[]).some((directive) => directive.name === 'inaccessible'),
        })),
    );

/** The roles that the tables let into a field; null when it is for everyone. */
export function letIn({ access, permissions }: ServiceAccess, type: string, field: string): Role[] | null {
  const decision = access[type]?.[field];
  const actions = decision === undefined ? null : actionsOf(decision);
  return actions && rolesWith(permissions, actions);
}

/** The supergraph and the API as the code stands, whether composed into `schema/` already or not. */
export async function composedNow(): Promise<{ supergraph: string; api: string }> {
  const composed = composeSupergraph(await serviceSchemas());
  if (!composed.ok) throw new Error(composed.errors.join('\n'));
  return { supergraph: composed.supergraphSdl, api: composed.apiSdl };
}

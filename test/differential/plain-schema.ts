import {
  buildSchema,
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Call, Subgraph } from '../../services/shared/subgraph';

/** A value and the service whose it is. */
interface Owned {
  service: Subgraph;
  value: unknown;
}

/** What the resolvers of one request share. */
interface Plain {
  services: readonly Subgraph[];
  contexts: ReadonlyMap<Subgraph, object>;
}

type Field = GraphQLField<unknown, unknown>;

/**
 * The hub's API over the services' own resolvers without a planner: each field asks the first service that has it, and a
 * step from one service to the next goes by the entity's key alone. Slow and plain: what the gateway is compared with.
 */
export function plainSchema(apiSdl: string, services: readonly Subgraph[], call: Call): GraphQLSchema {
  const schema = buildSchema(apiSdl, { assumeValid: true });
  const plain: Plain = { services, contexts: new Map(services.map((service) => [service, service.createContext(call)])) };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isUnionType(type)) type.resolveType = ({ service, value }: Owned, _context, info) => (service.schema.getType(type.name) as typeof type).resolveType!(value, null, info, type);
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) field.resolve = resolverOf(type.name, field.name, plain);
  }
  return schema;
}

function fieldIn({ schema }: Subgraph, typeName: string, name: string): Field | null {
  const type = schema.getType(typeName);
  return isObjectType(type) ? ((type as GraphQLObjectType<unknown, unknown>).getFields()[name] ?? null) : null;
}

const directivesOf = ({ extensions }: Field) => (extensions.directives ?? []) as { name: string; args?: { fields?: string } }[];

const isAnsweredBy = (service: Subgraph, typeName: string, name: string): boolean => {
  const field = fieldIn(service, typeName, name);
  return field !== null && !directivesOf(field).some((directive) => directive.name === 'external');
};

/** `@requires(fields: "…")`. */
function requirementOf(field: Field): SelectionSetNode | null {
  const fields = directivesOf(field).find(({ name }) => name === 'requires')?.args?.fields;
  const [operation] = fields === undefined ? [] : parse(`{ ${fields} }`).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : null;
}

function resolverOf(typeName: string, name: string, plain: Plain): GraphQLFieldResolver<Owned | undefined, unknown> {
  const holders = plain.services.filter((service) => isAnsweredBy(service, typeName, name));
  return async (parent, args, _context, info) => {
    const isHere = parent !== undefined && holders.includes(parent.service) && requirementOf(fieldIn(parent.service, typeName, name)!) === null;
    const service = isHere ? parent.service : holders[0];
    if (!service) throw new Error(`${typeName}.${name} is nobody's`);
    const field = fieldIn(service, typeName, name)!;
    const source = parent === undefined || isHere ? parent?.value : await entityFor(service, field, typeName, parent, plain, info);
    if (parent !== undefined && source == null) return null;
    const result = await (field.resolve ?? defaultFieldResolver)(source, args, plain.contexts.get(service), { ...info, schema: service.schema });
    const named = getNamedType(info.returnType);
    return isObjectType(named) || isAbstractType(named) ? owned(service, result) : result;
  };
}

function owned(service: Subgraph, value: unknown): unknown {
  if (value == null) return null;
  if (Array.isArray(value)) return value.map((each: unknown) => Promise.resolve(each).then((settled) => owned(service, settled)));
  return { service, value };
}

const KEYS = ['code', 'id'];

/** The same entity as the service that holds the field has it: found by its key, with what the field requires. */
async function entityFor(service: Subgraph, field: Field, typeName: string, parent: Owned, plain: Plain, info: GraphQLResolveInfo): Promise<unknown> {
  const key = KEYS.find((one) => fieldIn(parent.service, typeName, one) !== null)!;
  const reference = { __typename: typeName, [key]: await read(parent, typeName, key, plain, info) };
  const requirement = requirementOf(field);
  return entityIn(service, requirement === null ? reference : { ...reference, ...(await required(requirement, reference, typeName, service, plain, info)) }, plain, info);
}

async function entityIn(service: Subgraph, reference: object, { contexts }: Plain, info: GraphQLResolveInfo): Promise<unknown> {
  const entities = service.schema.getQueryType()!.getFields()._entities!;
  const [entity] = (await entities.resolve!(undefined, { representations: [reference] }, contexts.get(service), { ...info, schema: service.schema })) as unknown[];
  return entity;
}

const read = async ({ service, value }: Owned, typeName: string, name: string, { contexts }: Plain, info: GraphQLResolveInfo): Promise<unknown> =>
  (fieldIn(service, typeName, name)!.resolve ?? defaultFieldResolver)(value, {}, contexts.get(service), { ...info, schema: service.schema, fieldName: name });

/** What a field requires, read where it is answered; objects that services hand each other are plain data. */
async function required(set: SelectionSetNode, reference: object, typeName: string, asking: Subgraph, plain: Plain, info: GraphQLResolveInfo): Promise<object> {
  const values: Record<string, unknown> = {};
  for (const node of set.selections) {
    if (node.kind !== Kind.FIELD) continue;
    const name = node.name.value;
    const service = plain.services.find((one) => one !== asking && isAnsweredBy(one, typeName, name))!;
    values[name] = await read({ service, value: await entityIn(service, reference, plain, info) }, typeName, name, plain, info);
  }
  return values;
}

import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/**
 * Makes everything nullable that another service than its surroundings must answer, so that a service that is down
 * costs its own part of an answer and no more. A service may promise `link: Link!`; the API can not, since a null
 * there would take the whole item with it. Three places:
 *  - root fields of Query: `catalogChanges` beside `organisationChanges`;
 *  - fields contributed to another service's entity: `PowerItem.link`;
 *  - references to another service's entity: `PowerItem.implementingAgency`, `Duty.items` (its elements).
 */
export function relaxBoundaries(supergraph: DocumentNode): DocumentNode {
  const objects = supergraph.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const homes = new Map(objects.map((type) => [type.name.value, homeOf(type)]));
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value !== 'Mutation' ? relaxType(node, homes) : node,
    ),
  };
}

function relaxType(type: ObjectTypeDefinitionNode, homes: ReadonlyMap<string, string | null>): ObjectTypeDefinitionNode {
  const relax = (field: FieldDefinitionNode): FieldDefinitionNode => {
    const graphs = graphsOfField(type, field);
    const home = homes.get(type.name.value) ?? null;
    const contributed = home !== null && !graphs.includes(home);
    const outer = type.name.value === 'Query' || contributed ? nullable(field.type) : field.type;
    const target = homes.get(namedType(field.type)) ?? null;
    return { ...field, type: target !== null && !graphs.includes(target) ? nullableInside(outer) : outer };
  };
  return { ...type, fields: type.fields?.map(relax) ?? [] };
}

/** The service an entity comes from: the one that answers most of its fields. Null when one service alone knows it. */
function homeOf(type: ObjectTypeDefinitionNode): string | null {
  const graphs = graphsOfType(type);
  if (graphs.length < 2 || !isEntity(type)) return null;
  const answers = (graph: string): number => (type.fields ?? []).filter((field) => graphsOfField(type, field).includes(graph)).length;
  return graphs.reduce((best, graph) => (answers(graph) > answers(best) ? graph : best));
}

const isEntity = (type: ObjectTypeDefinitionNode): boolean =>
  directives(type, 'join__type').some((directive) => argument(directive, 'key') !== null);

const graphsOfType = (type: ObjectTypeDefinitionNode): string[] => [
  ...new Set(directives(type, 'join__type').flatMap((directive) => argument(directive, 'graph') ?? [])),
];

/** The services that can answer a field; without a mark, all that know its type. */
function graphsOfField(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): string[] {
  const marks = directives(field, 'join__field');
  if (marks.length === 0) return graphsOfType(type);
  return marks.filter((mark) => argument(mark, 'external') !== 'true').flatMap((mark) => argument(mark, 'graph') ?? []);
}

const directives = (node: { directives?: readonly DirectiveNode[] }, name: string): DirectiveNode[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);

function argument(directive: DirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((node) => node.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : null;
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const nullable = (type: TypeNode): TypeNode => (type.kind === Kind.NON_NULL_TYPE ? type.type : type);

/** `Agency!` → `Agency`, `[PowerItem!]!` → `[PowerItem]!`. */
function nullableInside(type: TypeNode): TypeNode {
  if (type.kind === Kind.NAMED_TYPE) return type;
  const inside = nullableInside(type.type);
  if (type.kind === Kind.LIST_TYPE) return { ...type, type: inside };
  return inside.kind === Kind.NAMED_TYPE ? inside : { ...type, type: inside as typeof type.type };
}

import { type DirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind, valueFromASTUntyped } from 'graphql';

/** `Type.field` → the roles it needs: every inner list is one way to be let in, and all its roles are needed together. */
export type FieldRoles = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What the supergraph's `@requiresScopes` says, field by field. Types carry none: nobody guards a type here, least of all an interface. */
export function fieldRoles(supergraph: DocumentNode): FieldRoles {
  const found = new Map<string, string[][]>();
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const roles = rolesOf(field);
      if (roles) found.set(`${type.name.value}.${field.name.value}`, roles);
    }
  }
  return found;
}

function rolesOf({ directives }: FieldDefinitionNode): string[][] | null {
  const directive: DirectiveNode | undefined = directives?.find(({ name }) => name.value === 'requiresScopes');
  const scopes = directive?.arguments?.find(({ name }) => name.value === 'scopes');
  return scopes ? (valueFromASTUntyped(scopes.value) as string[][]) : null;
}

/** Whether a caller of this role has any grant. */
export const isLetIn = (roles: readonly (readonly string[])[], role: string): boolean =>
  roles.some((together) => together.every((needed) => needed === role));

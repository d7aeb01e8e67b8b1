import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { type Access, actionsOf, type FieldAccess, rolesWith } from '../access';
import type { Permissions } from '../permission';

/** A service's decisions on its fields, and the table they refer to. */
export interface AccessOptions {
  access: Access<string>;
  permissions: Permissions<string>;
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      access: AccessPlugin<Types>;
    }
    export interface SchemaBuilderOptions<Types extends SchemaTypes> {
      access?: AccessOptions;
    }
  }
}

/** Where a field's decision is kept in the built schema, for those who check that there is one. */
export const ACCESS_EXTENSION = 'access';

/**
 * Prints a service's decisions as `@requiresScopes`: a scope is a role, one of which the caller must have. So the
 * gateway learns from the supergraph alone what it must refuse, and the permission table stays the only source.
 */
class AccessPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const options = this.builder.options.access;
    const decision = options?.access[field.parentType]?.[field.name];
    if (!options || decision === undefined) return field;
    const pothosOptions = { ...field.pothosOptions, ...directiveOptions(decision, options.permissions) };
    return { ...field, extensions: { ...field.extensions, [ACCESS_EXTENSION]: decision }, pothosOptions } as typeof field;
  }
}

function directiveOptions(decision: FieldAccess<string>, permissions: Permissions<string>): { requiresScopes?: string[][] } {
  const actions = actionsOf(decision);
  return actions === null ? {} : { requiresScopes: rolesWith(permissions, actions).map((role) => [role]) };
}

SchemaBuilder.registerPlugin('access', AccessPlugin);

export default 'access' as const;

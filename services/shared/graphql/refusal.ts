import type { ObjectRef } from '@pothos/core';
import type { Outcome, Refusal, RefusalDetail } from '../outcome';
import type { CallContext, HubBuilder, HubTypes } from './schema-builder';

/** Adds Refusal, the member of every result union that says which rule said no. */
export function addRefusal<Context extends CallContext>(typed: HubBuilder<Context>) {
  const builder = typed as unknown as HubBuilder;
  const Detail = builder.objectRef<RefusalDetail>('RefusalDetail').implement({
    shareable: true,
    description: 'Where a refusal points.',
    fields: (t) => ({
      path: t.exposeString('path', { description: 'Input path, e.g. `agencies.3.identifiers.0`.' }),
      value: t.exposeString('value', { nullable: true, description: 'The offending value.' }),
    }),
  });
  const ref = builder.objectRef<Refusal>('Refusal').implement({
    shareable: true,
    description: 'A rule said no. Nothing was changed and nothing entered the journal.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable English code.' }),
      rule: t.exposeString('rule', { nullable: true, description: 'Clause of the plan or the law, e.g. `P13`, `许可法 42¶1`.' }),
      message: t.exposeString('message', { description: 'Chinese, for people.' }),
      details: t.field({ type: [Detail], resolve: (refusal) => refusal.details }),
    }),
  });  return ref as unknown as RefusalRef<Context>;
}

/** Refusal as a service's own builder knows it. */
export type RefusalRef<Context extends CallContext> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<HubTypes<Context>>, Refusal>;

/** The member of a result union that an outcome is. */
export const memberOf = <T extends object>(outcome: Outcome<T>): T | Refusal => (outcome.ok ? outcome.value : outcome.refusal);

/** Tells a refusal from a result, for `resolveType`. */
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'rule' in value && 'details' in value;

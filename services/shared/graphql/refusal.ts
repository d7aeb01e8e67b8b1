import type { Refusal, RefusalDetail } from '../outcome';
import type { CallContext, HubBuilder } from './schema-builder';

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
  return builder.objectRef<Refusal>('Refusal').implement({
    shareable: true,
    description: 'A rule said no. Nothing was changed and nothing entered the journal.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable English code.' }),
      rule: t.exposeString('rule', { nullable: true, description: 'Clause of the plan or the law, e.g. `P13`, `许可法 42¶1`.' }),
      message: t.exposeString('message', { description: 'Chinese, for people.' }),
      details: t.field({ type: [Detail], resolve: (refusal) => refusal.details }),
    }),
  });
}

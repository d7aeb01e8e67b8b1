import { createHash } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, getOperationAST, type GraphQLError } from 'graphql';
import { traced } from '../../services/shared/tracing';
import type { RequestContext } from '../gateway';
import { loggable } from './observation';

type Execute = (args: never) => unknown;

/** Notes which operation runs, and with which error codes it ends; a step of the trace for planning and executing. */
export function useObservation(): GatewayPlugin<RequestContext> {
  const hashes = new WeakMap<DocumentNode, string>(); // parsed documents are kept: one hash for each
  const hashOf = (document: DocumentNode): string | null => {
    const text = document.loc?.source.body;
    if (text === undefined) return null;
    let hash = hashes.get(document);
    if (hash === undefined) hashes.set(document, (hash = createHash('sha256').update(text).digest('hex')));
    return hash;
  };
  const note = ({ document, operationName, contextValue }: { document: DocumentNode; operationName?: unknown; contextValue?: unknown }): string => {
    const operation = getOperationAST(document, typeof operationName === 'string' ? operationName : null);
    const name = loggable(operation?.name?.value);
    const { observation } = contextValue as RequestContext;
    if (observation) Object.assign(observation, { operationName: name ?? '', documentHash: hashOf(document) });
    return operation?.operation ?? 'query';
  };
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const kind = note(args);
      const execute = executeFn as Execute;
      setExecuteFn(((given: never) => traced(`execute ${kind}`, {}, () => execute(given))) as never);
    },
    onSubscribe({ args }) {
      note(args);
    },
    onExecutionResult({ result, context }) {
      if (!result || !('errors' in result)) return;
      const { observation } = context as unknown as RequestContext;
      for (const error of result.errors ?? []) observation?.codes.add(codeOf(error));
    },
  };
}

const codeOf = ({ extensions }: GraphQLError): string => (typeof extensions?.code === 'string' ? extensions.code : 'UNKNOWN');

import type { DocumentNode, ExecutionResult } from 'graphql';
import { isTracing } from '../services/shared/tracing';
import { type Entities, entitiesOf, keysIn } from './entities-of';
import type { SubgraphCall, SubgraphCaller } from './subgraph-caller';
import { CallFailed } from './subgraph-failure';

type Call = SubgraphCaller['call'];

/** Whoever asks for few keys shall not wait long for others'; and the ids of all calls go in one header. */
const MOST_KEYS = 500;
const MOST_CALLS = 32;

/** A call that waits to be joined. */
interface Waiting {
  call: SubgraphCall;
  signal: AbortSignal;
  resolve: (answer: ExecutionResult) => void;
  reject: (fault: unknown) => void;
}

/** What goes as one call at the end of the turn. */
interface Gathering {
  waiting: Waiting[];
  keys: number;
}

/**
 * Asks a service in another process for entities together: what operations of equal callers ask for by one step of a
 * plan, in one turn of the event loop, is one call. A call costs many times what its entities cost, and the service's own
 * loaders gather less of what arrives apart. Nobody waits for a call under way, and each is answered as if it had been
 * alone: when anything is wrong with the answer, each asks for its own. A traced call goes alone, as its trace tells it.
 */
export function gatherEntities(ask: Call): Call {
  const gathered = new Map<DocumentNode, Map<string, Gathering>>();
  return (call, signal) => {
    const entities = isTracing() ? null : joinable(call);
    if (entities === null) return ask(call, signal);
    const keys = [...entities.values()].reduce((sum, variable) => sum + keysIn(call.variables, variable).length, 0);
    if (keys > MOST_KEYS) return ask(call, signal);
    return new Promise((resolve, reject) => {
      const waiting = { call, signal, resolve, reject };
      const caller = JSON.stringify(call.actor);
      const byCaller = gathered.get(call.document) ?? new Map<string, Gathering>();
      const open = byCaller.get(caller);
      if (open && open.keys + keys <= MOST_KEYS && open.waiting.length < MOST_CALLS) {
        open.waiting.push(waiting);
        open.keys += keys;
        return;
      }
      const begun: Gathering = { waiting: [waiting], keys };
      gathered.set(call.document, byCaller.set(caller, begun));
      setImmediate(() => {
        gathered.delete(call.document);
        void send(ask, begun.waiting, entities);
      });
    });
  };
}

/** Null when a call has anything beside its entities that could differ from another's. */
function joinable({ document, variables = {} }: SubgraphCall): Entities | null {
  const entities = entitiesOf(document);
  return entities !== null && Object.keys(variables).length === entities.size ? entities : null;
}

async function send(ask: Call, waiting: readonly Waiting[], entities: Entities): Promise<void> {
  const alone = (): void => waiting.forEach(({ call, signal, resolve, reject }) => void ask(call, signal).then(resolve, reject));
  if (waiting.length === 1) return alone();
  const signal = whenAllAbort(waiting);
  try {
    const answer = await ask(joined(waiting, entities), signal);
    const parts = answer.errors?.length ? null : partsOf(answer, waiting, entities);
    if (parts === null) return alone(); // whose error it is, only the one who asked alone can tell
    waiting.forEach(({ resolve }, place) => resolve(parts[place]!));
  } catch (fault) {
    const isNobodys = signal.aborted || (fault instanceof CallFailed && fault.isTransient); // and each tries once more
    if (!isNobodys) return alone();
    for (const { reject } of waiting) reject(fault);
  }
}

function joined(waiting: readonly Waiting[], entities: Entities): SubgraphCall {
  const variables = Object.fromEntries([...entities.values()].map((variable) => [variable, waiting.flatMap(({ call }) => keysIn(call.variables, variable))]));
  return { ...waiting[0]!.call, variables, requestId: waiting.map(({ call }) => call.requestId).join(',') };
}

/** To each its own entities; null when the answer has not one for each key. */
function partsOf({ data }: ExecutionResult, waiting: readonly Waiting[], entities: Entities): ExecutionResult[] | null {
  const parts = waiting.map((): Record<string, unknown> => ({}));
  for (const [alias, variable] of entities) {
    const found: unknown = data?.[alias];
    if (!Array.isArray(found)) return null;
    let from = 0;
    waiting.forEach(({ call }, place) => (parts[place]![alias] = found.slice(from, (from += keysIn(call.variables, variable).length))));
    if (from !== found.length) return null;
  }
  return parts.map((part) => ({ data: part }));
}

/** Given up when nobody waits for it any more. */
function whenAllAbort(waiting: readonly Waiting[]): AbortSignal {
  const controller = new AbortController();
  let left = waiting.length;
  const gone = (): void => {
    left -= 1;
    if (left === 0) controller.abort();
  };
  for (const { signal } of waiting) {
    if (signal.aborted) gone();
    else signal.addEventListener('abort', gone, { once: true });
  }
  return controller.signal;
}

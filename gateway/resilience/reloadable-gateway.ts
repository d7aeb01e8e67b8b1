import type { Gateway } from '../gateway';
import type { Log } from '../log';
import { withoutItsSignalHandlers } from '../stop-on-signal';

/** A gateway whose supergraph can be exchanged while it answers. */
export interface ReloadableGateway extends Gateway {
  /** Rises with each new supergraph: the same question may have another answer. */
  readonly generation: number;
  /** True when a new supergraph is in force. A broken one changes nothing but the log. */
  reload(supergraphSdl: string): Promise<boolean>;
}

/** One gateway over one supergraph, and what it has still to answer. */
interface Generation {
  gateway: Gateway;
  supergraphSdl: string;
  underWay: Set<Promise<unknown>>;
}

export async function reloadableGateway(create: (supergraphSdl: string) => Promise<Gateway>, supergraphSdl: string, log: Log): Promise<ReloadableGateway> {
  const begin = async (sdl: string): Promise<Generation> => ({ gateway: await create(sdl), supergraphSdl: sdl, underWay: new Set() });
  let current = await begin(supergraphSdl);
  let last: Promise<unknown> = Promise.resolve(); // reloads run one after another
  let generation = 0;
  const retiring = new Set<Promise<void>>();

  async function exchange(sdl: string): Promise<boolean> {
    if (sdl === current.supergraphSdl) return false;
    const old = current;
    try {
      current = await withoutItsSignalHandlers(() => begin(sdl));
    } catch (fault) {
      log.error({ err: fault }, 'supergraph not taken: the one in force stays');
      return false;
    }
    generation += 1;
    log.info({ generation }, 'supergraph reloaded');
    const retired = retire(old).catch((fault: unknown) => log.error({ err: fault }, 'old gateway did not stop cleanly'));
    retiring.add(retired);
    void retired.then(() => retiring.delete(retired));
    return true;
  }

  async function counted<T>(ask: (gateway: Gateway) => Promise<T>): Promise<T> {
    const { gateway, underWay } = current;
    const answer = ask(gateway);
    underWay.add(answer);
    return answer.finally(() => underWay.delete(answer));
  }

  return {
    get generation() {
      return generation;
    },
    answer: (asked, context) => counted((gateway) => gateway.answer(asked, context)),
    stream: (asked, context) => counted((gateway) => gateway.stream(asked, context)),
    reload(sdl) {
      const reloaded = last.then(() => exchange(sdl));
      last = reloaded;
      return reloaded;
    },
    async stop() {
      await last;
      await Promise.all([current.gateway.stop(), ...retiring]);
    },
  };
}

/** Takes no more requests; each of those it has is bounded by the deadlines of its calls. */
async function retire({ gateway, underWay }: Generation): Promise<void> {
  await Promise.allSettled(underWay);
  await gateway.stop();
}

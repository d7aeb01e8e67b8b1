import type { Log } from '../log';
import { CallFailed } from '../subgraph-failure';
import { type Breaker, type BreakerSettings, type BreakerState, createBreaker } from './breaker';

/** A breaker for each subgraph. */
export type Breakers = (subgraph: string) => Breaker;

export function createBreakers(settings: BreakerSettings, log: Log, told: (subgraph: string, phase: BreakerState['phase']) => void = () => undefined): Breakers {
  const bySubgraph = new Map<string, Breaker>();
  const tell = (subgraph: string, phase: BreakerState['phase']): void => {
    told(subgraph, phase);
    // Told at the changes alone: what a dead service is asked meanwhile would fill the log.
    if (phase !== 'HALF_OPEN') log.warn({ subgraph }, phase === 'OPEN' ? 'subgraph cut off' : 'subgraph back');
  };
  return (subgraph) => {
    let breaker = bySubgraph.get(subgraph);
    if (breaker === undefined) {
      breaker = createBreaker({ settings, onChange: (phase) => tell(subgraph, phase) });
      bySubgraph.set(subgraph, breaker);
      told(subgraph, breaker.phase);
    }
    return breaker;
  };
}

/** Refused without asking: the subgraph is cut off. */
export class CutOff extends CallFailed {
  constructor(subgraph: string) {
    super('SUBGRAPH_UNAVAILABLE', `${subgraph} is cut off after failing`);
  }
}

/**
 * Asks through a breaker. A subgraph counts as down when it cannot be reached, breaks off or does not answer in time; an
 * answer that is wrong is an answer.
 */
export async function through<T>(breaker: Breaker, subgraph: string, ask: () => Promise<T>): Promise<T> {
  const admission = breaker.admit();
  if (admission === 'REFUSED') throw new CutOff(subgraph);
  let isUp = true;
  try {
    return await ask();
  } catch (fault) {
    isUp = !(fault instanceof CallFailed);
    throw fault;
  } finally {
    breaker.settle(admission, isUp);
  }
}

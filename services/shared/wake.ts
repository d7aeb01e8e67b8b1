import { EventEmitter, once } from 'node:events';

/** Tells waiting readers in this process that a journal grew. */
export class Wake {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  ring(): void {
    this.emitter.emit('grown');
  }

  /** Calls back at every ring, at once. */
  onRing(listener: () => void): () => void {
    this.emitter.on('grown', listener);
    return () => void this.emitter.off('grown', listener);
  }

  /** Resolves at the next ring, after `ms`, or when `signal` aborts, whichever is first. */
  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    const timeout = AbortSignal.timeout(ms);
    try {
      await once(this.emitter, 'grown', { signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    } catch (ended) {
      if (!timeout.aborted && !signal?.aborted) throw ended;
    }
  }
}

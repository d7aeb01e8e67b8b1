import { Duplex } from 'node:stream';
import type { EmbeddedSession } from './session';

type Done = (fault?: Error | null) => void;

/** What node-postgres takes for its socket: what it writes at once goes to the session as one, and the answer comes back as data. */
export class SessionStream extends Duplex {
  constructor(private readonly session: EmbeddedSession) {
    super();
  }

  /** There is nobody to reach: the session is open. */
  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    void this.exchange(chunk, done);
  }

  private async exchange(messages: Buffer, done: Done): Promise<void> {
    try {
      const answer = await this.session.execProtocolRaw(messages);
      this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
    } catch (fault) {
      return done(fault as Error);
    }
    done();
  }

  /** The messages of one statement, which node-postgres holds back until they are all there. */
  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'utf8', done);
  }

  override _read(): void {
    // What was answered is pushed as it comes.
  }

  setNoDelay(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

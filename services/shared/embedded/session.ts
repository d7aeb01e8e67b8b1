/**
 * The one session of an embedded database, which speaks PostgreSQL's protocol: takes the messages of a client up to its
 * `Sync`, answers those of the server up to its `ReadyForQuery`. A PGlite is one, and so is a way to one in another thread.
 * Rejects only when the database itself is gone; a statement that fails is an answer.
 */
export interface EmbeddedSession {
  execProtocolRaw(messages: Uint8Array): Promise<Uint8Array>;
}

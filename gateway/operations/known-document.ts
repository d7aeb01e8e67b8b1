/** The document of a request, as far as it is known before it is parsed. */
export interface KnownDocument {
  text: string;
  /** SHA-256 of the text where the request or the registry gave it; null for an ad hoc text. */
  hash: string | null;
  /** Registered at build. */
  isTrusted: boolean;
  /** Of a registered document: the operation's name and whose it is. */
  name: string | null;
  consumer: string | null;
  /** Hash under which to keep it when it proves valid. */
  rememberAs: string | null;
}

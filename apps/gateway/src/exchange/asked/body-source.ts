/** A body that is sent in pieces, by each attempt anew. */
export interface BodySource {
  /** In bytes; nothing where it is not known before its end. */
  readonly length: number | undefined;
  /** The pieces from the first on. Rejects where they break off, or are no longer there to be sent again. */
  open(): AsyncIterable<Buffer>;
}

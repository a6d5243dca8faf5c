/** How text becomes bytes: `latin1` where it is a vendor's own bytes. */
export type TextEncoding = 'latin1' | 'utf8';

/**
 * The answer to one request, whoever writes it to the client. Head lines are `name: value\r\n`, made by this gateway
 * alone (`header-lines.ts`); lengths, framing, date and connection are the writer's.
 */
export interface Reply {
  /** Whether the head is out: its status cannot be taken back. */
  readonly isBegun: boolean;
  /** Whether the answer is whole, or its client has left. */
  readonly isOver: boolean;
  /** The address that it goes to; nothing where that is not known any longer. */
  readonly peer: string | undefined;
  /** The connection ends behind this answer. */
  closeAfter(): void;
  /** A whole answer. */
  send(status: number, headLines: string, body: string, encoding: TextEncoding): void;
  /** The head of an answer that comes in pieces. It may wait for the first piece. */
  begin(status: number, headLines: string): void;
  /** The next piece. False asks to wait for `onDrain`. */
  write(text: string, encoding: TextEncoding): boolean;
  /** The last piece. */
  end(text: string): void;
  /** Breaks off, so that what is out is not taken for whole. */
  destroy(): void;
  /** Calls back when the client leaves before the answer is whole. */
  onLost(listener: () => void): void;
  /** Calls back whenever the client has read what was too much. */
  onDrain(listener: () => void): void;
}

import { textOf } from '../json-members.ts';

/** In a string of JSON the second quotation mark would be escaped, so that this is the name of a member wherever it stands. */
const CONTENT = /"content":\s*/g;

/** A JSON string that is written as it reads (RFC 8259, 7). */
const PLAIN_STRING = /^"[^"\\\p{Cc}]*"$/u;

/**
 * The chunks of a stream are alike but for their pieces of text, a few letters in two hundred. An event that begins and
 * ends as the one that was learned, with a JSON string between, says the same with another piece, and need not be read
 * whole.
 */
export class AlikeChunks {
  /** What an event has before its piece; nothing where none was learned. */
  #before: string | undefined;
  #behind = '';

  /** Tells the pieces of the events with which a text begins, as long as they are alike; returns where it stopped. */
  read(events: string, tell: (piece: string) => void): number {
    const before = this.#before;
    if (before === undefined) return 0;
    let at = 0;
    while (events.startsWith(before, at)) {
      const from = at + before.length;
      const end = events.indexOf(this.#behind, from);
      const piece = end === -1 ? undefined : textIn(events.slice(from, end));
      if (piece === undefined) break;
      tell(piece);
      at = end + this.#behind.length;
    }
    return at;
  }

  /** Notes where the piece of a chunk stands, if that is certain. */
  learn(chunk: string, piece: string): void {
    const [name, other] = Array.from(chunk.matchAll(CONTENT), ({ 0: found, index }) => index + found.length);
    const written = JSON.stringify(piece);
    const isCertain = name !== undefined && other === undefined && chunk.startsWith(written, name);
    this.#before = isCertain ? `data: ${chunk.slice(0, name)}` : undefined;
    this.#behind = isCertain ? chunk.slice(name + written.length) + EVENT_END : '';
  }
}

/** As the gateway and LiteLLM write events; those of others are read whole. */
const EVENT_END = '\n\n';

function textIn(json: string): string | undefined {
  // Most pieces are a few letters without an escape, and reading them as JSON took longer than all the rest.
  if (PLAIN_STRING.test(json)) return json.slice(1, -1);
  try {
    return textOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}

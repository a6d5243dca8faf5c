import { textOf } from '../json-members.ts';

/** In a string of JSON the second quotation mark would be escaped, so that this is the name of a member wherever it stands. */
const CONTENT = /"content":\s*/g;

/** A JSON string that is written as it reads (RFC 8259, 7). */
const PLAIN_STRING = /^"[^"\\\p{Cc}]*"$/u;

/**
 * The chunks of a stream are alike but for their pieces of text, a few letters in two hundred. One that begins and ends
 * as the last one did, with a JSON string between, says the same with another piece, and need not be read whole.
 */
export class AlikeChunks {
  #before: string | undefined;
  #behind = '';

  /** The piece of a chunk that is like the last one that was learned; undefined for any other. */
  pieceOf(chunk: string): string | undefined {
    const before = this.#before;
    if (before === undefined || !chunk.startsWith(before) || !chunk.endsWith(this.#behind)) return undefined;
    return textIn(chunk.slice(before.length, chunk.length - this.#behind.length));
  }

  /** Notes where the piece of a chunk stands, if that is certain. */
  learn(chunk: string, piece: string): void {
    const [name, other] = Array.from(chunk.matchAll(CONTENT), ({ 0: found, index }) => index + found.length);
    const written = JSON.stringify(piece);
    const isCertain = name !== undefined && other === undefined && chunk.startsWith(written, name);
    this.#before = isCertain ? chunk.slice(0, name) : undefined;
    this.#behind = isCertain ? chunk.slice(name + written.length) : '';
  }
}

function textIn(json: string): string | undefined {
  // Most pieces are a few letters without an escape, and reading them as JSON took longer than all the rest.
  if (PLAIN_STRING.test(json)) return json.slice(1, -1);
  try {
    return textOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}

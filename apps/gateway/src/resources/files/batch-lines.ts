import type { FileRewriter } from '../../exchange/asked/uploaded-form.ts';
import { MemberFinder } from '../../json/member-finder.ts';
import { asAsciiJson, replaceValue } from '../../json/splice.ts';

/** The request that a line holds, and the model within it. */
const lineMembers = new MemberFinder(['body', 'model']);

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = '\u00EF\u00BB\u00BF';

/** Far above any request; a longer line is none, and passes as it comes. */
const MOST_LINE_BYTES = 32 * 1024 * 1024;

/**
 * A batch's requests, one JSON object a line, each asked of the vendor's own model: what callers name is a group of this
 * gateway. All else stays as it was written; a line that is no such request is the vendor's to refuse.
 */
export class BatchLines implements FileRewriter {
  readonly #model: string;
  /** The line under way. */
  #pieces: Buffer[] = [];
  #bytes = 0;
  #isFirst = true;
  /** The line is too long, and what came of it is out. */
  #isPassing = false;

  constructor(model: string) {
    this.#model = asAsciiJson(model);
  }

  push(bytes: Buffer): Buffer {
    const out: Buffer[] = [];
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      this.#add(bytes.subarray(from, end + 1));
      out.push(this.#take());
      from = end + 1;
    }
    this.#add(bytes.subarray(from));
    if (this.#bytes > MOST_LINE_BYTES || this.#isPassing) {
      out.push(...this.#pieces);
      this.#forget();
      this.#isPassing = true;
    }
    return Buffer.concat(out);
  }

  end(): Buffer {
    return this.#take();
  }

  #add(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#bytes += bytes.length;
    this.#pieces.push(bytes);
  }

  /** The line that has come to its end. */
  #take(): Buffer {
    const line = Buffer.concat(this.#pieces);
    const isRest = this.#isPassing;
    const isFirst = this.#isFirst;
    this.#forget();
    this.#isPassing = false;
    this.#isFirst = false;
    return isRest ? line : this.#withModel(line, isFirst);
  }

  /** As latin1: what is looked for is ASCII, and all else stays the bytes that it was. */
  #withModel(line: Buffer, isFirst: boolean): Buffer {
    const text = line.toString('latin1');
    const request = isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
    const body = lineMembers.find(request)?.body;
    const model = body && lineMembers.find(request, body.start, body.end)?.model;
    return model ? Buffer.from(replaceValue(request, model, this.#model), 'latin1') : line;
  }

  #forget(): void {
    this.#pieces = [];
    this.#bytes = 0;
  }
}

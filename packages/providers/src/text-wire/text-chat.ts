import { classifyError, vendorErrorToProviderError } from '../kit/failure/classify-error.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { asObject, parseJson, type JsonObject } from '../kit/json.ts';
import { LineStreamDecoder } from '../kit/stream/line-stream-decoder.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { EventReader } from '../kit/stream/stream-decoder.ts';
import { readVendorError } from '../kit/failure/vendor-error.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { StreamProgress } from '../spec/call.ts';
import type { ChatCall, ChatChunk, HttpChat } from '../spec/operations/chat.ts';
import { completionOfText, TextChunks } from './completion.ts';
import type { TextPiece } from './text-piece.ts';
import { textRequest, type TextRequest } from './text-request.ts';

/** How one server that writes on a text is asked and read. */
export interface TextDialect {
  readonly url: (call: ChatCall, request: TextRequest) => string;
  readonly headers: (call: ChatCall) => Record<string, string>;
  readonly body: (call: ChatCall, request: TextRequest) => JsonObject;
  /** Nothing where it is no such answer. */
  readonly whole: (answer: unknown) => TextPiece | undefined;
  /** The same of a piece of a stream. */
  readonly piece: (event: JsonObject) => TextPiece | undefined;
  /** Whether a stream says that it ends. Where it does not, its connection's end is the text's. */
  readonly saysItsEnd: boolean;
}

/** Chat by a server that writes on a text. */
export function textChat(vendor: Vendor, dialect: TextDialect): HttpChat {
  return Object.freeze({
    wire: 'translated',
    encode(call) {
      const request = textRequest(vendor, call);
      return {
        url: dialect.url(call, request),
        method: 'POST',
        headers: dialect.headers(call),
        body: serialiseBody(vendor, dialect.body(call, request)),
        warnings: request.warnings,
      };
    },
    decode(body, { model }) {
      const piece = dialect.whole(parseJson(new TextDecoder().decode(body)));
      if (!piece) throw classifyError(vendor, 200, {}, body);
      return completionOfText(piece, model);
    },
    stream: ({ model }) => new LineStreamDecoder(vendor, new TextEventReader(vendor, dialect, model)),
  } satisfies HttpChat);
}

class TextEventReader implements EventReader<ChatChunk> {
  readonly #vendor: Vendor;
  readonly #dialect: TextDialect;
  readonly #chunks: TextChunks;
  #progress: StreamProgress = 'open';

  constructor(vendor: Vendor, dialect: TextDialect, model: string) {
    this.#vendor = vendor;
    this.#dialect = dialect;
    this.#chunks = new TextChunks(model);
  }

  read(event: JsonObject): ChatChunk[] {
    const piece = asObject(event.error) ? undefined : this.#dialect.piece(event);
    if (!piece) throw this.#noPiece(event);
    if (piece.finishReason !== undefined) this.#progress = 'ended';
    else if (!this.#dialect.saysItsEnd) this.#progress = 'may-end';
    return this.#chunks.read(piece);
  }

  progress(): StreamProgress {
    return this.#progress;
  }

  finish(): ChatChunk[] {
    return this.#chunks.finish();
  }

  #noPiece(event: JsonObject): Error {
    const error = readVendorError(event);
    if (error) return vendorErrorToProviderError(this.#vendor, undefined, error);
    return malformedAnswer(this.#vendor, JSON.stringify(event), 'an event of the stream is no piece of a text');
  }
}

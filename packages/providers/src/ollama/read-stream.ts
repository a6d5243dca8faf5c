import { randomUUID } from 'node:crypto';
import { vendorErrorToProviderError } from '../kit/failure/classify-error.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { asObject, type JsonObject } from '../kit/json.ts';
import type { EventReader } from '../kit/stream/stream-decoder.ts';
import { readVendorError } from '../kit/failure/vendor-error.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { StreamProgress } from '../spec/call.ts';
import type { ChatCall, ChatChunk, ChatDelta, FinishReason, Usage } from '../spec/operations/chat.ts';
import { readDoneReason, readOllamaUsage, readSaid } from './read-message.ts';

/** Reads the pieces of an answer of Ollama's; calls of tools come whole, and the last piece says that it is done. */
export class OllamaEventReader implements EventReader<ChatChunk> {
  readonly #vendor: Vendor;
  readonly #head: Pick<ChatChunk, 'id' | 'object' | 'created' | 'model'>;
  #calls = 0;
  #hasBegun = false;
  #isDone = false;
  #usage: Usage | undefined;

  constructor(vendor: Vendor, { model }: ChatCall) {
    this.#vendor = vendor;
    const created = Math.floor(Date.now() / 1000);
    this.#head = { id: `chatcmpl-${randomUUID()}`, object: 'chat.completion.chunk', created, model };
  }

  read(event: JsonObject): ChatChunk[] {
    if (!asObject(event.message) && event.done !== true) throw this.#noPiece(event);
    const delta = this.#deltaOf(event);
    const chunks = Object.keys(delta).length > 0 ? [this.#chunk(delta, null)] : [];
    if (event.done !== true) return chunks;
    this.#isDone = true;
    this.#usage = readOllamaUsage(event);
    return [...chunks, this.#chunk({}, readDoneReason(event, this.#calls > 0))];
  }

  progress(): StreamProgress {
    return this.#isDone ? 'ended' : 'open';
  }

  finish(): ChatChunk[] {
    return this.#usage ? [{ ...this.#head, choices: [], usage: this.#usage }] : [];
  }

  #deltaOf(event: JsonObject): ChatDelta {
    const { content, thinking, calls } = readSaid(event);
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    return {
      ...(isFirst && { role: 'assistant' as const }),
      ...((content !== '' || isFirst) && { content }),
      ...(thinking !== undefined && { reasoning_content: thinking }),
      ...(calls.length > 0 && { tool_calls: calls.map((call) => ({ index: this.#calls++, ...call })) }),
    };
  }

  #chunk(delta: ChatDelta, finish_reason: FinishReason | null): ChatChunk {
    return { ...this.#head, choices: [{ index: 0, delta, finish_reason }] };
  }

  #noPiece(event: JsonObject): Error {
    const error = readVendorError(event);
    if (error) return vendorErrorToProviderError(this.#vendor, undefined, error);
    return malformedAnswer(this.#vendor, JSON.stringify(event), 'an event of the stream is no piece of an answer');
  }
}

import type { Vendor } from '../../spec/adapter.ts';
import type { StreamDecoder, StreamProgress } from '../../spec/call.ts';
import { classifyError } from '../failure/classify-error.ts';
import { cutStream, malformedAnswer } from '../failure/failures.ts';
import { EventStreamReader, EventTooLargeError } from './event-stream.ts';
import { isJsonObject, parseJson, type JsonObject } from '../json.ts';

/** A vendor's part in reading a stream: it sees parsed events, never bytes. */
export interface EventReader<Chunk> {
  /** The chunks that one event gives; throws a `ProviderError` where the event is the vendor's error. */
  read(event: JsonObject): Chunk[];
  progress(): StreamProgress;
  /** Where the vendor's wire has an end of its own, OpenAI's word in its place ends only what may end. Default: it ends all. */
  readonly hasOwnEnd?: true;
  /** What is owed when the answer is complete: the usage chunk. */
  finish(): Chunk[];
}

/** Bytes → events → chunks, with the checks that are the same for all vendors. */
export class EventStreamDecoder<Chunk> implements StreamDecoder<Chunk> {
  readonly #vendor: Vendor;
  readonly #reader: EventReader<Chunk>;
  readonly #stream = new EventStreamReader();
  #hasChunks = false;
  #hasEnded = false;
  #heldError: unknown;

  constructor(vendor: Vendor, reader: EventReader<Chunk>) {
    this.#vendor = vendor;
    this.#reader = reader;
  }

  push(bytes: Uint8Array): Chunk[] {
    this.#throwHeldError();
    if (this.#hasEnded) return [];
    this.#stream.push(bytes);
    return this.#readEvents(() => true);
  }

  end(): Chunk[] {
    this.#throwHeldError();
    if (this.#hasEnded) return [];
    this.#stream.finish();
    const chunks = this.#readEvents(isWholeEvent);
    this.#throwHeldError();
    if (this.#hasEnded) return chunks;
    if (this.#reader.progress() === 'may-end') return [...chunks, ...this.#finish()];
    const { stray } = this.#stream;
    throw this.#hasChunks || stray === ''
      ? cutStream(this.#vendor)
      : classifyError(this.#vendor, 200, {}, Buffer.from(stray, 'latin1'));
  }

  progress(): StreamProgress {
    if (this.#heldError !== undefined) return 'open';
    return this.#hasEnded ? 'ended' : this.#reader.progress();
  }

  /** What was read before an error is given out first; the error follows with the next call, however bytes are sliced. */
  #readEvents(isWhole: (data: string) => boolean): Chunk[] {
    const chunks: Chunk[] = [];
    try {
      while (this.#stream.next()) {
        const { data } = this.#stream;
        if (!this.#hasEnded && isWhole(data)) chunks.push(...this.#readEvent(data));
      }
    } catch (error) {
      const failure = error instanceof EventTooLargeError ? malformedAnswer(this.#vendor, '', error.message) : error;
      if (chunks.length === 0) throw failure;
      this.#heldError = failure;
    }
    return chunks;
  }

  #readEvent(data: string): Chunk[] {
    if (isDone(data)) return this.#reader.hasOwnEnd && this.#reader.progress() === 'open' ? [] : this.#finish();
    const event = parseEvent(this.#vendor, data);
    if (!event) return [];
    const chunks = this.#reader.read(event);
    this.#hasChunks ||= chunks.length > 0;
    return this.#reader.progress() === 'ended' ? [...chunks, ...this.#finish()] : chunks;
  }

  #finish(): Chunk[] {
    if (!this.#hasChunks) throw malformedAnswer(this.#vendor, '', 'the stream ended without any answer');
    this.#hasEnded = true;
    return this.#reader.finish();
  }

  #throwHeldError(): void {
    if (this.#heldError !== undefined) throw this.#heldError;
  }
}

/** The cut may have gone through the last event, which then is no JSON any more. */
function isWholeEvent(data: string): boolean {
  return isDone(data) || parseJson(data) !== undefined;
}

/** Blanks behind it, or before, are no part of it. */
function isDone(data: string): boolean {
  return data.startsWith('[DONE]') || data.trim() === '[DONE]';
}

/** Nothing where the event says nothing: by a blank, by `null`, by an object without members servers keep a connection alive. */
function parseEvent(vendor: Vendor, data: string): JsonObject | undefined {
  if (data.trim() === '') return undefined;
  const event = parseJson(data);
  if (event === null || (isJsonObject(event) && Object.keys(event).length === 0)) return undefined;
  if (!isJsonObject(event)) throw malformedAnswer(vendor, data, 'an event of the stream is no JSON object');
  return event;
}

import type { Vendor } from '../spec/adapter.ts';
import type { StreamDecoder } from '../spec/call.ts';
import { classifyError } from './classify-error.ts';
import { cutStream, malformedAnswer } from './failures.ts';
import { EventStreamReader, EventTooLargeError } from './event-stream.ts';
import { isJsonObject, parseJson, type JsonObject } from './json.ts';

/** What a vendor says at the end of its stream: there is more to come, it may end here, or it has ended. */
export type StreamProgress = 'open' | 'may-end' | 'ended';

/** A vendor's part in reading a stream: it sees parsed events, never bytes. */
export interface EventReader<Chunk> {
  /** The chunks that one event gives; throws a `ProviderError` where the event is the vendor's error. */
  read(event: JsonObject): Chunk[];
  progress(): StreamProgress;
  /** What is owed when the answer is complete: the usage chunk. */
  finish(): Chunk[];
}

/** Bytes → events → chunks, with the checks that are the same for all vendors. */
export function createStreamDecoder<Chunk>(vendor: Vendor, reader: EventReader<Chunk>): StreamDecoder<Chunk> {
  const stream = new EventStreamReader();
  let hasChunks = false;
  let hasEnded = false;
  let heldError: unknown;

  /** What was read before an error is given out first; the error follows with the next call, however bytes are sliced. */
  function readEvents(isWhole: (data: string) => boolean): Chunk[] {
    const chunks: Chunk[] = [];
    try {
      while (stream.next()) {
        const { data } = stream;
        if (!hasEnded && isWhole(data)) chunks.push(...readEvent(data));
      }
    } catch (error) {
      const failure = error instanceof EventTooLargeError ? malformedAnswer(vendor, '', error.message) : error;
      if (chunks.length === 0) throw failure;
      heldError = failure;
    }
    return chunks;
  }

  function readEvent(data: string): Chunk[] {
    if (data === '[DONE]') return finish();
    const chunks = reader.read(parseEvent(vendor, data));
    hasChunks ||= chunks.length > 0;
    return reader.progress() === 'ended' ? [...chunks, ...finish()] : chunks;
  }

  function finish(): Chunk[] {
    if (!hasChunks) throw malformedAnswer(vendor, '', 'the stream ended without any answer');
    hasEnded = true;
    return reader.finish();
  }

  function throwHeldError(): void {
    if (heldError !== undefined) throw heldError;
  }

  return {
    push(bytes) {
      throwHeldError();
      if (hasEnded) return [];
      stream.push(bytes);
      return readEvents(() => true);
    },
    end() {
      throwHeldError();
      if (hasEnded) return [];
      stream.finish();
      const chunks = readEvents(isWholeEvent);
      throwHeldError();
      if (hasEnded) return chunks;
      if (reader.progress() === 'may-end') return [...chunks, ...finish()];
      throw hasChunks || stream.stray === ''
        ? cutStream(vendor)
        : classifyError(vendor, 200, {}, Buffer.from(stream.stray, 'latin1'));
    },
  };
}

/** The cut may have gone through the last event, which then is no JSON any more. */
function isWholeEvent(data: string): boolean {
  return data === '[DONE]' || parseJson(data) !== undefined;
}

function parseEvent(vendor: Vendor, data: string): JsonObject {
  const event = parseJson(data);
  if (!isJsonObject(event)) throw malformedAnswer(vendor, data, 'an event of the stream is no JSON object');
  return event;
}

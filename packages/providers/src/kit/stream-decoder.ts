import type { Vendor } from '../spec/adapter.ts';
import type { StreamDecoder } from '../spec/call.ts';
import { classifyError } from './classify-error.ts';
import { cutStream, malformedAnswer } from './failures.ts';
import { createEventStreamReader, EventTooLargeError } from './event-stream.ts';
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
  const stream = createEventStreamReader();
  let hasChunks = false;
  let hasEnded = false;
  let heldError: unknown;

  /** What was read before an error is given out first; the error follows with the next call, however bytes are sliced. */
  function readEvents(events: readonly string[]): Chunk[] {
    const chunks: Chunk[] = [];
    for (const data of events) {
      if (hasEnded) break;
      try {
        chunks.push(...readEvent(data));
      } catch (error) {
        if (chunks.length === 0) throw error;
        heldError = error;
        break;
      }
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
      return hasEnded ? [] : readEvents(withinLimit(vendor, () => stream.push(bytes)));
    },
    end() {
      throwHeldError();
      if (hasEnded) return [];
      const chunks = readEvents(withinLimit(vendor, () => stream.end()).filter(isWholeEvent));
      throwHeldError();
      if (hasEnded) return chunks;
      if (reader.progress() === 'may-end') return [...chunks, ...finish()];
      const preamble = stream.preamble();
      throw preamble.length > 0 ? classifyError(vendor, 200, {}, preamble) : cutStream(vendor);
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

function withinLimit(vendor: Vendor, read: () => string[]): string[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof EventTooLargeError) throw malformedAnswer(vendor, '', error.message);
    throw error;
  }
}

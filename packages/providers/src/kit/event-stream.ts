import { createParser } from 'eventsource-parser';

/** The longest event that is kept in memory, in characters; vendors' longest are whole images, about 3 million. */
const MAX_EVENT_CHARACTERS = 8 * 1024 * 1024;

/** How much of an answer that turns out to be no event stream is kept to say what it was. */
const MAX_PREAMBLE_BYTES = 4096;

/** Server-sent events out of bytes, however they are sliced (WHATWG HTML, "Server-sent events"). */
export interface EventStreamReader {
  /** The data of the events that these bytes complete. Throws `EventTooLargeError`. */
  push(bytes: Uint8Array): string[];
  /** The data of an event that lacks only its closing blank line. */
  end(): string[];
  /** The first bytes of the answer, as long as no event has been read. */
  preamble(): Uint8Array;
}

export class EventTooLargeError extends Error {
  constructor() {
    super(`A single event is longer than ${MAX_EVENT_CHARACTERS} characters`);
    this.name = 'EventTooLargeError';
  }
}

export function createEventStreamReader(): EventStreamReader {
  let events: string[] = [];
  let hasReadEvent = false;
  let isTooLarge = false;
  let preamble: Uint8Array = new Uint8Array(0);
  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARACTERS,
    onEvent: (event) => events.push(event.data),
    onError: (error) => {
      isTooLarge ||= error.type === 'max-buffer-size-exceeded';
    },
  });

  function feed(text: string): string[] {
    if (!isTooLarge) parser.feed(text);
    if (isTooLarge) throw new EventTooLargeError();
    const completed = events;
    events = [];
    hasReadEvent ||= completed.length > 0;
    return completed;
  }

  return {
    push(bytes) {
      if (!hasReadEvent && preamble.length < MAX_PREAMBLE_BYTES) {
        preamble = Buffer.concat([preamble, bytes.subarray(0, MAX_PREAMBLE_BYTES - preamble.length)]);
      }
      return feed(decoder.decode(bytes, { stream: true }));
    },
    end: () => feed(`${decoder.decode()}\n\n`),
    preamble: () => (hasReadEvent ? new Uint8Array(0) : preamble),
  };
}

import type { Vendor } from '../../spec/adapter.ts';
import type { StreamDecoder, StreamProgress } from '../../spec/call.ts';
import { latin1 } from '../latin1.ts';
import { EventStreamDecoder, type EventReader } from './stream-decoder.ts';

const FIELD = 'data: ';

/**
 * Reads a stream of JSON, an object a line, as the decoder of server-sent events reads it, with the same checks. What
 * does not begin with an object (a proxy in front of the vendor frames it anew) is taken for such events.
 */
export class LineStreamDecoder<Chunk> implements StreamDecoder<Chunk> {
  readonly #events: EventStreamDecoder<Chunk>;
  #form: 'unknown' | 'lines' | 'events' = 'unknown';

  constructor(vendor: Vendor, reader: EventReader<Chunk>) {
    this.#events = new EventStreamDecoder(vendor, reader);
  }

  push(bytes: Uint8Array): Chunk[] {
    if (this.#form === 'events') return this.#events.push(bytes);
    const text = latin1(bytes);
    if (this.#form === 'lines') return this.#pushLines(text);
    const begin = text.trimStart();
    if (begin === '') return [];
    this.#form = begin.startsWith('{') ? 'lines' : 'events';
    return this.#form === 'lines' ? this.#pushLines(FIELD + begin) : this.#events.push(bytes);
  }

  end(): Chunk[] {
    return this.#events.end();
  }

  progress(): StreamProgress {
    return this.#events.progress();
  }

  /** Each line becomes an event: JSON holds no end of a line but between its parts. */
  #pushLines(text: string): Chunk[] {
    return this.#events.push(Buffer.from(text.replaceAll('\n', `\n\n${FIELD}`), 'latin1'));
  }
}

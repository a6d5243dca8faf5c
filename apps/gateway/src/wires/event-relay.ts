import {
  EventStreamReader,
  EventTooLargeError,
  type HttpProviderAdapter,
  type ProviderError,
  type StreamProgress,
} from '@showrunner/providers';
import { noFacts } from '../exchange/answer/answer-facts.ts';
import type { ByteRelay } from '../exchange/answer/stream-relay.ts';
import { cutOff } from '../failure/connection-failure.ts';

/** By these some servers keep a connection awake. */
const SAYS_NOTHING = /^(?:null|\{\s*\})?$/;
const LONGEST_WORD = 32;

/**
 * Passes a vendor's events on as they came, but for what a wire changes in them. Bytes are handled as latin1 text, one
 * character a byte, because cutting and joining text is cheap and what is looked for is ASCII; so a slice in the middle
 * of a letter does no harm. What was good before a failure is returned first; a stream that is cut off is one.
 */
export abstract class EventRelay implements ByteRelay {
  readonly encoding = 'latin1';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  protected readonly vendor: HttpProviderAdapter;
  protected readonly events = new EventStreamReader();
  /** The vendor has said its last. */
  protected isDone = false;
  /** The bytes have ended, so that the cut may have gone through the last event. */
  protected isCut = false;
  #hasEvents = false;

  constructor(vendor: HttpProviderAdapter) {
    this.vendor = vendor;
  }

  /** Whether the vendor has said enough for its stream to end here. */
  protected abstract get mayEnd(): boolean;

  /** What the client is told of the event at which `events` stands. */
  protected abstract relayEvent(): string;

  get progress(): StreamProgress {
    if (this.failure) return 'open';
    if (this.isDone) return 'ended';
    return this.mayEnd ? 'may-end' : 'open';
  }

  push(bytes: Buffer): string {
    if (this.failure || this.isDone) return '';
    return this.#relayEvents(() => this.events.push(bytes));
  }

  end(): string {
    if (this.failure || this.isDone) return '';
    this.isCut = true;
    const out = this.#relayEvents(() => this.events.finish());
    // A body that is no event stream at all (a web page, plain JSON) holds no event.
    if (!this.#hasEvents && this.events.stray !== '') this.fail(this.events.stray);
    if (!this.isDone && !this.mayEnd) this.failure ??= cutOff(this.vendor.name);
    return out;
  }

  /** What an event says that holds no document: nothing, or that all was said. Asked where there is none. */
  protected get bareWord(): 'nothing' | 'done' | undefined {
    const { dataText, dataStart, dataEnd } = this.events;
    if (dataEnd - dataStart > LONGEST_WORD) return undefined;
    const word = dataText.slice(dataStart, dataEnd).trim();
    if (word === '[DONE]') return 'done';
    return SAYS_NOTHING.test(word) ? 'nothing' : undefined;
  }

  /** Reads, as latin1, an event that is an error, or none of this wire at all. */
  protected fail(payload: string): void {
    this.failure ??= this.vendor.decodeError(200, {}, Buffer.from(payload, 'latin1'));
  }

  #relayEvents(take: () => void): string {
    let out = '';
    try {
      take();
      while (!this.failure && !this.isDone && this.events.next()) {
        this.#hasEvents = true;
        out += this.relayEvent();
      }
    } catch (error) {
      if (!(error instanceof EventTooLargeError)) throw error;
      this.fail(error.message);
    }
    return out;
  }
}

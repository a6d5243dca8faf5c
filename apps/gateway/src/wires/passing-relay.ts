import type { IncomingHttpHeaders } from 'node:http';
import {
  EventStreamReader,
  EventTooLargeError,
  type HttpProviderAdapter,
  type ProviderError,
  type StreamProgress,
} from '@showrunner/providers';
import { noFacts, type AnswerFacts } from '../exchange/answer.ts';
import type { ByteRelay } from '../exchange/stream-relay.ts';
import { cutOff } from '../failure/connection-failure.ts';
import { isMapping, parseMapping, type Mapping } from '../json/mapping.ts';
import { mediaType } from './media-type.ts';

/** What is looked at of a stream of one kind. */
export interface PassedStream {
  /** Whether an answer of this media type can be what was asked for, beside events; any other is the vendor's error. */
  readonly takes: (mediaType: string) => boolean;
  /** The types of events behind which nothing more has to come. */
  readonly lastEvent: RegExp;
  /** What the last event, or an answer of JSON, tells. */
  readonly tell: (document: Mapping) => Partial<AnswerFacts>;
  /** What is known before. */
  readonly facts: Partial<AnswerFacts>;
}

const EVENTS = 'text/event-stream';
const JSON_TYPE = 'application/json';
/** Far above any answer of JSON; of one that is none the beginning is enough. */
const MOST_WHOLE_BYTES = 64 * 1024 * 1024;

/**
 * Passes on what a vendor sends as it came, events or bytes of whatever kind, under the vendor's own media type. Events
 * have to come to their last one.
 */
export class PassingRelay implements ByteRelay {
  readonly encoding = 'latin1';
  hasContent = false;
  failure: ProviderError | undefined;
  contentType: string | undefined;
  readonly facts: AnswerFacts;
  readonly #vendor: HttpProviderAdapter;
  readonly #passed: PassedStream;
  readonly #events = new EventStreamReader();
  /** JSON has to be there whole before it is known not to be an error. */
  #form: 'events' | 'bytes' | 'whole' | 'refused' = 'events';
  #headers: IncomingHttpHeaders = {};
  /** What is not passed on before its end. */
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #isDone = false;
  #mayEnd = false;

  constructor(vendor: HttpProviderAdapter, passed: PassedStream) {
    this.#vendor = vendor;
    this.#passed = passed;
    this.facts = { ...noFacts(), ...passed.facts };
  }

  begin(headers: IncomingHttpHeaders): void {
    this.#headers = headers;
    const type = mediaType(headers['content-type']);
    if (type === EVENTS) return;
    if (!this.#passed.takes(type)) this.#form = 'refused';
    else this.#form = type === JSON_TYPE ? 'whole' : 'bytes';
    this.contentType = headers['content-type'] ?? 'application/octet-stream';
  }

  get progress(): StreamProgress {
    if (this.failure) return 'open';
    if (this.#isDone) return 'ended';
    return this.#mayEnd ? 'may-end' : 'open';
  }

  push(bytes: Buffer): string {
    if (this.failure || this.#isDone) return '';
    if (this.#form === 'events') return this.#relayEvents(() => this.#events.push(bytes));
    if (this.#form !== 'bytes') {
      this.#keptBytes += bytes.length;
      if (this.#keptBytes <= MOST_WHOLE_BYTES) this.#kept.push(bytes);
      return '';
    }
    this.hasContent = true;
    return bytes.toString('latin1');
  }

  end(): string {
    if (this.failure || this.#isDone) return '';
    if (this.#form === 'events') {
      const text = this.#relayEvents(() => this.#events.finish());
      if (!this.#mayEnd && !this.#isDone) this.failure ??= this.#broken();
      return text;
    }
    if (this.#form === 'bytes' && this.hasContent) return '';
    return this.#endWhole(Buffer.concat(this.#kept));
  }

  /** What was kept to its end, where it is an answer. */
  #endWhole(body: Buffer): string {
    const document = this.#form === 'whole' ? parseMapping(body.toString()) : undefined;
    if (!document || isMapping(document.error)) {
      this.failure = this.#vendor.decodeError(200, this.#headers, body);
      return '';
    }
    Object.assign(this.facts, this.#passed.tell(document));
    this.hasContent = true;
    return body.toString('latin1');
  }

  #relayEvents(take: () => void): string {
    let out = '';
    try {
      take();
      while (!this.failure && !this.#isDone && this.#events.next()) out += this.#relayEvent();
    } catch (error) {
      if (!(error instanceof EventTooLargeError)) throw error;
      this.failure = this.#vendor.decodeError(200, this.#headers, Buffer.from(error.message));
    }
    return out;
  }

  #relayEvent(): string {
    const { text, start, end, data, type } = this.#events;
    if (data.startsWith('[DONE]')) this.#isDone = true;
    else this.#readEvent(type, data);
    if (this.failure) return '';
    this.hasContent = true;
    return text.slice(start, end);
  }

  /** Most events are pictures or sound in base64, and told apart by their names alone. */
  #readEvent(name: string, data: string): void {
    const isNamed = name !== 'message';
    if (isNamed && name !== 'error' && !this.#passed.lastEvent.test(name)) return;
    const document = parseMapping(data);
    if (!document || name === 'error' || document.type === 'error' || isMapping(document.error)) {
      this.failure = this.#vendor.decodeError(200, this.#headers, Buffer.from(data));
      return;
    }
    const type = isNamed ? name : document.type;
    if (typeof type !== 'string' || !this.#passed.lastEvent.test(type)) return;
    this.#mayEnd = true;
    Object.assign(this.facts, this.#passed.tell(document));
  }

  #broken(): ProviderError {
    const { stray } = this.#events;
    if (!this.hasContent && stray !== '') {
      return this.#vendor.decodeError(200, this.#headers, Buffer.from(stray, 'latin1'));
    }
    return cutOff(this.#vendor.name);
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import type { HttpProviderAdapter } from '@showrunner/providers';
import type { AnswerFacts } from '../exchange/answer/answer-facts.ts';
import { isMapping, parseMapping, type Mapping } from '../json/mapping.ts';
import { EventRelay } from './event-relay.ts';
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
export class PassingRelay extends EventRelay {
  contentType: string | undefined;
  readonly #passed: PassedStream;
  /** JSON has to be there whole before it is known not to be an error. */
  #form: 'events' | 'bytes' | 'whole' | 'refused' = 'events';
  #headers: IncomingHttpHeaders = {};
  /** What is not passed on before its end. */
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #hasLast = false;

  constructor(vendor: HttpProviderAdapter, passed: PassedStream) {
    super(vendor);
    this.#passed = passed;
    Object.assign(this.facts, passed.facts);
  }

  begin(headers: IncomingHttpHeaders): void {
    this.#headers = headers;
    const type = mediaType(headers['content-type']);
    if (type === EVENTS) return;
    if (!this.#passed.takes(type)) this.#form = 'refused';
    else this.#form = type === JSON_TYPE ? 'whole' : 'bytes';
    this.contentType = headers['content-type'] ?? 'application/octet-stream';
  }

  protected get mayEnd(): boolean {
    return this.#hasLast;
  }

  override push(bytes: Buffer): string {
    if (this.#form === 'events') return super.push(bytes);
    if (this.failure) return '';
    if (this.#form === 'bytes') {
      this.hasContent = true;
      return bytes.toString('latin1');
    }
    this.#keptBytes += bytes.length;
    if (this.#keptBytes <= MOST_WHOLE_BYTES) this.#kept.push(bytes);
    return '';
  }

  override end(): string {
    if (this.#form === 'events') return super.end();
    if (this.failure || (this.#form === 'bytes' && this.hasContent)) return '';
    return this.#endWhole(Buffer.concat(this.#kept));
  }

  /** What was kept to its end, where it is an answer. */
  #endWhole(body: Buffer): string {
    const document = this.#form === 'whole' ? parseMapping(body.toString()) : undefined;
    if (!document || isMapping(document.error)) {
      this.failure = this.vendor.decodeError(200, this.#headers, body);
      return '';
    }
    Object.assign(this.facts, this.#passed.tell(document));
    this.hasContent = true;
    return body.toString('latin1');
  }

  protected relayEvent(): string {
    const { text, start, end, data, type } = this.events;
    if (data.startsWith('[DONE]')) this.isDone = true;
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
      this.failure = this.vendor.decodeError(200, this.#headers, Buffer.from(data));
      return;
    }
    const type = isNamed ? name : document.type;
    if (typeof type !== 'string' || !this.#passed.lastEvent.test(type)) return;
    this.#hasLast = true;
    Object.assign(this.facts, this.#passed.tell(document));
  }
}

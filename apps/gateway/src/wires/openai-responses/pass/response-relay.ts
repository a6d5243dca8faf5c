import {
  EventStreamReader,
  EventTooLargeError,
  type HttpProviderAdapter,
  type ProviderError,
  type StreamProgress,
} from '@showrunner/providers';
import { noFacts } from '../../../exchange/answer.ts';
import type { ByteRelay } from '../../../exchange/stream-relay.ts';
import { cutOff } from '../../../failure/connection-failure.ts';
import type { GatewayError } from '../../../failure/gateway-error.ts';
import { findNamedMembers } from '../../../json/named-members.ts';
import type { PassedResponseView } from '../../responses-wire.ts';
import { vendorIdAt } from '../../vendor-id.ts';
import { findResponse, spliceResponse } from './splice-response.ts';

const EVENT_MEMBERS = ['type', 'response', 'sequence_number'] as const;

/** What tells nothing of the answer yet. */
const BEGINNINGS = new Set(['response.created', 'response.in_progress', 'response.queued']);
const ENDS = new Set(['response.completed', 'response.incomplete', 'response.failed']);

/**
 * Passes a vendor's streamed response on as the bytes that came, but for the ids and the model's name in the events that
 * hold the response. Bytes are handled as latin1 text, one character a byte.
 */
export class ResponseRelay implements ByteRelay {
  readonly encoding = 'latin1';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly #vendor: HttpProviderAdapter;
  readonly #view: PassedResponseView;
  readonly #events = new EventStreamReader();
  #nextNumber = 0;
  #isDone = false;
  /** The vendor itself told the client that it failed. */
  #isTold = false;

  constructor(vendor: HttpProviderAdapter, view: PassedResponseView) {
    this.#vendor = vendor;
    this.#view = view;
  }

  get progress(): StreamProgress {
    return this.#isDone && !this.failure ? 'ended' : 'open';
  }

  push(bytes: Buffer): string {
    if (this.failure || this.#isDone) return '';
    this.#events.push(bytes);
    return this.#relayEvents();
  }

  end(): string {
    if (this.failure || this.#isDone) return '';
    this.#events.finish();
    const out = this.#relayEvents();
    if (this.#nextNumber === 0 && this.#events.stray !== '') this.failure ??= this.#malformed(this.#events.stray);
    if (!this.#isDone) this.failure ??= cutOff(this.#vendor.name);
    return out;
  }

  breakOff({ type, status, message, param }: GatewayError): string {
    if (this.#isTold) return '';
    const members = { type: 'error', sequence_number: this.#nextNumber, code: type ?? String(status), message, param };
    return `event: error\ndata: ${JSON.stringify(members)}\n\n`;
  }

  #relayEvents(): string {
    let out = '';
    try {
      while (!this.failure && !this.#isDone && this.#events.next()) out += this.#relayEvent();
    } catch (error) {
      if (!(error instanceof EventTooLargeError)) throw error;
      this.failure = this.#malformed(error.message);
    }
    return out;
  }

  #relayEvent(): string {
    const { dataText, dataStart, dataEnd } = this.#events;
    const members = findNamedMembers(dataText, EVENT_MEMBERS, dataStart, dataEnd);
    const type = members?.type && dataText.slice(members.type.start + 1, members.type.end - 1);
    if (!members || type === undefined) {
      // The cut may have gone through the last event.
      if (dataText.startsWith('[DONE]', dataStart)) return '';
      this.failure = this.#malformed(dataText.slice(dataStart, dataEnd));
      return '';
    }
    const { response, sequence_number: number } = members;
    if (number) this.#nextNumber = Number(dataText.slice(number.start, number.end)) + 1;
    if (type === 'error') return this.#failed(dataText.slice(dataStart, dataEnd), '');
    if (type.endsWith('.delta')) this.facts.roughTokens++;
    const found = response && findResponse(dataText, response.start, response.end);
    if (found) this.facts.id ??= vendorIdAt(dataText, found.members.id);
    if (found?.usage) this.facts.usage = found.usage;
    const data = found
      ? spliceResponse(dataText, found, this.#view, { from: dataStart, to: dataEnd })
      : dataText.slice(dataStart, dataEnd);
    const event = `event: ${type}\ndata: ${data.replaceAll('\n', ' ')}\n\n`;
    if (type === 'response.failed' && response)
      return this.#failed(dataText.slice(response.start, response.end), event);
    this.#isDone = ENDS.has(type);
    this.hasContent ||= !BEGINNINGS.has(type);
    return event;
  }

  /** Before its first content another may answer in its place; behind it the client is told in the vendor's words. */
  #failed(payload: string, event: string): string {
    this.failure = this.#malformed(asError(payload));
    if (!this.hasContent || event === '') return '';
    this.#isTold = true;
    return event;
  }

  /** Reads an event that is an error, or none of a response. */
  #malformed(payload: string): ProviderError {
    return this.#vendor.decodeError(200, {}, Buffer.from(payload, 'latin1'));
  }
}

/** `{code, message}` of an event, or the `error` of a response, in the form in which vendors tell errors. */
function asError(payload: string): string {
  try {
    const { error, code, message, param } = JSON.parse(payload) as Record<string, unknown>;
    return JSON.stringify({ error: error ?? { code, message, param, type: code } });
  } catch {
    return payload;
  }
}

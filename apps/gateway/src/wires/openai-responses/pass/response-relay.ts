import type { HttpProviderAdapter } from '@showrunner/providers';
import type { GatewayError } from '../../../failure/gateway-error.ts';
import { MemberFinder } from '../../../json/member-finder.ts';
import type { PassedResponseView } from '../../responses-wire.ts';
import { EventRelay } from '../../event-relay.ts';
import { vendorIdAt } from '../../vendor-id.ts';
import { findResponse, spliceResponse } from './splice-response.ts';

const eventMembers = new MemberFinder(['type', 'response', 'sequence_number']);

/** What tells nothing of the answer yet. */
const BEGINNINGS = new Set(['response.created', 'response.in_progress', 'response.queued']);
const ENDS = new Set(['response.completed', 'response.incomplete', 'response.failed']);

/**
 * Passes a vendor's streamed response on as the bytes that came, but for the ids and the model's name in the events that
 * hold the response.
 */
export class ResponseRelay extends EventRelay {
  readonly #view: PassedResponseView;
  #nextNumber = 0;
  /** The vendor itself told the client that it failed. */
  #isTold = false;

  constructor(vendor: HttpProviderAdapter, view: PassedResponseView) {
    super(vendor);
    this.#view = view;
  }

  /** A response ends with an event that says so. */
  protected get mayEnd(): boolean {
    return false;
  }

  breakOff({ type, status, message, param }: GatewayError): string {
    if (this.#isTold) return '';
    const members = { type: 'error', sequence_number: this.#nextNumber, code: type ?? String(status), message, param };
    return `event: error\ndata: ${JSON.stringify(members)}\n\n`;
  }

  protected relayEvent(): string {
    const { dataText, dataStart, dataEnd } = this.events;
    const members = eventMembers.find(dataText, dataStart, dataEnd);
    const type = members?.type && dataText.slice(members.type.start + 1, members.type.end - 1);
    if (!members || type === undefined) {
      if (this.bareWord === undefined) this.fail(dataText.slice(dataStart, dataEnd));
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
    this.isDone = ENDS.has(type);
    this.hasContent ||= !BEGINNINGS.has(type);
    return event;
  }

  /** Before its first content another may answer in its place; behind it the client is told in the vendor's words. */
  #failed(payload: string, event: string): string {
    this.fail(asError(payload));
    if (!this.hasContent || event === '') return '';
    this.#isTold = true;
    return event;
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

import {
  EventStreamReader,
  EventTooLargeError,
  isJsonObject,
  parseJson,
  readAnthropicUsage,
  type HttpProviderAdapter,
  type JsonObject,
  type ProviderError,
  type StreamProgress,
} from '@showrunner/providers';
import { noFacts } from '../../../exchange/answer.ts';
import type { ByteRelay } from '../../../exchange/stream-relay.ts';
import { cutOff } from '../../../failure/connection-failure.ts';
import { asAsciiJson, replaceValue } from '../../../json/splice.ts';
import { findTopLevelMembers } from '../../../json/top-level-members.ts';
import { boundedId } from '../../vendor-id.ts';

/** How nearly all events of a stream begin, as the service writes them; such an event is not parsed. */
const DELTA = '{"type":"content_block_delta"';

/** Blocks that begin empty; any other holds something with its start. */
const emptyBlocks = new Set(['text', 'thinking']);

/**
 * Passes Anthropic's own stream on as the bytes that came, but for the model's name in its first event and for its last
 * event, which is the wire's end. Handled as latin1, one character a byte, because what is looked for is ASCII.
 */
export class MessagesRelay implements ByteRelay {
  readonly encoding = 'latin1';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  progress: StreamProgress = 'open';
  readonly #vendor: HttpProviderAdapter;
  readonly #model: string;
  readonly #events = new EventStreamReader();
  #usage: JsonObject = {};
  #hasEvents = false;
  #isCut = false;

  constructor(vendor: HttpProviderAdapter, model: string) {
    this.#vendor = vendor;
    this.#model = asAsciiJson(model);
  }

  push(bytes: Buffer): string {
    if (this.#isOver) return '';
    this.#events.push(bytes);
    return this.#relayEvents();
  }

  end(): string {
    if (this.#isOver) return '';
    this.#events.finish();
    this.#isCut = true;
    const out = this.#relayEvents();
    const { stray } = this.#events;
    if (!this.#hasEvents && stray !== '') this.#fail(stray);
    if (this.progress === 'open') this.failure ??= cutOff(this.#vendor.name);
    return out;
  }

  get #isOver(): boolean {
    return this.failure !== undefined || this.progress === 'ended';
  }

  #relayEvents(): string {
    let out = '';
    try {
      while (!this.#isOver && this.#events.next()) out += this.#relayEvent();
    } catch (error) {
      if (!(error instanceof EventTooLargeError)) throw error;
      this.#fail(error.message);
    }
    return out;
  }

  #relayEvent(): string {
    const { text, start, end, dataText, dataStart } = this.#events;
    this.#hasEvents = true;
    if (dataText.startsWith(DELTA, dataStart)) {
      this.hasContent = true;
      this.facts.roughTokens++;
      return text.slice(start, end);
    }
    const { data } = this.#events;
    const event = parseJson(data);
    if (isJsonObject(event) && typeof event.type === 'string') return this.#readEvent(event, text.slice(start, end));
    // The cut may have gone through the last event.
    if (!this.#isCut) this.#fail(dataText.slice(dataStart, this.#events.dataEnd));
    return '';
  }

  #readEvent(event: JsonObject, came: string): string {
    switch (event.type) {
      case 'message_start':
        if (isJsonObject(event.message)) {
          this.facts.id = boundedId(event.message.id);
          this.#count(event.message.usage);
        }
        return this.#renamed(came);
      case 'content_block_start':
        this.hasContent ||= isJsonObject(event.content_block) && !emptyBlocks.has(String(event.content_block.type));
        return came;
      case 'content_block_delta':
        this.hasContent = true;
        this.facts.roughTokens++;
        return came;
      case 'message_delta':
        this.#count(event.usage);
        this.#readReason(event.delta);
        return came;
      case 'message_stop':
        // A message that stops without a reason was not finished by the model.
        if (this.progress === 'may-end') this.progress = 'ended';
        return '';
      case 'error':
        this.#fail(Buffer.from(JSON.stringify(event)).toString('latin1'));
        return '';
      default:
        return came;
    }
  }

  #readReason(delta: unknown): void {
    if (!isJsonObject(delta) || typeof delta.stop_reason !== 'string' || delta.stop_reason === '') return;
    this.progress = 'may-end';
    this.hasContent = true;
  }

  /** The last event repeats some counts of the first; some gateways write null for those that they do not have. */
  #count(usage: unknown): void {
    if (!isJsonObject(usage)) return;
    for (const [name, value] of Object.entries(usage)) if (value !== null) this.#usage[name] = value;
    this.facts.usage = readAnthropicUsage(this.#usage);
  }

  #renamed(came: string): string {
    const open = came.indexOf('{');
    const message = findTopLevelMembers(came, open)?.message;
    const model = message && findTopLevelMembers(came, message.start, message.end)?.model;
    return model ? replaceValue(came, model, this.#model) : came;
  }

  /** Reads an event that is an error, or no event of this wire at all. */
  #fail(payload: string): void {
    this.failure ??= this.#vendor.decodeError(200, {}, Buffer.from(payload, 'latin1'));
  }
}

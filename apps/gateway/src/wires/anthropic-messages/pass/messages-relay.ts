import {
  isFinishReason,
  isJsonObject,
  parseJson,
  readAnthropicUsage,
  type HttpProviderAdapter,
  type JsonObject,
} from '@showrunner/providers';
import { asAsciiJson, replaceValue } from '../../../json/splice.ts';
import { answerMembers } from '../../../json/answer-members.ts';
import { EventRelay } from '../../event-relay.ts';
import { boundedId } from '../../vendor-id.ts';

/** How nearly all events of a stream begin, as the service writes them; such an event is not parsed. */
const DELTA = '{"type":"content_block_delta"';

/** Blocks that begin empty; any other holds something with its start. */
const emptyBlocks = new Set(['text', 'thinking']);

/**
 * Passes Anthropic's own stream on as the bytes that came, but for the model's name in its first event and for its last
 * event, which is the wire's end.
 */
export class MessagesRelay extends EventRelay {
  readonly #model: string;
  #usage: JsonObject = {};
  #hasReason = false;

  constructor(vendor: HttpProviderAdapter, model: string) {
    super(vendor);
    this.#model = asAsciiJson(model);
  }

  protected get mayEnd(): boolean {
    return this.#hasReason;
  }

  protected relayEvent(): string {
    const { text, start, end, dataText, dataStart } = this.events;
    if (dataText.startsWith(DELTA, dataStart)) {
      this.hasContent = true;
      this.facts.roughTokens++;
      return text.slice(start, end);
    }
    const { data } = this.events;
    const event = parseJson(data);
    if (isJsonObject(event) && typeof event.type === 'string') return this.#readEvent(event, text.slice(start, end));
    const word = this.bareWord;
    // Servers that speak several wires write OpenAI's end behind Anthropic's.
    if (word === 'done') this.isDone = this.#hasReason;
    // The cut may have gone through the last event.
    if (word === undefined && !this.isCut) this.fail(dataText.slice(dataStart, this.events.dataEnd));
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
        this.isDone ||= this.#hasReason;
        return '';
      case 'error':
        this.fail(Buffer.from(JSON.stringify(event)).toString('latin1'));
        return '';
      default:
        return came;
    }
  }

  #readReason(delta: unknown): void {
    if (!isJsonObject(delta) || !isFinishReason(delta.stop_reason)) return;
    this.#hasReason = true;
    this.hasContent = true;
  }

  /** The last event repeats some counts of the first; some gateways write null for those that they do not have. */
  #count(usage: unknown): void {
    if (!isJsonObject(usage)) return;
    for (const [name, value] of Object.entries(usage)) if (value !== null) this.#usage[name] = value;
    this.facts.usage = readAnthropicUsage(this.#usage);
  }

  /** JSON of several `data:` lines means the same in one, in which the name can be found. */
  #renamed(came: string): string {
    const { text, dataText, dataStart, dataEnd } = this.events;
    const event = dataText === text ? came : onOneLine(dataText.slice(dataStart, dataEnd));
    const message = answerMembers.find(event, event.indexOf('{'))?.message;
    const model = message && answerMembers.find(event, message.start, message.end)?.model;
    return model ? replaceValue(event, model, this.#model) : came;
  }
}

function onOneLine(data: string): string {
  return `event: message_start\ndata: ${data.replaceAll('\n', ' ')}\n\n`;
}

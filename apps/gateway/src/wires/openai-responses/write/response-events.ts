import { ProviderError, type ChatChunk, type FinishReason, type ToolCallDelta } from '@showrunner/providers';
import { noFacts } from '../../../exchange/answer/answer-facts.ts';
import type { ChunkRelay } from '../../../exchange/answer/stream-relay.ts';
import { cutOff } from '../../../failure/connection-failure.ts';
import type { GatewayError } from '../../../failure/gateway-error.ts';
import type { ResponseDraft, WrittenResponse } from '../../responses-wire.ts';
import { boundedId } from '../../vendor-id.ts';
import type { ItemStatus } from '../items.ts';
import { CalledTools } from '../tools/called-tools.ts';
import { EventLog } from './event-log.ts';
import { openCall, type OpenCall } from './open-call.ts';
import { OpenMessage, OpenReasoning, type ItemPlace, type OpenItem } from './open-item.ts';
import { tokenLogprobs } from './output-items.ts';
import { outcomeOf, responseObject, type ResponseOutcome } from './response-object.ts';

type ChunkChoice = ChatChunk['choices'][number];

/**
 * Writes the chunks of a chat as the events of a streamed response (OpenAI's API reference, "Streaming events", 2026-11).
 * Its last event waits until the response is kept.
 */
export class ResponseEvents implements ChunkRelay<ChatChunk> {
  readonly encoding = 'utf8';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly #draft: ResponseDraft;
  readonly #log = new EventLog();
  readonly #items: OpenItem[] = [];
  readonly #tools: CalledTools;
  readonly #calls = new Map<number, OpenCall>();
  #reasoning: OpenReasoning | undefined;
  #message: OpenMessage | undefined;
  #createdAt: number | undefined;
  #finishReason: FinishReason | null = null;

  constructor(draft: ResponseDraft) {
    this.#draft = draft;
    this.#tools = new CalledTools(draft.request);
  }

  relay({ id, choices, created, model, usage }: ChatChunk): string {
    this.facts.model ??= model;
    this.facts.id ??= boundedId(id);
    if (usage) this.facts.usage = usage;
    let out = this.#createdAt === undefined ? this.#begin(created) : '';
    // A response has one answer.
    const choice = choices.find(({ index }) => index === 0);
    if (!choice) return out;
    this.facts.roughTokens++;
    out += this.#relayChoice(choice);
    this.#finishReason = choice.finish_reason ?? this.#finishReason;
    this.hasContent ||= this.#items.length > 0 || this.#finishReason !== null;
    return out;
  }

  async close(): Promise<string> {
    const outcome = outcomeOf(this.#finishReason);
    const status: ItemStatus = outcome.status === 'incomplete' ? 'incomplete' : 'completed';
    const begun = this.#createdAt === undefined ? this.#begin() : '';
    const closed = this.#items.map((item) => item.close(status)).join('');
    const output = this.#items.map((item) => item.item(status));
    const response = this.#response({ ...outcome, output, usage: this.facts.usage });
    const store = await this.#draft.keep(response);
    return begun + closed + this.#log.event(`response.${outcome.status}`, { response: { ...response, store } });
  }

  breakOff({ type, status, message, param }: GatewayError): string {
    const code = type ?? String(status);
    const output = this.#items.map((item) => item.item('incomplete'));
    const error = { code: status === 429 ? 'rate_limit_exceeded' : 'server_error', message };
    const response = this.#response({ status: 'failed', output, usage: this.facts.usage, error });
    return this.#log.event('error', { code, message, param }) + this.#log.event('response.failed', { response });
  }

  fail(reason: unknown, provider: string): void {
    this.failure ??= ProviderError.isInstance(reason) ? reason : cutOff(provider, reason);
  }

  #begin(created = Math.floor(Date.now() / 1000)): string {
    this.#createdAt = created;
    const response = this.#response({ status: 'in_progress', output: [] });
    return this.#log.event('response.created', { response }) + this.#log.event('response.in_progress', { response });
  }

  #response(outcome: ResponseOutcome): WrittenResponse {
    return responseObject(this.#draft, this.#createdAt ?? Math.floor(Date.now() / 1000), outcome);
  }

  #relayChoice(choice: ChunkChoice): string {
    const { delta } = choice;
    const { content, refusal, reasoning_content: reasoning, thinking_blocks: blocks, tool_calls: calls } = delta;
    const logprobs = 'logprobs' in choice ? tokenLogprobs(choice.logprobs) : [];
    let out = '';
    if (reasoning || blocks?.length) out += this.#think(reasoning ?? '', blocks ?? []);
    if (content) out += this.#say('text', content, logprobs);
    if (refusal) out += this.#say('refusal', refusal, []);
    for (const call of calls ?? []) out += this.#call(call);
    return out;
  }

  /** Thinking goes on in one item until something is said or called. */
  #think(text: string, blocks: Parameters<OpenReasoning['sign']>[0]): string {
    let out = '';
    if (!this.#reasoning) {
      out += this.#closeMessage();
      this.#reasoning = this.#open((place) => new OpenReasoning(place));
      out += this.#reasoning.open();
    }
    if (text !== '') out += this.#reasoning.write(text);
    this.#reasoning.sign(blocks);
    return out;
  }

  #say(kind: 'text' | 'refusal', text: string, logprobs: readonly unknown[]): string {
    const out = this.#closeReasoning();
    this.#message ??= this.#open((place) => new OpenMessage(place));
    return out + this.#message.write(kind, text, logprobs);
  }

  /** Several calls may be written at the same time; all of them close at the end. */
  #call(delta: ToolCallDelta): string {
    let out = this.#closeReasoning() + this.#closeMessage();
    let call = this.#calls.get(delta.index);
    if (!call) {
      call = this.#open((place) => openCall(place, delta, this.#tools));
      this.#calls.set(delta.index, call);
      out += call.open();
    }
    return out + call.write(delta.function?.arguments ?? '');
  }

  #open<Item extends OpenItem>(make: (place: ItemPlace) => Item): Item {
    const item = make({ log: this.#log, outputIndex: this.#items.length });
    this.#items.push(item);
    return item;
  }

  #closeReasoning(): string {
    const out = this.#reasoning?.close('completed') ?? '';
    this.#reasoning = undefined;
    return out;
  }

  #closeMessage(): string {
    const out = this.#message?.close('completed') ?? '';
    this.#message = undefined;
    return out;
  }
}

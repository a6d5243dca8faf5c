import { randomUUID } from 'node:crypto';
import {
  ProviderError,
  type ChatChunk,
  type ChatDelta,
  type FinishReason,
  type ThinkingBlock,
} from '@showrunner/providers';
import { noFacts } from '../../../exchange/answer/answer-facts.ts';
import type { ChunkRelay } from '../../../exchange/answer/stream-relay.ts';
import { cutOff } from '../../../failure/connection-failure.ts';
import { boundedId } from '../../vendor-id.ts';
import { streamEvent } from '../stream-event.ts';
import { BlockWriter } from './block-writer.ts';
import { messageEnd } from './message-end.ts';
import { messageUsage, UNCOUNTED } from './message-usage.ts';
import { ToolUseWriter } from './tool-use-writer.ts';
import type { MessageView } from './write-message.ts';

/**
 * Writes the chunks of a chat completion as the events of a message, in Anthropic's order ("Streaming messages",
 * 2026-11): the message's start, its blocks, how it ended and what it used. `message_stop` is the wire's end.
 */
export class MessageEvents implements ChunkRelay<ChatChunk> {
  readonly encoding = 'utf8';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly #view: MessageView;
  readonly #blocks = new BlockWriter();
  readonly #tools: ToolUseWriter;
  #hasStarted = false;
  #finishReason: FinishReason | null = null;
  #vendorReason: unknown;
  #refusal: string | undefined;

  constructor(view: MessageView) {
    this.#view = view;
    this.#tools = new ToolUseWriter(this.#blocks, view.names);
  }

  relay(chunk: ChatChunk): string {
    this.facts.model ??= chunk.model;
    this.facts.id ??= boundedId(chunk.id);
    if (chunk.usage) this.facts.usage = chunk.usage;
    const choice = chunk.choices.find(({ index }) => index === 0);
    let out = this.#start(chunk);
    if (!choice) return out;
    this.facts.roughTokens++;
    out += this.#writeDelta(choice.delta);
    if (choice.finish_reason !== null) {
      this.#finishReason = choice.finish_reason;
      this.#vendorReason = 'stop_reason' in choice ? choice.stop_reason : undefined;
      out += this.#tools.end() + this.#blocks.stop();
      this.hasContent = true;
    }
    return out;
  }

  /** How it ended and what it used: known when all chunks have come, as usage comes behind the reason. */
  close(): Promise<string> {
    const { usage, roughTokens } = this.facts;
    const delta = messageEnd({
      finishReason: this.#finishReason,
      vendorReason: this.#vendorReason,
      hasToolCalls: this.#tools.hasCalls,
      refusal: this.#refusal,
      stopSequences: this.#view.stopSequences,
    });
    const counted = usage ? messageUsage(usage) : { output_tokens: roughTokens };
    const rest = this.#tools.end() + this.#blocks.stop();
    return Promise.resolve(rest + streamEvent({ type: 'message_delta', delta, usage: counted }));
  }

  fail(reason: unknown, provider: string): void {
    this.failure ??= ProviderError.isInstance(reason) ? reason : cutOff(provider, reason);
  }

  /** The id is one of this wire's, whatever the vendor's chunks are called (LiteLLM 1.108.7). */
  #start({ usage }: ChatChunk): string {
    if (this.#hasStarted) return '';
    this.#hasStarted = true;
    const message = {
      id: `msg_${randomUUID()}`,
      type: 'message',
      role: 'assistant',
      model: this.#view.model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: usage ? { ...UNCOUNTED, ...messageUsage(usage) } : UNCOUNTED,
    };
    return streamEvent({ type: 'message_start', message });
  }

  #writeDelta(delta: ChatDelta): string {
    const out =
      this.#writeThinking(delta) +
      this.#writeText(delta.content) +
      this.#writeText(delta.refusal) +
      (delta.tool_calls ?? []).map((call) => this.#tools.write(call)).join('');
    if (typeof delta.refusal === 'string') this.#refusal = (this.#refusal ?? '') + delta.refusal;
    this.hasContent ||= out !== '' || (delta.tool_calls ?? []).length > 0;
    return out;
  }

  #writeText(text: string | null | undefined): string {
    if (typeof text !== 'string' || text === '') return '';
    const start = this.#blocks.open === 'text' ? '' : this.#blocks.start({ type: 'text', text: '' });
    return start + this.#blocks.add({ type: 'text_delta', text });
  }

  #writeThinking({ reasoning_content: reasoning, thinking_blocks: blocks = [] }: ChatDelta): string {
    const text = typeof reasoning === 'string' && reasoning !== '' ? this.#addThinking(reasoning) : '';
    return text + blocks.map((block) => this.#closeThinking(block, text !== '')).join('');
  }

  #addThinking(thinking: string): string {
    const start =
      this.#blocks.open === 'thinking' ? '' : this.#blocks.start({ type: 'thinking', thinking: '', signature: '' });
    return start + this.#blocks.add({ type: 'thinking_delta', thinking });
  }

  /** A block of thinking comes behind its text, and brings the signature; some vendors send it alone. */
  #closeThinking(block: ThinkingBlock, hasText: boolean): string {
    if (block.type === 'redacted_thinking') return this.#blocks.start(block) + this.#blocks.stop();
    const { thinking, signature } = block;
    const isKnown = hasText || this.#blocks.open === 'thinking';
    const text = isKnown || thinking === '' ? '' : this.#addThinking(thinking);
    if (signature === '' || signature === undefined) return text;
    const start = this.#blocks.open === 'thinking' || text !== '' ? '' : this.#addThinking('');
    return text + start + this.#blocks.add({ type: 'signature_delta', signature }) + this.#blocks.stop();
  }
}

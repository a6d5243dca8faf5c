import { randomUUID } from 'node:crypto';
import type { EventReader } from '../kit/stream/stream-decoder.ts';
import { vendorErrorToProviderError } from '../kit/failure/classify-error.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { asObject, asString, type JsonObject } from '../kit/json.ts';
import { ToolCallTracker } from '../kit/stream/tool-call-tracker.ts';
import { readVendorError } from '../kit/failure/vendor-error.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { StreamProgress } from '../spec/call.ts';
import type {
  ChatCall,
  ChatChunk,
  ChatDelta,
  FinishReason,
  StreamedThinkingBlock,
  ToolCallDelta,
} from '../spec/operations/chat.ts';
import { readRefusal, readStopFields, readStopReason, readThinkingBlock } from './decode-chat.ts';
import { readAnthropicUsage } from './read-usage.ts';
import { JSON_TOOL_NAME, structuredOutput } from './structured-output.ts';

/** A content block between its start and its stop. */
type OpenBlock =
  | { kind: 'text' }
  | { kind: 'thinking'; members: JsonObject }
  | { kind: 'tool' }
  | { kind: 'answer-tool' };

/** Reads the events of the Messages API (docs, "Streaming messages", 2026-11) as chunks. */
export class AnthropicEventReader implements EventReader<ChatChunk> {
  readonly hasOwnEnd = true;
  readonly #vendor: Vendor;
  readonly #created = Math.floor(Date.now() / 1000);
  readonly #usesJsonTool: boolean;
  readonly #toolCalls = new ToolCallTracker();
  readonly #openBlocks = new Map<number, OpenBlock>();
  readonly #id = `chatcmpl-${randomUUID()}`;
  #model: string;
  #usage: JsonObject = {};
  #reasoning = '';
  #thinkingBlocks = 0;
  #hasToolCalls = false;
  #progress: StreamProgress = 'open';

  constructor(vendor: Vendor, call: ChatCall) {
    this.#vendor = vendor;
    this.#usesJsonTool = structuredOutput(call).by === 'tool';
    this.#model = call.model;
  }

  read(event: JsonObject): ChatChunk[] {
    const index = typeof event.index === 'number' ? event.index : 0;
    switch (event.type) {
      case 'message_start':
        return this.#start(asObject(event.message) ?? {});
      case 'content_block_start':
        return this.#openBlock(index, asObject(event.content_block) ?? {});
      case 'content_block_delta':
        return this.#readDelta(index, asObject(event.delta) ?? {});
      case 'content_block_stop':
        return this.#closeBlock(index);
      case 'message_delta':
        return this.#readMessageDelta(event);
      case 'message_stop':
        // A message that stops without a reason was not finished by the model.
        if (this.#progress === 'may-end') this.#progress = 'ended';
        return [];
      case 'error':
        throw vendorErrorToProviderError(this.#vendor, undefined, readVendorError(event));
      default:
        if (typeof event.type === 'string') return []; // ping, and what Anthropic may add
        throw malformedAnswer(this.#vendor, JSON.stringify(event), 'an event of the stream has no type');
    }
  }

  progress(): StreamProgress {
    return this.#progress;
  }

  finish(): ChatChunk[] {
    const usage = readAnthropicUsage(this.#usage, this.#reasoning);
    return usage ? [{ ...this.#chunk({}), choices: [], usage }] : [];
  }

  #chunk(delta: ChatDelta, finishReason: FinishReason | null = null): ChatChunk {
    const choices = [{ index: 0, delta, finish_reason: finishReason }];
    return { id: this.#id, object: 'chat.completion.chunk', created: this.#created, model: this.#model, choices };
  }

  #toolChunk(delta: ToolCallDelta | undefined): ChatChunk[] {
    return delta ? [this.#chunk({ tool_calls: [delta] })] : [];
  }

  #start(message: JsonObject): ChatChunk[] {
    this.#model = asString(message.model) ?? this.#model;
    this.#usage = { ...this.#usage, ...asObject(message.usage) };
    return [this.#chunk({ role: 'assistant', content: '' })];
  }

  #openBlock(index: number, block: JsonObject): ChatChunk[] {
    switch (block.type) {
      case 'text': {
        this.#openBlocks.set(index, { kind: 'text' });
        const text = asString(block.text);
        return text ? [this.#chunk({ content: text })] : [];
      }
      case 'thinking':
      case 'redacted_thinking':
        this.#openBlocks.set(index, { kind: 'thinking', members: block });
        return [];
      case 'tool_use':
        return this.#openTool(index, block);
      default:
        // Blocks of Anthropic's own tools have no form on OpenAI's wire.
        return [];
    }
  }

  #openTool(index: number, { id, name }: JsonObject): ChatChunk[] {
    if (this.#usesJsonTool && name === JSON_TOOL_NAME) {
      this.#openBlocks.set(index, { kind: 'answer-tool' });
      return [];
    }
    this.#openBlocks.set(index, { kind: 'tool' });
    this.#hasToolCalls = true;
    return this.#toolChunk(this.#toolCalls.open(index, { id: asString(id), name: asString(name) ?? '' }));
  }

  #readDelta(index: number, delta: JsonObject): ChatChunk[] {
    const block = this.#openBlocks.get(index);
    switch (block?.kind) {
      case 'text':
        return this.#readTextDelta(delta);
      case 'tool':
        return this.#toolChunk(this.#toolCalls.append(index, asString(delta.partial_json) ?? ''));
      case 'answer-tool':
        return delta.partial_json ? [this.#chunk({ content: asString(delta.partial_json) ?? '' })] : [];
      case 'thinking':
        return this.#readThinkingDelta(block.members, delta);
      case undefined:
        return [];
    }
  }

  /** A citation belongs to the text before it; LiteLLM's name and shape. */
  #readTextDelta({ type, text, citation }: JsonObject): ChatChunk[] {
    if (type === 'text_delta') return [this.#chunk({ content: asString(text) ?? '' })];
    return type === 'citations_delta' ? [this.#chunk({ provider_specific_fields: { citation } })] : [];
  }

  #readThinkingDelta(members: JsonObject, delta: JsonObject): ChatChunk[] {
    const signature = asString(delta.signature);
    if (signature !== undefined) members.signature = signature;
    const thinking = asString(delta.thinking) ?? '';
    if (thinking === '') return [];
    members.thinking = (asString(members.thinking) ?? '') + thinking;
    this.#reasoning += thinking;
    return [this.#chunk({ reasoning_content: thinking })];
  }

  #closeBlock(index: number): ChatChunk[] {
    const block = this.#openBlocks.get(index);
    this.#openBlocks.delete(index);
    if (block?.kind === 'tool') return this.#toolChunk(this.#toolCalls.close(index));
    const thinking = block?.kind === 'thinking' ? readThinkingBlock(block.members) : undefined;
    return thinking ? [this.#thinkingChunk({ ...thinking, index: this.#thinkingBlocks++ })] : [];
  }

  /** LiteLLM's callers find a block in both places. */
  #thinkingChunk(block: StreamedThinkingBlock): ChatChunk {
    return this.#chunk({ thinking_blocks: [block], provider_specific_fields: { thinking_blocks: [block] } });
  }

  #readMessageDelta(event: JsonObject): ChatChunk[] {
    const delta = asObject(event.delta) ?? {};
    this.#usage = { ...this.#usage, ...withoutNulls(asObject(event.usage)) };
    const finishReason = readStopReason(delta.stop_reason, this.#hasToolCalls);
    if (finishReason === null) return [];
    this.#progress = 'may-end';
    const refusal = readRefusal(delta);
    const stop = readStopFields(delta);
    const ending = {
      ...(refusal !== undefined && { refusal }),
      ...(stop && { provider_specific_fields: stop }),
    };
    return [this.#chunk(ending, finishReason)];
  }
}

/** The last event repeats the input's counts; some gateways put nulls there. */
function withoutNulls(usage: JsonObject = {}): JsonObject {
  return Object.fromEntries(Object.entries(usage).filter(([, value]) => value !== null));
}

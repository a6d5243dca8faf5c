import { randomUUID } from 'node:crypto';
import type { EventReader } from '../kit/stream-decoder.ts';
import { vendorErrorToProviderError } from '../kit/classify-error.ts';
import { malformedAnswer } from '../kit/failures.ts';
import { asObject, asString, type JsonObject } from '../kit/json.ts';
import { createToolCallTracker } from '../kit/tool-call-tracker.ts';
import { readVendorError } from '../kit/vendor-error.ts';
import type { ChatCall, ChatChunk, ChatDelta, FinishReason, ToolCallDelta } from '../spec/operations/chat.ts';
import { readRefusal, readStopReason, readThinkingBlock } from './decode-chat.ts';
import { readAnthropicUsage } from './read-usage.ts';
import { JSON_TOOL_NAME, structuredOutput } from './structured-output.ts';
import { vendor } from './vendor.ts';

/** A content block between its start and its stop. */
type OpenBlock =
  | { kind: 'text' }
  | { kind: 'thinking'; members: JsonObject }
  | { kind: 'tool' }
  | { kind: 'answer-tool' };

/** Reads the events of the Messages API (docs, "Streaming messages", 2026-11) as chunks. */
export function createAnthropicEventReader(call: ChatCall): EventReader<ChatChunk> {
  const created = Math.floor(Date.now() / 1000);
  const usesJsonTool = structuredOutput(call).by === 'tool';
  const toolCalls = createToolCallTracker();
  const openBlocks = new Map<number, OpenBlock>();
  let envelope = { id: `chatcmpl-${randomUUID()}`, model: call.model };
  let usage: JsonObject = {};
  let hasToolCalls = false;
  let progress: ReturnType<EventReader<ChatChunk>['progress']> = 'open';

  function chunk(delta: ChatDelta, finishReason: FinishReason | null = null): ChatChunk {
    const choices = [{ index: 0, delta, finish_reason: finishReason }];
    return { ...envelope, object: 'chat.completion.chunk', created, choices };
  }

  function toolChunk(delta: ToolCallDelta | undefined): ChatChunk[] {
    return delta ? [chunk({ tool_calls: [delta] })] : [];
  }

  function start(message: JsonObject): ChatChunk[] {
    envelope = { id: asString(message.id) ?? envelope.id, model: asString(message.model) ?? envelope.model };
    usage = { ...usage, ...asObject(message.usage) };
    return [chunk({ role: 'assistant', content: '' })];
  }

  function openBlock(index: number, block: JsonObject): ChatChunk[] {
    switch (block.type) {
      case 'text': {
        openBlocks.set(index, { kind: 'text' });
        const text = asString(block.text);
        return text ? [chunk({ content: text })] : [];
      }
      case 'thinking':
      case 'redacted_thinking':
        openBlocks.set(index, { kind: 'thinking', members: block });
        return [];
      case 'tool_use':
        if (usesJsonTool && block.name === JSON_TOOL_NAME) {
          openBlocks.set(index, { kind: 'answer-tool' });
          return [];
        }
        openBlocks.set(index, { kind: 'tool' });
        hasToolCalls = true;
        return toolChunk(toolCalls.open(index, { id: asString(block.id), name: asString(block.name) ?? '' }));
      default:
        // Blocks of Anthropic's own tools have no form on OpenAI's wire.
        return [];
    }
  }

  function readDelta(index: number, delta: JsonObject): ChatChunk[] {
    const block = openBlocks.get(index);
    switch (block?.kind) {
      case 'text':
        return delta.type === 'text_delta' ? [chunk({ content: asString(delta.text) ?? '' })] : [];
      case 'tool':
        return toolChunk(toolCalls.append(index, asString(delta.partial_json) ?? ''));
      case 'answer-tool':
        return delta.partial_json ? [chunk({ content: asString(delta.partial_json) ?? '' })] : [];
      case 'thinking':
        return readThinkingDelta(block.members, delta);
      case undefined:
        return [];
    }
  }

  function readThinkingDelta(members: JsonObject, delta: JsonObject): ChatChunk[] {
    const signature = asString(delta.signature);
    if (signature !== undefined) members.signature = signature;
    const thinking = asString(delta.thinking) ?? '';
    if (thinking === '') return [];
    members.thinking = (asString(members.thinking) ?? '') + thinking;
    return [chunk({ reasoning_content: thinking })];
  }

  function closeBlock(index: number): ChatChunk[] {
    const block = openBlocks.get(index);
    openBlocks.delete(index);
    if (block?.kind === 'tool') return toolChunk(toolCalls.close(index));
    const thinking = block?.kind === 'thinking' ? readThinkingBlock(block.members) : undefined;
    return thinking ? [chunk({ thinking_blocks: [thinking] })] : [];
  }

  function readMessageDelta(event: JsonObject): ChatChunk[] {
    const delta = asObject(event.delta) ?? {};
    usage = { ...usage, ...withoutNulls(asObject(event.usage)) };
    const finishReason = readStopReason(delta.stop_reason, hasToolCalls);
    if (finishReason === null) return [];
    progress = 'may-end';
    const refusal = readRefusal(delta);
    return [chunk(refusal === undefined ? {} : { refusal }, finishReason)];
  }

  return {
    read(event) {
      const index = typeof event.index === 'number' ? event.index : 0;
      switch (event.type) {
        case 'message_start':
          return start(asObject(event.message) ?? {});
        case 'content_block_start':
          return openBlock(index, asObject(event.content_block) ?? {});
        case 'content_block_delta':
          return readDelta(index, asObject(event.delta) ?? {});
        case 'content_block_stop':
          return closeBlock(index);
        case 'message_delta':
          return readMessageDelta(event);
        case 'message_stop':
          // A message that stops without a reason was not finished by the model.
          if (progress === 'may-end') progress = 'ended';
          return [];
        case 'error':
          throw vendorErrorToProviderError(vendor, undefined, readVendorError(event));
        default:
          if (typeof event.type === 'string') return []; // ping, and what Anthropic may add
          throw malformedAnswer(vendor, JSON.stringify(event), 'an event of the stream has no type');
      }
    },
    progress: () => progress,
    finish() {
      const counted = readAnthropicUsage(usage);
      return counted ? [{ ...chunk({}), choices: [], usage: counted }] : [];
    },
  };
}

/** The last event repeats the input's counts; some gateways put nulls there. */
function withoutNulls(usage: JsonObject = {}): JsonObject {
  return Object.fromEntries(Object.entries(usage).filter(([, value]) => value !== null));
}

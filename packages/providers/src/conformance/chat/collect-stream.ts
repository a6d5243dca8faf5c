import { expect } from 'vitest';
import type { AssistantMessage, ChatChunk, ChatDelta, ToolCall, ToolCallDelta } from '../../spec/operations/chat.ts';
import type { ChatOutcome } from './scenarios.ts';

/** Puts a stream together as a client does, and holds it to the order that OpenAI's clients rely on. */
export async function collectStream(chunks: AsyncIterable<ChatChunk>): Promise<ChatOutcome> {
  const answer: ChatOutcome = { message: { role: 'assistant', content: null }, finishReason: null, usage: undefined };
  const ids = new Set<string>();
  for await (const chunk of chunks) {
    expect(chunk.object).toBe('chat.completion.chunk');
    expect(answer.usage, 'nothing comes after usage').toBeUndefined();
    ids.add(chunk.id);
    for (const choice of chunk.choices) {
      expect(choice.index).toBe(0);
      expect(answer.finishReason, 'nothing comes after the finish reason').toBeNull();
      addDelta(answer.message, choice.delta);
      answer.finishReason = choice.finish_reason;
    }
    if (chunk.usage) {
      expect(chunk.choices, 'usage comes alone').toEqual([]);
      answer.usage = chunk.usage;
    }
  }
  expect(ids.size, 'one id for all chunks').toBe(1);
  return answer;
}

function addDelta(message: AssistantMessage, delta: ChatDelta): void {
  if (typeof delta.content === 'string') message.content = (message.content ?? '') + delta.content;
  if (delta.reasoning_content) message.reasoning_content = (message.reasoning_content ?? '') + delta.reasoning_content;
  if (delta.thinking_blocks) message.thinking_blocks = [...(message.thinking_blocks ?? []), ...delta.thinking_blocks];
  for (const call of delta.tool_calls ?? []) addToolCallDelta((message.tool_calls ??= []), call);
}

function addToolCallDelta(calls: ToolCall[], delta: ToolCallDelta): void {
  const open = calls[delta.index];
  if (open) {
    expect(delta.id, 'a call is named once').toBeUndefined();
    open.function.arguments += delta.function?.arguments ?? '';
    return;
  }
  expect(delta.index, 'calls are numbered without gaps').toBe(calls.length);
  calls.push({
    id: delta.id ?? '',
    type: 'function',
    function: { name: delta.function?.name ?? '', arguments: delta.function?.arguments ?? '' },
  });
}

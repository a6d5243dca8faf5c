import { randomUUID } from 'node:crypto';
import { readFinishReason } from '../kit/finish-reason.ts';
import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { createToolCallId } from '../kit/stream/tool-call-tracker.ts';
import type { Vendor } from '../spec/adapter.ts';
import type {
  AssistantMessage,
  ChatCall,
  ChatCompletion,
  FinishReason,
  ThinkingBlock,
  ToolCall,
} from '../spec/operations/chat.ts';
import { readAnthropicUsage } from './read-usage.ts';
import { JSON_TOOL_NAME, structuredOutput } from './structured-output.ts';

/** Reads a message of the Messages API as a completion. */
export function decodeAnthropicChat(vendor: Vendor, body: Uint8Array, call: ChatCall): ChatCompletion {
  const answer = readJsonAnswer(vendor, body, ({ content, type }) => Array.isArray(content) && type !== 'error');
  const message = readMessage(answer, structuredOutput(call).by === 'tool');
  const usage = readAnthropicUsage(asObject(answer.usage), message.reasoning_content ?? '');
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: asString(answer.model) ?? call.model,
    choices: [
      {
        index: 0,
        message,
        finish_reason: readStopReason(answer.stop_reason, message.tool_calls !== undefined) ?? 'stop',
      },
    ],
    ...(usage && { usage }),
  };
}

/** The call of the JSON tool is the answer and no call that the caller has to make. */
export function readStopReason(value: unknown, hasToolCalls: boolean): FinishReason | null {
  const reason = readFinishReason(value);
  return reason === 'tool_calls' && !hasToolCalls ? 'stop' : reason;
}

/** Why the answer was refused, in Anthropic's words. */
export function readRefusal(holder: JsonObject): string | undefined {
  return holder.stop_reason === 'refusal' ? asString(asObject(holder.stop_details)?.explanation) : undefined;
}

/** Anthropic's own account of a refusal, member by member. */
export function readStopFields({ stop_reason, stop_details }: JsonObject): JsonObject | undefined {
  if (asObject(stop_details)) return { stop_reason, stop_details };
  return stop_reason === 'refusal' ? { stop_reason } : undefined;
}

/** A block of thinking that the caller can send back. */
export function readThinkingBlock(block: JsonObject): ThinkingBlock | undefined {
  if (block.type === 'redacted_thinking') return { type: 'redacted_thinking', data: asString(block.data) ?? '' };
  if (block.type !== 'thinking') return undefined;
  return { type: 'thinking', thinking: asString(block.thinking) ?? '', signature: asString(block.signature) ?? '' };
}

function readMessage(answer: JsonObject, usesJsonTool: boolean): AssistantMessage {
  const blocks = asObjects(answer.content);
  const isAnswerTool = (block: JsonObject) => usesJsonTool && block.name === JSON_TOOL_NAME;
  const toolUses = blocks.filter((block) => block.type === 'tool_use');
  const toolCalls = toolUses.filter((block) => !isAnswerTool(block)).map(readToolCall);
  const answerTool = toolUses.find(isAnswerTool);
  const texts = blocks.filter((block) => block.type === 'text').map((block) => asString(block.text) ?? '');
  const thinking = blocks.map(readThinkingBlock).filter((block) => block !== undefined);
  const reasoning = thinking.map((block) => (block.type === 'thinking' ? block.thinking : '')).join('');
  const refusal = readRefusal(answer);
  return {
    role: 'assistant',
    content: answerTool ? JSON.stringify(answerTool.input ?? {}) : texts.length > 0 ? texts.join('') : null,
    ...(refusal !== undefined && { refusal }),
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(thinking.length > 0 && { thinking_blocks: thinking }),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
    ...specificFields(answer, thinking),
  };
}

/** What has no place on OpenAI's wire, in the shape in which LiteLLM's callers know it; nothing where there is nothing. */
function specificFields(answer: JsonObject, thinking: readonly ThinkingBlock[]): JsonObject {
  // A list for each text that has any.
  const citations = asObjects(answer.content)
    .map((block) => asObjects(block.citations))
    .filter((list) => list.length > 0);
  const stop = readStopFields(answer);
  if (citations.length === 0 && thinking.length === 0 && !stop) return {};
  return {
    provider_specific_fields: {
      citations: citations.length > 0 ? citations : null,
      thinking_blocks: thinking.length > 0 ? thinking : null,
      ...stop,
    },
  };
}

function readToolCall(block: JsonObject): ToolCall {
  return {
    id: asString(block.id) ?? createToolCallId(),
    type: 'function',
    function: { name: asString(block.name) ?? '', arguments: JSON.stringify(block.input ?? {}) },
  };
}

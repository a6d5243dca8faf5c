import { randomUUID } from 'node:crypto';
import { readFinishReason } from '../kit/finish-reason.ts';
import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { createToolCallId } from '../kit/stream/tool-call-tracker.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { AssistantMessage, ChatCall, ChatCompletion, ToolCall } from '../spec/operations/chat.ts';
import { readMessageText } from './read-message.ts';
import { readShownUsage } from './read-usage.ts';

/** Reads a completion in OpenAI's shape; members that are not known stay as they are. */
export function decodeOpenAiChat(vendor: Vendor, body: Uint8Array, call: ChatCall): ChatCompletion {
  const answer = readJsonAnswer(
    vendor,
    body,
    ({ choices, error }) => asObjects(choices).length > 0 && !asObject(error),
  );
  const { usage: _vendorUsage, ...rest } = answer;
  const usage = readShownUsage(answer.usage ?? asObject(answer.x_groq)?.usage);
  return {
    ...rest,
    id: asString(answer.id) ?? `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: typeof answer.created === 'number' ? answer.created : Math.floor(Date.now() / 1000),
    model: asString(answer.model) ?? call.model,
    choices: asObjects(answer.choices).map(readChoice),
    ...(usage && { usage }),
  };
}

function readChoice(choice: JsonObject, position: number): ChatCompletion['choices'][number] {
  const message = readMessage(asObject(choice.message) ?? {});
  return {
    ...choice,
    index: typeof choice.index === 'number' ? choice.index : position,
    message,
    // An answer that came whole has ended.
    finish_reason: readFinishReason(choice.finish_reason) ?? (message.tool_calls ? 'tool_calls' : 'stop'),
  };
}

function readMessage(message: JsonObject): AssistantMessage {
  const { content, reasoning } = readMessageText(message);
  const toolCalls = asObjects(message.tool_calls).map(readToolCall);
  const { reasoning: _vendorReasoning, tool_calls: _vendorToolCalls, ...rest } = message;
  return {
    ...rest,
    role: 'assistant',
    content,
    ...(reasoning !== undefined && { reasoning_content: reasoning }),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
  };
}

function readToolCall(call: JsonObject): ToolCall {
  const called = asObject(call.function);
  return {
    id: asString(call.id) || createToolCallId(),
    type: 'function',
    function: { name: asString(called?.name) ?? '', arguments: argumentsText(called?.arguments) },
  };
}

/** OpenAI's arguments are a JSON text; some servers send the object itself. */
export function argumentsText(value: unknown): string {
  if (typeof value === 'string') return value === '' ? '{}' : value;
  return JSON.stringify(value ?? {});
}

import { vendorErrorToProviderError } from '../../kit/failure/classify-error.ts';
import { asObject, asObjects, asString, type JsonObject } from '../../kit/json.ts';
import { readVendorError } from '../../kit/failure/vendor-error.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { AssistantMessage, ChatCompletion, FinishReason, ToolCall } from '../../spec/operations/chat.ts';
import type { ResponseItem, ResponseObject } from '../../spec/operations/responses.ts';
import { readResponsesUsage } from '../read-responses-usage.ts';
import { PART_SEPARATOR, thinkingOf } from './sealed-reasoning.ts';

/** A whole response as a completion. Throws the vendor's error where it failed. */
export function readResponse(vendor: Vendor, response: ResponseObject, model: string): ChatCompletion {
  if (response.status === 'failed') throw failureOf(vendor, response);
  const message = messageOf(response.output);
  const usage = readResponsesUsage(response.usage);
  return {
    id: response.id,
    object: 'chat.completion',
    created: createdAt(response),
    model: asString(response.model) ?? model,
    choices: [{ index: 0, message, finish_reason: finishReasonOf(response, message.tool_calls !== undefined) }],
    ...(usage && { usage }),
  };
}

/** What a response that failed says of it. */
export function failureOf(vendor: Vendor, response: JsonObject): Error {
  const { message, type, param, code } = readVendorError(response) ?? {};
  return vendorErrorToProviderError(vendor, undefined, {
    message: message ?? 'the response failed',
    type: type ?? code ?? null,
    param: param ?? null,
    code: code ?? null,
  });
}

export function createdAt({ created_at: created }: JsonObject): number {
  return typeof created === 'number' ? created : Math.floor(Date.now() / 1000);
}

export function finishReasonOf(response: JsonObject, hasCalls: boolean): FinishReason {
  if (response.status === 'incomplete') {
    return asObject(response.incomplete_details)?.reason === 'content_filter' ? 'content_filter' : 'length';
  }
  return hasCalls ? 'tool_calls' : 'stop';
}

function messageOf(items: readonly ResponseItem[]): AssistantMessage {
  const parts = items.flatMap(({ type, content }) => (type === 'message' ? asObjects(content) : []));
  const refusal = joined(parts, 'refusal');
  const thinking = items.flatMap((item) => (item.type === 'reasoning' ? (thinkingOf(item) ?? []) : []));
  const reasoning = thinking.flatMap((block) => (block.type === 'thinking' ? block.thinking : []));
  const calls = items.filter(({ type }) => type === 'function_call').map(readCall);
  return {
    role: 'assistant',
    content: joined(parts, 'text') ?? null,
    ...(refusal !== undefined && { refusal }),
    ...(reasoning.length > 0 && { reasoning_content: reasoning.join(PART_SEPARATOR) }),
    ...(thinking.length > 0 && { thinking_blocks: thinking }),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
}

function joined(parts: readonly JsonObject[], member: 'text' | 'refusal'): string | undefined {
  const texts = parts.flatMap(({ [member]: text }) => asString(text) ?? []);
  return texts.length > 0 ? texts.join('') : undefined;
}

/** A call of a function, by the id under which its result is given. */
export function readCall({ id, call_id: callId, name, arguments: given }: ResponseItem): ToolCall {
  return {
    id: asString(callId) ?? id ?? '',
    type: 'function',
    function: { name: asString(name) ?? '', arguments: asString(given) || '{}' },
  };
}

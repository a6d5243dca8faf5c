import { refusedRequest } from '../kit/failure/failures.ts';
import { asObject, asString, isJsonObject, parseJson, type JsonObject } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatMessage, ContentPart, ToolCall } from '../spec/operations/chat.ts';

/** A conversation as Ollama takes it: texts, pictures beside them as base64, calls with their arguments as objects. */
export function ollamaMessages(vendor: Vendor, messages: readonly ChatMessage[]): JsonObject[] {
  const called = new Map(
    messages.flatMap(({ tool_calls: calls }) => (calls ?? []).map(({ id, function: { name } }) => [id, name])),
  );
  return messages.map((message, position) => {
    const { role, tool_calls: calls, tool_call_id: callId, reasoning_content: thinking } = message;
    const at = `messages[${position}]`;
    const name = called.get(callId ?? '') ?? message.name;
    return {
      role: role === 'developer' ? 'system' : role,
      content: textOf(message.content),
      images: imagesOf(vendor, message.content, at),
      ...(typeof thinking === 'string' && { thinking }),
      ...(calls &&
        calls.length > 0 && {
          tool_calls: calls.map((call, index) => callOf(vendor, call, `${at}.tool_calls[${index}]`)),
        }),
      ...(role === 'tool' && { tool_call_id: callId, ...(name !== undefined && { tool_name: name }) }),
    };
  });
}

function textOf(content: ChatMessage['content']): string {
  if (!Array.isArray(content)) return content ?? '';
  return content.map((part) => ('text' in part && typeof part.text === 'string' ? part.text : '')).join('');
}

function imagesOf(vendor: Vendor, content: ChatMessage['content'], at: string): string[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((part, index) => imageOf(vendor, part, `${at}.content[${index}]`));
}

function imageOf(vendor: Vendor, part: ContentPart, at: string): string[] {
  if (part.type === 'text') return [];
  if (part.type !== 'image_url') {
    throw refusedRequest(vendor, `${at}.type: ${vendor.title} takes text and images, no ${part.type}`, `${at}.type`);
  }
  const { image_url: image }: JsonObject = part;
  const url = asString(image) ?? asString(asObject(image)?.url) ?? '';
  const data = /^data:[^,]*;base64,(.*)$/is.exec(url)?.[1];
  if (data !== undefined) return [data];
  const path = `${at}.image_url.url`;
  throw refusedRequest(
    vendor,
    `${path}: ${vendor.title} reads no addresses; send the image as a base64 data URL`,
    path,
  );
}

function callOf(vendor: Vendor, { id, function: { name, arguments: text } }: ToolCall, at: string): JsonObject {
  const read = text === '' ? {} : parseJson(text);
  const path = `${at}.function.arguments`;
  if (!isJsonObject(read)) throw refusedRequest(vendor, `${path} must be a JSON object as text`, path);
  return { id, function: { name, arguments: read } };
}

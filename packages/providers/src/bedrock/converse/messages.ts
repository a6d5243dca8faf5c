import { refusedRequest } from '../../kit/failure/failures.ts';
import { asObjects, asString, isJsonObject, parseJson, type JsonObject } from '../../kit/json.ts';
import { plainId } from '../../kit/things/plain-id.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { ChatMessage } from '../../spec/operations/chat.ts';
import { mediaBlock } from './media.ts';

/** A turn of the conversation; roles alternate. */
interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: JsonObject[];
}

/** A conversation in Converse's form: what the system says apart, and turns of two roles, none of them empty. */
export function converseMessages(
  vendor: Vendor,
  messages: readonly ChatMessage[],
): { system: JsonObject[]; messages: Turn[] } {
  const system: JsonObject[] = [];
  const turns: Turn[] = [];
  for (const [index, message] of messages.entries()) {
    const path = `messages[${index}]`;
    const blocks = blocksOf(vendor, message, path);
    if (message.role === 'system' || message.role === 'developer') {
      system.push(...blocks);
      continue;
    }
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...blocks);
    else if (blocks.length > 0) turns.push({ role, content: blocks });
  }
  if (turns.length > 0) return { system, messages: turns };
  throw refusedRequest(vendor, 'messages: there is nothing that a user says', 'messages');
}

function blocksOf(vendor: Vendor, message: ChatMessage, path: string): JsonObject[] {
  const content = contentBlocks(vendor, message.content, `${path}.content`);
  switch (message.role) {
    case 'tool':
      return [toolResult(vendor, message, content, path)];
    case 'function':
      throw refusedRequest(
        vendor,
        `${path}.role: "function" messages carry no call id; send tools and role "tool" instead`,
        `${path}.role`,
      );
    case 'assistant':
      return [
        ...content,
        ...(message.tool_calls ?? []).map((call, index) => toolUse(vendor, call, `${path}.tool_calls[${index}]`)),
      ];
    case 'system':
    case 'developer':
    case 'user':
      return content;
  }
}

/** Blank texts are refused by Converse, and say nothing. */
function contentBlocks(vendor: Vendor, content: ChatMessage['content'], path: string): JsonObject[] {
  const parts = typeof content === 'string' ? [{ type: 'text', text: content }] : asObjects(content);
  return parts.flatMap((part, index): JsonObject[] => {
    if (part.type !== 'text') return [mediaBlock(vendor, part, `${path}[${index}]`)];
    const text = asString(part.text) ?? '';
    return text.trim() === '' ? [] : [{ text }];
  });
}

function toolResult(
  vendor: Vendor,
  { tool_call_id: id }: ChatMessage,
  content: JsonObject[],
  path: string,
): JsonObject {
  if (!id) throw refusedRequest(vendor, `${path}.tool_call_id is missing`, `${path}.tool_call_id`);
  return { toolResult: { toolUseId: toolUseId(id), content: content.length > 0 ? content : [{ text: ' ' }] } };
}

function toolUse(vendor: Vendor, call: NonNullable<ChatMessage['tool_calls']>[number], path: string): JsonObject {
  if (!call.id) throw refusedRequest(vendor, `${path}.id is missing`, `${path}.id`);
  const text = call.function.arguments;
  const input = text.trim() === '' ? {} : parseJson(text);
  if (isJsonObject(input)) return { toolUse: { toolUseId: toolUseId(call.id), name: call.function.name, input } };
  const where = `${path}.function.arguments`;
  throw refusedRequest(vendor, `${where}: this must be the text of a JSON object for ${vendor.title}`, where);
}

/** How long an id may be (AWS, "ToolUseBlock", 2026-11); it has letters, digits, `_` and `-`. */
const MOST_ID_CHARACTERS = 64;

function toolUseId(id: string): string {
  return plainId(id, MOST_ID_CHARACTERS);
}

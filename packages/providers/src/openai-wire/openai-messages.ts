import { isJsonObject } from '../kit/json.ts';
import type { ChatCall, ChatMessage, ContentPart, ToolCall } from '../spec/operations/chat.ts';
import type { OpenAiChatDialect } from './chat-dialect.ts';

/** Members that other vendors or LiteLLM add to messages, and that OpenAI's own API refuses as unknown. */
const foreignMembers = ['reasoning_content', 'thinking_blocks', 'provider_specific_fields', 'cache_control'] as const;

/** What OpenAI's SDK has in each answer, mostly without saying anything by it; others refuse some of these. */
const answerMembers = ['refusal', 'annotations', 'audio', 'function_call', 'tool_calls'] as const;

/**
 * The conversation as this vendor takes it, so that one that began with another vendor can go on here. Messages that
 * need no change are the same objects; most requests come back as the list that went in.
 */
export function openAiMessages(dialect: OpenAiChatDialect, call: ChatCall): ChatMessage[] {
  const { messages } = call.request;
  // What is no list of messages goes on as it came: the vendor says so.
  if (!Array.isArray(messages)) return messages;
  let changed: ChatMessage[] | undefined;
  for (const [position, message] of messages.entries()) {
    if (!isJsonObject(message)) continue;
    const adapted = adaptMessage(message, dialect, call);
    if (adapted === message) continue;
    changed ??= [...messages];
    changed[position] = adapted;
  }
  return changed ?? messages;
}

function adaptMessage(message: ChatMessage, dialect: OpenAiChatDialect, call: ChatCall): ChatMessage {
  let adapted = message;
  if (message.role === 'developer' && dialect.knowsDeveloperRole?.(call) !== true)
    adapted = { ...adapted, role: 'system' };
  let left: string[] | undefined;
  for (const member in message) if (isLeftOut(member, adapted, dialect)) (left ??= []).push(member);
  if (left) adapted = withoutMembers(adapted, left);
  adapted = withIds(adapted, dialect);
  const keepsMarks = dialect.extraMessageMembers?.includes('cache_control') ?? false;
  if (!keepsMarks && Array.isArray(message.content) && message.content.some(hasCacheControl)) {
    adapted = { ...adapted, content: message.content.map(withoutCacheControl) };
  }
  return adapted;
}

function isLeftOut(member: string, message: ChatMessage, dialect: OpenAiChatDialect): boolean {
  const { extraMessageMembers, messageMembers } = dialect;
  if (extraMessageMembers?.includes(member)) return false;
  if (isOneOf(foreignMembers, member)) return true;
  if (messageMembers === 'as OpenAI gives them') return false;
  // What is no role goes on as it came: the vendor says so.
  const known = typeof message.role === 'string' ? messageMembers?.[message.role] : undefined;
  if (known && !known.includes(member)) return true;
  return isOneOf(answerMembers, member) && saysNothing(message[member]);
}

function saysNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** The ids of its calls, and that of the call whose result it is. */
function withIds(message: ChatMessage, { toolCallId }: OpenAiChatDialect): ChatMessage {
  if (!toolCallId) return message;
  const { tool_calls: calls, tool_call_id: answered } = message;
  return {
    ...message,
    ...(Array.isArray(calls) && { tool_calls: calls.map((call) => withId(call, toolCallId)) }),
    ...(typeof answered === 'string' && { tool_call_id: toolCallId(answered) }),
  };
}

function withId(call: ToolCall, toolCallId: (id: string) => string): ToolCall {
  return isJsonObject(call) && typeof call.id === 'string' ? { ...call, id: toolCallId(call.id) } : call;
}

function hasCacheControl(part: ContentPart): part is ContentPart & { cache_control: unknown } {
  return isJsonObject(part) && 'cache_control' in part;
}

function withoutMembers(message: ChatMessage, members: readonly string[]): ChatMessage {
  const kept = Object.entries(message).filter(([member]) => !members.includes(member));
  return { role: message.role, ...Object.fromEntries(kept) };
}

function withoutCacheControl(part: ContentPart): ContentPart {
  if (!hasCacheControl(part)) return part;
  const { cache_control: _mark, ...rest } = part;
  return rest;
}

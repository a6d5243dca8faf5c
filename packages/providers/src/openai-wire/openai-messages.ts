import { isJsonObject } from '../kit/json.ts';
import type { ChatMessage, ContentPart } from '../spec/operations/chat.ts';
import type { OpenAiChatDialect } from './chat-dialect.ts';

/** Members that other vendors or LiteLLM add to messages, and that OpenAI's own API refuses as unknown. */
const foreignMembers = ['reasoning_content', 'thinking_blocks', 'provider_specific_fields', 'cache_control'] as const;

/**
 * The conversation as this vendor takes it, so that one that began with another vendor can go on here. Messages that
 * need no change are the same objects; most requests come back as the list that went in.
 */
export function openAiMessages(messages: ChatMessage[], dialect: OpenAiChatDialect, model: string): ChatMessage[] {
  const keepsDeveloper = dialect.knowsDeveloperRole?.(model) ?? false;
  const kept = dialect.extraMessageMembers ?? [];
  // What is no list of messages goes on as it came: the vendor says so.
  if (!Array.isArray(messages)) return messages;
  let changed: ChatMessage[] | undefined;
  for (const [position, message] of messages.entries()) {
    if (!isJsonObject(message)) continue;
    const adapted = adaptMessage(message, keepsDeveloper, kept);
    if (adapted === message) continue;
    changed ??= [...messages];
    changed[position] = adapted;
  }
  return changed ?? messages;
}

function adaptMessage(message: ChatMessage, keepsDeveloper: boolean, kept: readonly string[]): ChatMessage {
  let adapted = message;
  if (message.role === 'developer' && !keepsDeveloper) adapted = { ...adapted, role: 'system' };
  for (const member of foreignMembers) {
    if (member in message && !kept.includes(member)) adapted = withoutMember(adapted, member);
  }
  if (!kept.includes('cache_control') && Array.isArray(message.content) && message.content.some(hasCacheControl)) {
    adapted = { ...adapted, content: message.content.map(withoutCacheControl) };
  }
  return adapted;
}

function hasCacheControl(part: ContentPart): part is ContentPart & { cache_control: unknown } {
  return isJsonObject(part) && 'cache_control' in part;
}

function withoutMember(message: ChatMessage, member: string): ChatMessage {
  const { [member]: _left, ...rest } = message;
  return { ...rest, role: message.role };
}

function withoutCacheControl(part: ContentPart): ContentPart {
  if (!hasCacheControl(part)) return part;
  const { cache_control: _mark, ...rest } = part;
  return rest;
}

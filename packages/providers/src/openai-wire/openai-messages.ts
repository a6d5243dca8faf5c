import { isJsonObject, type JsonObject } from '../kit/json.ts';
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
  const said = dialect.refusesEmptyTurns === true ? messages.filter((message) => !isEmptyTurn(message)) : messages;
  let changed: ChatMessage[] | undefined;
  for (const [position, message] of said.entries()) {
    if (!isJsonObject(message)) continue;
    const adapted = adaptMessage(message, dialect, call);
    if (adapted === message) continue;
    changed ??= [...said];
    changed[position] = adapted;
  }
  return changed ?? said;
}

/** A turn of the model in which it neither said nor called anything. */
function isEmptyTurn(message: ChatMessage): boolean {
  if (!isJsonObject(message) || message.role !== 'assistant') return false;
  const { content, tool_calls: calls }: JsonObject = message;
  return (content === '' || saysNothing(content ?? null)) && saysNothing(calls ?? null);
}

function adaptMessage(message: ChatMessage, dialect: OpenAiChatDialect, call: ChatCall): ChatMessage {
  let adapted = message;
  if (message.role === 'developer' && dialect.knowsDeveloperRole?.(call) !== true)
    adapted = { ...adapted, role: 'system' };
  let left: string[] | undefined;
  for (const member in message) if (isLeftOut(member, adapted, dialect)) (left ??= []).push(member);
  if (left) adapted = withoutMembers(adapted, left);
  adapted = withCalls(adapted, dialect, call);
  return Array.isArray(adapted.content) ? withParts(adapted, adapted.content, dialect) : adapted;
}

/** Its parts in OpenAI's form: marks for other vendors' caches left out, what callers write shorter written out. */
function withParts(
  message: ChatMessage,
  parts: ContentPart[],
  { extraMessageMembers }: OpenAiChatDialect,
): ChatMessage {
  const keepsMarks = extraMessageMembers?.includes('cache_control') ?? false;
  const content = parts.map((part) => wholePart(keepsMarks ? part : withoutCacheControl(part)));
  return content.some((part, position) => part !== parts[position]) ? { ...message, content } : message;
}

/** What LiteLLM calls a file that its caller gave no name: OpenAI refuses data without one. */
const FILE_NAME = 'my_file.pdf';

/** A picture's address may be written alone, and a file's name left out. */
function wholePart(part: ContentPart): ContentPart {
  if (!isJsonObject(part)) return part;
  const { image_url: image, file }: JsonObject = part;
  if (part.type === 'image_url' && typeof image === 'string') return { ...part, image_url: { url: image } };
  if (part.type === 'file' && isJsonObject(file) && file.file_data !== undefined && file.filename === undefined) {
    return { ...part, file: { ...file, filename: FILE_NAME } };
  }
  return part;
}

function isLeftOut(member: string, message: ChatMessage, dialect: OpenAiChatDialect): boolean {
  const { extraMessageMembers, messageMembers } = dialect;
  if (extraMessageMembers?.includes(member)) return false;
  if (isOneOf(foreignMembers, member)) return true;
  if (messageMembers === 'as OpenAI gives them') return message[member] === null && mayLack(message, member);
  // What is no role goes on as it came: the vendor says so.
  const known = typeof message.role === 'string' ? messageMembers?.[message.role] : undefined;
  if (known && !known.includes(member)) return true;
  return isOneOf(answerMembers, member) && saysNothing(message[member]);
}

/** A null means "not set"; content has to be there unless something is called in its place. */
function mayLack({ tool_calls: calls, function_call: call }: ChatMessage, member: string): boolean {
  return member !== 'content' || isJsonObject(call) || (Array.isArray(calls) && calls.length > 0);
}

function saysNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** Its calls, and the id of the call whose result it is. */
function withCalls(message: ChatMessage, dialect: OpenAiChatDialect, call: ChatCall): ChatMessage {
  const toolCallId = (id: string): string => dialect.toolCallId?.(id, call) ?? id;
  const { tool_calls: calls, tool_call_id: answered } = message;
  let adapted = message;
  if (typeof answered === 'string' && toolCallId(answered) !== answered) {
    adapted = { ...adapted, tool_call_id: toolCallId(answered) };
  }
  if (!Array.isArray(calls)) return adapted;
  const isStrict = typeof dialect.messageMembers === 'object';
  const named = calls.map((one) => {
    const own = withId(one, toolCallId);
    return isStrict ? withCallMembers(own) : own;
  });
  return named.every((one, position) => one === calls[position]) ? adapted : { ...adapted, tool_calls: named };
}

function withId(called: ToolCall, toolCallId: (id: string) => string): ToolCall {
  if (!isJsonObject(called) || typeof called.id !== 'string') return called;
  const id = toolCallId(called.id);
  return id === called.id ? called : { ...called, id };
}

const CALL_MEMBERS = ['id', 'type', 'function'] as const;

/** Those that OpenAI's API has: a vendor that knows its members knows no `index` of a stream here, and nothing of others. */
function withCallMembers(called: ToolCall): ToolCall {
  if (!isJsonObject(called) || Object.keys(called).every((member) => isOneOf(CALL_MEMBERS, member))) return called;
  const { id, type, function: asked } = called;
  return { id, type, function: asked };
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

import type { ChatRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, kindOf } from '../../json/mapping.ts';
import { isCount, isList, isNumber, isObject, isText, isTrueOrFalse } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

const roles = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);

/** Far above any model; beyond it a double no longer counts in ones. */
const MOST_TOKENS = 1_000_000_000;
/** OpenAI's API reference, "Create chat completion", 2026-11. */
const MOST_CHOICES = 128;

/**
 * What would break a vendor's call or change its meaning unseen; ranges that differ between vendors are theirs to
 * check. Null means "not set" for each of them.
 */
const rules = new MemberRules({
  messages: isList,
  stream: isTrueOrFalse,
  stream_options: isObject,
  temperature: isNumber(0, 2),
  top_p: isNumber(0, 1),
  presence_penalty: isNumber(-2, 2),
  frequency_penalty: isNumber(-2, 2),
  max_tokens: isCount(1, MOST_TOKENS),
  max_completion_tokens: isCount(1, MOST_TOKENS),
  n: isCount(1, MOST_CHOICES),
  seed: isCount(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  top_logprobs: isCount(0, 20),
  logprobs: isTrueOrFalse,
  parallel_tool_calls: isTrueOrFalse,
  user: isText,
  reasoning_effort: isText,
  tools: isList,
  response_format: isObject,
  stop: (value) => (typeof value === 'string' || Array.isArray(value) ? undefined : 'must be text or a list of texts'),
});

/** Reads a chat completion request. Throws a 400 that names the member. */
export function readChatRequest(body: unknown): AskedRequest<ChatRequest> {
  const { request, controls } = readMembers(body, rules);
  checkMessages(request.messages);
  return { request: request as ChatRequest, controls };
}

function checkMessages(messages: unknown): void {
  if (!Array.isArray(messages)) throw badRequest('messages is required and must be a list', 'messages');
  if (messages.length === 0) throw badRequest('messages must hold at least one message', 'messages');
  for (const [index, message] of messages.entries()) {
    const at = `messages[${index}]`;
    if (!isMapping(message)) throw badRequest(`${at} must be an object, not ${kindOf(message)}`, at);
    const { role, content } = message;
    if (typeof role !== 'string' || !roles.has(role)) {
      throw badRequest(`${at}.role must be one of ${[...roles].join(', ')}`, `${at}.role`);
    }
    if (typeof content === 'string' || content === null) continue;
    if (Array.isArray(content)) checkParts(content, at);
    else if (content !== undefined || (message.tool_calls === undefined && message.function_call === undefined)) {
      throw badRequest(`${at}.content must be text or a list of parts, not ${kindOf(content)}`, `${at}.content`);
    }
  }
}

function checkParts(parts: readonly unknown[], at: string): void {
  for (const [index, part] of parts.entries()) {
    if (!isMapping(part) || typeof part.type !== 'string') {
      throw badRequest(`${at}.content[${index}] must be an object with a type`, `${at}.content[${index}]`);
    }
  }
}

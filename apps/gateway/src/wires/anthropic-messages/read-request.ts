import type { MessagesRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, kindOf } from '../../json/mapping.ts';
import { isCount, isList, isNumber, isObject, isTrueOrFalse, type MemberCheck } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** `system` in the middle of a conversation is known to newer models (Anthropic, "Messages", 2026-11). */
const roles = new Set(['user', 'assistant', 'system']);

/** Far above any model; beyond it a double no longer counts in ones. */
const MOST_TOKENS = 1_000_000_000;

const isTextOrBlocks: MemberCheck = (value) =>
  typeof value === 'string' || (Array.isArray(value) && value.every(isTyped))
    ? undefined
    : 'must be text or a list of blocks with a type';

const isListOfTexts: MemberCheck = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : 'must be a list of texts';

const isListOfObjects: MemberCheck = (value) =>
  Array.isArray(value) && value.every(isMapping) ? undefined : 'must be a list of objects';

/** What would break the gateway or a translation; all else is the vendor's to check. */
const rules = new MemberRules({
  messages: isList,
  system: isTextOrBlocks,
  max_tokens: isCount(0, MOST_TOKENS),
  stream: isTrueOrFalse,
  stop_sequences: isListOfTexts,
  temperature: isNumber(0, 2),
  top_p: isNumber(0, 1),
  top_k: isCount(0, MOST_TOKENS),
  tools: isListOfObjects,
  tool_choice: isObject,
  thinking: isObject,
  output_config: isObject,
});

/** Reads a request of the Messages API. Throws a 400 that names the member. */
export function readMessagesRequest(body: unknown): AskedRequest<MessagesRequest> {
  const asked = readTokenCountRequest(body);
  const { max_tokens: most } = asked.request;
  if (most === undefined || most === null) throw badRequest('max_tokens is required', 'max_tokens');
  return asked;
}

/** The same of a request whose tokens are only counted. */
export function readTokenCountRequest(body: unknown): AskedRequest<MessagesRequest> {
  const { request, controls } = readMembers(body, rules);
  checkTurns(request.messages);
  return { request: request as MessagesRequest, controls };
}

function checkTurns(turns: unknown): void {
  if (!Array.isArray(turns)) throw badRequest('messages is required and must be a list', 'messages');
  if (turns.length === 0) throw badRequest('messages must hold at least one message', 'messages');
  for (const [index, turn] of turns.entries()) {
    const at = `messages[${index}]`;
    if (!isMapping(turn)) throw badRequest(`${at} must be an object, not ${kindOf(turn)}`, at);
    if (typeof turn.role !== 'string' || !roles.has(turn.role)) {
      throw badRequest(`${at}.role must be one of ${[...roles].join(', ')}`, `${at}.role`);
    }
    const problem = isTextOrBlocks(turn.content);
    if (problem !== undefined) throw badRequest(`${at}.content ${problem}`, `${at}.content`);
  }
}

function isTyped(block: unknown): boolean {
  return isMapping(block) && typeof block.type === 'string';
}

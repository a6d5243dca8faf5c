import type { ResponsesRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, kindOf } from '../../json/mapping.ts';
import {
  isCount,
  isList,
  isNumber,
  isObject,
  isText,
  isTrueOrFalse,
  type MemberCheck,
} from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** Far above any model; beyond it a double no longer counts in ones. */
const MOST_TOKENS = 1_000_000_000;

const isTextList: MemberCheck = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : 'must be a list of texts';
const isTruncation: MemberCheck = (value) =>
  value === 'auto' || value === 'disabled' ? undefined : 'must be "auto" or "disabled"';

/** Null means "not set" for each of them. */
const rules = new MemberRules({
  input: (value) => (typeof value === 'string' || Array.isArray(value) ? undefined : 'must be text or a list of items'),
  instructions: (value) => (typeof value === 'string' || Array.isArray(value) ? undefined : 'must be text'),
  previous_response_id: isText,
  stream: isTrueOrFalse,
  stream_options: isObject,
  store: isTrueOrFalse,
  background: isTrueOrFalse,
  temperature: isNumber(0, 2),
  top_p: isNumber(0, 1),
  top_logprobs: isCount(0, 20),
  max_output_tokens: isCount(1, MOST_TOKENS),
  max_tool_calls: isCount(1, MOST_TOKENS),
  parallel_tool_calls: isTrueOrFalse,
  tools: isList,
  text: isObject,
  reasoning: isObject,
  include: isTextList,
  truncation: isTruncation,
  user: isText,
});

/** Reads a request for a response. Throws a 400 that names the member. */
export function readResponsesRequest(body: unknown): AskedRequest<ResponsesRequest> {
  const { request, controls } = readMembers(body, rules);
  const { input, prompt, conversation } = request;
  if (Array.isArray(input)) checkItems(input);
  // A stored prompt, or a conversation, may be the whole question.
  else if (typeof input !== 'string' && !isSet(prompt) && !isSet(conversation)) {
    throw badRequest('input is required', 'input');
  }
  return { request, controls };
}

function checkItems(items: readonly unknown[]): void {
  for (const [index, item] of items.entries()) {
    const at = `input[${index}]`;
    if (!isMapping(item)) throw badRequest(`${at} must be an object, not ${kindOf(item)}`, at);
    const { type, role } = item;
    if (type !== undefined && typeof type !== 'string') throw badRequest(`${at}.type must be text`, `${at}.type`);
    if (type === undefined && typeof role !== 'string') {
      throw badRequest(`${at} must have a type, or be a message with a role`, at);
    }
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

import type { CompletionsRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isCount, isNumber, isObject, isText, isTrueOrFalse, type MemberCheck } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** Far above any model; beyond it a double no longer counts in ones. */
const MOST_TOKENS = 1_000_000_000;
/** OpenAI's API reference, "Create completion", 2026-11. */
const MOST_CHOICES = 128;
/** OpenAI takes five; servers of open models take more. */
const MOST_LOGPROBS = 1_000;

const isPrompt: MemberCheck = (value) => {
  if (typeof value === 'string') return undefined;
  if (!Array.isArray(value)) return 'must be text, or a list of texts or of token ids';
  if (value.length === 0) return 'must hold at least one text';
  const isOfOneKind = value.every((part) => typeof part === 'string') || isTokens(value) || value.every(isTokens);
  return isOfOneKind ? undefined : 'must hold texts alone, token ids alone, or lists of token ids alone';
};

function isTokens(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((id) => Number.isSafeInteger(id) && id >= 0);
}

const rules = new MemberRules({
  prompt: isPrompt,
  suffix: isText,
  echo: isTrueOrFalse,
  stream: isTrueOrFalse,
  stream_options: isObject,
  max_tokens: isCount(0, MOST_TOKENS),
  n: isCount(1, MOST_CHOICES),
  best_of: isCount(0, MOST_CHOICES),
  logprobs: isCount(0, MOST_LOGPROBS),
  temperature: isNumber(0, 2),
  top_p: isNumber(0, 1),
  presence_penalty: isNumber(-2, 2),
  frequency_penalty: isNumber(-2, 2),
  seed: isCount(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  logit_bias: isObject,
  user: isText,
  stop: (value) => (typeof value === 'string' || Array.isArray(value) ? undefined : 'must be text or a list of texts'),
});

/** Reads a request for a text completion. Throws a 400 that names the member. */
export function readCompletionsRequest(body: unknown): AskedRequest<CompletionsRequest> {
  const { request, controls } = readMembers(body, rules);
  if (request.prompt === undefined || request.prompt === null) throw badRequest('prompt is required', 'prompt');
  return { request: request as CompletionsRequest, controls };
}

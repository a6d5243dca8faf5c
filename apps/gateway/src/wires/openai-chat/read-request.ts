import type { ChatRequest } from '@showrunner/providers';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, kindOf } from '../../json/mapping.ts';
import { readCacheControls } from '../../exchange/cache-controls.ts';
import { OWN_PREFIX, ownParameters, ownRequestControls } from '../../litellm/own-names.ts';
import type { RequestControls } from '../../exchange/request-controls.ts';

export interface AskedChat {
  readonly request: ChatRequest;
  readonly controls: RequestControls;
}

const roles = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);

/** Says what is wrong with a member's value, or nothing. */
type MemberCheck = (value: unknown) => string | undefined;

/** Far above any model; beyond it a double no longer counts in ones. */
const MOST_TOKENS = 1_000_000_000;
/** OpenAI's API reference, "Create chat completion", 2026-11. */
const MOST_CHOICES = 128;

const isTrueOrFalse: MemberCheck = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const isText: MemberCheck = (value) => (typeof value === 'string' ? undefined : 'must be text');
const isObject: MemberCheck = (value) => (isMapping(value) ? undefined : 'must be an object');
const isList: MemberCheck = (value) => (Array.isArray(value) ? undefined : 'must be a list');
const isNumber =
  (least: number, most: number): MemberCheck =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? undefined
      : `must be a number from ${least} to ${most}`;
const isCount =
  (least: number, most: number): MemberCheck =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `must be a whole number from ${least} to ${most}`;

/**
 * What would break a vendor's call or change its meaning unseen; ranges that differ between vendors are theirs to
 * check. Null means "not set" for each of them.
 */
const checks: ReadonlyMap<string, MemberCheck> = new Map<string, MemberCheck>([
  ['messages', isList],
  ['stream', isTrueOrFalse],
  ['stream_options', isObject],
  ['temperature', isNumber(0, 2)],
  ['top_p', isNumber(0, 1)],
  ['presence_penalty', isNumber(-2, 2)],
  ['frequency_penalty', isNumber(-2, 2)],
  ['max_tokens', isCount(1, MOST_TOKENS)],
  ['max_completion_tokens', isCount(1, MOST_TOKENS)],
  ['n', isCount(1, MOST_CHOICES)],
  ['seed', isCount(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)],
  ['top_logprobs', isCount(0, 20)],
  ['logprobs', isTrueOrFalse],
  ['parallel_tool_calls', isTrueOrFalse],
  ['user', isText],
  ['reasoning_effort', isText],
  ['tools', isList],
  ['response_format', isObject],
  [
    'stop',
    (value) => (typeof value === 'string' || Array.isArray(value) ? undefined : 'must be text or a list of texts'),
  ],
]);

/**
 * Members by which a caller would choose where a request goes or as whom. LiteLLM answers `api_base` with 401 and
 * keeps a caller's `api_key` for others (observed in 1.90.0); here they are refused.
 */
const refusedMembers: ReadonlySet<string> = new Set([
  'api_key',
  'api_base',
  'base_url',
  'api_version',
  'organization',
  'headers',
  'extra_headers',
  'extra_body',
  'custom_llm_provider',
]);

/** What this gateway takes beside LiteLLM's own members, under names that its documents have. */
const furtherControls = ['mock_testing_context_window_fallbacks'];

/** What becomes of a member that is no plain part of the vendor's request. */
interface MemberRule {
  readonly check?: MemberCheck | undefined;
  /** `own`: read here at most, and never sent. */
  readonly kind: 'sent' | 'refused' | 'own';
}

const rules: ReadonlyMap<string, MemberRule> = new Map<string, MemberRule>([
  ...[...checks].map(([name, check]) => [name, { check, kind: 'sent' }] as const),
  ...[...ownParameters, ...ownRequestControls, ...furtherControls].map((name) => [name, { kind: 'own' }] as const),
  ...[...refusedMembers].map((name) => [name, { kind: 'refused' }] as const),
]);

const OWN: MemberRule = { kind: 'own' };

/** One look-up; a name that is nowhere in the table is mostly the vendor's. */
function ruleOf(member: string): MemberRule | undefined {
  return rules.get(member) ?? (member.startsWith(OWN_PREFIX) ? OWN : undefined);
}

const NO_CONTROLS: RequestControls = {
  cache: undefined,
  fallbacks: undefined,
  fallbacksDisabled: false,
  retries: undefined,
  timeoutSeconds: undefined,
  streamTimeoutSeconds: undefined,
  mock: undefined,
};

/**
 * Checks a chat completion request once and takes the gateway's own members out of it. Throws a 400 that names the
 * member.
 */
export function readChatRequest(body: unknown): AskedChat {
  if (!isMapping(body)) throw badRequest(`The request body must be a JSON object, not ${kindOf(body)}`, 'request_body');
  let controls = NO_CONTROLS;
  for (const member in body) {
    const value = body[member];
    if (value === null) continue;
    const rule = ruleOf(member);
    if (rule === undefined) continue;
    const problem = rule.check?.(value);
    if (problem !== undefined) throw badRequest(`${member} ${problem}`, member);
    if (rule.kind === 'refused') {
      throw badRequest(`${member} cannot be set by a request: it belongs to the deployment's configuration`, member);
    }
    if (rule.kind === 'own') controls = NOT_READ_YET;
  }
  const { model, messages } = body;
  if (typeof model !== 'string' || model === '') throw badRequest('model is required and must be text', 'model');
  checkMessages(messages);
  if (controls === NOT_READ_YET) {
    controls = readControls(body);
    for (const member in body) if (ruleOf(member)?.kind === 'own') delete body[member];
  }
  return { request: body as ChatRequest, controls };
}

/** Marks that a request holds members of the gateway's own, which most do not. */
const NOT_READ_YET: RequestControls = { ...NO_CONTROLS };

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

function readControls(body: Record<string, unknown>): RequestControls {
  return {
    cache: readCacheControls(body.cache),
    fallbacks: readFallbacks(body.fallbacks),
    fallbacksDisabled: body.disable_fallbacks === true,
    retries: readNumber(body, 'num_retries') ?? readNumber(body, 'max_retries'),
    timeoutSeconds: readNumber(body, 'timeout') ?? readNumber(body, 'request_timeout'),
    streamTimeoutSeconds: readNumber(body, 'stream_timeout'),
    mock:
      body.mock_testing_rate_limit_error === true ? 'rate_limit' : body.mock_timeout === true ? 'timeout' : undefined,
  };
}

function readFallbacks(value: unknown): RequestControls['fallbacks'] {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw badRequest('fallbacks must be a list of model names', 'fallbacks');
  return value.map((entry, index) => {
    if (typeof entry === 'string') return entry;
    if (!isMapping(entry) || typeof entry.model !== 'string') {
      throw badRequest(`fallbacks[${index}] must be a model name, or an object with a model`, `fallbacks[${index}]`);
    }
    const changes = { ...entry, model: entry.model };
    for (const member of Object.keys(entry)) {
      const kind = ruleOf(member)?.kind;
      if (kind === 'refused') {
        throw badRequest(`${member} cannot be set by a request`, `fallbacks[${index}].${member}`);
      }
      if (kind === 'own') delete (changes as Record<string, unknown>)[member];
    }
    return changes;
  });
}

function readNumber(body: Record<string, unknown>, member: string): number | undefined {
  const value = body[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw badRequest(`${member} must be a number of at least 0`, member);
}

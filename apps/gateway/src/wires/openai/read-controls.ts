import { readCacheControls } from '../../exchange/cache-controls.ts';
import type { RequestControls } from '../../exchange/request-controls.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping } from '../../json/mapping.ts';
import type { MemberRules } from './member-rules.ts';

export const NO_CONTROLS: RequestControls = {
  cache: undefined,
  fallbacks: undefined,
  fallbacksDisabled: false,
  tags: undefined,
  retries: undefined,
  timeoutSeconds: undefined,
  streamTimeoutSeconds: undefined,
  mock: undefined,
};

/** What a request asks of the gateway itself. Throws a 400 that names the member. */
export function readControls(body: Record<string, unknown>, rules: MemberRules): RequestControls {
  return {
    cache: readCacheControls(body.cache),
    fallbacks: readFallbacks(body.fallbacks, rules),
    fallbacksDisabled: body.disable_fallbacks === true,
    tags: readTags(body.tags),
    retries: readNumber(body, 'num_retries') ?? readNumber(body, 'max_retries'),
    timeoutSeconds: readNumber(body, 'timeout') ?? readNumber(body, 'request_timeout'),
    streamTimeoutSeconds: readNumber(body, 'stream_timeout'),
    mock:
      body.mock_testing_rate_limit_error === true ? 'rate_limit' : body.mock_timeout === true ? 'timeout' : undefined,
  };
}

/** A list of texts; LiteLLM passes anything else over. */
function readTags(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : undefined;
}

function readFallbacks(value: unknown, rules: MemberRules): RequestControls['fallbacks'] {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw badRequest('fallbacks must be a list of model names', 'fallbacks');
  return value.map((entry, index) => {
    if (typeof entry === 'string') return entry;
    if (!isMapping(entry) || typeof entry.model !== 'string') {
      throw badRequest(`fallbacks[${index}] must be a model name, or an object with a model`, `fallbacks[${index}]`);
    }
    const changes = { ...entry, model: entry.model };
    for (const member of Object.keys(entry)) {
      const kind = rules.of(member)?.kind;
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

import type { LimitedUnit, Spent } from '@showrunner/access';
import { GatewayError } from '../failure/gateway-error.ts';

/** Nobody can foretell when a slot is free. */
const RETRY_PARALLEL_SECONDS = 1;

/** LiteLLM's names of what is limited: in the message, and in the header `rate_limit_type`. */
const NAMES: Readonly<Record<LimitedUnit, { readonly unit: string; readonly type: string }>> = {
  requests: { unit: 'requests', type: 'requests' },
  tokens: { unit: 'tokens', type: 'tokens' },
  parallel: { unit: 'max_parallel_requests', type: 'concurrent_requests' },
};

/** A 429 in LiteLLM's words and headers, about the limit that had no room. `lines` are those of `LimitLines`. */
export function limitRefusal({ limit, holder, state }: Spent, lines: string): GatewayError {
  const name = NAMES[limit.unit];
  const seconds = limit.unit === 'parallel' ? RETRY_PARALLEL_SECONDS : Math.max(1, Math.ceil(state.resetMs / 1000));
  const resetAt = new Date(Date.now() + seconds * 1000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
  return new GatewayError({
    status: 429,
    type: 'throttling_error',
    message:
      `Rate limit exceeded for ${holder.replace(':', ': ')}. Limit type: ${name.unit}. ` +
      `Current limit: ${limit.most}, Remaining: ${state.remaining}. Limit resets at: ${resetAt}`,
    headers: {
      'retry-after': String(seconds),
      rate_limit_type: name.type,
      reset_at: resetAt,
      ...asRecord(lines),
    },
  });
}

function asRecord(lines: string): Record<string, string> {
  const pairs = lines
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(': '));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

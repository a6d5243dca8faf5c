import type { LimitState } from '@showrunner/store';
import { GatewayError } from '../failure/gateway-error.ts';
import type { KeyLimit, LimitedUnit } from './key-limit.ts';

/** Nobody can foretell when a slot is free. */
const RETRY_PARALLEL_SECONDS = 1;

/** A 429 in LiteLLM's words and headers, about the first limit that had no room. `lines` are those of `LimitLines`. */
export function limitRefusal(
  keyId: string,
  limits: readonly KeyLimit[],
  states: readonly LimitState[],
  lines: string,
): GatewayError {
  const index = states.findIndex(({ hasRoom }) => !hasRoom);
  const { unit = 'requests', limit } = limits[index] ?? {};
  const state = states[index] ?? { remaining: 0, resetMs: 0 };
  const seconds = secondsToWait(unit, state.resetMs);
  const resetAt = new Date(Date.now() + seconds * 1000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
  return new GatewayError({
    status: 429,
    type: 'throttling_error',
    message:
      `Rate limit exceeded for api_key: ${keyId}. Limit type: ${unit}. ` +
      `Current limit: ${limit}, Remaining: ${state.remaining}. Limit resets at: ${resetAt}`,
    headers: {
      'retry-after': String(seconds),
      rate_limit_type: unit === 'max_parallel_requests' ? 'concurrent_requests' : unit,
      reset_at: resetAt,
      ...asRecord(lines),
    },
  });
}

function secondsToWait(unit: LimitedUnit, resetMs: number): number {
  return unit === 'max_parallel_requests' ? RETRY_PARALLEL_SECONDS : Math.max(1, Math.ceil(resetMs / 1000));
}

function asRecord(lines: string): Record<string, string> {
  const pairs = lines
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(': '));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

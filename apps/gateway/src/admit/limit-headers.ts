import type { Claimed, LimitState } from '@showrunner/store';
import { GatewayError } from '../failure/gateway-error.ts';
import type { KeyClaim, LimitedUnit } from './key-claim.ts';

/** Nobody can foretell when a slot is free. */
const RETRY_PARALLEL_SECONDS = 1;

const names = {
  requests: ['x-ratelimit-limit-requests', 'x-ratelimit-remaining-requests', 'x-ratelimit-reset-requests'],
  tokens: ['x-ratelimit-limit-tokens', 'x-ratelimit-remaining-tokens', 'x-ratelimit-reset-tokens'],
} as const;

/**
 * What a caller is told of its limits: OpenAI's `x-ratelimit-*` and the `RateLimit` fields of
 * draft-ietf-httpapi-ratelimit-headers-11, which has no unit for tokens. Names and values in turn.
 */
export function limitHeaders(claims: readonly KeyClaim[], { states }: Claimed): string[] {
  const headers: string[] = [];
  const policies: string[] = [];
  const rates: string[] = [];
  for (const [index, { unit, claim }] of claims.entries()) {
    const { remaining, resetMs } = states[index] ?? { remaining: 0, resetMs: 0 };
    if (unit !== 'max_parallel_requests') {
      const [limit, left, reset] = names[unit];
      headers.push(limit, String(claim.limit), left, String(remaining), reset, `${Math.ceil(resetMs / 1000)}s`);
    }
    if (unit === 'requests') {
      policies.push(`"requests";q=${claim.limit};w=60`);
      rates.push(`"requests";r=${remaining};t=${Math.ceil(resetMs / 1000)}`);
    } else if (unit === 'max_parallel_requests') {
      policies.push(`"parallel";q=${claim.limit};qu="concurrent-requests"`);
      rates.push(`"parallel";r=${remaining}`);
    }
  }
  if (policies.length > 0) headers.push('RateLimit-Policy', policies.join(', '), 'RateLimit', rates.join(', '));
  return headers;
}

/** A 429 in LiteLLM's words and headers, about the first limit that had no room. */
export function refusal(keyId: string, claims: readonly KeyClaim[], claimed: Claimed): GatewayError {
  const index = claimed.states.findIndex(({ hasRoom }) => !hasRoom);
  const unit = claims[index]?.unit ?? 'requests';
  const state = claimed.states[index] ?? { hasRoom: false, remaining: 0, resetMs: 0 };
  const seconds = secondsToWait(unit, state);
  const resetAt = new Date(Date.now() + seconds * 1000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
  return new GatewayError({
    status: 429,
    type: 'throttling_error',
    message:
      `Rate limit exceeded for api_key: ${keyId}. Limit type: ${unit}. ` +
      `Current limit: ${claims[index]?.claim.limit}, Remaining: ${state.remaining}. Limit resets at: ${resetAt}`,
    headers: {
      'retry-after': String(seconds),
      rate_limit_type: unit === 'max_parallel_requests' ? 'concurrent_requests' : unit,
      reset_at: resetAt,
      ...asRecord(limitHeaders(claims, claimed)),
    },
  });
}

function secondsToWait(unit: LimitedUnit, { resetMs }: LimitState): number {
  return unit === 'max_parallel_requests' ? RETRY_PARALLEL_SECONDS : Math.max(1, Math.ceil(resetMs / 1000));
}

function asRecord(headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), headers[index + 1] ?? '']] : [])),
  );
}

import type { LimitState } from '@showrunner/store';
import type { Limit } from './limit.ts';

/**
 * What a caller is told of its limits in the fields `RateLimit-Policy` and `RateLimit` of
 * draft-ietf-httpapi-ratelimit-headers-11 (2026-05-23), which has no unit for tokens. What no request changes is
 * written once.
 */
export class RateLimitFields {
  /** The value of `RateLimit-Policy`: `"requests";q=60;w=60`; nothing where no limit has a unit. */
  readonly policy: string | undefined;
  readonly #limits: readonly Limit[];

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
    const policies = limits.flatMap((limit) => rateLimitPolicyOf(limit) ?? []);
    this.policy = policies.length === 0 ? undefined : policies.join(', ');
  }

  /** The value of `RateLimit`, `"requests";r=59;t=42`. `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let value = '';
    for (let index = 0; index < this.#limits.length; index++) {
      const [limit, state] = [this.#limits[index], states[index]];
      const item = limit && state ? rateLimitOf(limit, state) : '';
      if (item !== '') value += value === '' ? item : `, ${item}`;
    }
    return value;
  }
}

/** The item of `RateLimit` for one limit, `"requests";r=59;t=42`; empty where it has no unit. */
export function rateLimitOf({ unit }: Limit, { remaining, resetMs }: LimitState): string {
  switch (unit) {
    case 'requests':
      return `"requests";r=${remaining};t=${Math.ceil(resetMs / 1000)}`;
    case 'parallel':
      return `"parallel";r=${remaining}`;
    case 'tokens':
      return '';
  }
}

/** The item of `RateLimit-Policy` for one limit; nothing where it has no unit. */
export function rateLimitPolicyOf(limit: Limit): string | undefined {
  switch (limit.unit) {
    case 'requests':
      return `"requests";q=${limit.most};w=${limit.windowSeconds}`;
    case 'parallel':
      return `"parallel";q=${limit.most};qu="concurrent-requests"`;
    case 'tokens':
      return undefined;
  }
}

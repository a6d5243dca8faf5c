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
    const policies = limits.flatMap((limit) => policyOf(limit) ?? []);
    this.policy = policies.length === 0 ? undefined : policies.join(', ');
  }

  /** The value of `RateLimit`, `"requests";r=59;t=42`. `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let value = '';
    for (let index = 0; index < this.#limits.length; index++) {
      const unit = this.#limits[index]?.unit;
      if (unit === 'tokens' || unit === undefined) continue;
      const { remaining, resetMs } = states[index] ?? { remaining: 0, resetMs: 0 };
      if (value !== '') value += ', ';
      value +=
        unit === 'requests' ? `"requests";r=${remaining};t=${Math.ceil(resetMs / 1000)}` : `"parallel";r=${remaining}`;
    }
    return value;
  }
}

function policyOf(limit: Limit): string | undefined {
  switch (limit.unit) {
    case 'requests':
      return `"requests";q=${limit.most};w=${limit.windowSeconds}`;
    case 'parallel':
      return `"parallel";q=${limit.most};qu="concurrent-requests"`;
    case 'tokens':
      return undefined;
  }
}

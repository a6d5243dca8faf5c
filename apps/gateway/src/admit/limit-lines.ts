import type { Limit } from '@showrunner/access';
import type { LimitState } from '@showrunner/store';

/**
 * What a caller is told of its limits, as lines of a head: OpenAI's `x-ratelimit-*` and the `RateLimit` fields of
 * draft-ietf-httpapi-ratelimit-headers-11, which has no unit for tokens. What no request changes is written once.
 */
export class LimitLines {
  readonly #limits: readonly Limit[];
  readonly #fixed: string;
  readonly #hasRates: boolean;

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
    const policies = limits.flatMap((limit) => policyOf(limit) ?? []);
    this.#hasRates = policies.length > 0;
    this.#fixed =
      limits.map(limitLine).join('') + (this.#hasRates ? `ratelimit-policy: ${policies.join(', ')}\r\n` : '');
  }

  /** `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let lines = this.#fixed;
    let rates = '';
    for (let index = 0; index < this.#limits.length; index++) {
      const unit = this.#limits[index]?.unit;
      const { remaining, resetMs } = states[index] ?? { remaining: 0, resetMs: 0 };
      const seconds = Math.ceil(resetMs / 1000);
      if (unit !== 'parallel') {
        lines += `x-ratelimit-remaining-${unit}: ${remaining}\r\nx-ratelimit-reset-${unit}: ${seconds}s\r\n`;
      }
      if (unit === 'tokens') continue;
      if (rates !== '') rates += ', ';
      rates += unit === 'requests' ? `"requests";r=${remaining};t=${seconds}` : `"parallel";r=${remaining}`;
    }
    return this.#hasRates ? `${lines}ratelimit: ${rates}\r\n` : lines;
  }
}

function limitLine({ unit, most }: Limit): string {
  return unit === 'parallel' ? '' : `x-ratelimit-limit-${unit}: ${most}\r\n`;
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

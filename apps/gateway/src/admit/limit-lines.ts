import type { LimitState } from '@showrunner/store';
import type { KeyLimit, LimitedUnit } from './key-limit.ts';

/**
 * What a caller is told of its limits, as lines of a head: OpenAI's `x-ratelimit-*` and the `RateLimit` fields of
 * draft-ietf-httpapi-ratelimit-headers-11, which has no unit for tokens. What no request changes is written once.
 */
export class LimitLines {
  readonly #units: readonly LimitedUnit[];
  readonly #fixed: string;
  readonly #hasRates: boolean;

  constructor(limits: readonly KeyLimit[]) {
    this.#units = limits.map(({ unit }) => unit);
    const policies = limits.flatMap((limit) => policyOf(limit) ?? []);
    this.#hasRates = policies.length > 0;
    this.#fixed =
      limits.map(limitLine).join('') + (this.#hasRates ? `ratelimit-policy: ${policies.join(', ')}\r\n` : '');
  }

  /** `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let lines = this.#fixed;
    let rates = '';
    for (let index = 0; index < this.#units.length; index++) {
      const unit = this.#units[index];
      const { remaining, resetMs } = states[index] ?? { remaining: 0, resetMs: 0 };
      const seconds = Math.ceil(resetMs / 1000);
      if (unit !== 'max_parallel_requests') {
        lines += `x-ratelimit-remaining-${unit}: ${remaining}\r\nx-ratelimit-reset-${unit}: ${seconds}s\r\n`;
      }
      if (unit === 'tokens') continue;
      if (rates !== '') rates += ', ';
      rates += unit === 'requests' ? `"requests";r=${remaining};t=${seconds}` : `"parallel";r=${remaining}`;
    }
    return this.#hasRates ? `${lines}ratelimit: ${rates}\r\n` : lines;
  }
}

function limitLine({ unit, limit }: KeyLimit): string {
  return unit === 'max_parallel_requests' ? '' : `x-ratelimit-limit-${unit}: ${limit}\r\n`;
}

function policyOf({ unit, limit }: KeyLimit): string | undefined {
  if (unit === 'requests') return `"requests";q=${limit};w=60`;
  return unit === 'max_parallel_requests' ? `"parallel";q=${limit};qu="concurrent-requests"` : undefined;
}

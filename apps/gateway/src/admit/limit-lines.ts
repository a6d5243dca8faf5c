import { RateLimitFields, type Limit } from '@showrunner/access';
import type { LimitState } from '@showrunner/store';

/** LiteLLM's words for the limits of a key. */
const KEY_LIMITS = { requests: 'x-litellm-key-rpm-limit', tokens: 'x-litellm-key-tpm-limit' } as const;

/** What a caller is told of its limits, as lines of a head: OpenAI's `x-ratelimit-*` and the `RateLimit` fields. */
export class LimitLines {
  readonly #limits: readonly Limit[];
  readonly #fields: RateLimitFields;
  readonly #fixed: string;

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
    this.#fields = new RateLimitFields(limits);
    const { policy } = this.#fields;
    this.#fixed = limits.map(limitLine).join('') + (policy === undefined ? '' : `ratelimit-policy: ${policy}\r\n`);
  }

  /** `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let lines = this.#fixed;
    for (let index = 0; index < this.#limits.length; index++) {
      const unit = this.#limits[index]?.unit;
      if (unit === 'parallel') continue;
      const { remaining, resetMs } = states[index] ?? { remaining: 0, resetMs: 0 };
      lines += `x-ratelimit-remaining-${unit}: ${remaining}\r\nx-ratelimit-reset-${unit}: ${Math.ceil(resetMs / 1000)}s\r\n`;
    }
    return this.#fields.policy === undefined ? lines : `${lines}ratelimit: ${this.#fields.of(states)}\r\n`;
  }
}

function limitLine({ unit, most }: Limit): string {
  return unit === 'parallel' ? '' : `x-ratelimit-limit-${unit}: ${most}\r\n${KEY_LIMITS[unit]}: ${most}\r\n`;
}

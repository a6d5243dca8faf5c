import { RateLimitFields, type Limit, type Limiter } from '@showrunner/access';
import type { LimitState } from '@showrunner/store';

/** LiteLLM's words for the limits of a key. */
const KEY_LIMITS = { requests: 'x-litellm-key-rpm-limit', tokens: 'x-litellm-key-tpm-limit' } as const;

const UNITS = ['requests', 'tokens'] as const;

/**
 * What a caller is told of its limits, as lines of a head: OpenAI's `x-ratelimit-*` and the `RateLimit` fields. Where
 * several hold, of a key and of its team, the nearest is told.
 */
export class LimitLines {
  readonly #limits: readonly Limit[];
  /** Where the limits of a unit stand among all. */
  readonly #places: Readonly<Record<(typeof UNITS)[number], readonly number[]>>;
  readonly #fields: RateLimitFields;
  readonly #fixed: string;

  constructor({ limits, holders }: Limiter) {
    this.#limits = limits;
    this.#places = { requests: placesOf(limits, 'requests'), tokens: placesOf(limits, 'tokens') };
    this.#fields = new RateLimitFields(limits);
    const { policy } = this.#fields;
    const ofKey = limits.map((limit, index) => (isOfKey(holders[index]) ? keyLine(limit) : ''));
    this.#fixed = ofKey.join('') + (policy === undefined ? '' : `ratelimit-policy: ${policy}\r\n`);
  }

  /** `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let lines = this.#fixed;
    for (const unit of UNITS) {
      const place = nearest(this.#places[unit], states);
      const limit = this.#limits[place];
      if (!limit) continue;
      const { remaining, resetMs } = states[place] ?? { remaining: 0, resetMs: 0 };
      lines += `x-ratelimit-limit-${unit}: ${limit.most}\r\nx-ratelimit-remaining-${unit}: ${remaining}\r\nx-ratelimit-reset-${unit}: ${Math.ceil(resetMs / 1000)}s\r\n`;
    }
    return this.#fields.policy === undefined ? lines : `${lines}ratelimit: ${this.#fields.of(states)}\r\n`;
  }
}

function placesOf(limits: readonly Limit[], unit: Limit['unit']): number[] {
  return limits.flatMap((limit, index) => (limit.unit === unit ? [index] : []));
}

/** The limit of which the least is left; -1 where there is none. */
function nearest(places: readonly number[], states: readonly LimitState[]): number {
  let least = Infinity;
  let found = -1;
  for (const place of places) {
    const left = states[place]?.remaining ?? 0;
    if (left >= least) continue;
    least = left;
    found = place;
  }
  return found;
}

/** Of a key itself, and of the master key. */
function isOfKey(holder: string | undefined): boolean {
  return holder?.startsWith('api_key:') ?? false;
}

function keyLine({ unit, most }: Limit): string {
  return unit === 'parallel' ? '' : `${KEY_LIMITS[unit]}: ${most}\r\n`;
}

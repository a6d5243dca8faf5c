import { rateLimitOf, rateLimitPolicyOf, type Limit, type Limiter } from '@showrunner/access';
import type { LimitState } from '@showrunner/store';

/** LiteLLM's words for the limits of a key. */
const KEY_LIMITS = { requests: 'x-litellm-key-rpm-limit', tokens: 'x-litellm-key-tpm-limit' } as const;

const UNITS = ['requests', 'tokens', 'parallel'] as const;

/** What is told of one limit, as far as no request changes it. */
interface Told {
  readonly limit: Limit;
  readonly policy: string | undefined;
}

/**
 * What a caller is told of its limits, as lines of a head: OpenAI's `x-ratelimit-*` and the `RateLimit` fields
 * (draft-ietf-httpapi-ratelimit-headers). Where several hold of one unit, of a key and of its team, the nearest is told.
 */
export class LimitLines {
  readonly #told: readonly Told[];
  /** Where the limits of a unit stand among all. */
  readonly #places: readonly (readonly number[])[];
  readonly #fixed: string;

  constructor({ limits, holders }: Pick<Limiter, 'limits' | 'holders'>) {
    this.#told = limits.map((limit) => ({ limit, policy: rateLimitPolicyOf(limit) }));
    this.#places = UNITS.map((unit) => placesOf(limits, unit)).filter(({ length }) => length > 0);
    this.#fixed = limits.map((limit, index) => (isOfKey(holders[index]) ? keyLine(limit) : '')).join('');
  }

  /** `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let [lines, policies, fields] = [this.#fixed, '', ''];
    for (const places of this.#places) {
      const place = nearest(places, states);
      const [told, state] = [this.#told[place], states[place]];
      if (!told || !state) continue;
      lines += openAiLines(told.limit, state);
      if (told.policy === undefined) continue;
      policies += policies === '' ? told.policy : `, ${told.policy}`;
      const field = rateLimitOf(told.limit, state);
      fields += fields === '' ? field : `, ${field}`;
    }
    return policies === '' ? lines : `${lines}ratelimit-policy: ${policies}\r\nratelimit: ${fields}\r\n`;
  }
}

function openAiLines({ unit, most }: Limit, { remaining, resetMs }: LimitState): string {
  if (unit === 'parallel') return '';
  const reset = Math.ceil(resetMs / 1000);
  return `x-ratelimit-limit-${unit}: ${most}\r\nx-ratelimit-remaining-${unit}: ${remaining}\r\nx-ratelimit-reset-${unit}: ${reset}s\r\n`;
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

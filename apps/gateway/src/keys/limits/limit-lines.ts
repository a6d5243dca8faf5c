import { rateLimitOf, rateLimitPolicyOf, type Limit, type Limiter } from '@showrunner/access';
import type { LimitState } from '@showrunner/store';

/** LiteLLM's words for the limits of a key. */
const KEY_LIMITS = { requests: 'x-litellm-key-rpm-limit', tokens: 'x-litellm-key-tpm-limit' } as const;

const UNITS = ['requests', 'tokens', 'parallel'] as const;

/** LiteLLM's words for what a key has left of one model's limits, in front of the model. */
const MODEL_LIMITS = {
  requests: 'x-litellm-key-remaining-requests-',
  tokens: 'x-litellm-key-remaining-tokens-',
} as const;

/** What cannot stand in the name of a field (RFC 9110, 5.6.2). */
const NO_TOKEN = /[^!#$%&'*+.^_`|~0-9A-Za-z-]/g;

/** What is told of one limit, as far as no request changes it. */
interface Told {
  readonly limit: Limit;
  readonly policy: string | undefined;
}

/**
 * What a caller is told of its limits, as lines of a head: OpenAI's `x-ratelimit-*` and the `RateLimit` fields
 * (draft-ietf-httpapi-ratelimit-headers). Where several hold of one unit, of a key and of its team, the nearest is told;
 * what a key has left of a model's own limits is told under the model's name (LiteLLM's `docs/proxy/response_headers.md`).
 */
export class LimitLines {
  readonly #told: readonly Told[];
  /** Where the limits of a unit stand among all. */
  readonly #places: readonly (readonly number[])[];
  readonly #fixed: string;
  /** Where limits of a key for a model stand, and the names of their headers. */
  readonly #ofModels: readonly { readonly place: number; readonly name: string }[];

  constructor({ limits, holders }: Pick<Limiter, 'limits' | 'holders'>) {
    this.#told = limits.map((limit) => ({ limit, policy: rateLimitPolicyOf(limit) }));
    this.#places = UNITS.map((unit) => placesOf(limits, unit)).filter(({ length }) => length > 0);
    this.#fixed = limits.map((limit, index) => (isOfKey(holders[index]) ? keyLine(limit) : '')).join('');
    this.#ofModels = limits.flatMap(({ unit }, place) => {
      const model = modelOf(holders[place]);
      return model === undefined || unit === 'parallel' ? [] : [{ place, name: MODEL_LIMITS[unit] + model }];
    });
  }

  /** `states` in the order of the limits. */
  of(states: readonly LimitState[]): string {
    let [lines, policies, fields] = [this.#fixed, '', ''];
    for (const { place, name } of this.#ofModels) lines += `${name}: ${states[place]?.remaining ?? 0}\r\n`;
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

/** What the lines say of whose limit it is, which is the same for all keys of a plan. */
export function toldOfHolder(holder: string): string {
  return isOfKey(holder) ? 'key' : (modelOf(holder) ?? '');
}

/** Of a key itself, and of the master key. */
function isOfKey(holder: string | undefined): boolean {
  return holder?.startsWith('api_key:') ?? false;
}

/** The model of a limit that a key has for it alone, as it stands in a header's name. */
function modelOf(holder: string | undefined): string | undefined {
  return holder?.startsWith(OF_MODEL) === true ? modelInHolder(holder).replaceAll(NO_TOKEN, '-') : undefined;
}

const OF_MODEL = 'model_per_key:';

/** Behind the key's id: `model_per_key:9f3a:gpt-5`. */
function modelInHolder(holder: string): string {
  return holder.slice(holder.indexOf(':', OF_MODEL.length) + 1);
}

function keyLine({ unit, most }: Limit): string {
  return unit === 'parallel' ? '' : `${KEY_LIMITS[unit]}: ${most}\r\n`;
}

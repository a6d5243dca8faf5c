import { isMapping } from '../config/mapping.ts';
import { badRequest } from '../failure/gateway-error.ts';

/** LiteLLM's `cache` member of a request. */
export interface CacheControls {
  /** Do not answer from the cache. */
  readonly skipRead: boolean;
  /** Do not keep the answer. */
  readonly skipWrite: boolean;
  /** How long the answer is kept, in seconds. */
  readonly ttlSeconds: number | undefined;
  /** The oldest answer that is accepted, in seconds. */
  readonly maxAgeSeconds: number | undefined;
  readonly namespace: string | undefined;
  /** Opts in where the cache is off by default. */
  readonly isOptedIn: boolean;
}

export function readCacheControls(value: unknown): CacheControls | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isMapping(value)) throw badRequest('cache must be an object, for example {"no-cache": true}', 'cache');
  return {
    skipRead: readFlag(value, 'no-cache'),
    skipWrite: readFlag(value, 'no-store'),
    ttlSeconds: readSeconds(value, 'ttl'),
    maxAgeSeconds: readSeconds(value, 's-maxage') ?? readSeconds(value, 's-max-age'),
    namespace: typeof value.namespace === 'string' ? value.namespace : undefined,
    isOptedIn: readFlag(value, 'use-cache'),
  };
}

function readFlag(controls: Record<string, unknown>, name: string): boolean {
  const value = controls[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw badRequest(`cache.${name} must be true or false`, `cache.${name}`);
}

function readSeconds(controls: Record<string, unknown>, name: string): number | undefined {
  const value = controls[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw badRequest(`cache.${name} must be a number of seconds`, `cache.${name}`);
}

import { isMapping } from '../../json/mapping.ts';
import { isNamespace } from './cache-namespace.ts';
import { badRequest } from '../../failure/gateway-error.ts';

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
    namespace: readNamespace(value),
    isOptedIn: readFlag(value, 'use-cache'),
  };
}

/** A namespace is a part of the key, which callers are told in a header. */
function readNamespace({ namespace }: Record<string, unknown>): string | undefined {
  if (namespace === undefined || namespace === null) return undefined;
  if (typeof namespace === 'string' && isNamespace(namespace)) return namespace;
  throw badRequest('cache.namespace must be at most 200 visible ASCII characters, without spaces', 'cache.namespace');
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

import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import type { ResponseCache } from '../cache/response-cache.ts';
import { badRequest, GatewayError } from '../failure/gateway-error.ts';
import { isMapping } from '../json/mapping.ts';
import type { Serving } from '../serving/serving.ts';

const MOST_KEYS = 1_000;

const done = { kind: 'json', name: 'CacheChange', schema: z.object({ status: z.literal('success') }) } as const;

/** The cache of answers, in LiteLLM's shapes; what it offers for Redis alone, memory does as well. */
export const cacheRoutes = {
  pingCache: {
    method: 'get',
    path: '/cache/ping',
    tag: 'Cache',
    summary: 'Whether answers can be kept now',
    scope: 'cache:read',
    answer: { kind: 'json', name: 'CachePing', schema: z.looseObject({ status: z.string(), cache_type: z.string() }) },
    errors: ['SERVICE_UNAVAILABLE'],
  },
  redisInfo: {
    method: 'get',
    path: '/cache/redis/info',
    tag: 'Cache',
    summary: 'What the Redis behind the cache tells of itself',
    scope: 'cache:read',
    answer: {
      kind: 'json',
      name: 'CacheRedisInfo',
      schema: z.object({
        num_clients: z.int(),
        clients: z.array(z.record(z.string(), z.string())),
        info: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    },
    errors: ['SERVICE_UNAVAILABLE'],
  },
  deleteFromCache: {
    method: 'post',
    path: '/cache/delete',
    tag: 'Cache',
    summary: 'Forget answers by their keys',
    description: 'The keys are those of the header `x-litellm-cache-key`, at most 1,000 at once.',
    scope: 'cache:write',
    answer: done,
    errors: ['SERVICE_UNAVAILABLE'],
  },
  flushCache: {
    method: 'post',
    path: '/cache/flushall',
    tag: 'Cache',
    summary: 'Forget all answers',
    scope: 'cache:write',
    answer: done,
    errors: ['SERVICE_UNAVAILABLE'],
  },
} as const satisfies RouteTable;

export function cacheHandlers(serving: () => Serving): Handlers<typeof cacheRoutes, Caller> {
  return {
    async pingCache() {
      const { cache, config } = serving();
      await during('ping', cache, (open) => open.ping());
      const isRedis = cache?.status.kind === 'redis';
      const type = isRedis ? 'redis' : 'local';
      return {
        status: 'healthy',
        cache_type: type,
        ping_response: isRedis || null,
        set_cache_response: isRedis ? 'success' : null,
        litellm_cache_params: JSON.stringify({
          type,
          namespace: config.cache?.namespace ?? null,
          ttl: config.cache?.ttlSeconds ?? null,
          mode: config.cache?.onByDefault ? 'default_on' : 'default_off',
          supported_call_types: config.cache?.callTypes ? [...config.cache.callTypes] : null,
        }),
        health_check_cache_params: null,
      };
    },
    async redisInfo() {
      const report = await during('redis_info', serving().cache, (cache) => cache.inspect());
      if (!report) throw unavailable('Service Unhealthy (Cache type local does not support redis info)', 'redis_info');
      const { info, clients } = report;
      return { num_clients: clients.length, clients: [...clients], info };
    },
    async deleteFromCache({ request }) {
      const keys = readKeys(request.body);
      await during('delete', serving().cache, (cache) => cache.delete(keys));
      return { status: 'success' };
    },
    async flushCache() {
      await during('flush', serving().cache, (cache) => cache.flush());
      return { status: 'success' };
    },
  };
}

function readKeys(body: unknown): string[] {
  const keys = isMapping(body) ? body.keys : undefined;
  if (Array.isArray(keys) && keys.length <= MOST_KEYS && keys.every((key) => typeof key === 'string')) return keys;
  throw badRequest(`keys must be a list of at most ${MOST_KEYS} texts`, 'keys');
}

async function during<Result>(
  step: string,
  cache: ResponseCache | undefined,
  work: (cache: ResponseCache) => Promise<Result>,
): Promise<Result> {
  if (!cache) throw unavailable('Cache not initialized. litellm_settings.cache is not true', step);
  try {
    return await work(cache);
  } catch (error) {
    throw unavailable('Service Unhealthy: the cache does not answer', step, error);
  }
}

function unavailable(message: string, step: string, cause?: unknown): GatewayError {
  return new GatewayError({ status: 503, type: 'cache_ping_error', param: `cache_${step}`, message, cause });
}

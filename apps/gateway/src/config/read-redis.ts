import type { RedisPlace } from './gateway-config.ts';
import type { Section } from './section.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the state is that replicas share: `router_settings.redis_*`, else the Redis of `cache_params`, else that of the
 * environment. Nothing: in this process's memory.
 */
export function readRedis(router: Section, cacheParams: Section, environment: Environment): RedisPlace | undefined {
  return placeIn(router, 'redis_', environment) ?? placeIn(cacheParams, '', environment) ?? placeOf(environment);
}

/** A Redis that a section names, by its URL or its host. */
export function placeIn(section: Section, prefix: '' | 'redis_', environment: Environment): RedisPlace | undefined {
  const url = section.text(`${prefix}url`);
  const host = section.text(`${prefix}host`);
  if (url === undefined && host === undefined) return undefined;
  return {
    url,
    host,
    port: section.count(`${prefix}port`) ?? portOf(environment),
    password: section.text(`${prefix}password`) ?? environment.REDIS_PASSWORD,
  };
}

function placeOf(environment: Environment): RedisPlace | undefined {
  const { REDIS_URL: url, REDIS_HOST: host, REDIS_PASSWORD: password } = environment;
  return url || host ? { url, host, port: portOf(environment), password } : undefined;
}

function portOf({ REDIS_PORT: port }: Environment): number | undefined {
  return Number(port) || undefined;
}

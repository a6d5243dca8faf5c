import type { Environment, Section } from './section.ts';

export interface RedisPlace {
  readonly url: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly password: string | undefined;
}

/** A Redis that a section names, by its URL or its host. */
export function placeIn(section: Section, prefix: '' | 'redis_'): RedisPlace | undefined {
  const url = section.text(`${prefix}url`);
  const host = section.text(`${prefix}host`);
  if (url === undefined && host === undefined) return undefined;
  return {
    url,
    host,
    port: section.count(`${prefix}port`) ?? portOf(section.environment),
    password: section.text(`${prefix}password`) ?? section.environment.REDIS_PASSWORD,
  };
}

/** The Redis that the environment names. */
export function placeOf(environment: Environment): RedisPlace | undefined {
  const { REDIS_URL: url, REDIS_HOST: host, REDIS_PASSWORD: password } = environment;
  return url || host ? { url, host, port: portOf(environment), password } : undefined;
}

function portOf({ REDIS_PORT: port }: Environment): number | undefined {
  return Number(port) || undefined;
}

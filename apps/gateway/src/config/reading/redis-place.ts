import { isMapping } from '../../json/mapping.ts';
import type { Environment, Section } from './section.ts';

export interface RedisPlace {
  readonly url: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly password: string | undefined;
  /** Further nodes of a Redis Cluster, asked where the first does not answer. */
  readonly others?: readonly RedisNode[];
}

interface RedisNode {
  readonly host: string;
  readonly port: number | undefined;
}

/** A Redis that a section names, by its URL or its host, or by nodes of its cluster (`redis_startup_nodes`). */
export function placeIn(section: Section, prefix: '' | 'redis_'): RedisPlace | undefined {
  const url = section.text(`${prefix}url`);
  const host = section.text(`${prefix}host`);
  const password = section.text(`${prefix}password`) ?? section.environment.REDIS_PASSWORD;
  if (url === undefined && host === undefined) {
    return prefix === '' ? placeOfNodes(section.list('redis_startup_nodes'), password) : undefined;
  }
  return { url, host, port: section.count(`${prefix}port`) ?? portOf(section.environment), password };
}

/** The Redis that the environment names. */
export function placeOf(environment: Environment): RedisPlace | undefined {
  const { REDIS_URL: url, REDIS_HOST: host, REDIS_PASSWORD: password, REDIS_CLUSTER_NODES: nodes } = environment;
  if (url || host) return { url, host, port: portOf(environment), password };
  return nodes ? placeOfNodes(parsed(nodes), password) : undefined;
}

/** `[{"host": "redis-1", "port": 6379}, …]`: each node leads to the others. */
function placeOfNodes(written: unknown, password: string | undefined): RedisPlace | undefined {
  const [first, ...others] = (Array.isArray(written) ? written : []).flatMap((node): RedisNode[] =>
    isMapping(node) && typeof node.host === 'string' ? [{ host: node.host, port: Number(node.port) || undefined }] : [],
  );
  return first && { url: undefined, ...first, password, ...(others.length > 0 && { others }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function portOf({ REDIS_PORT: port }: Environment): number | undefined {
  return Number(port) || undefined;
}

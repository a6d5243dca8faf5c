import type { Cluster, Redis, Result } from 'ioredis';
import type { RedisAddress } from './redis-address.ts';

/** One Redis, or a cluster of them. */
export type RedisClient = Redis | Cluster;

/**
 * How long a connection may take, in milliseconds. Nobody waits for it but a start: a process that is busy with its own
 * start, on a busy machine, is late to see that it is connected.
 */
const CONNECT_TIMEOUT_MS = 1_000;
/** A connection that owes answers and is silent for so long is given up: only a new one can be trusted. */
const SILENCE_TIMEOUT_MS = 2_000;
const RECONNECT_FIRST_MS = 50;
const RECONNECT_AT_MOST_MS = 2_000;

/** Before each of our keys, because a Redis may serve others too. */
const KEY_PREFIX = 'showrunner:';
/**
 * The same in a cluster: what stands in braces decides which node has a key (redis.io/docs, "Redis cluster specification",
 * hash tags), so that one node has all of them and takes a step over several at once.
 */
const CLUSTER_KEY_PREFIX = '{showrunner}:';
/** How often it is looked at which node has which keys, so that a failover is known before a command meets it. */
const REFRESH_SLOTS_EVERY_MS = 2_000;

/** Only a counter that this call creates gets a time to live; both happen in one step on the server. */
const INCREMENT = `
local created = redis.call('EXISTS', KEYS[1]) == 0
local value = redis.call('INCRBY', KEYS[1], ARGV[1])
if created and ARGV[2] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return value
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    incrementCounter(key: string, by: number, ttlMilliseconds: number | ''): Result<number, Context>;
  }
}

/** ioredis takes 30 ms to load and is not wanted without Redis. */
export async function createClient(
  address: RedisAddress,
): Promise<{ readonly redis: RedisClient; readonly keyPrefix: string }> {
  const { Redis, Cluster } = await import('ioredis');
  const { isCluster = false, ...server } = address;
  const redis = isCluster
    ? new Cluster([{ host: server.host, port: server.port }], clusterOptions(server))
    : new Redis({ ...serverOptions(server), keyPrefix: KEY_PREFIX });
  redis.defineCommand('incrementCounter', { numberOfKeys: 1, lua: INCREMENT });
  return { redis, keyPrefix: isCluster ? CLUSTER_KEY_PREFIX : KEY_PREFIX };
}

function serverOptions(server: Omit<RedisAddress, 'isCluster'>) {
  return {
    ...server,
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    retryStrategy: (attempt: number) => Math.min(RECONNECT_FIRST_MS * 2 ** (attempt - 1), RECONNECT_AT_MOST_MS),
    // Nothing waits for a connection, and nothing is sent twice: an increment must not count double.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // After a failover the old primary is a replica; its address leads to the new one.
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  };
}

function clusterOptions(server: Omit<RedisAddress, 'isCluster'>) {
  const {
    host: _host,
    port: _port,
    db: _db,
    retryStrategy,
    enableOfflineQueue: _queue,
    ...redisOptions
  } = serverOptions(server);
  return {
    redisOptions,
    keyPrefix: CLUSTER_KEY_PREFIX,
    lazyConnect: true,
    slotsRefreshInterval: REFRESH_SLOTS_EVERY_MS,
    slotsRefreshTimeout: CONNECT_TIMEOUT_MS,
    clusterRetryStrategy: retryStrategy,
    // What was under way on a connection that broke is not sent again, as with one Redis.
    retryDelayOnFailover: 0,
    // A node is connected with the first command to it; the next ones wait for that, and are not refused.
    enableOfflineQueue: true,
  };
}

/** Each server that has keys of its own. */
export function nodesOf(redis: RedisClient): readonly Redis[] {
  return 'nodes' in redis ? redis.nodes('master') : [redis];
}

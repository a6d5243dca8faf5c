import { createMemorySharedState } from './memory/memory-shared-state.ts';
import { displayAddress, redisAddress, type RedisAddress, type RedisSettings } from './redis/redis-address.ts';
import { isRefusedPassword } from './redis/redis-failure.ts';
import { connectRedisSharedState, type RedisSharedState } from './redis/redis-shared-state.ts';
import type { SharedState, SharedStateStatus } from './shared-state.ts';
import { RedisWithLocalFallback } from './redis/redis-with-local-fallback.ts';

export interface SharedStateOptions {
  /** Where Redis is; without a URL and a host, this process's memory serves. */
  readonly redis?: RedisSettings;
  /** What processes that share it are replicas of: while Redis is away each gives out its part of limits. */
  readonly replicasOf?: string;
  /**
   * What all have spent by now, by the keys of purses, as whoever lasts longer than Redis knows it; where it is not told,
   * what each has spent while Redis was away is added up.
   */
  readonly spentByAll?: (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** How many processes there are that share it: asked while Redis is away, because who starts then has never heard it. */
  readonly peers?: () => Promise<number>;
  /** What the memory driver may take. Default 64 MiB. */
  readonly maxBytes?: number;
  /** Called when Redis is lost and when it is back, for the log. */
  readonly onStatusChange?: (status: SharedStateStatus) => void;
}

/**
 * Opens the shared state that the settings name. A Redis that cannot be reached does not stop a start: the state is
 * degraded until it comes. One that refuses the password does, with an error that says so, for waiting would not help. A
 * node of a Redis Cluster leads to all of it.
 */
export async function openSharedState(options: SharedStateOptions = {}): Promise<SharedState> {
  const settings = options.redis ?? {};
  const named = redisAddress(settings);
  if (named === undefined) {
    return {
      ...createMemorySharedState({ maxBytes: options.maxBytes }),
      status: () => ({ kind: 'memory' }),
      replicas: 1,
    };
  }
  let { address, redis } = await connectFirst(named, settings, options.replicasOf);
  const failure = redis.failure();
  if (isRefusedPassword(failure)) {
    await redis.dispose();
    throw new Error(refusal(displayAddress(address), address.password !== undefined), { cause: failure });
  }
  if (failure === undefined && (await isClusterNode(redis))) {
    await redis.dispose();
    address = { ...address, isCluster: true };
    redis = await connectRedisSharedState(address, options.replicasOf);
  }
  const state = new RedisWithLocalFallback(redis, {
    address: displayAddress(address),
    maxBytes: options.maxBytes,
    spentByAll: options.spentByAll,
    onStatusChange: options.onStatusChange ?? (() => undefined),
    peers: options.peers,
  });
  await state.knowPeers();
  return state;
}

/** The first that answers of those that are named; where none does, the first of all, which is waited for. */
async function connectFirst(
  named: RedisAddress,
  { others = [] }: RedisSettings,
  replicasOf: string | undefined,
): Promise<{ address: RedisAddress; redis: RedisSharedState }> {
  const first = { address: named, redis: await connectRedisSharedState(named, replicasOf) };
  for (const { host, port } of others) {
    if (first.redis.failure() === undefined || isRefusedPassword(first.redis.failure())) break;
    const address = { ...named, host, port: port ?? named.port };
    const redis = await connectRedisSharedState(address, replicasOf);
    if (redis.failure() !== undefined) {
      await redis.dispose();
      continue;
    }
    await first.redis.dispose();
    return { address, redis };
  }
  return first;
}

/** Whoever may not ask it is told by the first claim. */
async function isClusterNode(redis: RedisSharedState): Promise<boolean> {
  const report = await redis.inspect().catch(() => undefined);
  return report?.info.cluster_enabled === 1;
}

function refusal(where: string, hasPassword: boolean): string {
  return hasPassword
    ? `Redis at ${where} refuses the password; set the right one in REDIS_PASSWORD or in REDIS_URL (redis://:password@host:port).`
    : `Redis at ${where} wants a password; set it in REDIS_PASSWORD or in REDIS_URL (redis://:password@host:port).`;
}

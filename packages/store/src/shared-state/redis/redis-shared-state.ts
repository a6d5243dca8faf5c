import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from './in-time.ts';
import type { Claim, Claimed, Settlement, Slot } from '../limits.ts';
import { RedisLimits, type KnownPurse } from './redis-limits.ts';
import type { RedisAddress } from './redis-address.ts';
import { createClient, nodesOf, type RedisClient } from './redis-client.ts';
import { readClients, readInfo } from './redis-report.ts';
import { ReplicaCount } from './replica-count.ts';
import { checkIncrement, ttlMilliseconds, type SharedStateDriver } from '../shared-state.ts';

/**
 * How long a start waits for the first connection, its handshake and the number of replicas. A process that begins
 * without what the others have counted gives out what may be given out already.
 */
const FIRST_CONNECTION_MS = 2_000;
const KEYS_PER_STEP = 1_000;

export interface RedisSharedState extends SharedStateDriver {
  /** Answers whenever Redis does: a late answer tells what has been counted. */
  claim(claims: readonly Claim[]): Promise<Claimed>;
  settle(settlements: readonly Settlement[]): Promise<void>;
  /** Holds slots that were claimed elsewhere, and says anew which this process holds. */
  hold(slots: readonly Slot[]): Promise<void>;
  /** Which slots of a set this process holds. */
  held(key: string): Iterable<number>;
  /** Tells what is known of purses, after Redis may have missed some of it. */
  restate(purses: readonly KnownPurse[]): Promise<void>;
  /** Why there is no connection now; `undefined` while there is one. */
  failure(): Error | undefined;
  /** How many processes, this one among them, shared it when that was last known. */
  replicas(): number;
  /** Called for each lost connection, with the reason. */
  onLost(listener: (reason: Error) => void): void;
  /** Called for each connection that is ready for commands. */
  onReady(listener: () => void): void;
}

/**
 * Keeps state in Redis. Commands fail at once while there is no connection, and all but those of limits within 200 ms on a
 * slow one; the connection comes back alone. `connect` ends with the first connection or the first failure, and never rejects.
 */
export async function connectRedisSharedState(
  address: RedisAddress,
  replicasOf = 'servers',
): Promise<RedisSharedState> {
  const { redis, keyPrefix } = await createClient(address);
  // What ioredis tells a caller is that it is not connected; why, it tells this event alone.
  let lastError: Error | undefined;
  redis.on('error', (error: Error) => {
    // Of a cluster none of whose nodes answers, the reason is that of the last node.
    lastError = 'lastNodeError' in error && error.lastNodeError instanceof Error ? error.lastNodeError : error;
  });
  redis.on('ready', () => {
    lastError = undefined;
  });
  const failure = (): Error | undefined =>
    redis.status === 'ready' ? undefined : (lastError ?? new Error('it does not answer'));
  const process = randomBytes(8).toString('hex');
  const limits = new RedisLimits(redis, process);
  const replicas = new ReplicaCount(redis, replicasOf, process);
  // A failed first connection is retried like any other; ioredis itself bounds no handshake.
  const connected = redis.connect().then(
    () => replicas.sayHere(),
    () => undefined,
  );
  await Promise.race([connected, pause(FIRST_CONNECTION_MS, undefined, { ref: false })]);

  return {
    kind: 'redis',
    get: async (key) => (await inTime(redis.get(key))) ?? undefined,
    getBytes: async (key) => {
      const value = await inTime(redis.getBuffer(key));
      return value === null ? undefined : new Uint8Array(value);
    },
    getMany: async (keys) =>
      keys.length === 0 ? [] : (await inTime(redis.mget(...keys))).map((value) => value ?? undefined),
    set: async (key, value, { ttlSeconds } = {}) => {
      const bytes = typeof value === 'string' ? value : Buffer.from(value);
      await inTime(
        ttlSeconds === undefined ? redis.set(key, bytes) : redis.set(key, bytes, 'PX', ttlMilliseconds(ttlSeconds)),
      );
    },
    delete: async (key) => (await inTime(redis.unlink(key))) === 1,
    deleteAll: (prefix) => deleteAll(redis, keyPrefix, prefix),
    increment: async (key, by = 1, { ttlSeconds } = {}) => {
      checkIncrement(by);
      return await inTime(redis.incrementCounter(key, by, ttlSeconds === undefined ? '' : ttlMilliseconds(ttlSeconds)));
    },
    // A write, because a server that is loading, full or a replica still answers PING.
    ping: async () => {
      const reason = failure();
      if (reason !== undefined) throw reason;
      await inTime(redis.set('ping', '1', 'PX', 1_000));
    },
    inspect: async () => ({
      info: readInfo(await inTime(redis.info())),
      clients: readClients(await inTime(redis.client('LIST')).catch(() => '')),
    }),
    claim: (claims) => limits.claim(claims),
    settle: (settlements) => limits.settle(settlements),
    restate: (purses) => limits.restate(purses),
    hold: (slots) => limits.hold(slots),
    held: (key) => limits.held(key),
    dispose: async () => {
      limits.dispose();
      await inTime(replicas.leave()).catch(() => undefined);
      redis.disconnect();
    },
    failure,
    replicas: () => replicas.value,
    onLost: (listener) => void redis.on('close', () => listener(lastError ?? new Error('it closed the connection'))),
    onReady: (listener) => void redis.on('ready', listener),
  };
}

/** Step by step, so that a server with millions of keys serves others meanwhile. Its answers have the whole keys. */
async function deleteAll(redis: RedisClient, keyPrefix: string, prefix: string): Promise<void> {
  const pattern = `${keyPrefix}${prefix.replaceAll(/[*?[\]\\]/g, '\\$&')}*`;
  for (const node of nodesOf(redis)) {
    let cursor = '0';
    do {
      const [next, keys] = await inTime(node.scan(cursor, 'MATCH', pattern, 'COUNT', KEYS_PER_STEP));
      if (keys.length > 0) await inTime(redis.unlink(...keys.map((key) => key.slice(keyPrefix.length))));
      cursor = next;
    } while (cursor !== '0');
  }
}

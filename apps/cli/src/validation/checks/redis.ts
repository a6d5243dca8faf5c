import { Redis } from 'ioredis';
import { error, skipped, warning, type Check, type Finding } from '../check.ts';
import type { Installation } from '../installation.ts';

const CONNECT_MS = 2000;
/** Caches are to make room; counters and locks, which have no copy, are to stay. */
const GOOD_POLICY = /^(noeviction|volatile-\w+)$/;

const notUsed = skipped('neither REDIS_URL nor REDIS_HOST is set');

/** The Redis that the settings name; it gives up at the first failure. */
function openRedis({ settings }: Installation): Redis | undefined {
  const options = {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: CONNECT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  };
  const { REDIS_URL: url, REDIS_HOST: host, REDIS_PORT: port, REDIS_PASSWORD: password } = settings;
  if (url) return new Redis(url, options);
  if (!host) return undefined;
  return new Redis({ ...options, host, port: Number(port || 6379), ...(password ? { password } : {}) });
}

/** Asks Redis one thing, and closes the connection whatever happens. */
async function ask<Answer>(
  redis: Redis,
  question: (redis: Redis) => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  let failure: Error | undefined;
  redis.on('error', (emitted: Error) => (failure ??= emitted));
  const close = (): void => redis.disconnect();
  signal.addEventListener('abort', close, { once: true });
  try {
    await redis.connect();
    return await question(redis);
  } catch (thrown) {
    throw failure ?? thrown;
  } finally {
    signal.removeEventListener('abort', close);
    redis.disconnect();
  }
}

function describe({ message }: Error): Finding {
  if (/WRONGPASS|invalid (username-)?password/i.test(message))
    return error('Redis refuses the password', 'correct REDIS_PASSWORD or REDIS_URL in .env', 'Redis');
  if (/NOAUTH/i.test(message))
    return error('Redis wants a password and none is set', 'set REDIS_PASSWORD in .env', 'Redis');
  if (/without any password configured/i.test(message))
    return warning(
      'A password is set and Redis has none: everybody who reaches it may use it',
      'set requirepass in its configuration',
      'Redis',
    );
  return error(
    `Redis does not answer: ${message}`,
    'start it, or correct its address; without one the stack counts in memory',
    'Redis',
  );
}

export const redisAnswers: Check = {
  id: 'redis.answers',
  title: 'Redis answers with the password given',
  async run(installation, signal) {
    const redis = openRedis(installation);
    if (redis === undefined) return notUsed;
    try {
      await ask(redis, (open) => open.ping(), signal);
      return [];
    } catch (thrown) {
      return [describe(thrown as Error)];
    }
  },
};

export const redisPolicy: Check = {
  id: 'redis.policy',
  title: 'Redis, when it is full, gives up caches and keeps counters',
  async run(installation, signal) {
    const redis = openRedis(installation);
    if (redis === undefined) return notUsed;
    try {
      const policy = await ask(redis, (open) => open.info('memory'), signal);
      const [, name = ''] = /^maxmemory_policy:(\S+)/m.exec(policy) ?? [];
      return name === '' || GOOD_POLICY.test(name)
        ? []
        : [
            warning(
              `Redis evicts by ${name}, which throws counters and locks away`,
              'redis-cli config set maxmemory-policy volatile-lru',
              'maxmemory-policy',
            ),
          ];
    } catch {
      return skipped('Redis does not answer');
    }
  },
};

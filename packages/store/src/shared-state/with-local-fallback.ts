import { createCircuitBreaker } from './circuit-breaker.ts';
import { createMemorySharedState } from './memory-shared-state.ts';
import { isRefusal, isUnavailable } from './redis-failure.ts';
import type { RedisSharedState } from './redis-shared-state.ts';
import type { SharedState, SharedStateDriver, SharedStateStatus } from './shared-state.ts';

const CONNECTED: SharedStateStatus = { kind: 'redis', state: 'connected' };

export interface LocalFallbackOptions {
  /** `host:port`, for messages. */
  readonly address: string;
  /** What memory may take meanwhile. */
  readonly maxBytes: number | undefined;
  readonly onStatusChange: (status: SharedStateStatus) => void;
}

/**
 * Redis while it works, this process's memory while it does not. A failed command is answered from memory; after five
 * failures in a row, a refusal or a lost connection, Redis is not asked until a probe succeeds. What memory counted meanwhile is
 * then dropped: the shared counters are the truth again.
 */
export function withLocalFallback(redis: RedisSharedState, options: LocalFallbackOptions): SharedState {
  const local = createMemorySharedState({ maxBytes: options.maxBytes });
  let status: SharedStateStatus = CONNECTED;
  const become = (next: SharedStateStatus): void => {
    status = next;
    options.onStatusChange(next);
  };
  const breaker = createCircuitBreaker({
    probe: () => redis.ping(),
    onOpen: (cause) => {
      become({ kind: 'redis', state: 'degraded', since: new Date(), reason: `${options.address}: ${cause.message}` });
    },
    onStillOpen: (cause) => {
      if ('since' in status) status = { ...status, reason: `${options.address}: ${cause.message}` };
    },
    onClose: () => {
      void local.dispose();
      become(CONNECTED);
    },
  });
  redis.onLost((reason) => breaker.open(reason));
  redis.onReady(() => breaker.probeNow());
  const failure = redis.failure();
  if (failure !== undefined) breaker.open(failure);

  const perform = async <Answer>(command: (driver: SharedStateDriver) => Promise<Answer>): Promise<Answer> => {
    if (breaker.isOpen()) return await command(local);
    try {
      const answer = await command(redis);
      breaker.recordSuccess();
      return answer;
    } catch (error) {
      if (!(error instanceof Error) || !isUnavailable(error)) throw error;
      if (isRefusal(error)) breaker.open(error);
      else breaker.recordFailure(error);
      return await command(local);
    }
  };

  return {
    kind: 'redis',
    get: (key) => perform((driver) => driver.get(key)),
    getBytes: (key) => perform((driver) => driver.getBytes(key)),
    getMany: (keys) => perform((driver) => driver.getMany(keys)),
    set: (key, value, setOptions) => perform((driver) => driver.set(key, value, setOptions)),
    delete: (key) => perform((driver) => driver.delete(key)),
    increment: (key, by, incrementOptions) => perform((driver) => driver.increment(key, by, incrementOptions)),
    // A limit must stand whatever is under its key, so here even a wrong reply means to count alone.
    claim: (claims) =>
      breaker.isOpen()
        ? local.claim(claims)
        : perform(async (driver) => driver.claim(claims)).catch(() => local.claim(claims)),
    settle: (settlements) =>
      breaker.isOpen()
        ? local.settle(settlements)
        : perform(async (driver) => driver.settle(settlements)).catch(() => local.settle(settlements)),
    status: () => status,
    ping: () => redis.ping(),
    dispose: async () => {
      breaker.dispose();
      await redis.dispose();
      await local.dispose();
    },
  };
}

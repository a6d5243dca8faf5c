import { CircuitBreaker } from './circuit-breaker.ts';
import { LimitsAlone } from './limits-alone.ts';
import { createMemorySharedState } from './memory-shared-state.ts';
import type { Claim, Claimed, Settlement } from './limits.ts';
import { isRefusal, isUnavailable } from './redis-failure.ts';
import type { RedisSharedState } from './redis-shared-state.ts';
import type { RedisReport, SharedState, SharedStateDriver, SharedStateStatus } from './shared-state.ts';

const SETTLED_AT_ONCE = 200;

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
 * failures in a row, a refusal or a lost connection, Redis is not asked until a probe succeeds. Of limits, it is then told what
 * was used and spent meanwhile; all else that memory has is dropped.
 */
export class RedisWithLocalFallback implements SharedState {
  readonly kind = 'redis';
  readonly #redis: RedisSharedState;
  readonly #local: SharedStateDriver;
  readonly #alone: LimitsAlone;
  readonly #options: LocalFallbackOptions;
  readonly #breaker: CircuitBreaker;
  #status: SharedStateStatus = CONNECTED;

  constructor(redis: RedisSharedState, options: LocalFallbackOptions) {
    this.#redis = redis;
    this.#options = options;
    this.#local = createMemorySharedState({ maxBytes: options.maxBytes });
    this.#alone = new LimitsAlone(() => redis.replicas());
    this.#breaker = new CircuitBreaker({
      // It is told first what it missed: a claim that came before that would find too little used.
      probe: async () => {
        await redis.ping();
        await this.#handOver();
      },
      onOpen: ({ message }) =>
        this.#become({ kind: 'redis', state: 'degraded', since: new Date(), reason: this.#located(message) }),
      onStillOpen: ({ message }) => {
        if ('since' in this.#status) this.#status = { ...this.#status, reason: this.#located(message) };
      },
      onClose: () => {
        void this.#local.dispose();
        void this.#handOver().catch(() => undefined);
        this.#become(CONNECTED);
      },
    });
    redis.onLost((reason) => this.#breaker.open(reason));
    redis.onReady(() => this.#breaker.probeNow());
    const failure = redis.failure();
    if (failure !== undefined) this.#breaker.open(failure);
  }

  get(key: string): Promise<string | undefined> {
    return this.#perform((driver) => driver.get(key));
  }

  getBytes(key: string): Promise<Uint8Array | undefined> {
    return this.#perform((driver) => driver.getBytes(key));
  }

  getMany(keys: readonly string[]): Promise<(string | undefined)[]> {
    return this.#perform((driver) => driver.getMany(keys));
  }

  set(key: string, value: string | Uint8Array, options?: { ttlSeconds?: number }): Promise<void> {
    return this.#perform((driver) => driver.set(key, value, options));
  }

  delete(key: string): Promise<boolean> {
    return this.#perform((driver) => driver.delete(key));
  }

  deleteAll(prefix: string): Promise<void> {
    return this.#perform((driver) => driver.deleteAll(prefix));
  }

  increment(key: string, by?: number, options?: { ttlSeconds?: number }): Promise<number> {
    return this.#perform((driver) => driver.increment(key, by, options));
  }

  // A limit must stand whatever is under its key, so here even a wrong reply means to count alone.
  claim(claims: readonly Claim[]): Claimed | Promise<Claimed> {
    if (this.#breaker.isOpen) return this.#alone.claim(claims);
    return this.#inRedis(async (redis) => redis.claim(claims)).catch(() => this.#alone.claim(claims));
  }

  settle(settlements: readonly Settlement[]): void | Promise<void> {
    if (this.#breaker.isOpen) return this.#alone.settle(settlements);
    return this.#inRedis(async (redis) => redis.settle(settlements)).catch(() =>
      this.#alone.settleOnceMore(settlements),
    );
  }

  /** How many processes, this one among them, shared it when that was last known. */
  get replicas(): number {
    return this.#redis.replicas();
  }

  status(): SharedStateStatus {
    return this.#status;
  }

  ping(): Promise<void> {
    return this.#redis.ping();
  }

  inspect(): Promise<RedisReport | undefined> {
    return this.#redis.inspect();
  }

  async dispose(): Promise<void> {
    this.#breaker.dispose();
    await this.#redis.dispose();
    await this.#local.dispose();
  }

  async #perform<Answer>(command: (driver: SharedStateDriver) => Promise<Answer>): Promise<Answer> {
    if (this.#breaker.isOpen) return await command(this.#local);
    try {
      return await this.#inRedis(command);
    } catch (error) {
      if (!(error instanceof Error) || !isUnavailable(error)) throw error;
      return await command(this.#local);
    }
  }

  /** Tells the breaker how it went. */
  async #inRedis<Answer>(command: (redis: RedisSharedState) => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await command(this.#redis);
      this.#breaker.recordSuccess();
      return answer;
    } catch (error) {
      if (error instanceof Error && isRefusal(error)) this.#breaker.open(error);
      else if (error instanceof Error && isUnavailable(error)) this.#breaker.recordFailure(error);
      throw error;
    }
  }

  /** What Redis has missed, in parts that it takes at once. */
  async #handOver(): Promise<void> {
    const owed = this.#alone.take();
    for (let start = 0; start < owed.length; start += SETTLED_AT_ONCE) {
      try {
        await this.#redis.settle(owed.slice(start, start + SETTLED_AT_ONCE));
      } catch (error) {
        this.#alone.giveBack(owed.slice(start));
        throw error;
      }
    }
  }

  #become(status: SharedStateStatus): void {
    this.#status = status;
    this.#options.onStatusChange(status);
  }

  #located(message: string): string {
    return `${this.#options.address}: ${message}`;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { CircuitBreaker } from './circuit-breaker.ts';
import { LimitsWithLocalFallback, type LimitsFallbackOptions } from './limits-with-local-fallback.ts';
import { createMemorySharedState } from '../memory/memory-shared-state.ts';
import type { Claim, Claimed, Settlement } from '../limits.ts';
import { isUnavailable } from './redis-failure.ts';
import type { RedisSharedState } from './redis-shared-state.ts';
import type { RedisReport, SharedState, SharedStateDriver, SharedStateStatus } from '../shared-state.ts';

const CONNECTED: SharedStateStatus = { kind: 'redis', state: 'connected' };

export interface LocalFallbackOptions extends Pick<LimitsFallbackOptions, 'spentByAll'> {
  /** `host:port`, for messages. */
  readonly address: string;
  /** What memory may take meanwhile. */
  readonly maxBytes: number | undefined;
  readonly onStatusChange: (status: SharedStateStatus) => void;
  /** How many processes there are that share it, as somebody else knows it. */
  readonly peers: (() => Promise<number>) | undefined;
}

/** How often it is asked meanwhile how many there are. */
const COUNT_PEERS_EVERY_MS = 2_000;
/** How long a start waits for the answer. */
const COUNT_WITHIN_MS = 1_000;

/**
 * Redis while it works, this process's memory while it does not. A failed command is answered from memory; after five
 * failures in a row, a refusal or a lost connection, Redis is not asked until a probe succeeds. Of limits, it is then told what
 * was used and spent meanwhile; all else that memory has is dropped.
 */
export class RedisWithLocalFallback implements SharedState {
  readonly kind = 'redis';
  readonly #redis: RedisSharedState;
  readonly #local: SharedStateDriver;
  readonly #limits: LimitsWithLocalFallback;
  readonly #options: LocalFallbackOptions;
  readonly #breaker: CircuitBreaker;
  #status: SharedStateStatus = CONNECTED;
  /** As was known last while Redis was away. */
  #peers = 1;
  #counting: NodeJS.Timeout | undefined;

  constructor(redis: RedisSharedState, options: LocalFallbackOptions) {
    this.#redis = redis;
    this.#options = options;
    this.#local = createMemorySharedState({ maxBytes: options.maxBytes });
    this.#breaker = new CircuitBreaker({
      // It is told first what it missed: a claim that came before that would find too little used.
      probe: async () => {
        await redis.ping();
        await this.#limits.handOver();
      },
      onOpen: ({ message }) =>
        this.#become({ kind: 'redis', state: 'degraded', since: new Date(), reason: this.#located(message) }),
      onStillOpen: ({ message }) => {
        if ('since' in this.#status) this.#status = { ...this.#status, reason: this.#located(message) };
      },
      onClose: () => {
        void this.#local.dispose();
        void this.#limits.handOver().catch(() => undefined);
        this.#become(CONNECTED);
      },
    });
    this.#limits = new LimitsWithLocalFallback(redis, {
      breaker: this.#breaker,
      spentByAll: options.spentByAll,
      replicas: () => this.replicas,
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

  claim(claims: readonly Claim[]): Claimed | Promise<Claimed> {
    return this.#limits.claim(claims);
  }

  settle(settlements: readonly Settlement[]): void | Promise<void> {
    return this.#limits.settle(settlements);
  }

  get replicas(): number {
    return Math.max(this.#redis.replicas(), this.#counting === undefined ? 1 : this.#peers);
  }

  /** Ends when it is known how many there are, where Redis is away: who starts then has never heard it. */
  async knowPeers(): Promise<void> {
    if (this.#counting !== undefined) await this.#countPeers();
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
    clearInterval(this.#counting);
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
      this.#breaker.recordFailure(error);
      throw error;
    }
  }

  async #countPeers(): Promise<void> {
    const counted = this.#options.peers?.().catch(() => this.#peers);
    if (counted) this.#peers = await Promise.race([counted, pause(COUNT_WITHIN_MS, this.#peers, { ref: false })]);
  }

  #become(status: SharedStateStatus): void {
    clearInterval(this.#counting);
    this.#counting = undefined;
    if (status !== CONNECTED) {
      this.#counting = setInterval(() => void this.#countPeers(), COUNT_PEERS_EVERY_MS).unref();
      void this.#countPeers();
    }
    this.#status = status;
    this.#options.onStatusChange(status);
  }

  #located(message: string): string {
    return `${this.#options.address}: ${message}`;
  }
}

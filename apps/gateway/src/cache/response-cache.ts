import type { RedisReport, SharedState } from '@showrunner/store';
import type { CacheSettings } from '../config/sections/cache-params.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { cacheKey } from './cache-key.ts';
import type { CacheControls } from '../exchange/cache-controls.ts';
import { decodeCachedAnswer, encodeCachedAnswer, type CachedAnswer } from './cached-answer.ts';

/** What one request may do with the cache, and what it found. */
export interface CacheVisit {
  readonly key: string;
  readonly hit: CachedAnswer | undefined;
  /** Keeps the answer, and lets those who wait for it go on; call it or `fail`, once. */
  store(answer: CachedAnswer): void;
  /** There is no answer. Those who wait share the failure, or ask for themselves where it was this client's own. */
  fail(failure: unknown, isOwn: boolean): void;
}

/** The exact response cache, in memory or Redis: one call of a vendor for the same question asked many times at once. */
export class ResponseCache {
  readonly #settings: CacheSettings;
  readonly #state: SharedState;
  readonly #pending = new Map<string, Promise<CachedAnswer | undefined>>();

  constructor(settings: CacheSettings, state: SharedState) {
    this.#settings = settings;
    this.#state = state;
  }

  /**
   * Looks a question up, waiting for whoever asks it already, as long as the request itself may go on. Nothing for a
   * request that is not to be cached.
   */
  async visit(exchange: Exchange): Promise<CacheVisit | undefined> {
    // What a server of the caller's own says is no answer for others.
    if (exchange.controls.mocks || exchange.controls.access) return undefined;
    if (this.#settings.callTypes && !this.#settings.callTypes.has(exchange.operation.callType)) return undefined;
    const controls = exchange.controls.cache;
    if (!(this.#settings.onByDefault || controls?.isOptedIn === true)) return undefined;
    const key = cacheKey(exchange, controls?.namespace ?? this.#settings.namespace);
    if (key === undefined) return undefined;
    if (controls?.skipRead === true) return controls.skipWrite ? undefined : this.#lead(key, controls);
    for (;;) {
      const hit = await this.#read(key);
      if (hit && isFresh(hit, controls)) return { key, hit, store() {}, fail() {} };
      const pending = this.#pending.get(key);
      if (!pending) return this.#lead(key, controls);
      const shared = await exchange.lifetime.during(pending);
      if (shared && isFresh(shared, controls)) return { key, hit: shared, store() {}, fail() {} };
    }
  }

  /** Forgets answers, by the keys that their callers were told. */
  async delete(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.#state.delete(placeOf(key))));
  }

  /** Forgets all answers, and nothing else that is kept beside them. */
  flush(): Promise<void> {
    return this.#state.deleteAll(placeOf(''));
  }

  /** Rejects where answers cannot be kept now. */
  ping(): Promise<void> {
    return this.#state.ping();
  }

  /** What its Redis tells of itself; nothing of a cache in memory. */
  inspect(): Promise<RedisReport | undefined> {
    return this.#state.inspect();
  }

  async #read(key: string): Promise<CachedAnswer | undefined> {
    const bytes = await this.#state.getBytes(placeOf(key));
    return bytes && decodeCachedAnswer(bytes);
  }

  /** Behind the answer; a store that cannot take it now only means another call of the vendor. */
  async #write(key: string, answer: CachedAnswer, ttlSeconds: number): Promise<void> {
    if (ttlSeconds <= 0) return;
    await this.#state.set(placeOf(key), encodeCachedAnswer(answer), { ttlSeconds }).catch(() => {});
  }

  get status(): ReturnType<SharedState['status']> {
    return this.#state.status();
  }

  /** The caller asks the vendor; others with the same question wait for it. */
  #lead(key: string, controls: CacheControls | undefined): CacheVisit {
    const { promise, resolve, reject } = Promise.withResolvers<CachedAnswer | undefined>();
    // Nobody may be waiting.
    promise.catch(() => {});
    if (!this.#pending.has(key)) this.#pending.set(key, promise);
    const done = (): void => {
      if (this.#pending.get(key) === promise) this.#pending.delete(key);
    };
    return {
      key,
      hit: undefined,
      store: (answer) => {
        if (controls?.skipWrite !== true) {
          void this.#write(key, answer, controls?.ttlSeconds ?? this.#settings.ttlSeconds);
        }
        done();
        resolve(answer);
      },
      fail: (failure, isOwn) => {
        done();
        if (isOwn) resolve(undefined);
        else reject(failure);
      },
    };
  }
}

/** Where an answer lies among all that is shared. */
function placeOf(key: string): string {
  return `answer:${key}`;
}

function isFresh(answer: CachedAnswer, controls: CacheControls | undefined): boolean {
  const maxAge = controls?.maxAgeSeconds;
  // An age of 0 allows none, not even one stored within the same millisecond.
  return maxAge === undefined || Date.now() - answer.storedAt < maxAge * 1000;
}

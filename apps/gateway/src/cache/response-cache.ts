import type { RedisReport, SharedState } from '@showrunner/store';
import type { CacheSettings } from '../config/sections/cache-params.ts';
import type { AnswerParts } from '../exchange/answer/answer-parts.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { cacheKey } from './cache-key.ts';
import type { CacheControls } from '../exchange/asked/cache-controls.ts';
import { decodeCachedAnswer, encodeCachedAnswer, type CachedAnswer } from './cached-answer.ts';
import { encodePartKeys, PartedQuestion, partKeysIn } from './parted-visit.ts';
import type { CacheVisit } from './visit.ts';
import { WordingIndex, type EmbedWords } from './wording-lookup.ts';

/**
 * The response cache, in memory or Redis: one call of a vendor for the same question asked many times at once. Where it
 * goes by wording as well, an answer serves questions that say nearly the same.
 */
export class ResponseCache {
  readonly #settings: CacheSettings;
  readonly #state: SharedState;
  readonly #pending = new Map<string, Promise<CachedAnswer | undefined>>();
  readonly #wordings: WordingIndex | undefined;

  constructor(settings: CacheSettings, state: SharedState) {
    this.#settings = settings;
    this.#state = state;
    this.#wordings = settings.semantic && new WordingIndex(settings.semantic, state);
  }

  /**
   * Looks a question up, waiting for whoever asks it already, as long as the request itself may go on. Nothing for a
   * request that is not to be cached. `embed` is asked where questions are found by what they say.
   */
  async visit(exchange: Exchange, embed: EmbedWords): Promise<CacheVisit | undefined> {
    // What a caller's own server or account says is no answer for others.
    if (exchange.controls.mocks || exchange.controls.access || exchange.controls.vendorKeys) return undefined;
    if (this.#settings.callTypes && !this.#settings.callTypes.has(exchange.operation.callType)) return undefined;
    const controls = exchange.controls.cache;
    if (!(this.#settings.onByDefault || controls?.isOptedIn === true)) return undefined;
    const key = cacheKey(exchange, controls?.namespace ?? this.#settings.namespace);
    if (key === undefined) return undefined;
    if (controls?.skipRead === true && controls.skipWrite) return undefined;
    if (exchange.operation.parts) return this.#visitParts(exchange, exchange.operation.parts, key);
    if (controls?.skipRead === true) return this.#lead(exchange, key);
    for (;;) {
      const hit = await this.#read(key);
      if (hit && isFresh(hit, controls)) return { key, hit, store() {}, fail() {} };
      const pending = this.#pending.get(key);
      if (!pending)
        return this.#wordings ? this.#visitByWording(exchange, key, this.#wordings, embed) : this.#lead(exchange, key);
      const shared = await exchange.lifetime.during(pending);
      if (shared && isFresh(shared, controls)) return { key, hit: shared, store() {}, fail() {} };
    }
  }

  /** Nobody asked word for word the same; who does so from now on waits for what comes of it. */
  async #visitByWording(
    exchange: Exchange,
    key: string,
    wordings: WordingIndex,
    embed: EmbedWords,
  ): Promise<CacheVisit> {
    const controls = exchange.controls.cache;
    const visit = this.#lead(exchange, key);
    try {
      const found = await wordings.find(exchange, controls?.namespace ?? this.#settings.namespace, embed);
      if (!found) return visit;
      for (const { key: other, similarity } of found.near) {
        const hit = await this.#read(other);
        if (!hit) found.forget(other);
        if (!hit || !isFresh(hit, controls)) continue;
        visit.share(hit);
        return { key: other, hit, similarity, store() {}, fail() {} };
      }
      return {
        ...visit,
        store: (answer) => {
          visit.store(answer);
          if (controls?.skipWrite !== true) found.keep(key, this.#ttlOf(exchange));
        },
      };
    } catch (error) {
      visit.fail(error, true);
      throw error;
    }
  }

  /** The same for a question in parts, each of which may be there. Who asks the same whole waits for its answer. */
  async #visitParts(exchange: Exchange, parts: AnswerParts, whole: string): Promise<CacheVisit | undefined> {
    const controls = exchange.controls.cache;
    const namespace = controls?.namespace ?? this.#settings.namespace;
    const keys = parts.apart(exchange.request).map((part) => cacheKey(exchange, namespace, part) ?? whole);
    const key = keys.length === 1 && keys[0] !== undefined ? keys[0] : whole;
    for (;;) {
      const found = controls?.skipRead ? keys.map(() => undefined) : await this.#readFresh(keys, controls);
      const question = new PartedQuestion(exchange, parts, found);
      const { hit } = question;
      if (hit && keys.length > 1) void this.#write(key, encodePartKeys(keys), this.#ttlOf(exchange));
      if (hit) return { key, hit, store() {}, fail() {} };
      const pending = controls?.skipRead ? undefined : this.#pending.get(key);
      if (!pending) return this.#leadParts(exchange, question, key, keys);
      const shared = await exchange.lifetime.during(pending);
      if (shared && isFresh(shared, controls)) return { key, hit: shared, store() {}, fail() {} };
    }
  }

  #leadParts(exchange: Exchange, question: PartedQuestion, key: string, keys: readonly string[]): CacheVisit {
    const write = (answer: CachedAnswer): void => {
      const ttlSeconds = this.#ttlOf(exchange);
      const kept = question.kept(answer);
      for (const [place, part] of kept) void this.#write(keys[place] ?? key, part, ttlSeconds);
      if (keys.length > 1 && kept.length > 0) void this.#write(key, encodePartKeys(keys), ttlSeconds);
    };
    return { ...this.#lead(exchange, key, write), rest: question.rest() };
  }

  async #readFresh(
    keys: readonly string[],
    controls: CacheControls | undefined,
  ): Promise<readonly (CachedAnswer | undefined)[]> {
    const found = await Promise.all(keys.map((key) => this.#read(key)));
    return found.map((answer) => (answer && isFresh(answer, controls) ? answer : undefined));
  }

  /** Forgets answers, by the keys that their callers were told. */
  async delete(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.#forget(key)));
  }

  async #forget(key: string): Promise<void> {
    const entry = await this.#read(key);
    const parts = (entry && partKeysIn(entry)) ?? [];
    await Promise.all([key, ...parts].map((one) => this.#state.delete(placeOf(one))));
  }

  /** Forgets all answers, and nothing else that is kept beside them. */
  async flush(): Promise<void> {
    await this.#state.deleteAll(placeOf(''));
    await this.#wordings?.clear();
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

  /** How long an answer of this kind of call is kept, in seconds. */
  #ttlOf({ controls: { cache }, operation: { callType } }: Exchange): number {
    return cache?.ttlSeconds ?? this.#settings.ttlByCallType.get(callType) ?? this.#settings.ttlSeconds;
  }

  /** The caller asks the vendor; others with the same question wait for it. */
  #lead(
    exchange: Exchange,
    key: string,
    write = (answer: CachedAnswer): void => void this.#write(key, answer, this.#ttlOf(exchange)),
  ): LeadingVisit {
    const isKept = exchange.controls.cache?.skipWrite !== true;
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
        if (isKept) write(answer);
        done();
        resolve(answer);
      },
      share: (answer) => {
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

/** A visit for whose answer others may wait. */
interface LeadingVisit extends CacheVisit {
  /** An answer that is kept already serves those who wait. */
  share(answer: CachedAnswer): void;
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

import {
  EXPIRED_KEY,
  UNKNOWN_KEY,
  type Caller,
  type Identity,
  type KeyHolders,
  type Limiter,
} from '@showrunner/access';
import { ErrorTypes } from '@showrunner/errors';
import type { Limits } from '@showrunner/store';
import type { ApiKey } from './api-key.ts';
import { generationLimiter, requestLimiter } from './key-limiters.ts';
import type { KeyStore } from './key-store.ts';
import { RecentReads } from './recent-reads.ts';

/** Has no row, and nothing to be held to. */
export const ADMINISTRATOR = 'administrator';

/** What a key counts against. */
export interface KeyLimiters {
  /** Of every request. */
  readonly requests: Limiter;
  /** Of generations that are waited for, and of jobs that run. */
  readonly generations: Limiter;
}

/** The named keys as they were at most a second ago, in whichever process they were changed. */
export class KnownKeys implements KeyHolders {
  readonly #limits: Limits;
  readonly #byDigest: RecentReads<ApiKey>;
  readonly #byId: RecentReads<ApiKey>;
  /** One for each key as it was read, as a caller is one object for each key. */
  readonly #identities = new WeakMap<ApiKey, Identity>();
  readonly #limiters = new WeakMap<ApiKey, KeyLimiters>();

  constructor(store: KeyStore, limits: Limits) {
    this.#limits = limits;
    this.#byId = new RecentReads((id) => store.findWithRemoved(id));
    this.#byDigest = new RecentReads(async (digest) => {
      const key = await store.findByDigest(digest).catch(notNow);
      if (key) this.#byId.note(key.id, key);
      return key;
    });
  }

  find(digest: string): Identity | Promise<Identity> {
    const key = this.#byDigest.get(digest);
    return key instanceof Promise ? key.then((one) => this.#identityOf(one)) : this.#identityOf(key);
  }

  /** The key that work was begun with, removed or not; nothing for the configured one. */
  withId(keyId: string): ApiKey | undefined | Promise<ApiKey | undefined> {
    return keyId === ADMINISTRATOR ? undefined : this.#byId.get(keyId);
  }

  /** What the holder of a key counts against, in whichever workspace. */
  limitersOf(keyId: string): KeyLimiters | undefined | Promise<KeyLimiters | undefined> {
    const key = this.withId(keyId);
    return key instanceof Promise ? key.then((one) => this.#limitersOf(one)) : this.#limitersOf(key);
  }

  /** Looks anew from here on; for the process that has changed a key. */
  forget(): void {
    this.#byDigest.clear();
    this.#byId.clear();
  }

  #identityOf(key: ApiKey | undefined): Identity {
    if (key === undefined) return UNKNOWN_KEY;
    if (key.expiresAt !== null && Date.parse(key.expiresAt) <= Date.now()) return EXPIRED_KEY;
    const known = this.#identities.get(key);
    if (known) return known;
    const { id: keyId, workspace, scopes } = key;
    const caller: Caller = { keyId, workspace, scopes: new Set(scopes), grants: undefined };
    const identity: Identity = { kind: 'known', caller };
    this.#identities.set(key, identity);
    return identity;
  }

  #limitersOf(key: ApiKey | undefined): KeyLimiters | undefined {
    if (key === undefined) return undefined;
    const limiters = this.#limiters.get(key) ?? {
      requests: requestLimiter(this.#limits, key),
      generations: generationLimiter(this.#limits, key.id, key.limits.max_parallel),
    };
    this.#limiters.set(key, limiters);
    return limiters;
  }
}

/** Nobody knows whether the key is right, and it must not be called wrong. */
function notNow(cause: unknown): never {
  throw ErrorTypes.SERVICE_UNAVAILABLE(
    'Keys cannot be looked up at the moment.',
    { dependency: 'database', retryable: true },
    { cause, headers: { 'retry-after': '2' } },
  );
}

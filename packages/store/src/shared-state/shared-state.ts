import type { Limits } from './limits.ts';

/**
 * State that replicas share and may lose: response cache, rate limits, cooldowns, counters. Three drivers keep it:
 * memory, Redis, and for the workers of one process the memory of that process; all pass `shared-state.conformance.ts`.
 *
 * Times to live are in seconds, may be fractions (to a millisecond) and must be positive; without one an entry stays
 * until it is deleted or evicted.
 */
export interface SharedState extends Limits {
  readonly kind: 'memory' | 'redis' | 'parent';
  /** The value as UTF-8 text; `undefined` where there is none. */
  get(key: string): Promise<string | undefined>;
  /** The value's bytes. */
  getBytes(key: string): Promise<Uint8Array | undefined>;
  /** The values of many keys, in their order, in one round trip. */
  getMany(keys: readonly string[]): Promise<(string | undefined)[]>;
  /** Replaces the value and its time to live. */
  set(key: string, value: string | Uint8Array, options?: { ttlSeconds?: number }): Promise<void>;
  /** Whether there was something to delete. */
  delete(key: string): Promise<boolean>;
  /** Deletes all values whose keys begin so. */
  deleteAll(prefix: string): Promise<void>;
  /**
   * Adds an integer to a counter atomically and returns its new value. A counter that does not exist counts from 0, and
   * only then `ttlSeconds` applies: further increments do not prolong a window. Rejects where the value is no integer.
   */
  increment(key: string, by?: number, options?: { ttlSeconds?: number }): Promise<number>;
  /** How it fares, without asking anything. */
  status(): SharedStateStatus;
  /**
   * How many processes, this one among them, share it, as was last known: once it is away each gives out its part of
   * limits by that number.
   */
  readonly replicas: number;
  /** Rejects, with the reason, when the store behind it does not take writes now. */
  ping(): Promise<void>;
  /** What a Redis tells of itself and of who is connected; nothing of memory. */
  inspect(): Promise<RedisReport | undefined>;
  dispose(): Promise<void>;
}

/** `INFO` and `CLIENT LIST` of a Redis, by its own names. */
export interface RedisReport {
  readonly info: Readonly<Record<string, string | number>>;
  /** None where the user may not list them. */
  readonly clients: readonly Readonly<Record<string, string>>[];
}

/**
 * `degraded` means that this process counts and caches for itself since then, because Redis, or the process that keeps
 * it for all, is not available.
 */
export type SharedStateStatus =
  | { readonly kind: 'memory' }
  | { readonly kind: 'redis' | 'parent'; readonly state: 'connected' }
  | { readonly kind: 'redis' | 'parent'; readonly state: 'degraded'; readonly since: Date; readonly reason: string };

/** Whether others hear now what is told to it. */
export function isHeardByOthers(state: Pick<SharedState, 'status'>): boolean {
  const status = state.status();
  return status.kind !== 'memory' && status.state === 'connected';
}

/** What a driver implements; its status, and who shares it, are the affair of whoever opens it. */
export type SharedStateDriver = Omit<SharedState, 'status' | 'replicas'>;

/** The time to live in milliseconds. Throws `RangeError` for what is no positive, finite time. */
export function ttlMilliseconds(ttlSeconds: number): number {
  const milliseconds = Math.ceil(ttlSeconds * 1000);
  if (!(milliseconds > 0 && Number.isSafeInteger(milliseconds))) {
    throw new RangeError(`ttlSeconds must be a positive number of seconds, not ${ttlSeconds}`);
  }
  return milliseconds;
}

/** Throws `RangeError` for an increment that a counter cannot hold exactly. */
export function checkIncrement(by: number): void {
  if (!Number.isSafeInteger(by)) throw new RangeError(`a counter takes whole numbers, not ${by}`);
}

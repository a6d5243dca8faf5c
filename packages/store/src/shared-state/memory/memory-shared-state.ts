import { MemoryLimits } from './memory-limits.ts';
import { checkIncrement, ttlMilliseconds, type SharedStateDriver } from '../shared-state.ts';

/** What all entries together may take unless told otherwise: 64 MiB. */
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** What an entry costs beside its key and value: map slot, object and buffer headers (measured on Node 26: about 200). */
const ENTRY_OVERHEAD_BYTES = 200;

interface Entry {
  readonly value: Uint8Array;
  /** On the monotonic clock, so that a corrected wall clock neither prolongs nor ends anything; Infinity: no end. */
  readonly expiresAt: number;
  readonly bytes: number;
}

/** Keeps state in this process, bounded in bytes; the least recently used entries go first. */
export function createMemorySharedState({
  maxBytes = DEFAULT_MAX_BYTES,
}: { maxBytes?: number | undefined } = {}): SharedStateDriver {
  const entries = new Entries(maxBytes);
  const limits = new MemoryLimits();
  const text = (key: string): string | undefined => {
    const value = entries.read(key)?.value;
    return value && Buffer.from(value).toString('utf8');
  };
  return {
    kind: 'memory',
    get: async (key) => text(key),
    // A copy each way: the caller may go on to change its array.
    getBytes: async (key) => entries.read(key)?.value.slice(),
    getMany: async (keys) => keys.map(text),
    set: async (key, value, { ttlSeconds } = {}) => entries.write(key, ownCopy(value), endOf(ttlSeconds)),
    delete: async (key) => entries.read(key) !== undefined && entries.remove(key),
    deleteAll: async (prefix) => entries.removeAll(prefix),
    increment: async (key, by = 1, { ttlSeconds } = {}) => {
      checkIncrement(by);
      const firstEnd = endOf(ttlSeconds);
      const entry = entries.read(key);
      const sum = counterValue(key, entry) + by;
      checkIncrement(sum);
      entries.write(key, ownCopy(String(sum)), entry?.expiresAt ?? firstEnd);
      return sum;
    },
    claim: (claims) => limits.claim(claims),
    settle: (settlements) => limits.settle(settlements),
    ping: async () => undefined,
    inspect: async () => undefined,
    dispose: async () => {
      entries.clear();
      limits.clear();
    },
  };
}

/** Entries up to a sum of bytes, in the order of their last use. */
class Entries {
  readonly #maxBytes: number;
  // A Map iterates in the order of insertion: what is used is inserted anew, so the first entry is the oldest.
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  read(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (entry.expiresAt > performance.now()) {
      this.#entries.set(key, entry);
      return entry;
    }
    this.#bytes -= entry.bytes;
    return undefined;
  }

  write(key: string, value: Uint8Array, expiresAt: number): void {
    this.remove(key);
    const bytes = key.length * 2 + value.byteLength + ENTRY_OVERHEAD_BYTES;
    this.#entries.set(key, { value, expiresAt, bytes });
    this.#bytes += bytes;
    this.#evict();
  }

  remove(key: string): boolean {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    return this.#entries.delete(key);
  }

  removeAll(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.remove(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #evict(): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.remove(oldest);
    }
  }
}

function endOf(ttlSeconds: number | undefined): number {
  return ttlSeconds === undefined ? Infinity : performance.now() + ttlMilliseconds(ttlSeconds);
}

/**
 * Bytes in memory of their own. A small Buffer is a part of a pool of 64 KiB, which an entry would keep whole, and
 * Buffer's own `slice` copies nothing.
 */
function ownCopy(value: string | Uint8Array): Uint8Array {
  return new Uint8Array(typeof value === 'string' ? Buffer.from(value) : value);
}

function counterValue(key: string, entry: Entry | undefined): number {
  if (entry === undefined) return 0;
  const text = Buffer.from(entry.value).toString('utf8');
  if (!/^-?\d+$/.test(text)) throw new TypeError(`the value of ${JSON.stringify(key)} is not an integer`);
  return Number(text);
}

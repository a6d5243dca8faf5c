import { checkIncrement, ttlMilliseconds, type SharedStateDriver } from './shared-state.ts';

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
  // A Map iterates in the order of insertion: what is used is inserted anew, so the first entry is the oldest.
  const entries = new Map<string, Entry>();
  let bytes = 0;

  const remove = (key: string): boolean => {
    bytes -= entries.get(key)?.bytes ?? 0;
    return entries.delete(key);
  };
  const read = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt <= performance.now()) {
      remove(key);
      return undefined;
    }
    entries.delete(key);
    entries.set(key, entry);
    return entry;
  };
  const write = (key: string, value: Uint8Array, expiresAt: number): void => {
    remove(key);
    const entry = { value, expiresAt, bytes: key.length * 2 + value.byteLength + ENTRY_OVERHEAD_BYTES };
    entries.set(key, entry);
    bytes += entry.bytes;
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break;
      remove(oldest);
    }
  };
  const end = (ttlSeconds: number | undefined): number =>
    ttlSeconds === undefined ? Infinity : performance.now() + ttlMilliseconds(ttlSeconds);

  return {
    kind: 'memory',
    get: async (key) => {
      const entry = read(key);
      return entry && Buffer.from(entry.value).toString('utf8');
    },
    // A copy each way: the caller may go on to change its array.
    getBytes: async (key) => read(key)?.value.slice(),
    set: async (key, value, { ttlSeconds } = {}) => {
      write(key, ownCopy(value), end(ttlSeconds));
    },
    delete: async (key) => {
      const existed = read(key) !== undefined;
      remove(key);
      return existed;
    },
    increment: async (key, by = 1, { ttlSeconds } = {}) => {
      checkIncrement(by);
      const firstEnd = end(ttlSeconds);
      const entry = read(key);
      const sum = counterValue(key, entry) + by;
      checkIncrement(sum);
      write(key, ownCopy(String(sum)), entry?.expiresAt ?? firstEnd);
      return sum;
    },
    ping: async () => undefined,
    dispose: async () => {
      entries.clear();
      bytes = 0;
    },
  };
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

import { isHeardByOthers, type SharedState } from '@showrunner/store';

interface Count {
  /** What all replicas together have counted, as far as it was heard. */
  shared: number;
  /** What was counted here and is not told yet. */
  pending: number;
  readonly ttlSeconds: number;
  /** `performance.now()` milliseconds; a count that ends begins anew at 0. */
  readonly endsAt: number;
}

/**
 * Counts that replicas keep together without anybody waiting for it: each adds to its own, tells the others behind the
 * requests and reads what they told. Whole numbers, each for a time that begins with its first.
 */
export class SharedCounters {
  readonly #counts = new Map<string, Count>();

  add(key: string, by: number, ttlSeconds: number, now = performance.now()): void {
    const count = this.#live(key, now) ?? { shared: 0, pending: 0, ttlSeconds, endsAt: now + ttlSeconds * 1000 };
    count.pending += by;
    this.#counts.set(key, count);
  }

  read(key: string, now = performance.now()): number {
    const count = this.#live(key, now);
    return count ? count.shared + count.pending : 0;
  }

  /** Counts that are asked for though nothing was counted here are heard of others. */
  watch(key: string, ttlSeconds: number): void {
    this.add(key, 0, ttlSeconds);
  }

  /** Tells what is new here, and hears of the others. While the store is away what is new waits. */
  async exchange(store: SharedState): Promise<void> {
    const now = performance.now();
    for (const [key, { endsAt }] of this.#counts) if (endsAt <= now) this.#counts.delete(key);
    if (!isHeardByOthers(store)) return;
    const told = [...this.#counts].filter(([, { pending }]) => pending !== 0);
    await Promise.all(told.map(([key, count]) => tell(store, key, count)));
    const heard = [...this.#counts].filter(([, { pending }]) => pending === 0);
    const totals = await store.getMany(heard.map(([key]) => key));
    for (const [index, [, count]] of heard.entries()) count.shared = Math.max(count.shared, Number(totals[index] ?? 0));
  }

  #live(key: string, now: number): Count | undefined {
    const count = this.#counts.get(key);
    return count !== undefined && count.endsAt > now ? count : undefined;
  }
}

/** A store that was lost has counted less than was heard; within one time counts only grow. */
async function tell(store: SharedState, key: string, count: Count): Promise<void> {
  const { pending, ttlSeconds } = count;
  const total = await store.increment(key, pending, { ttlSeconds });
  count.pending -= pending;
  count.shared = Math.max(count.shared + pending, total);
}

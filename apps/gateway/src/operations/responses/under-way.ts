import type { Lifetime } from '../../exchange/time/lifetime.ts';

/** Responses that this process makes in the background, by their ids. */
export class ResponsesUnderWay {
  readonly #lifetimes = new Map<string, Lifetime>();
  readonly #cancelled = new Set<string>();
  #whenNone: (() => void) | undefined;

  add(id: string, lifetime: Lifetime): void {
    this.#lifetimes.set(id, lifetime);
  }

  has(id: string): boolean {
    return this.#lifetimes.has(id);
  }

  /** Ends the work for one. */
  cancel(id: string): void {
    const lifetime = this.#lifetimes.get(id);
    if (!lifetime) return;
    this.#cancelled.add(id);
    lifetime.cancelled();
  }

  /** It has ended, and what came of it is not kept yet. Whether it was cancelled. */
  end(id: string): boolean {
    return this.#cancelled.delete(id);
  }

  /** What came of it is kept. */
  remove(id: string): void {
    this.#lifetimes.delete(id);
    if (this.#lifetimes.size === 0) this.#whenNone?.();
  }

  /** Ends all of them, and waits until it is kept that they have failed. */
  async stop(): Promise<void> {
    if (this.#lifetimes.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#whenNone = resolve;
    for (const lifetime of this.#lifetimes.values()) lifetime.serverStops();
    await promise;
  }
}

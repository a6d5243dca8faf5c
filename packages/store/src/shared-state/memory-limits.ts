import { decide, type Claim, type Claimed, type Limits, type Settlement, type Usage } from './limits.ts';

/** What is over is thrown away when there is so much of it; keys come from what is configured, not from callers. */
const MOST_KEYS = 10_000;

interface Window {
  used: number;
  /** On the monotonic clock, in milliseconds. */
  readonly endsAt: number;
}

/** Limits of this process alone, answered at once. */
export class MemoryLimits implements Limits {
  readonly #windows = new Map<string, Window>();
  readonly #holders = new Map<string, Set<number>>();

  claim(claims: readonly Claim[]): Claimed {
    const now = performance.now();
    const usages: Usage[] = [];
    for (const claim of claims) usages.push(this.#usage(claim, now));
    const claimed = decide(claims, usages);
    if (claimed.isGranted) for (const claim of claims) this.#count(claim, now);
    return claimed;
  }

  settle(settlements: readonly Settlement[]): void {
    const now = performance.now();
    for (const settlement of settlements) {
      if (settlement.kind === 'slot') this.#release(settlement.key, settlement.holder);
      else this.#add(settlement.key, settlement.by, settlement.windowSeconds, now);
    }
  }

  clear(): void {
    this.#windows.clear();
    this.#holders.clear();
  }

  #usage(claim: Claim, now: number): Usage {
    if (claim.kind === 'slot') return { used: this.#holders.get(claim.key)?.size ?? 0, resetMs: 0 };
    const window = this.#current(claim.key, now);
    return { used: window?.used ?? 0, resetMs: window ? window.endsAt - now : claim.windowSeconds * 1000 };
  }

  #count(claim: Claim, now: number): void {
    if (claim.kind === 'window') {
      this.#add(claim.key, claim.amount, claim.windowSeconds, now);
      return;
    }
    const holders = this.#holders.get(claim.key);
    if (holders) holders.add(claim.holder);
    else this.#openSlots(claim.key, claim.holder);
  }

  #add(key: string, by: number, windowSeconds: number, now: number): void {
    const window = this.#current(key, now);
    if (window) window.used = Math.max(0, window.used + by);
    else if (by > 0) this.#open(key, { used: by, endsAt: now + windowSeconds * 1000 }, now);
  }

  #current(key: string, now: number): Window | undefined {
    const window = this.#windows.get(key);
    return window && window.endsAt > now ? window : undefined;
  }

  #open(key: string, window: Window, now: number): void {
    if (this.#windows.size >= MOST_KEYS) {
      for (const [other, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(other);
    }
    this.#windows.set(key, window);
  }

  #openSlots(key: string, holder: number): void {
    if (this.#holders.size >= MOST_KEYS) {
      for (const [other, { size }] of this.#holders) if (size === 0) this.#holders.delete(other);
    }
    this.#holders.set(key, new Set([holder]));
  }

  #release(key: string, holder: number): void {
    // An empty set stays: the next request is likely to come.
    this.#holders.get(key)?.delete(holder);
  }
}

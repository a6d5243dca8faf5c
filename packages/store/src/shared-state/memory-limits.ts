import { decide, type Claim, type Claimed, type Limits, type Settlement, type Usage } from './limits.ts';
import { SweptMap } from './swept-map.ts';

interface Window {
  used: number;
  /** On the monotonic clock, in milliseconds. */
  readonly endsAt: number;
}

/** Limits of this process alone, answered at once, in the same time however many keys there are. */
export class MemoryLimits implements Limits {
  readonly #windows = new SweptMap<string, Window>(({ endsAt }, now) => endsAt <= now);
  readonly #holders = new SweptMap<string, Set<number>>(({ size }) => size === 0);

  /** How many windows and sets of slots are kept, those that are over among them. */
  get size(): number {
    return this.#windows.size + this.#holders.size;
  }

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
    else this.#holders.set(claim.key, new Set([claim.holder]), now);
  }

  #add(key: string, by: number, windowSeconds: number, now: number): void {
    const window = this.#current(key, now);
    if (window) window.used = Math.max(0, window.used + by);
    else if (by > 0) this.#windows.set(key, { used: by, endsAt: now + windowSeconds * 1000 }, now);
  }

  #current(key: string, now: number): Window | undefined {
    const window = this.#windows.get(key);
    return window && window.endsAt > now ? window : undefined;
  }

  #release(key: string, holder: number): void {
    // An empty set stays for a while: the next request is likely to come.
    this.#holders.get(key)?.delete(holder);
  }
}

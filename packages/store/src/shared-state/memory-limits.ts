import {
  decide,
  reservation,
  type Claim,
  type Claimed,
  type Limits,
  type PurseClaim,
  type PurseSettlement,
  type Settlement,
  type Usage,
} from './limits.ts';
import { SweptMap } from './swept-map.ts';

interface Window {
  used: number;
  /** On the monotonic clock, in milliseconds. */
  readonly endsAt: number;
}

interface Purse {
  spent: number;
  reserved: number;
  /** On the monotonic clock, in milliseconds. */
  keepUntil: number;
}

/** Limits of this process alone, answered at once, in the same time however many keys there are. */
export class MemoryLimits implements Limits {
  readonly #windows = new SweptMap<string, Window>(({ endsAt }, now) => endsAt <= now);
  readonly #purses = new SweptMap<string, Purse>(({ reserved, keepUntil }, now) => reserved <= 0 && keepUntil <= now);
  readonly #holders = new SweptMap<string, Set<number>>(({ size }) => size === 0);

  /** How many windows, purses and sets of slots are kept, those that are over among them. */
  get size(): number {
    return this.#windows.size + this.#purses.size + this.#holders.size;
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
      else if (settlement.kind === 'purse') this.#spend(settlement, now);
      else this.#add(settlement.key, settlement.by, settlement.windowSeconds, now);
    }
  }

  clear(): void {
    this.#windows.clear();
    this.#purses.clear();
    this.#holders.clear();
  }

  #usage(claim: Claim, now: number): Usage {
    if (claim.kind === 'slot') return { used: this.#holders.get(claim.key)?.size ?? 0, resetMs: 0 };
    if (claim.kind === 'purse') {
      const { spent, reserved } = this.#purse(claim, now);
      return { used: spent, resetMs: 0, reserved };
    }
    const window = this.#current(claim.key, now);
    return { used: window?.used ?? 0, resetMs: window ? window.endsAt - now : claim.windowSeconds * 1000 };
  }

  #count(claim: Claim, now: number): void {
    if (claim.kind === 'window') {
      this.#add(claim.key, claim.amount, claim.windowSeconds, now);
      return;
    }
    if (claim.kind === 'purse') {
      const purse = this.#purse(claim, now);
      purse.reserved += reservation(claim, { used: purse.spent });
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

  /** With what is known to be spent. */
  #purse(
    { key, keepSeconds, spentAtLeast = 0 }: Pick<PurseClaim, 'key' | 'keepSeconds'> & Partial<PurseClaim>,
    now: number,
  ): Purse {
    let purse = this.#purses.get(key);
    if (!purse) this.#purses.set(key, (purse = { spent: 0, reserved: 0, keepUntil: 0 }), now);
    purse.spent = Math.max(purse.spent, spentAtLeast);
    purse.keepUntil = now + keepSeconds * 1000;
    return purse;
  }

  #spend(settlement: PurseSettlement, now: number): void {
    const purse = this.#purse(settlement, now);
    purse.reserved = Math.max(0, purse.reserved - settlement.reserved);
    purse.spent += settlement.spent;
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

import {
  decide,
  reservation,
  type Claim,
  type Claimed,
  type Limits,
  type PurseSettlement,
  type Settlement,
  type Usage,
} from './limits.ts';
import { SweptMap } from './swept-map.ts';

/**
 * A window, a set of slots or a purse. All are of one form, so that looking at them stays fast, and each is its own
 * `Usage`: what limits a key and all that it belongs to is some twenty of them for each request.
 */
class Counter implements Usage {
  readonly kind: Claim['kind'];
  /** In this window, as slots that are held, or out of this purse. */
  used = 0;
  /** Of a window, as of the last claim that looked at it. */
  resetMs = 0;
  /** Of a purse. */
  reserved = 0;
  /** When a window ends, or until when a purse is kept that nobody asks for; on the monotonic clock, in milliseconds. */
  endsAt = 0;
  /** Whether others find it: what was never counted is not kept. */
  isKept = false;
  /** Of slots. */
  holders: Set<number> | undefined = undefined;

  constructor(kind: Claim['kind']) {
    this.kind = kind;
  }

  isOver(now: number): boolean {
    return this.endsAt <= now && this.reserved <= 0 && (this.holders === undefined || this.holders.size === 0);
  }
}

/** Limits of this process alone, answered at once, in the same time however many keys there are. */
export class MemoryLimits implements Limits {
  readonly #counters = new SweptMap<string, Counter>((counter, now) => {
    if (!counter.isOver(now)) return false;
    // Whoever found it before it went keeps it again.
    counter.isKept = false;
    return true;
  });

  /** How many windows, purses and sets of slots are kept, those that are over among them. */
  get size(): number {
    return this.#counters.size;
  }

  claim(claims: readonly Claim[]): Claimed {
    const now = performance.now();
    const counters: Counter[] = [];
    for (const claim of claims) counters.push(this.#lookAt(claim, now));
    const claimed = decide(claims, counters);
    if (!claimed.isGranted) return claimed;
    for (let index = 0; index < claims.length; index++) {
      const [claim, counter] = [claims[index], counters[index]];
      if (!claim || !counter) continue;
      count(claim, counter, now);
      this.#keep(claim.key, counter, now);
    }
    return claimed;
  }

  settle(settlements: readonly Settlement[]): void {
    const now = performance.now();
    for (const settlement of settlements) {
      if (settlement.kind === 'slot') this.#release(settlement.key, settlement.holder);
      else if (settlement.kind === 'purse') this.#spend(settlement, now);
      else this.#correct(settlement.key, settlement.by, settlement.windowSeconds, now);
    }
  }

  clear(): void {
    this.#counters.clear();
  }

  /** How much of a purse is reserved. */
  reserved(key: string): number {
    return this.#counters.get(key)?.reserved ?? 0;
  }

  /** What was used of windows that still run, as what another store would have to add. */
  windows(): Settlement[] {
    const now = performance.now();
    return this.#counters.entries().flatMap(([key, { kind, used, endsAt }]): Settlement[] => {
      const isUsed = kind === 'window' && endsAt > now && used > 0;
      return isUsed ? [{ kind, key, by: used, windowSeconds: (endsAt - now) / 1000 }] : [];
    });
  }

  /** How it stands before the claim is counted. */
  #lookAt(claim: Claim, now: number): Counter {
    const counter = this.#counters.get(claim.key) ?? new Counter(claim.kind);
    if (claim.kind === 'window') {
      if (counter.endsAt <= now) counter.used = 0;
      counter.resetMs = counter.endsAt > now ? counter.endsAt - now : claim.windowSeconds * 1000;
    } else if (claim.kind === 'purse') {
      counter.used = Math.max(counter.used, claim.spentAtLeast);
      counter.endsAt = now + claim.keepSeconds * 1000;
    }
    return counter;
  }

  #keep(key: string, counter: Counter, now: number): void {
    if (counter.isKept) return;
    counter.isKept = true;
    this.#counters.set(key, counter, now);
  }

  #correct(key: string, by: number, windowSeconds: number, now: number): void {
    const counter = this.#counters.get(key) ?? new Counter('window');
    if (counter.endsAt > now) {
      counter.used = Math.max(0, counter.used + by);
    } else if (by > 0) {
      begin(counter, by, windowSeconds, now);
      this.#keep(key, counter, now);
    }
  }

  #spend({ key, reserved, spent, keepSeconds }: PurseSettlement, now: number): void {
    const counter = this.#counters.get(key) ?? new Counter('purse');
    counter.endsAt = now + keepSeconds * 1000;
    counter.reserved = Math.max(0, counter.reserved - reserved);
    counter.used += spent;
    this.#keep(key, counter, now);
  }

  #release(key: string, holder: number): void {
    const counter = this.#counters.get(key);
    // An empty set stays for a while: the next request is likely to come.
    if (counter?.holders?.delete(holder)) counter.used = counter.holders.size;
  }
}

function count(claim: Claim, counter: Counter, now: number): void {
  if (claim.kind === 'slot') {
    counter.holders ??= new Set();
    counter.holders.add(claim.holder);
    counter.used = counter.holders.size;
  } else if (claim.kind === 'purse') {
    counter.reserved += reservation(claim, counter);
  } else if (counter.endsAt > now) {
    counter.used += claim.amount;
  } else {
    begin(counter, claim.amount, claim.windowSeconds, now);
  }
}

function begin(window: Counter, amount: number, windowSeconds: number, now: number): void {
  window.used = amount;
  window.endsAt = now + windowSeconds * 1000;
}

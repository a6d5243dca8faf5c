import { setTimeout as pause } from 'node:timers/promises';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { inTime } from './in-time.ts';
import { LimitsAlone, type Untold } from '../limits-alone.ts';
import type { Claim, Claimed, Limits, Settlement, Slot } from '../limits.ts';
import type { KnownPurse } from './redis-limits.ts';
import type { RedisSharedState } from './redis-shared-state.ts';
import { Reservations } from '../reservations.ts';

const TOLD_AT_ONCE = 200;
/** How long it may take to learn what all have spent before Redis is told what is known here. */
const LEARN_WITHIN_MS = 1_000;

export interface LimitsFallbackOptions {
  /** How many processes share it, this one among them, as was last known. */
  readonly replicas: () => number;
  readonly breaker: Pick<CircuitBreaker, 'isOpen' | 'recordSuccess' | 'recordFailure'>;
  /**
   * What all have spent by now, by the keys of purses, as far as whoever lasts longer than Redis can say: what was spent
   * here while it was away may have been told to it by others, who had it from there.
   */
  readonly spentByAll: ((keys: readonly string[]) => Promise<ReadonlyMap<string, number>>) | undefined;
}

/**
 * Limits in Redis while it is there and answers in time, else this process's part of them. Each claim is counted once: one
 * whose answer comes late is counted where it was decided first, and taken from the other side. Afterwards Redis is told what
 * was used and spent meanwhile, and what is reserved yet.
 */
export class LimitsWithLocalFallback implements Limits {
  readonly #redis: RedisSharedState;
  readonly #options: LimitsFallbackOptions;
  readonly #alone: LimitsAlone;
  /** Wherever it was counted. */
  readonly #reserved = new Reservations();

  constructor(redis: RedisSharedState, options: LimitsFallbackOptions) {
    this.#redis = redis;
    this.#options = options;
    this.#alone = new LimitsAlone({
      replicas: options.replicas,
      isAway: () => options.breaker.isOpen,
      reserved: (key) => this.#reserved.of(key),
      held: (key) => redis.held(key),
    });
  }

  claim(claims: readonly Claim[]): Claimed | Promise<Claimed> {
    if (!this.#options.breaker.isOpen) return this.#claimInRedis(claims);
    const claimed = this.#alone.claim(claims);
    this.#reserved.add(claims, claimed);
    return claimed;
  }

  settle(settlements: readonly Settlement[]): void | Promise<void> {
    for (const settlement of settlements) {
      if (settlement.kind === 'purse') this.#reserved.free(settlement.key, settlement.reserved);
    }
    const { breaker } = this.#options;
    if (breaker.isOpen) return this.#alone.settle(settlements);
    const told = this.#redis.settle(this.#alone.settleHere(settlements));
    return inTime(told).then(
      () => breaker.recordSuccess(),
      (error: unknown) => {
        breaker.recordFailure(error);
        // Only what is lost for good: one that is late has been heard.
        told.catch(() => this.#alone.settleOnceMore(settlements));
      },
    );
  }

  /** Tells Redis what it has missed, in parts that it takes at once. Rejects where it does not take them. */
  async handOver(): Promise<void> {
    const spent = await this.#spentByAll();
    const { settlements, purses, slots } = this.#alone.take();
    const known = this.#purses(purses, spent);
    const keep = ({ key, keepSeconds }: KnownPurse, wasTold: boolean): void =>
      // What may have been heard would be counted twice for good; others know of the database what was spent.
      this.#alone.giveBackPurse(key, { spent: wasTold ? 0 : (purses.get(key)?.spent ?? 0), keepSeconds });
    try {
      await this.#tellHeld(slots, settlements);
      await tellAll(
        settlements,
        (part) => this.#redis.settle(part),
        (settlement) => this.#alone.giveBack(settlement),
      );
    } catch (error) {
      for (const purse of known) keep(purse, false);
      throw error;
    }
    await tellAll(known, (part) => this.#redis.restate(part), keep);
  }

  /** Those that have ended meanwhile are given back after that. */
  async #tellHeld(slots: readonly Slot[], settlements: readonly Settlement[]): Promise<void> {
    try {
      await inTime(this.#redis.hold(slots));
    } catch (error) {
      for (const settlement of settlements) this.#alone.giveBack(settlement);
      throw error;
    }
  }

  // A limit must stand whatever is under its key, so here even a wrong reply means to count alone.
  async #claimInRedis(claims: readonly Claim[]): Promise<Claimed> {
    const { breaker } = this.#options;
    const asked = this.#redis.claim(claims);
    let claimed: Claimed;
    try {
      claimed = await inTime(asked);
      breaker.recordSuccess();
    } catch (error) {
      breaker.recordFailure(error);
      const here = this.#alone.claim(claims);
      asked.then(
        (late) => this.#hearLate(claims, late, here),
        () => this.#alone.doubt(claims),
      );
      claimed = here;
    }
    this.#reserved.add(claims, claimed);
    return claimed;
  }

  /** What was decided here holds. */
  #hearLate(claims: readonly Claim[], late: Claimed, here: Claimed): void {
    const told: Settlement[] = [];
    const { isOpen } = this.#options.breaker;
    if (isOpen) this.#alone.doubt(claims);
    for (const [index, claim] of claims.entries()) {
      // What is reserved in all is told once Redis is back.
      if (isOpen && claim.kind === 'purse') continue;
      const reserved = late.states[index]?.reserved ?? 0;
      const reservedHere = here.states[index]?.reserved ?? 0;
      if (late.isGranted && !here.isGranted) told.push(givenBack(claim, reserved));
      else if (late.isGranted) {
        const freed = this.#alone.forget(claim, reservedHere);
        if (claim.kind === 'purse') told.push(givenBack(claim, reserved - freed));
      } else if (here.isGranted && claim.kind === 'window') {
        // It stays counted here as well: here is where the next one is decided that is late.
        told.push({ kind: 'window', key: claim.key, by: claim.amount, windowSeconds: claim.windowSeconds });
      }
    }
    if (told.length > 0) this.#redis.settle(told).catch(() => this.#alone.settleOnceMore(told));
  }

  /** Purses of which Redis may not know all, as they are to be there. */
  #purses(untold: ReadonlyMap<string, Untold>, spent: ReadonlyMap<string, number>): KnownPurse[] {
    const keys = new Map(untold);
    for (const [key, { keepSeconds }] of this.#reserved.entries()) {
      if (!keys.has(key)) keys.set(key, { spent: 0, keepSeconds });
    }
    return [...keys].map(([key, { spent: spentHere, keepSeconds }]) => {
      const spentAtLeast = spent.get(key);
      return {
        key,
        keepSeconds,
        reserved: this.#reserved.of(key),
        spentAtLeast: spentAtLeast ?? 0,
        spentMore: spentAtLeast === undefined ? spentHere : 0,
      };
    });
  }

  /** Nothing where nobody knows it in time: then what was spent here is told alone. */
  async #spentByAll(): Promise<ReadonlyMap<string, number>> {
    const { untold } = this.#alone;
    const { spentByAll } = this.#options;
    if (!spentByAll || untold.length === 0) return new Map();
    const late = pause(LEARN_WITHIN_MS, new Map<string, number>(), { ref: false });
    return Promise.race([spentByAll(untold).catch(() => new Map<string, number>()), late]);
  }
}

/** What takes back a claim that was counted. */
function givenBack(claim: Claim, reserved: number): Settlement {
  switch (claim.kind) {
    case 'window':
      return { kind: 'window', key: claim.key, by: -claim.amount, windowSeconds: claim.windowSeconds };
    case 'slot':
      return { kind: 'slot', key: claim.key, holder: claim.holder };
    case 'purse':
      return { kind: 'purse', key: claim.key, spent: 0, reserved, keepSeconds: claim.keepSeconds };
  }
}

/** Gives what could not be told to `keep`, and rejects. */
async function tellAll<One>(
  all: readonly One[],
  tell: (part: readonly One[]) => Promise<void>,
  keep: (one: One, wasTold: boolean) => void,
): Promise<void> {
  for (let start = 0; start < all.length; start += TOLD_AT_ONCE) {
    try {
      await inTime(tell(all.slice(start, start + TOLD_AT_ONCE)));
    } catch (error) {
      for (const [index, one] of all.slice(start).entries()) keep(one, index < TOLD_AT_ONCE);
      throw error;
    }
  }
}

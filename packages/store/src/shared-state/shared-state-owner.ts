import type { Claim, Claimed, Settlement } from './limits.ts';
import { Reservations } from './reservations.ts';
import type { SharedStateDriver } from './shared-state.ts';

/** What is asked of the process that keeps the state, by the names of `SharedState`. */
export const ASKED = [
  'get',
  'getBytes',
  'getMany',
  'set',
  'delete',
  'deleteAll',
  'increment',
  'claim',
  'settle',
] as const;

export type Asked = (typeof ASKED)[number];

/** Slots are numbered by whoever holds them; so many of each process have numbers of their own here. */
const MOST_SLOTS = 2 ** 40;

/**
 * State in the memory of one process, for others that ask it over a channel: what they claim is counted in one place,
 * exactly. One that goes away, however it went, holds nothing any more.
 */
export class SharedStateOwner {
  readonly #state: SharedStateDriver;
  #processes = 0;

  constructor(state: SharedStateDriver) {
    this.#state = state;
  }

  /** For one process, from its start to its end. */
  serve(): SharedStateOfOne {
    return new SharedStateOfOne(this.#state, ++this.#processes * MOST_SLOTS);
  }
}

/** What one process asks, and what it holds. */
export class SharedStateOfOne {
  readonly #state: SharedStateDriver;
  readonly #firstSlot: number;
  /** Keys by slots. */
  readonly #slots = new Map<number, string>();
  readonly #reserved = new Reservations();

  constructor(state: SharedStateDriver, firstSlot: number) {
    this.#state = state;
    this.#firstSlot = firstSlot;
  }

  /** The answer to a question; limits are answered at once. */
  answer(asked: Asked, given: readonly unknown[]): unknown {
    if (asked === 'claim') return this.#claim(given[0] as readonly Claim[]);
    if (asked === 'settle') return this.#settle(given[0] as readonly Settlement[]);
    const ask = this.#state[asked] as (...args: readonly unknown[]) => unknown;
    return ask(...given);
  }

  /** It is gone: its slots and what it had reserved are free. What it has spent stays spent. */
  gone(): void {
    const owed: Settlement[] = [...this.#slots].map(([holder, key]) => ({ kind: 'slot', key, holder }));
    for (const [key, { amount: reserved, keepSeconds }] of this.#reserved.entries()) {
      owed.push({ kind: 'purse', key, reserved, spent: 0, keepSeconds });
    }
    this.#slots.clear();
    this.#reserved.clear();
    if (owed.length > 0) void this.#state.settle(owed);
  }

  #claim(claims: readonly Claim[]): Claimed | Promise<Claimed> {
    const own = claims.map((claim) => (claim.kind === 'slot' ? { ...claim, holder: this.#slot(claim.holder) } : claim));
    const claimed = this.#state.claim(own);
    return claimed instanceof Promise ? claimed.then((one) => this.#hold(own, one)) : this.#hold(own, claimed);
  }

  #hold(claims: readonly Claim[], claimed: Claimed): Claimed {
    this.#reserved.add(claims, claimed);
    if (claimed.isGranted) {
      for (const claim of claims) if (claim.kind === 'slot') this.#slots.set(claim.holder, claim.key);
    }
    return claimed;
  }

  #settle(settlements: readonly Settlement[]): void | Promise<void> {
    const own = settlements.map((one) => (one.kind === 'slot' ? { ...one, holder: this.#slot(one.holder) } : one));
    for (const settlement of own) {
      if (settlement.kind === 'slot') this.#slots.delete(settlement.holder);
      else if (settlement.kind === 'purse') this.#reserved.free(settlement.key, settlement.reserved);
    }
    return this.#state.settle(own);
  }

  #slot(holder: number): number {
    return this.#firstSlot + holder;
  }
}

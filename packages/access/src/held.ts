import type { Claim, Limits, LimitState, Settlement } from '@showrunner/store';
import type { Limit } from './limit.ts';

/** What work holds of its holder's limits while it is under way. */
export class Held {
  readonly kind = 'held';
  /** In the order of the limiter's limits. */
  readonly states: readonly LimitState[];
  readonly #store: Limits;
  readonly #limits: readonly Limit[];
  readonly #claims: readonly Claim[];

  constructor(store: Limits, limits: readonly Limit[], claims: readonly Claim[], states: readonly LimitState[]) {
    this.#store = store;
    this.#limits = limits;
    this.#claims = claims;
    this.states = states;
  }

  /**
   * Call it once, when the work has ended in whichever way: slots are free again, and tokens count as they were used.
   *
   * @param spent what it cost, in the unit of the purses that were claimed
   * @param unpaid purses that were claimed, by their keys, and pay nothing of it
   * @param tookMs how long it was held; the caller has measured that anyway, and two looks at the clock are a tenth of
   * what all of a key's limits take
   */
  settle(usedTokens: number, tookMs: number, spent = 0, unpaid?: ReadonlySet<string>): void {
    const settlements: Settlement[] = [];
    for (let index = 0; index < this.#claims.length; index++) {
      const claim = this.#claims[index];
      if (claim?.kind === 'slot') settlements.push(claim);
      else if (claim?.kind === 'purse') {
        const { key, keepSeconds } = claim;
        const paid = unpaid?.has(key) ? 0 : spent;
        settlements.push({ kind: 'purse', key, keepSeconds, spent: paid, reserved: this.states[index]?.reserved ?? 0 });
      } else if (claim && this.#limits[index]?.unit === 'tokens') {
        // What was claimed in a window that is over is gone with it.
        const isOver = tookMs > (this.states[index]?.resetMs ?? 0);
        const by = usedTokens - (isOver ? 0 : claim.amount);
        if (by !== 0) settlements.push({ kind: 'window', key: claim.key, by, windowSeconds: claim.windowSeconds });
      }
    }
    if (settlements.length > 0) void this.#store.settle(settlements);
  }
}

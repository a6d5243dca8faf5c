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
  readonly #since = performance.now();

  constructor(store: Limits, limits: readonly Limit[], claims: readonly Claim[], states: readonly LimitState[]) {
    this.#store = store;
    this.#limits = limits;
    this.#claims = claims;
    this.states = states;
  }

  /** Call it once, when the work has ended in whichever way: slots are free again, and tokens count as they were used. */
  settle(usedTokens: number): void {
    const tookMs = performance.now() - this.#since;
    const settlements: Settlement[] = [];
    for (const [index, claim] of this.#claims.entries()) {
      if (claim.kind === 'slot') settlements.push(claim);
      else if (this.#limits[index]?.unit === 'tokens') {
        // What was claimed in a window that is over is gone with it.
        const isOver = tookMs > (this.states[index]?.resetMs ?? 0);
        const by = usedTokens - (isOver ? 0 : claim.amount);
        if (by !== 0) settlements.push({ kind: 'window', key: claim.key, by, windowSeconds: claim.windowSeconds });
      }
    }
    if (settlements.length > 0) void this.#store.settle(settlements);
  }
}

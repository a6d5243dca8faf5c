import type { Tally } from './tally.ts';

/** The next ask might cost more than the caller allows. */
export class CostLimitError extends Error {
  override readonly name = 'CostLimitError';
  readonly mayCostUsd: number;

  constructor(mayCostUsd: number) {
    super('The next ask may pass max_cost.');
    this.mayCostUsd = mayCostUsd;
  }
}

/** Keeps what one request spends, its asks under way at their worst included, below the caller's `max_cost`. */
export interface Budget {
  /**
   * Takes what an ask may cost at most, in US dollars, and resolves to what gives it back when the ask has ended. Waits
   * while only asks under way stand against it.
   *
   * @throws CostLimitError where it would pass the limit even alone
   */
  reserve(worstUsd: number): Promise<() => void>;
}

export function createBudget(maxCostUsd: number | undefined, tally: Tally): Budget {
  if (maxCostUsd === undefined) return { reserve: () => Promise.resolve(() => undefined) };
  let reserved = 0;
  let waiting: (() => void)[] = [];
  return {
    async reserve(worst) {
      for (;;) {
        const mayCost = (tally.costUsd ?? 0) + worst;
        if (mayCost > maxCostUsd) throw new CostLimitError(mayCost);
        if (mayCost + reserved <= maxCostUsd) break;
        await new Promise<void>((go) => waiting.push(go));
      }
      reserved += worst;
      return () => {
        reserved -= worst;
        const woken = waiting;
        waiting = [];
        for (const go of woken) go();
      };
    },
  };
}

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
export class Budget {
  readonly #maxCostUsd: number;
  readonly #tally: Tally;
  #reservedUsd = 0;
  #waiting: (() => void)[] = [];

  constructor(maxCostUsd: number | undefined, tally: Tally) {
    this.#maxCostUsd = maxCostUsd ?? Infinity;
    this.#tally = tally;
  }

  /**
   * Takes what an ask may cost at most, in US dollars, and resolves to what gives it back when the ask has ended. Waits
   * while only asks under way stand against it.
   *
   * @throws CostLimitError where it would pass the limit even alone
   */
  async reserve(worstUsd: number): Promise<() => void> {
    for (;;) {
      const mayCost = (this.#tally.costUsd ?? 0) + worstUsd;
      if (mayCost > this.#maxCostUsd) throw new CostLimitError(mayCost);
      if (mayCost + this.#reservedUsd <= this.#maxCostUsd) break;
      await new Promise<void>((go) => this.#waiting.push(go));
    }
    this.#reservedUsd += worstUsd;
    return () => this.#giveBack(worstUsd);
  }

  #giveBack(worstUsd: number): void {
    this.#reservedUsd -= worstUsd;
    const woken = this.#waiting;
    this.#waiting = [];
    for (const go of woken) go();
  }
}

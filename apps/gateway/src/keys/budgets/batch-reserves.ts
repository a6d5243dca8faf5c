import type { Reserved } from '../../stored/batch-bills.ts';

/**
 * What batches under way may cost, by the purses that will pay for them: it is spent some time, and nobody else may spend it
 * meanwhile. It outlives processes, so that it stands beside what calls reserve, which ends with them.
 */
export class BatchReserves {
  /** What the database knows. */
  #written: readonly Reserved[] = [];
  /** What is not written yet. */
  readonly #held = new Set<Reserved>();
  readonly #byPurse = new Map<string, number>();

  /** In counted units. */
  of(purse: string): number {
    return this.#byPurse.size === 0 ? 0 : (this.#byPurse.get(purse) ?? 0);
  }

  /** Keeps so much free, until what is returned is called. */
  hold(reserved: Reserved): () => void {
    this.#held.add(reserved);
    this.#addUp();
    return () => {
      this.#held.delete(reserved);
      this.#addUp();
    };
  }

  /** Hears what is kept free for all batches that are written down. */
  learn(written: readonly Reserved[]): void {
    this.#written = written;
    this.#addUp();
  }

  #addUp(): void {
    this.#byPurse.clear();
    for (const reserved of [...this.#written, ...this.#held]) {
      for (const [purse, amount] of Object.entries(reserved)) {
        this.#byPurse.set(purse, (this.#byPurse.get(purse) ?? 0) + amount);
      }
    }
  }
}

import type { Claim, Claimed } from './limits.ts';

export interface Reserved {
  readonly amount: number;
  /** How long its purse is kept since its last use. */
  readonly keepSeconds: number;
}

/** What somebody has reserved of purses and not settled yet. */
export class Reservations {
  readonly #byPurse = new Map<string, Reserved>();

  get isEmpty(): boolean {
    return this.#byPurse.size === 0;
  }

  of(key: string): number {
    return this.#byPurse.get(key)?.amount ?? 0;
  }

  entries(): Iterable<[string, Reserved]> {
    return this.#byPurse;
  }

  /** What was granted. */
  add(claims: readonly Claim[], { isGranted, states }: Claimed): void {
    if (!isGranted) return;
    for (let index = 0; index < claims.length; index++) {
      const claim = claims[index];
      const reserved = states[index]?.reserved ?? 0;
      if (claim?.kind !== 'purse' || reserved === 0) continue;
      this.#byPurse.set(claim.key, { amount: this.of(claim.key) + reserved, keepSeconds: claim.keepSeconds });
    }
  }

  /** Frees so much, or what there is; returns how much that was. */
  free(key: string, amount: number): number {
    const reserved = this.#byPurse.get(key);
    if (!reserved || amount === 0) return 0;
    if (reserved.amount > amount) {
      this.#byPurse.set(key, { ...reserved, amount: reserved.amount - amount });
      return amount;
    }
    this.#byPurse.delete(key);
    return reserved.amount;
  }

  clear(): void {
    this.#byPurse.clear();
  }
}

import type { Held } from '@showrunner/access';
import type { FinishedRecord } from '../exchange/record.ts';
import { PER_DOLLAR } from '../keys/purse.ts';
import type { BudgetWatch } from '../keys/budget-watch.ts';
import type { Paying, Purses } from '../keys/purses.ts';
import type { Payer } from '../keys/payment.ts';

/** Who pays for a request. */
export interface PaidBy {
  readonly purses: Purses;
  readonly by: readonly Paying[];
  /** Those of them of whose budgets somebody may be told. */
  readonly watched: readonly Payer[];
  readonly watch: BudgetWatch;
}

/** A request that was let in; what it holds of its caller's limits and budgets it gives back at its end. */
export class Admitted {
  /** What the caller is told of its limits: lines of a head, `name: value\r\n` each. */
  readonly headerLines: string;
  readonly #held: Held | undefined;
  readonly #paid: PaidBy | undefined;

  constructor(headerLines: string, held: Held | undefined, paid?: PaidBy) {
    this.headerLines = headerLines;
    this.#held = held;
    this.#paid = paid;
  }

  /** Once, at the end, however it ended. A cached answer costs no vendor's tokens. */
  settle({ usage, isCacheHit, durationMs, cost = 0 }: FinishedRecord): void {
    const spent = isCacheHit ? 0 : Math.round(cost * PER_DOLLAR);
    this.#held?.settle(isCacheHit ? 0 : (usage?.total_tokens ?? 0), durationMs, spent);
    if (!this.#paid || spent === 0) return;
    this.#paid.purses.spend(this.#paid.by, spent);
    this.#paid.watch.paid(this.#paid.watched);
  }
}

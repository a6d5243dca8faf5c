import type { Held } from '@showrunner/access';
import type { FinishedRecord } from '../exchange/record/record.ts';
import type { BudgetWatch } from '../keys/budgets/budget-watch.ts';
import type { Payer, Payment } from '../keys/budgets/payment.ts';
import { PER_DOLLAR } from '../keys/budgets/purse.ts';
import type { Paying, Purses } from '../keys/budgets/purses.ts';
import type { UsualOutputs } from '../keys/budgets/usual-output.ts';
import type { Reserved } from '../stored/batch-bills.ts';
import type { BudgetClaims } from './budget-claims.ts';

/** Who pays for a request. */
export interface PaidBy {
  readonly purses: Purses;
  readonly by: readonly Paying[];
  /** Those of them of whose budgets somebody may be told. */
  readonly watched: readonly Payer[];
  readonly watch: BudgetWatch;
  /** Who pays where a fallback answers, by its name; nothing where that is the same. */
  readonly paymentOf: ((group: string) => Payment) | undefined;
  /** What was reserved of which budgets; nothing where none binds. */
  readonly budgets: BudgetClaims | undefined;
  /** Where it is learned how long answers are; nothing where no budget binds. */
  readonly usual: { readonly outputs: UsualOutputs; readonly model: string } | undefined;
}

/** A request that was let in; what it holds of its caller's limits and budgets it gives back at its end. */
export class Admitted {
  /** What the caller is told of its limits: lines of a head, `name: value\r\n` each. */
  readonly headerLines: string;
  readonly #held: Held | undefined;
  readonly #paid: PaidBy | undefined;
  readonly #heldToo: Held | undefined;

  constructor(headerLines: string, held: Held | undefined, paid?: PaidBy, heldToo?: Held) {
    this.headerLines = headerLines;
    this.#held = held;
    this.#paid = paid;
    this.#heldToo = heldToo;
  }

  /** The same, which gives this back as well. */
  withHeld(held: Held): Admitted {
    return new Admitted(this.headerLines, this.#held, this.#paid, held);
  }

  /** What it may cost, by the names of the purses whose budgets bind it and in their counted units. */
  get reserved(): Reserved {
    const { binding = [], claims = [] } = this.#paid?.budgets ?? {};
    const amounts = claims.map(({ amount }, index) => [binding[index]?.purse.name ?? '', amount] as const);
    return Object.fromEntries(amounts.filter(([, amount]) => amount > 0));
  }

  /** Once, at the end, however it ended. A cached answer costs no vendor's tokens. */
  settle(record: FinishedRecord): void {
    const { usage, isCacheHit, durationMs, cost = 0 } = record;
    this.#heldToo?.settle(0, durationMs);
    const spent = isCacheHit ? 0 : Math.round(cost * PER_DOLLAR);
    const instead = this.#paid && paymentOfFallback(this.#paid, record);
    const unpaid = instead && this.#paid?.budgets ? unpaidBy(this.#paid.budgets, instead) : undefined;
    this.#held?.settle(isCacheHit ? 0 : (usage?.total_tokens ?? 0), durationMs, spent, unpaid);
    if (!this.#paid) return;
    const { usual, purses, by, watched, watch } = this.#paid;
    if (usual && usage && !isCacheHit) usual.outputs.note(usual.model, usage.completion_tokens ?? 0);
    if (spent === 0) return;
    purses.spend(instead?.purses ?? by, spent);
    watch.paid(instead?.watched ?? watched);
  }
}

/** A model that stands in for another is paid out of its own purses. */
function paymentOfFallback({ paymentOf }: PaidBy, { fallbacks, deployment }: FinishedRecord): Payment | undefined {
  return paymentOf && fallbacks > 0 && deployment ? paymentOf(deployment.group) : undefined;
}

/** The counters of budgets that pay nothing now. */
function unpaidBy({ binding, claims }: BudgetClaims, { limited }: Payment): ReadonlySet<string> {
  const paying = new Set(limited.map(({ purse }) => purse));
  return new Set(claims.flatMap(({ key }, index) => (paying.has(binding[index]?.purse as never) ? [] : [key])));
}

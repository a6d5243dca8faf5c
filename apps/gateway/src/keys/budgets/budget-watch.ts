import { PER_DOLLAR } from './purse.ts';
import type { BudgetHolder } from './spenders.ts';
import type { Payer } from './payment.ts';

/** A budget is told of each time when another twentieth of it is spent: LiteLLM warns at 85 and at 95 per cent. */
const STEPS = 20;

/** How a budget stands that has come a step further, or to what somebody wants to be told at. */
export interface BudgetNews {
  readonly holder: BudgetHolder;
  /** US dollars; nothing of a budget that only warns. */
  readonly limit: number | undefined;
  /** `soft_budget`: US dollars, beyond which somebody is to be told. */
  readonly softLimit: number | undefined;
  /** US dollars in this window: until this call, as far as was told, and with it. */
  readonly before: number;
  readonly spent: number;
  /** `30d`; nothing where what is spent always counts. */
  readonly duration: string | undefined;
  /** Milliseconds since 1970. */
  readonly windowEndsAt: number | undefined;
  /** Of which model alone it is the budget. */
  readonly model: string | undefined;
  /** Names this budget in this window, the same at all replicas, which may each tell of one step. */
  readonly window: string;
}

/** Is told behind the answer, in its turn: what takes time it does by itself. */
export type BudgetWatcher = (news: BudgetNews) => void;

/**
 * Who is told how budgets stand. Nobody is asked anything while nobody listens; of each budget this process tells each
 * step once a window.
 */
export class BudgetWatch {
  readonly #watchers = new Set<BudgetWatcher>();

  /** Tells this one as well; gives what ends it. */
  subscribe(watcher: BudgetWatcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Those have paid a call just now. */
  paid(payers: readonly Payer[]): void {
    if (this.#watchers.size === 0) return;
    for (const payer of payers) {
      const news = newsOf(payer);
      if (news) for (const watcher of this.#watchers) watcher(news);
    }
  }
}

/** What is new of a budget since it was told of last; nothing where it stands on the same step. */
function newsOf({ spender, purse }: Payer): BudgetNews | undefined {
  const { limit, softLimit, duration, holder, model } = spender;
  if (limit === undefined && softLimit === undefined) return undefined;
  const { before, spent } = purse.sinceTold();
  const marks = [softLimit, ...stepsOf(limit)].flatMap((mark) => (mark === undefined ? [] : [mark * PER_DOLLAR]));
  if (!marks.some((mark) => before < mark && mark <= spent)) return undefined;
  purse.tell();
  return {
    holder,
    limit,
    softLimit,
    before: before / PER_DOLLAR,
    spent: spent / PER_DOLLAR,
    duration,
    windowEndsAt: purse.windowEndsAt() ?? undefined,
    model,
    window: purse.counter(),
  };
}

function stepsOf(limit: number | undefined): number[] {
  if (limit === undefined) return [];
  return Array.from({ length: STEPS }, (_, index) => (limit * (index + 1)) / STEPS);
}

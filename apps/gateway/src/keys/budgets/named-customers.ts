import type { Metrics } from '@showrunner/service';
import type { SpentAmount } from '../../stored/entities/write-purses.ts';
import { purseName } from '../../stored/entities/purse-name.ts';
import { PER_DOLLAR } from './purse.ts';
import type { Paying } from './purses.ts';

/** Of so many what they spent may wait for the database; callers make up names as they like. */
const MOST_WAITING = 100_000;

/** Customers whom calls have named and nothing limits: what they spend is added to whatever the database has. */
export class NamedCustomers {
  readonly #waiting = new Map<string, NamedCustomer>();
  #missed = 0;

  constructor(metrics: Metrics) {
    metrics.figure({
      name: 'showrunner_customer_amounts_dropped_total',
      type: 'counter',
      help: 'Calls whose customers are not told of their cost, because the database did not take that of others in time.',
      read: () => this.#missed,
    });
  }

  /** Of how many what they spent waits for the database. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Who pays; nothing where too many wait already. */
  get(id: string): Paying | undefined {
    let customer = this.#waiting.get(id);
    if (customer) return customer;
    if (this.#waiting.size >= MOST_WAITING) {
      this.#missed++;
      return undefined;
    }
    customer = new NamedCustomer(purseName({ kind: 'customer', id }), () => this.#waiting.delete(id));
    return customer.onFirst(() => this.#waiting.set(id, customer));
  }
}

class NamedCustomer implements Paying {
  readonly #purse: string;
  readonly #onTaken: () => void;
  #onFirst: () => void = () => undefined;
  #unwritten = 0;

  constructor(purse: string, onTaken: () => void) {
    this.#purse = purse;
    this.#onTaken = onTaken;
  }

  /** Who has spent nothing yet need not be remembered. */
  onFirst(listener: () => void): this {
    this.#onFirst = listener;
    return this;
  }

  spend(amount: number): boolean {
    const isFirst = this.#unwritten === 0;
    if (isFirst) this.#onFirst();
    this.#unwritten += amount;
    return isFirst;
  }

  takeUnwritten(into: SpentAmount[]): void {
    const dollars = this.#unwritten / PER_DOLLAR;
    this.#unwritten = 0;
    this.#onTaken();
    into.push({ purse: this.#purse, dollars, windowEndsAt: null, epoch: undefined });
  }
}

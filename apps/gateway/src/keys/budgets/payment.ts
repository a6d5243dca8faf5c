import { Few } from '../few.ts';
import type { Purse } from './purse.ts';
import type { Paying } from './purses.ts';
import type { Spender } from './spenders.ts';

/** Somebody who pays for a call. */
export interface Payer {
  readonly spender: Spender;
  readonly purse: Purse;
}

/** Who pays for calls of one model: all of them, those of them who have a limit, and those of whom somebody may be told. */
export interface Payment {
  readonly purses: readonly Paying[];
  readonly limited: readonly Payer[];
  readonly watched: readonly Payer[];
}

const NO_NAMES: readonly string[] = [];
const NO_PAYMENT: Payment = { purses: [], limited: [], watched: [] };

/** Payments for calls of some payers, made once for each model that has a purse of its own among them. */
export class Payments {
  /** Whether some models have purses of their own. */
  readonly differ: boolean;
  readonly #payers: readonly Payer[];
  readonly #byModel = new Few<Payment>();

  constructor(payers: readonly Payer[]) {
    this.#payers = payers;
    this.differ = payers.some(({ spender }) => spender.model !== undefined);
  }

  /**
   * @param model by the name by which it is asked for
   * @param group the public name of the group that this means: purses of both names pay
   */
  of(model: string, group = model): Payment {
    const names = this.differ ? this.#ownNames(model, group) : NO_NAMES;
    const key = names === NO_NAMES ? '' : names.join('\n');
    let payment = this.#byModel.get(key);
    if (!payment) this.#byModel.add(key, (payment = paymentOf(this.#payers, names)));
    return payment;
  }

  #ownNames(model: string, group: string): readonly string[] {
    return [...new Set([model, group])].filter((name) => this.#payers.some(({ spender }) => spender.model === name));
  }
}

/** Whoever pays and is held by no limit. */
export function paymentOfOne(purse: Paying): Payment {
  return { purses: [purse], limited: [], watched: [] };
}

/** Several at once. */
export function together(payments: readonly Payment[]): Payment {
  const [first = NO_PAYMENT, ...others] = payments;
  return others.reduce(
    (all, one) => ({
      purses: joined(all.purses, one.purses),
      limited: joined(all.limited, one.limited),
      watched: joined(all.watched, one.watched),
    }),
    first,
  );
}

/** Nearly always one of the two is empty: a list is made for each call where it is not. */
function joined<One>(list: readonly One[], other: readonly One[]): readonly One[] {
  if (other.length === 0) return list;
  return list.length === 0 ? other : [...list, ...other];
}

function paymentOf(payers: readonly Payer[], models: readonly string[]): Payment {
  const paying = payers.filter(({ spender }) => spender.model === undefined || models.includes(spender.model));
  return {
    purses: paying.map(({ purse }) => purse),
    limited: paying.filter(({ spender }) => spender.limit !== undefined),
    watched: paying.filter(({ spender }) => (spender.limit ?? spender.softLimit) !== undefined),
  };
}

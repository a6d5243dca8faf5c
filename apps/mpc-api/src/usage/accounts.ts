import type { Account, AccountOf } from './account.ts';
import { dailyCostReached, priceUnknown } from './cost-refusals.ts';
import { dailyLimitOf, OpenAccount, type AccountsParts } from './open-account.ts';

/** Who wants to begin something that may cost. */
export type Beginner = Pick<AccountOf, 'keyId' | 'isPriced'>;

export interface Accounts {
  open(of: AccountOf): Account;
  /**
   * Refuses what would only be begun to be refused: where the caller is told early, in place of its first question.
   *
   * @throws ApiError RATE_LIMIT_EXCEEDED where the key's daily cost is reached, INVALID_INPUT where it cannot be counted
   */
  refuseSpent(beginner: Beginner): Promise<void>;
}

export function createAccounts(parts: AccountsParts): Accounts {
  /** Of those who wait for the same key one looks at a time, in the order in which they came. */
  const queues = new Map<string, Promise<unknown>>();

  async function inLine<Value>(keyId: string, work: () => Promise<Value>): Promise<Value> {
    const before = queues.get(keyId) ?? Promise.resolve();
    const mine = before.then(work, work);
    queues.set(keyId, mine);
    try {
      return await mine;
    } finally {
      if (queues.get(keyId) === mine) queues.delete(keyId);
    }
  }

  async function refuseSpent({ keyId, isPriced }: Beginner): Promise<void> {
    const limitUsd = await dailyLimitOf(parts.known, keyId);
    if (limitUsd === null) return;
    if (!isPriced) throw priceUnknown();
    await parts.log.flush();
    if (await parts.holds.isSpent({ keyId, limitUsd })) throw dailyCostReached(limitUsd);
  }

  return { open: (of) => new OpenAccount(of, { ...parts, inLine }), refuseSpent };
}

/** Does work that is charged to an account, and closes that. */
export async function chargedTo<Made>(account: Account, work: () => Promise<Made>): Promise<Made> {
  try {
    const made = await work();
    await account.close(true);
    return made;
  } catch (error) {
    await account.close(false);
    throw error;
  }
}

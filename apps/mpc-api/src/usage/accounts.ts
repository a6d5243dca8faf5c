import type { KnownKeys } from '../keys/known-keys.ts';
import type { CostHolds } from './cost-holds.ts';
import { dailyCostReached, priceUnknown } from './cost-refusals.ts';
import { dailyLimitOf, OpenAccount } from './open-account.ts';
import type { UsageLog } from './usage-log.ts';

/** Whose generation it is, and of what. */
export interface AccountOf {
  readonly keyId: string;
  readonly workspace: string;
  readonly recipe: string;
  /** Whether what the model asks for is known. */
  readonly isPriced: boolean;
  /** Whether earlier starts of the same work have been counted. */
  readonly isBegun: boolean;
}

/** What one question used. */
export interface Paid {
  /** The one that served. */
  readonly model: string | null;
  readonly input: number;
  readonly output: number;
  /** US dollars; null where it is not known. */
  readonly costUsd: number | null;
  /** US dollars that it cost at most. */
  readonly boundUsd: number;
}

/** What one generation costs, from before its first question until it has ended. */
export interface Account {
  /**
   * Asked before each question; what is given stands for it until it has been answered and paid. Waits where others of the
   * same key are under way and might reach its daily cost together with it.
   *
   * @throws ApiError RATE_LIMIT_EXCEEDED where that is reached
   */
  reserve(worstUsd: number, signal: AbortSignal): Promise<Disposable>;
  /** Counts a question; resolves when it counts for the limit too. Never rejects: what was paid is not thrown away. */
  paid(paid: Paid): Promise<void>;
  /** Gives back what is held. What was written without a question counts as a generation. */
  close(hasSucceeded: boolean): Promise<void>;
}

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

export interface AccountsParts {
  readonly known: Pick<KnownKeys, 'withId'>;
  readonly log: UsageLog;
  readonly holds: CostHolds;
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

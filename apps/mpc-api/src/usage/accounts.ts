import { setTimeout as pause } from 'node:timers/promises';
import { ErrorTypes, invalidInput } from '@showrunner/errors';
import { newId } from '../jobs/new-id.ts';
import type { KnownKeys } from '../keys/known-keys.ts';
import type { CostHolds, WantedHold } from './cost-holds.ts';
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
   * Asked before each question. The first one waits where others of the same key are under way and might reach its daily
   * cost together with it.
   *
   * @throws ApiError RATE_LIMIT_EXCEEDED where that is reached
   */
  reserve(worstUsd: number, signal: AbortSignal): Promise<void>;
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

/** How often whoever waits looks again; others end within seconds. */
const LOOK_EVERY_MS = 200;

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

type OpenParts = AccountsParts & {
  readonly inLine: <Value>(keyId: string, work: () => Promise<Value>) => Promise<Value>;
};

class OpenAccount implements Account {
  readonly #of: AccountOf;
  readonly #parts: OpenParts;
  readonly #id = newId('gen');
  #reserving: Promise<boolean> | undefined;
  #isCounted: boolean;

  constructor(of: AccountOf, parts: OpenParts) {
    this.#of = of;
    this.#parts = parts;
    this.#isCounted = of.isBegun;
  }

  async reserve(worstUsd: number, signal: AbortSignal): Promise<void> {
    this.#reserving ??= this.#hold(worstUsd, signal);
    await this.#reserving;
  }

  async paid(paid: Paid): Promise<void> {
    const { holds, log } = this.#parts;
    this.#add(paid);
    if ((await this.#reserving) !== true) return;
    try {
      await log.flush();
      await holds.reduce(this.#id, paid.costUsd ?? paid.boundUsd);
    } catch {
      // The row waits to be written, and until it has ended the generation goes on to hold what it may cost.
    }
  }

  async close(hasSucceeded: boolean): Promise<void> {
    if (hasSucceeded && !this.#isCounted) this.#add({ model: null, input: 0, output: 0, costUsd: 0, boundUsd: 0 });
    const isHolding = await this.#reserving?.catch(() => false);
    if (isHolding !== true) return;
    // Who is let in next sees what this one has cost; what cannot be written or given back now ends with its lease.
    await this.#parts.log.flush().catch(() => undefined);
    await this.#parts.holds.release(this.#id).catch(() => undefined);
  }

  #add({ model, input, output, costUsd, boundUsd }: Paid): void {
    const { keyId, workspace, recipe } = this.#of;
    this.#parts.log.add({
      id: newId('use'),
      at: new Date().toISOString(),
      workspace,
      key_id: keyId,
      recipe,
      generation: this.#id,
      model,
      input_tokens: input,
      output_tokens: output,
      cost_usd: costUsd,
      bound_usd: boundUsd,
      generations: this.#isCounted ? 0 : 1,
    });
    this.#isCounted = true;
  }

  /** Whether something is held, which it is where the key's daily cost is limited. */
  async #hold(worstUsd: number, signal: AbortSignal): Promise<boolean> {
    const { keyId, recipe } = this.#of;
    const limitUsd = await dailyLimitOf(this.#parts.known, keyId);
    if (limitUsd === null) return false;
    if (!this.#of.isPriced) throw priceUnknown();
    // What costs nothing is limited by no cost.
    if (worstUsd === 0) return false;
    const wanted = { id: this.#id, keyId, recipe, worstUsd, limitUsd };
    await unlessAborted(
      signal,
      this.#parts.inLine(keyId, () => this.#take(wanted, signal)),
    );
    return true;
  }

  async #take(wanted: WantedHold, signal: AbortSignal): Promise<void> {
    // What was paid before the cost was limited counts as well.
    await this.#parts.log.flush();
    for (;;) {
      signal.throwIfAborted();
      const outcome = await this.#parts.holds.take(wanted);
      if (outcome === 'spent') throw dailyCostReached(wanted.limitUsd);
      if (outcome === 'held' && !signal.aborted) return;
      if (outcome === 'held') await this.#parts.holds.release(wanted.id);
      else await pause(LOOK_EVERY_MS, undefined, { signal });
    }
  }
}

/** US dollars a day; null where a key may cost anything. */
async function dailyLimitOf(known: AccountsParts['known'], keyId: string): Promise<number | null> {
  const key = await known.withId(keyId);
  return key?.limits.daily_cost_usd ?? null;
}

/** Whoever leaves does not wait for its turn to come. */
async function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function priceUnknown(): Error {
  const reason = 'has no known price, and the daily cost of this key is limited';
  return invalidInput([{ path: 'model', reason, allowed: 'a model with a known price' }]);
}

const SECONDS_A_DAY = 86_400;

/** Until the day that all of it counts by ends, in UTC. */
function dailyCostReached(limitUsd: number): Error {
  const seconds = Math.max(1, Math.ceil(SECONDS_A_DAY - ((Date.now() / 1000) % SECONDS_A_DAY)));
  const quota = Math.round(limitUsd * 1e6);
  return ErrorTypes.RATE_LIMIT_EXCEEDED(
    `This key may cost ${limitUsd} US dollars a day, which begins at midnight UTC. Come again in ${seconds} s.`,
    { reason: 'daily_cost_usd', limit: limitUsd, retry_after: seconds, retryable: true },
    {
      headers: {
        'retry-after': String(seconds),
        'ratelimit-policy': `"daily-cost";q=${quota};w=${SECONDS_A_DAY};qu="micro-usd"`,
        ratelimit: `"daily-cost";r=0;t=${seconds}`,
      },
    },
  );
}

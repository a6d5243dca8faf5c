import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../jobs/new-id.ts';
import type { KnownKeys } from '../keys/known-keys.ts';
import type { Account, AccountOf, Paid } from './account.ts';
import type { CostHolds, Held, NoRoom, WantedHold } from './cost-holds.ts';
import { dailyCostReached, priceUnknown } from './cost-refusals.ts';
import type { UsageLog } from './usage-log.ts';

/** How often whoever waits looks again; others end within seconds. */
const LOOK_EVERY_MS = 200;

export interface AccountsParts {
  readonly known: Pick<KnownKeys, 'withId'>;
  readonly log: UsageLog;
  readonly holds: CostHolds;
}

type OpenParts = AccountsParts & {
  /** Of those who wait to begin with the same key one looks at a time, in the order in which they came. */
  readonly inLine: <Value>(keyId: string, work: () => Promise<Value>) => Promise<Value>;
};

/** The account of one generation. Where the daily cost of its key is limited, it holds what its questions may cost. */
export class OpenAccount implements Account {
  readonly #of: AccountOf;
  readonly #parts: OpenParts;
  readonly #id = newId('gen');
  #reserving: Promise<boolean> | undefined;
  /** What stands in the database, which one question after the other changes. */
  #heldUsd = 0;
  #changing: Promise<unknown> = Promise.resolve();
  /** What the questions that are being answered cost at most. */
  #underWayUsd = 0;
  #isCounted: boolean;

  constructor(of: AccountOf, parts: OpenParts) {
    this.#of = of;
    this.#parts = parts;
    this.#isCounted = of.isBegun;
  }

  async reserve(worstUsd: number, signal: AbortSignal): Promise<Disposable> {
    this.#reserving ??= this.#begin(worstUsd, signal);
    if (!(await this.#reserving)) return NOTHING;
    await unlessAborted(signal, this.#untilThereIsRoom(worstUsd, signal));
    return { [Symbol.dispose]: () => void (this.#underWayUsd -= worstUsd) };
  }

  async paid(paid: Paid): Promise<void> {
    const { holds, log } = this.#parts;
    this.#add(paid);
    if ((await this.#reserving) !== true) return;
    await this.#change(async () => {
      await log.flush();
      const othersUsd = this.#underWayUsd - paid.boundUsd;
      const amountUsd = Math.max(0, othersUsd, this.#heldUsd - (paid.costUsd ?? paid.boundUsd));
      await holds.lower(this.#id, amountUsd);
      this.#heldUsd = amountUsd;
    }).catch(() => {
      // The row waits to be written, and until it has ended the generation goes on to hold what it may cost.
    });
  }

  async close(hasSucceeded: boolean): Promise<void> {
    if (hasSucceeded && !this.#isCounted) this.#add({ model: null, input: 0, output: 0, costUsd: 0, boundUsd: 0 });
    const isHolding = await this.#reserving?.catch(() => false);
    if (isHolding !== true) return;
    // Who is let in next sees what this one has cost; what cannot be written or given back now ends with its lease.
    await this.#parts.log.flush().catch(() => undefined);
    await this.#change(() => this.#parts.holds.release(this.#id)).catch(() => undefined);
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
  async #begin(worstUsd: number, signal: AbortSignal): Promise<boolean> {
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
    const { holds, log } = this.#parts;
    // What was paid before the cost was limited counts as well.
    await log.flush();
    await untilHeld(() => holds.take(wanted), wanted.limitUsd, signal);
    if (signal.aborted) await holds.release(wanted.id);
  }

  async #untilThereIsRoom(worstUsd: number, signal: AbortSignal): Promise<void> {
    const limitUsd = (await dailyLimitOf(this.#parts.known, this.#of.keyId)) ?? Infinity;
    await untilHeld(() => this.#change(() => this.#makeRoom(worstUsd, limitUsd)), limitUsd, signal);
  }

  async #makeRoom(worstUsd: number, limitUsd: number): Promise<Held | NoRoom> {
    const { holds, log } = this.#parts;
    const [underWayUsd, wantedUsd] = [this.#underWayUsd, this.#underWayUsd + worstUsd];
    if (wantedUsd > this.#heldUsd && limitUsd !== Infinity) {
      await log.flush();
      const wanted = { id: this.#id, keyId: this.#of.keyId, limitUsd, underWayUsd, wantedUsd };
      const outcome = await holds.extend(wanted);
      this.#heldUsd = typeof outcome === 'object' ? outcome.amountUsd : underWayUsd;
      if (typeof outcome !== 'object') return outcome;
    }
    this.#underWayUsd += worstUsd;
    return { amountUsd: this.#heldUsd };
  }

  #change<Value>(change: () => Promise<Value>): Promise<Value> {
    const mine = this.#changing.then(change, change);
    this.#changing = mine;
    return mine;
  }
}

const NOTHING: Disposable = { [Symbol.dispose]: () => undefined };

/** US dollars a day; null where a key may cost anything. */
export async function dailyLimitOf(known: AccountsParts['known'], keyId: string): Promise<number | null> {
  const key = await known.withId(keyId);
  return key?.limits.daily_cost_usd ?? null;
}

/** Tries again until there is room, the day is spent, or nobody waits any longer. */
async function untilHeld(hold: () => Promise<Held | NoRoom>, limitUsd: number, signal: AbortSignal): Promise<Held> {
  for (;;) {
    signal.throwIfAborted();
    const outcome = await hold();
    if (outcome === 'spent') throw dailyCostReached(limitUsd);
    if (outcome !== 'busy') return outcome;
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
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

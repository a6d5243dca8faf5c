import { readOpenAiUsage, readResponsesUsage, type Errand, type Usage, type VendorShelf } from '@showrunner/providers';
import type { Caller } from '@showrunner/access';
import { costOf } from '../../exchange/record/cost.ts';
import { Lifetime } from '../../exchange/time/lifetime.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { Serving } from '../../serving/serving.ts';
import type { BatchBill } from '../../stored/batch-bills.ts';
import { keeperById, type Keeper } from '../at-vendors/keeper.ts';
import { askKeeper } from '../at-vendors/vendor-desk.ts';
import { batchExchange } from './batch-exchange.ts';
import { readLines } from './batch-file.ts';
import { billedModel } from './batch-models.ts';
import { addUsage } from './add-usage.ts';

/** Behind these nothing changes any more (OpenAI's API reference, "The batch object", 2026-11). */
const ENDED: ReadonlySet<unknown> = new Set(['completed', 'failed', 'expired', 'cancelled']);

/** What other gateways keep free for their batches is heard as often as what their keys have spent. */
const HEAR_MS = 60_000;

/** A vendor that has said nothing of a batch for so long never will: what it wrote is gone by then. */
const LOST_MS = 30 * 86_400_000;

/**
 * Asks vendors how far batches are and, when one is over, writes down what it cost to the key that made it, by what each of
 * its answers used. A gateway that is killed goes on where it was; of several one writes.
 */
export class BatchBilling {
  readonly #gateway: Gateway;
  readonly #timer: NodeJS.Timeout;
  readonly #hearing: NodeJS.Timeout;
  readonly #end = new Lifetime(Infinity);
  #round: Promise<void> | undefined;
  #isWanted = false;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
    this.#timer = setInterval(() => this.look(), this.everyMs).unref();
    this.#hearing = setInterval(() => void this.learnReserves(), HEAR_MS).unref();
  }

  /** How often a vendor is asked how far a batch is. */
  get everyMs(): number {
    return this.#gateway.batchPollingSeconds * 1000;
  }

  /** Looks for batches that may be over, now. */
  look(): void {
    this.#isWanted = true;
    this.#round ??= this.#lookAgain().finally(() => (this.#round = undefined));
  }

  /** What is kept free of budgets for batches, those of other gateways among them. */
  async learnReserves(): Promise<void> {
    const { bills, batchReserves } = this.#gateway.kept;
    try {
      batchReserves.learn(await bills.reserved());
    } catch {
      // Without the database what is known holds.
    }
  }

  async dispose(): Promise<void> {
    clearInterval(this.#timer);
    clearInterval(this.#hearing);
    this.#end.clientLeft();
    await this.#round;
  }

  async #lookAgain(): Promise<void> {
    while (this.#isWanted && !this.#end.end) {
      this.#isWanted = false;
      await this.#lookOnce().catch((error: unknown) =>
        this.#gateway.logger.warn({ error: String(error) }, 'it cannot be looked up which batches are under way'),
      );
    }
  }

  async #lookOnce(): Promise<void> {
    await this.learnReserves();
    const { logger } = this.#gateway;
    const { bills, tallies } = this.#gateway.kept;
    const now = Date.now();
    const due = await bills.take(now, now + this.everyMs);
    tallies.polled(due.length);
    for (const bill of due) {
      if (this.#end.end) return;
      try {
        await this.#settle(bill);
      } catch (error) {
        tallies.billFailed(error);
        logger.warn({ batch: bill.id, error: String(error) }, 'it is not known yet what a batch cost');
      }
      if (Date.now() - bill.createdAt > LOST_MS && (await bills.end(bill.id, 'lost'))) {
        logger.warn({ batch: bill.id }, 'nobody says what a batch cost');
      }
    }
  }

  async #settle(bill: BatchBill): Promise<void> {
    const { current, logger } = this.#gateway;
    const { bills, tallies } = this.#gateway.kept;
    const keeper = keeperById(bill.keeper, current);
    if (!keeper) throw new Error('who carries it out is configured no longer');
    const batch = await this.#ask(keeper, bill.vendorId, current);
    if (!ENDED.has(batch.status)) return;
    const fileId = batch.output_file_id;
    const used = typeof fileId === 'string' && fileId !== '' ? await this.#usedBy(keeper, fileId, current) : new Map();
    // Whoever ends it writes it down; another one that has read the same does not.
    if (!(await bills.end(bill.id, 'billed'))) return;
    const caller = await this.#callerOf(bill);
    for (const [model, one] of used) await this.#book(bill, { keeper, model, ...one }, caller);
    await this.learnReserves();
    const [first = ''] = used.keys();
    tallies.batchPaid(
      { model: used.size === 0 ? undefined : billedModel(keeper, first, current).name, provider: keeper.vendor.name },
      secondsOf(batch),
    );
    logger.info({ batch: bill.id, models: [...used.keys()] }, 'a batch is paid for');
  }

  #ask(keeper: Keeper, vendorId: string, { transports, timeoutSeconds }: Serving): Promise<Mapping> {
    const path = `/batches/${encodeURIComponent(vendorId)}`;
    const own = (shelf: VendorShelf): Errand | undefined => shelf.getBatch?.(vendorId, keeper);
    return askKeeper(keeper, { method: 'GET', path, own }, { transports, lifetime: new Lifetime(timeoutSeconds) });
  }

  /** Answers are priced one by one: a price may rise with the length of a prompt, and not with that of a batch. */
  async #usedBy(keeper: Keeper, fileId: string, serving: Serving): Promise<Map<string, Used>> {
    const used = new Map<string, Used>();
    const { transports, timeoutSeconds } = serving;
    await readLines({ keeper, fileId, transports, lifetime: new Lifetime(timeoutSeconds) }, ({ response }) => {
      const body = isMapping(response) && isMapping(response.body) ? response.body : {};
      const usage = body.object === 'response' ? readResponsesUsage(body.usage) : readOpenAiUsage(body.usage);
      if (!usage) return;
      const model = keeper.model ?? (typeof body.model === 'string' ? body.model : 'unknown');
      const before = used.get(model);
      const dollars = costOf({}, usage, billedModel(keeper, model, serving).price);
      used.set(model, {
        answers: (before?.answers ?? 0) + 1,
        usage: before ? addUsage(before.usage, usage) : usage,
        dollars:
          dollars === undefined || (before && before.dollars === undefined)
            ? undefined
            : dollars + (before?.dollars ?? 0),
      });
    });
    return used;
  }

  /** A key that is gone since is told by its id, and its team and user have nothing to pay any more. */
  async #callerOf({ keyId, owner }: BatchBill): Promise<Caller> {
    const gone = { keyId, workspace: owner, scopes: new Set<string>(), grants: undefined };
    return (await this.#gateway.holderOf(keyId)) ?? gone;
  }

  async #book(
    bill: BatchBill,
    { keeper, model, answers, usage, dollars }: Used & OfModel,
    caller: Caller,
  ): Promise<void> {
    const serving = this.#gateway.current;
    const { deployment, name } = billedModel(keeper, model, serving);
    const { route, customer, tags } = bill;
    const exchange = batchExchange(serving, { caller, customer, tags, route, requestId: bill.id, model: name });
    const admitted = await serving.admission.bill(exchange);
    const price =
      dollars === undefined ? undefined : { rates: { requests: dollars }, longPrompts: [], tiers: undefined };
    const facts = { usage, roughTokens: 0, model, ...(price && { billedAs: [{ requests: 1 }], price }) };
    exchange.answered(
      { deployment, firstContentAt: undefined },
      { kind: 'plain', text: '', encoding: 'latin1', facts },
    );
    const notes = JSON.stringify({ batch_id: bill.id, answers });
    const record = exchange.finish(undefined, { sessionId: undefined, notes });
    admitted.settle(record);
    await this.#gateway.book(record);
    const told = { exchange, record, headers: {}, sent: undefined, isSecret: true };
    serving.callbacks.of(caller)?.exchangeEnded(told);
  }
}

/** How long a batch took that was carried out, as its vendor says it. */
function secondsOf({ created_at: from, completed_at: to }: Mapping): number | undefined {
  return typeof from === 'number' && typeof to === 'number' && to >= from ? to - from : undefined;
}

/** What answers of one model used and cost, in US dollars; nothing where the price of one is not known. */
interface Used {
  readonly answers: number;
  readonly usage: Usage;
  readonly dollars: number | undefined;
}

interface OfModel {
  readonly keeper: Keeper;
  /** The vendor's own name. */
  readonly model: string;
}

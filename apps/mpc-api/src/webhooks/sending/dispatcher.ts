import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@showrunner/service';
import { claimDue, isAnyDue } from '../outbox/claim-deliveries.ts';
import type { ClaimedDelivery } from '../outbox/delivery.ts';
import { sendDelivery, type SendingParts } from './send-delivery.ts';

/** Calls at once by one process: slow receivers hold these places, and nothing that a job needs. */
const MOST_AT_ONCE = 32;
/** How often a process looks for what others have left to be sent and for tries whose time has come. */
const LOOK_EVERY_MS = 1_000;
/** How long calls that are under way are waited for when the server stops. */
const GRACE_MS = 2_000;

/** Sends what is due, beside whatever else the process does. Any number of processes may have one. */
export class Dispatcher {
  readonly #parts: SendingParts;
  readonly #logger: Logger;
  readonly #stop = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #mustLookAgain = false;
  #isFailing = false;

  constructor(parts: SendingParts, logger: Logger) {
    this.#parts = parts;
    this.#logger = logger;
  }

  start(): void {
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    this.look();
  }

  /** Looks now: something new is there to be sent. */
  look(): void {
    if (this.#timer === undefined || this.#stop.signal.aborted) return;
    this.#mustLookAgain = true;
    this.#looking ??= this.#lookOn().finally(() => {
      this.#looking = undefined;
    });
  }

  /** Calls that do not end soon are given back, and made again by another process or after the next start. */
  async dispose(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#looking;
    await Promise.race([Promise.all(this.#underWay), pause(GRACE_MS, undefined, { ref: false })]);
    this.#stop.abort(new Error('The server is stopping.'));
    await Promise.all(this.#underWay);
  }

  async #lookOn(): Promise<void> {
    while (this.#mustLookAgain) {
      this.#mustLookAgain = false;
      const room = MOST_AT_ONCE - this.#underWay.size;
      if (room <= 0) return;
      for (const delivery of await this.#claim(room)) this.#send(delivery);
    }
  }

  async #claim(most: number): Promise<ClaimedDelivery[]> {
    try {
      const { tables } = this.#parts;
      const isAny = await tables.read(isAnyDue);
      const claimed = isAny ? await tables.write((transaction) => claimDue(transaction, most)) : [];
      this.#isFailing = false;
      return claimed;
    } catch (error) {
      if (!this.#isFailing) this.#logger.warn({ err: error }, 'webhooks wait: what is due cannot be read');
      this.#isFailing = true;
      return [];
    }
  }

  /** A place that gets free is for what still waits. */
  #send(delivery: ClaimedDelivery): void {
    const sending = sendDelivery(delivery, 'schedule', this.#parts, this.#stop.signal)
      .catch((error: unknown) => this.#logger.warn({ err: error, delivery: delivery.id }, 'a webhook was not sent'))
      .finally(() => {
        this.#underWay.delete(sending);
        this.look();
      });
    this.#underWay.add(sending);
  }
}

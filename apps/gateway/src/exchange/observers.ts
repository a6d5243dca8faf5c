import type { Attempt } from './attempt.ts';
import type { FinishedRecord, OpenedRecord } from './record.ts';

/**
 * Watches requests and takes no part in them: metrics, logs, spend, cooldowns. It is called at once and without being
 * waited for, so what it writes, it writes behind.
 */
export interface Observer {
  /** A request was read, and nothing is decided about it yet. */
  exchangeBegan?(record: OpenedRecord): void;
  /** A call of a vendor is over: a stream's at its last byte. */
  attemptEnded?(attempt: Attempt): void;
  /** The client has its last byte, or never gets it. */
  exchangeEnded?(record: FinishedRecord): void;
}

/** Tells all observers in their order. One that throws is reported, and keeps no other from its turn. */
export class Observers implements Required<Observer> {
  readonly #ofBeginnings: readonly Observer[];
  readonly #ofAttempts: readonly Observer[];
  readonly #ofEnds: readonly Observer[];
  readonly #report: (error: unknown) => void;

  constructor(observers: readonly Observer[], report: (error: unknown) => void) {
    this.#ofBeginnings = observers.filter((observer) => observer.exchangeBegan !== undefined);
    this.#ofAttempts = observers.filter((observer) => observer.attemptEnded !== undefined);
    this.#ofEnds = observers.filter((observer) => observer.exchangeEnded !== undefined);
    this.#report = report;
  }

  exchangeBegan(record: OpenedRecord): void {
    this.#tell(this.#ofBeginnings, (observer) => observer.exchangeBegan?.(record));
  }

  attemptEnded(attempt: Attempt): void {
    this.#tell(this.#ofAttempts, (observer) => observer.attemptEnded?.(attempt));
  }

  exchangeEnded(record: FinishedRecord): void {
    this.#tell(this.#ofEnds, (observer) => observer.exchangeEnded?.(record));
  }

  #tell(observers: readonly Observer[], tell: (observer: Observer) => void): void {
    for (const observer of observers) {
      try {
        tell(observer);
      } catch (error) {
        this.#report(error);
      }
    }
  }
}

import type { Attempt } from '../attempt.ts';
import type { FinishedRecord, OpenedRecord, RequestRecord } from './record.ts';

/** A group that was asked in place of another. */
export interface FallbackEnd {
  readonly record: RequestRecord;
  /** The group that failed, and the one that stood in for it. */
  readonly from: string;
  readonly to: string;
  /** Why it had to. */
  readonly failure: unknown;
  readonly hasAnswered: boolean;
}

/**
 * Watches requests and takes no part in them: metrics, logs, spend, cooldowns. It is called at once and without being
 * waited for, so what it writes, it writes behind.
 */
export interface Observer {
  /** A request was read, and nothing is decided about it yet. */
  exchangeBegan?(record: OpenedRecord): void;
  /** A call of a vendor is over: a stream's at its last byte. */
  attemptEnded?(attempt: Attempt): void;
  /** A group that stood in for another has answered, or failed as well. */
  fallbackEnded?(end: FallbackEnd): void;
  /** The client has its last byte, or never gets it. */
  exchangeEnded?(record: FinishedRecord): void;
}

/** Tells all observers in their order. One that throws is reported, and keeps no other from its turn. */
export class Observers implements Required<Observer> {
  readonly #ofBeginnings: readonly Observer[];
  readonly #ofAttempts: readonly Observer[];
  readonly #ofFallbacks: readonly Observer[];
  readonly #ofEnds: readonly Observer[];
  readonly #report: (error: unknown) => void;

  constructor(observers: readonly Observer[], report: (error: unknown) => void) {
    this.#ofBeginnings = observers.filter((observer) => observer.exchangeBegan !== undefined);
    this.#ofAttempts = observers.filter((observer) => observer.attemptEnded !== undefined);
    this.#ofFallbacks = observers.filter((observer) => observer.fallbackEnded !== undefined);
    this.#ofEnds = observers.filter((observer) => observer.exchangeEnded !== undefined);
    this.#report = report;
  }

  exchangeBegan(record: OpenedRecord): void {
    this.#tell(this.#ofBeginnings, (observer) => observer.exchangeBegan?.(record));
  }

  attemptEnded(attempt: Attempt): void {
    this.#tell(this.#ofAttempts, (observer) => observer.attemptEnded?.(attempt));
  }

  fallbackEnded(end: FallbackEnd): void {
    this.#tell(this.#ofFallbacks, (observer) => observer.fallbackEnded?.(end));
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

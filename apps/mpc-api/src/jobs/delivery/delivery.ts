import type { Transaction } from 'kysely';
import type { JobsDatabase } from '../schema.ts';

/** A job that waits for a worker. */
export interface Waiting {
  readonly id: string;
  /** 0 to 9. */
  readonly priority: number;
  /** Not to be taken before; at once where absent. */
  readonly notBefore?: Date;
}

/** Leave to look for a job. Which one that is, the claim decides: it need not be the one that it was sent for. */
export interface Ticket {
  /** By which the driver knows it. */
  readonly id: string;
}

/** What tells workers that there is something to take. The jobs themselves are rows, and those are the truth. */
export interface Delivery {
  /** Sends tickets, in the transaction that makes the jobs wait. */
  announce(transaction: Transaction<JobsDatabase>, waiting: readonly Waiting[]): Promise<void>;
  /** There may be something right now: a transaction with announcements of this process has ended, or a claim found a job. */
  hurry(): void;
  /** Resolves when it may be worth looking; to undefined once the signal aborts. */
  next(signal: AbortSignal): Promise<Ticket | undefined>;
  /** Says that tickets are still in use. */
  touch(tickets: readonly Ticket[]): Promise<void>;
  /** Uses a ticket up, in the transaction that ends the claim it led to. */
  settle(transaction: Transaction<JobsDatabase>, ticket: Ticket): Promise<void>;
  /** Rejects, with the reason, while it does not deliver. */
  ping(): Promise<void>;
  dispose(): Promise<void>;
}

import type { Transaction } from 'kysely';
import type { JobError } from './job.ts';
import type { JobsDatabase } from './schema.ts';

/** One end of a job: a run has exactly one. */
export interface JobEnd {
  readonly jobId: string;
  readonly workspace: string;
  readonly recipe: string;
  readonly run: number;
  /** The job's version, which rises with every change: what arrives late can be told by it. */
  readonly sequence: number;
  readonly state: 'succeeded' | 'failed' | 'cancelled';
  readonly clientRef: string | null;
  readonly keyId: string | null;
  readonly webhookUrl: string | null;
  readonly batchId: string | null;
  /** The JSON text of the result; null unless it succeeded. */
  readonly resultJson: string | null;
  /** Null unless it failed. */
  readonly error: JobError | null;
  /** ISO 8601. */
  readonly endedAt: string;
}

/**
 * Hears of every end of a job in the transaction that makes it, of all that one makes together: what it writes there
 * (an outbox row, the counts of a batch) stands or falls with the end. It may be told again where a transaction is tried
 * again. Plain answers, which nobody is told of, do not come here.
 */
export interface JobEnds {
  tell(transaction: Transaction<JobsDatabase>, ends: readonly JobEnd[]): Promise<void>;
}

/** Tells all of them, one after the other. */
export function tellAll(listeners: readonly JobEnds[]): JobEnds {
  return {
    async tell(transaction, ends) {
      for (const listener of listeners) await listener.tell(transaction, ends);
    },
  };
}

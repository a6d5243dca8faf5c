import type { Kysely, Transaction } from 'kysely';
import type { JobsDatabase } from '../jobs/schema.ts';

/** Batches, beside the jobs that their items are. */
export interface BatchTables {
  batches: BatchesTable;
  batch_items: BatchItemsTable;
}

interface BatchesTable {
  /** `batch_…` */
  id: string;
  workspace: string;
  webhook_url: string | null;
  /** How many items it has, and how many of them have ended at least once. */
  size: number;
  ended: number;
  created_at: string;
  /** When all had. */
  completed_at: string | null;
}

interface BatchItemsTable {
  batch_id: string;
  /** Its place in the batch, from 0. */
  item: number;
  job_id: string;
  recipe: string;
  client_ref: string | null;
  /** How its job ended last; null before that. */
  ended_as: 'succeeded' | 'failed' | 'cancelled' | null;
}

/** The tables of batches with those of jobs. */
export type BatchQuery = Kysely<BatchTables & JobsDatabase>;

/** The same in a transaction of whoever writes jobs. */
export function batchesIn<Schema>(transaction: Transaction<Schema>): BatchQuery {
  // All tables stand in one database.
  return transaction as unknown as BatchQuery;
}

import type { Beside, HeldDatabase } from '../jobs/held-database.ts';
import type { NewJob } from '../jobs/job.ts';
import type { JobsDatabase } from '../jobs/schema.ts';
import { DELETED_AT_ONCE, type NeededJobs } from '../jobs/statements/sweep.ts';
import type { Batch, BatchSummary } from './batch.ts';
import { batchesIn, type BatchTables } from './batch-tables.ts';
import { findBatch, listBatches } from './read-batches.ts';

/** Work that is accepted as one. */
export interface NewBatch {
  readonly id: string;
  readonly workspace: string;
  readonly webhookUrl: string | null;
  readonly jobs: readonly NewJob[];
  readonly at: Date;
}

/** Batches by workspace; another workspace's id is as good as unknown. */
export interface Batches {
  /** Stores a batch in the transaction that accepts its jobs. */
  note(batch: NewBatch): Beside;
  find(workspace: string, id: string): Promise<Batch | undefined>;
  /** Newest first. */
  list(
    workspace: string,
    page: { readonly limit: number; readonly after: string | undefined },
  ): Promise<BatchSummary[]>;
  /** Removes what had ended before that time and nobody needs; gives how many. */
  sweep(endedBefore: Date): Promise<number>;
}

/** Rows of one statement, each of some five parameters. */
const ROWS_AT_ONCE = 500;

/** @param needed what still leads to batches: webhooks that are to come */
export function openBatches(database: HeldDatabase<JobsDatabase>, needed: NeededJobs): Batches {
  const tables = database.part<BatchTables & JobsDatabase>();
  return {
    note:
      ({ id, workspace, webhookUrl, jobs, at }) =>
      async (transaction) => {
        const query = batchesIn(transaction);
        await query
          .insertInto('batches')
          .values({
            id,
            workspace,
            webhook_url: webhookUrl,
            size: jobs.length,
            ended: 0,
            created_at: at.toISOString(),
            completed_at: null,
          })
          .execute();
        for (let start = 0; start < jobs.length; start += ROWS_AT_ONCE) {
          const rows = jobs.slice(start, start + ROWS_AT_ONCE).map((job, offset) => itemRow(id, job, start + offset));
          await query.insertInto('batch_items').values(rows).execute();
        }
      },

    find: (workspace, id) => tables.read((query) => findBatch(query, workspace, id)),

    list: (workspace, page) => tables.read((query) => listBatches(query, workspace, page)),

    sweep: (endedBefore) =>
      database.write(async (transaction) => {
        const query = batchesIn(transaction);
        const old = query
          .selectFrom('batches')
          .select('id')
          .where('completed_at', '<', endedBefore.toISOString())
          .where('id', 'not in', needed(transaction))
          .limit(DELETED_AT_ONCE);
        const { numDeletedRows } = await query.deleteFrom('batches').where('id', 'in', old).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

function itemRow(batchId: string, { id, recipe, clientRef }: NewJob, item: number) {
  return { batch_id: batchId, item, job_id: id, recipe, client_ref: clientRef, ended_as: null };
}

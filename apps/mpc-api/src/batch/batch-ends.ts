import type { BatchCounts } from '@showrunner/contract';
import { sql, type Transaction } from 'kysely';
import type { JobEnd, JobEnds } from '../jobs/job-ends.ts';
import type { JobsDatabase } from '../jobs/schema.ts';
import { NO_ITEMS } from './batch.ts';
import { batchesIn, type BatchQuery } from './batch-tables.ts';
import { readCounts } from './read-batches.ts';

/** A batch of which every item has ended, where its caller wants to be told. */
export interface BatchEnd {
  readonly workspace: string;
  readonly url: string;
  readonly at: Date;
  readonly batch: { readonly id: string; readonly counts: BatchCounts };
}

/** Counts the items of batches as their jobs end, in the transactions of those, and tells once when all have. */
export class BatchEnds implements JobEnds {
  readonly #tellBatch: (transaction: Transaction<JobsDatabase>, end: BatchEnd) => Promise<void>;

  constructor(tellBatch: (transaction: Transaction<JobsDatabase>, end: BatchEnd) => Promise<void>) {
    this.#tellBatch = tellBatch;
  }

  async tell(transaction: Transaction<JobsDatabase>, end: JobEnd): Promise<void> {
    if (end.batchId === null) return;
    const query = batchesIn(transaction);
    if (!(await isFirstEnd(query, end))) return;
    const at = new Date(end.endedAt);
    const completed = await countEnd(query, end.batchId, at);
    if (!completed?.webhook_url) return;
    const { webhook_url: url, workspace } = completed;
    const counts = (await readCounts(query, [end.batchId])).get(end.batchId) ?? NO_ITEMS;
    await this.#tellBatch(transaction, { workspace, url, at, batch: { id: end.batchId, counts } });
  }
}

/** What a later run comes to changes the item, and no more. */
async function isFirstEnd(query: BatchQuery, { jobId, state }: JobEnd): Promise<boolean> {
  const item = () => query.updateTable('batch_items').set({ ended_as: state }).where('job_id', '=', jobId);
  const { numUpdatedRows } = await item().where('ended_as', 'is', null).executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  await item().execute();
  return false;
}

/** Gives the batch where that was the last of its items: its row is counted up by one transaction at a time. */
async function countEnd(query: BatchQuery, id: string, at: Date) {
  const batch = await query
    .updateTable('batches')
    .set({ ended: sql<number>`ended + 1` })
    .where('id', '=', id)
    .returning(['ended', 'size', 'webhook_url', 'workspace'])
    .executeTakeFirst();
  if (batch === undefined || batch.ended < batch.size) return undefined;
  await query.updateTable('batches').set({ completed_at: at.toISOString() }).where('id', '=', id).execute();
  return batch;
}

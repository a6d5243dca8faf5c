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

  async tell(transaction: Transaction<JobsDatabase>, ends: readonly JobEnd[]): Promise<void> {
    const ofBatches = Map.groupBy(ends, ({ batchId }) => batchId);
    // In one order for all, for each batch's row is locked until the transaction ends.
    for (const [id, ofBatch] of [...ofBatches].toSorted(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1)))
      if (id !== null) await this.#tellOf(id, ofBatch, transaction);
  }

  async #tellOf(id: string, ends: readonly JobEnd[], transaction: Transaction<JobsDatabase>): Promise<void> {
    const query = batchesIn(transaction);
    let firstEnds = 0;
    for (const [state, alike] of Map.groupBy(ends, (end) => end.state))
      firstEnds += await noteEnds(query, state, jobsOf(alike));
    const at = new Date(ends.at(-1)?.endedAt ?? Date.now());
    const completed = firstEnds > 0 ? await countEnds(query, { id, ends: firstEnds }, at) : undefined;
    if (!completed?.webhook_url) return;
    const { webhook_url: url, workspace } = completed;
    const counts = (await readCounts(query, [id])).get(id) ?? NO_ITEMS;
    await this.#tellBatch(transaction, { workspace, url, at, batch: { id, counts } });
  }
}

function jobsOf(ends: readonly JobEnd[]): string[] {
  return ends.map(({ jobId }) => jobId);
}

/** Gives how many have ended for the first time: what a later run comes to changes the item, and no more. */
async function noteEnds(query: BatchQuery, state: JobEnd['state'], jobIds: readonly string[]): Promise<number> {
  const items = () => query.updateTable('batch_items').set({ ended_as: state }).where('job_id', 'in', jobIds);
  const { numUpdatedRows } = await items().where('ended_as', 'is', null).executeTakeFirst();
  const firstEnds = Number(numUpdatedRows);
  if (firstEnds < jobIds.length) await items().execute();
  return firstEnds;
}

/** Gives the batch where those were the last of its items: its row is counted up by one transaction at a time. */
async function countEnds(query: BatchQuery, { id, ends }: { id: string; ends: number }, at: Date) {
  const batch = await query
    .updateTable('batches')
    .set({ ended: sql<number>`ended + ${ends}` })
    .where('id', '=', id)
    .returning(['ended', 'size', 'webhook_url', 'workspace'])
    .executeTakeFirst();
  if (batch === undefined || batch.ended < batch.size) return undefined;
  await query.updateTable('batches').set({ completed_at: at.toISOString() }).where('id', '=', id).execute();
  return batch;
}

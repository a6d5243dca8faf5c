import type { BatchCounts, JobState } from '@showrunner/contract';
import type { Selectable } from 'kysely';
import { countsOf, NO_ITEMS, type Batch, type BatchItem, type BatchSummary } from './batch.ts';
import type { BatchQuery, BatchTables } from './batch-tables.ts';

/** The newest first, with a page's last id that of the batch behind which the next begins. */
export async function listBatches(
  query: BatchQuery,
  workspace: string,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<BatchSummary[]> {
  let wanted = query.selectFrom('batches').selectAll().where('workspace', '=', workspace);
  if (after !== undefined) wanted = wanted.where('id', '<', after);
  const rows = await wanted.orderBy('id', 'desc').limit(limit).execute();
  const counts = await readCounts(
    query,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => summaryOf(row, counts.get(row.id) ?? NO_ITEMS));
}

export async function findBatch(query: BatchQuery, workspace: string, id: string): Promise<Batch | undefined> {
  const row = await query
    .selectFrom('batches')
    .selectAll()
    .where('id', '=', id)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const items = await readItems(query, id);
  return { ...summaryOf(row, countsOf(items)), items };
}

/** How many items of each batch are in which state. */
export async function readCounts(query: BatchQuery, ids: readonly string[]): Promise<ReadonlyMap<string, BatchCounts>> {
  const counts = new Map(ids.map((id) => [id, { ...NO_ITEMS }]));
  if (ids.length === 0) return counts;
  const rows = await itemsWithStates(query)
    .where('batch_items.batch_id', 'in', ids)
    .select(({ fn }) => ['batch_items.batch_id', fn.countAll<number | string>().as('count')])
    .groupBy(['batch_items.batch_id', 'jobs.state', 'ended_as'])
    .execute();
  for (const row of rows) {
    const ofBatch = counts.get(row.batch_id);
    if (ofBatch) ofBatch[stateOf(row)] += Number(row.count);
  }
  return counts;
}

async function readItems(query: BatchQuery, id: string): Promise<BatchItem[]> {
  const rows = await itemsWithStates(query)
    .where('batch_items.batch_id', '=', id)
    .select(['item', 'job_id', 'batch_items.recipe', 'batch_items.client_ref'])
    .orderBy('item')
    .execute();
  return rows.map((row) => ({
    index: row.item,
    jobId: row.job_id,
    clientRef: row.client_ref,
    recipe: row.recipe,
    state: stateOf(row),
  }));
}

function itemsWithStates(query: BatchQuery) {
  return query
    .selectFrom('batch_items')
    .leftJoin('jobs', 'jobs.id', 'batch_items.job_id')
    .select(['jobs.state as state', 'ended_as']);
}

/** A job that was removed had ended. */
function stateOf({ state, ended_as: endedAs }: { state: JobState | null; ended_as: JobState | null }): JobState {
  return state ?? endedAs ?? 'cancelled';
}

function summaryOf(row: Selectable<BatchTables['batches']>, counts: BatchCounts): BatchSummary {
  return {
    id: row.id,
    workspace: row.workspace,
    counts,
    createdAt: row.created_at,
    completedAt: row.completed_at,
  };
}

import type { DeliveriesQuery, WebhookDelivery } from '@showrunner/contract';
import type { Selectable } from 'kysely';
import type { AttemptsTable, DeliveriesTable, WebhooksQuery } from './schema.ts';

export type DeliveryFilter = Pick<DeliveriesQuery, 'limit' | 'state' | 'job_id'> & {
  /** The id to go on after. */
  readonly after?: string | undefined;
};

/** One delivery of a workspace with its tries. */
export async function findDelivery(
  query: WebhooksQuery,
  workspace: string,
  id: string,
): Promise<WebhookDelivery | undefined> {
  const rows = await query
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute();
  const [found] = await withAttempts(query, rows);
  return found;
}

/** Those of a workspace, newest first; their ids rise with time. */
export async function listDeliveries(
  query: WebhooksQuery,
  workspace: string,
  { limit, after, state, job_id: job }: DeliveryFilter,
): Promise<WebhookDelivery[]> {
  let deliveries = query.selectFrom('webhook_deliveries').selectAll().where('workspace', '=', workspace);
  if (after !== undefined) deliveries = deliveries.where('id', '<', after);
  if (state !== undefined) deliveries = deliveries.where('state', '=', state);
  if (job !== undefined) deliveries = deliveries.where('subject', '=', job);
  return withAttempts(query, await deliveries.orderBy('id', 'desc').limit(limit).execute());
}

async function withAttempts(
  query: WebhooksQuery,
  rows: readonly Selectable<DeliveriesTable>[],
): Promise<WebhookDelivery[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const attempts = await query
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('delivery_id', 'in', ids)
    .orderBy('number')
    .execute();
  const byDelivery = Map.groupBy(attempts, ({ delivery_id: id }) => id);
  return rows.map((row) => deliveryOf(row, byDelivery.get(row.id) ?? []));
}

function deliveryOf(row: Selectable<DeliveriesTable>, attempts: readonly Selectable<AttemptsTable>[]): WebhookDelivery {
  const { id, type, url, state, subject, sequence, created_at, next_try_at } = row;
  return {
    id,
    type,
    url,
    state,
    job_id: type.startsWith('job.') ? subject : null,
    batch_id: type.startsWith('batch.') ? subject : null,
    sequence,
    created_at,
    next_try_at,
    attempts: attempts.map(({ delivery_id: _delivery, ...attempt }) => attempt),
  };
}

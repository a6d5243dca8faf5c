import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WebhooksQuery, WebhookTables } from './schema.ts';

/** SQLite holds up every other request while it deletes, so it deletes a little at a time. */
const DELETED_AT_ONCE = 200;

/** Removes deliveries that have rested since before that time, with their tries. What waits stays. Gives how many. */
export async function sweepDeliveries(tables: WebhookTables, restedBefore: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const now = await tables.read((query) => deleteRested(query, restedBefore));
    removed += now;
    if (now < DELETED_AT_ONCE) return removed;
    await nextTurn();
  }
}

async function deleteRested(query: WebhooksQuery, restedBefore: Date): Promise<number> {
  const rested = query
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('settled_at', '<', restedBefore.toISOString())
    .limit(DELETED_AT_ONCE);
  const { numDeletedRows } = await query.deleteFrom('webhook_deliveries').where('id', 'in', rested).executeTakeFirst();
  return Number(numDeletedRows);
}

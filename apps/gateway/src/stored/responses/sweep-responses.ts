import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { GatewayTables } from '../tables.ts';

/** Rows are large: a step of so many holds the event loop for some milliseconds, and requests get their turn before the next. */
const ROWS_A_STEP = 100;
const PAUSE_MS = 20;

/** All responses together, in bytes: what a disk should have to spare. Beyond it those that would go first go now. */
const MOST_BYTES = 4 * 1024 ** 3;

/** Deletes responses whose time is over, and the next ones to go where all are more than `mostBytes`. Returns how many. */
export async function sweepResponses(
  query: Kysely<GatewayTables>,
  signal: AbortSignal,
  { now = Date.now(), mostBytes = MOST_BYTES }: { now?: number; mostBytes?: number } = {},
): Promise<number> {
  let removed = 0;
  for (;;) {
    const isTooMuch = (await bytesOf(query)) > mostBytes;
    const { numDeletedRows } = await query
      .deleteFrom('responses')
      .where('id', 'in', (tables) =>
        tables
          .selectFrom('responses')
          .select('id')
          .$if(!isTooMuch, (rows) => rows.where('expires_at', '<=', now))
          .orderBy('expires_at')
          .limit(ROWS_A_STEP),
      )
      .executeTakeFirst();
    removed += Number(numDeletedRows);
    if (numDeletedRows < ROWS_A_STEP || signal.aborted) return removed;
    await pause(PAUSE_MS, undefined, { signal });
  }
}

/** Read out of the index alone. */
async function bytesOf(query: Kysely<GatewayTables>): Promise<number> {
  const { bytes } = await query
    .selectFrom('responses')
    .select((row) => row.fn.sum<number | null>('bytes').as('bytes'))
    .executeTakeFirstOrThrow();
  return bytes ?? 0;
}

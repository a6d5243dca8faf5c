import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@showrunner/service';
import type { Database } from '@showrunner/store';
import type { SpendRetention } from '../../config/sections/general-settings/accounting-settings.ts';
import { forgetSummed, sumNewRows } from './daily-sums.ts';
import type { SpendLog } from './spend-log.ts';
import type { SweepTallies } from './sweep-tallies.ts';
import type { SpendTables } from '../../stored/spend-tables.ts';

/** A step holds the event loop for a millisecond or two, and requests get their turn before the next. */
const ROWS_A_STEP = 500;
const PAUSE_MS = 20;
/** The start of a server is busy enough; from then on a changed configuration counts after so long. */
const LOOK_EVERY_MS = 60_000;

export interface SweepOptions {
  readonly spend: Pick<SpendLog, 'open'>;
  /** Nothing while rows are kept for good. */
  readonly retention: () => SpendRetention | undefined;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  readonly tallies?: Pick<SweepTallies, 'step' | 'ended'> | undefined;
  readonly lookEveryMs?: number;
}

/** Deletes spend rows that are older than the configuration wants, as often as it says. */
export function sweepSpendRegularly({ spend, retention, logger, tallies, lookEveryMs = LOOK_EVERY_MS }: SweepOptions) {
  const end = new AbortController();
  let isSweeping = false;
  let sweptAt = -Infinity;
  const look = async (): Promise<void> => {
    const wanted = retention();
    if (!wanted || isSweeping || performance.now() - sweptAt < wanted.everySeconds * 1000) return;
    isSweeping = true;
    try {
      const database = await spend.open();
      // What goes stays in the sums of its days.
      await sumNewRows(database, end.signal);
      const removed = await sweepSpend(database, Date.now() - wanted.keepSeconds * 1000, end.signal, tallies);
      if (removed > 0) logger.info({ removed }, 'old spend rows removed');
      tallies?.ended('completed');
    } catch (error) {
      if (!end.signal.aborted) {
        logger.warn({ error: String(error) }, 'old spend rows could not be removed');
        tallies?.ended('aborted');
      }
    }
    isSweeping = false;
    sweptAt = performance.now();
  };
  const timer = setInterval(() => void look(), lookEveryMs).unref();
  return {
    stop(): void {
      clearInterval(timer);
      end.abort();
    },
  };
}

/**
 * Deletes the rows of requests that began before a time, in milliseconds since 1970, and returns how many. Their series
 * stay: there are few, and later rows are likely to belong to them.
 */
export async function sweepSpend(
  { kind, query }: Database<SpendTables>,
  before: number,
  signal: AbortSignal,
  tallies?: Pick<SweepTallies, 'step'>,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const startedAt = performance.now();
    const last = await query
      .selectFrom('spend_logs')
      .select('started_at')
      .where('started_at', '<', before)
      .orderBy('started_at')
      .limit(1)
      .offset(ROWS_A_STEP - 1)
      .executeTakeFirst();
    const rows = await query.transaction().execute(async (transaction) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('spend_logs')
        .where('started_at', '<', last ? last.started_at + 1 : before)
        .executeTakeFirst();
      if (kind === 'sqlite') await forgetSummed(transaction);
      return Number(numDeletedRows);
    });
    removed += rows;
    tallies?.step(rows, (performance.now() - startedAt) / 1000);
    if (!last || signal.aborted) return removed;
    await pause(PAUSE_MS, undefined, { signal });
  }
}

import type { Logger } from '@showrunner/service';
import type { Kysely } from 'kysely';
import type { GatewayDatabase } from './gateway-database.ts';
import type { GatewayTables } from './tables.ts';

/** Often enough for what is kept for days, and after the busy start of a server. */
const SWEEP_EVERY_MS = 10 * 60_000;

/** Deletes what is kept no longer, in steps that leave requests their turn, and returns how many rows. */
export type Sweep = (query: Kysely<GatewayTables>, signal: AbortSignal) => Promise<number>;

export interface SweepingOptions {
  readonly database: Pick<GatewayDatabase, 'open'>;
  /** By what they delete, for the log. */
  readonly sweeps: Readonly<Record<string, Sweep>>;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  readonly everyMs?: number;
}

/** Carries out all sweeps again and again, one after the other; one that fails is told and tried again the next time. */
export function sweepRegularly({ database, sweeps, logger, everyMs = SWEEP_EVERY_MS }: SweepingOptions) {
  const end = new AbortController();
  let isSweeping = false;
  const sweep = async (what: string, rows: Sweep): Promise<void> => {
    try {
      const { query } = await database.open();
      const removed = await rows(query, end.signal);
      if (removed > 0) logger.info({ what, removed }, 'rows whose time was over are removed');
    } catch (error) {
      if (!end.signal.aborted) logger.warn({ what, error: String(error) }, 'rows whose time is over cannot be removed');
    }
  };
  const sweepAll = async (): Promise<void> => {
    if (isSweeping) return;
    isSweeping = true;
    for (const [what, rows] of Object.entries(sweeps)) if (!end.signal.aborted) await sweep(what, rows);
    isSweeping = false;
  };
  const timer = setInterval(() => void sweepAll(), everyMs).unref();
  return {
    stop(): void {
      clearInterval(timer);
      end.abort();
    },
  };
}

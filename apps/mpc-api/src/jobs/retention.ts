import type { Logger } from '@showrunner/service';
import type { JobStore } from './job-store.ts';

const DAY_MS = 86_400_000;
const SWEEP_EVERY_MS = 3_600_000;
/** The start of a server is busy enough. */
const FIRST_SWEEP_AFTER_MS = 60_000;

/** Removes jobs that ended more than so many days ago, every hour. Returns what stops it. */
export function sweepRegularly(store: JobStore, retentionDays: number, logger: Logger): () => void {
  const sweep = async () => {
    try {
      const removed = await store.sweep(new Date(Date.now() - retentionDays * DAY_MS));
      if (removed > 0) logger.info({ removed }, 'old jobs removed');
    } catch (error) {
      logger.warn({ err: error }, 'old jobs could not be removed');
    }
  };
  const first = setTimeout(() => void sweep(), FIRST_SWEEP_AFTER_MS).unref();
  const regular = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(regular);
  };
}

import type { Logger } from '@showrunner/service';

const DAY_MS = 86_400_000;
const SWEEP_EVERY_MS = 3_600_000;
/** The start of a server is busy enough. */
const FIRST_SWEEP_AFTER_MS = 60_000;

/** Something of which what is old is removed. */
export interface Swept {
  /** In the plural, for the log: `jobs`. */
  readonly name: string;
  /** Removes what ended before that time; gives how many that were. */
  sweep(endedBefore: Date): Promise<number>;
}

/** Removes what ended more than so many days ago, every hour. Returns what stops it. */
export function sweepRegularly(swept: Swept, retentionDays: number, logger: Logger): () => void {
  const sweep = async () => {
    try {
      const removed = await swept.sweep(new Date(Date.now() - retentionDays * DAY_MS));
      if (removed > 0) logger.info({ removed }, `old ${swept.name} removed`);
    } catch (error) {
      logger.warn({ err: error }, `old ${swept.name} could not be removed`);
    }
  };
  const first = setTimeout(() => void sweep(), FIRST_SWEEP_AFTER_MS).unref();
  const regular = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(regular);
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from './worker/run-job.ts';

const AGAIN_EVERY_MS = 250;
/** A caller waits for it. */
const LONGEST_MS = 5_000;

/** Tries a step again that may have been done though the database's word of that was lost: it has to tell by itself. */
export async function outlastingAbsence<Result>(step: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isDatabaseAway(error) || signal.aborted || performance.now() > until) throw error;
      await pause(AGAIN_EVERY_MS);
    }
  }
}

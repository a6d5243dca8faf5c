import { setTimeout } from 'node:timers/promises';

/** SQLite's result code for a database that another connection has locked (sqlite.org, "Result and Error Codes"). */
const SQLITE_BUSY = 5;
/** Milliseconds between tries, the last again and again: most locks are held for a moment (as SQLite's own busy handler). */
const PAUSES_MS = [1, 2, 5, 10, 15, 20, 25] as const;

/** Runs the action again while another process holds the SQLite lock, until the deadline; the loop is free meanwhile. */
export async function retryWhileBusy<Answer>(action: () => Promise<Answer>, deadlineMs: number): Promise<Answer> {
  const deadline = performance.now() + deadlineMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await action();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await setTimeout(PAUSES_MS[tries] ?? PAUSES_MS.at(-1));
    }
  }
}

function isBusy(error: unknown): boolean {
  // The low byte is the primary code, the rest says which kind of busy.
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

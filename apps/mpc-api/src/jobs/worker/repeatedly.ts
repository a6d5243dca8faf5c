import { setTimeout as pause } from 'node:timers/promises';

export interface Rhythm {
  /** From the end of one time to the beginning of the next. */
  readonly pauseMs: number;
  /** After which the next time does not wait for one that hangs. */
  readonly patienceMs: number;
}

/** Runs a step again and again, one time after the other, however slow what it asks is. Returns what stops it. */
export function repeatedly(step: () => Promise<unknown>, { pauseMs, patienceMs }: Rhythm): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await pause(pauseMs, undefined, { signal });
      const patience = new AbortController();
      await Promise.race([step(), pause(patienceMs, undefined, { signal: patience.signal, ref: false })]);
      patience.abort();
    }
  };
  // Only the end of its pauses rejects.
  void run().catch(() => undefined);
  return () => stopping.abort();
}

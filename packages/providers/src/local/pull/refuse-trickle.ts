/** When a source counts as too slow to wait for. */
export interface Patience {
  /** Nothing is judged before: connections begin slowly. */
  readonly afterMs: number;
  /** Of the whole file, at the speed so far. */
  readonly longestSeconds: number;
}

/** Overnight is the longest that anybody waits for a first script. */
export const PATIENCE: Patience = { afterMs: 30_000, longestSeconds: 12 * 3_600 };

/** Counts bytes, and throws where the rest of a file would take longer than one can wait, so that the next source has its turn. */
export function refuseTrickle(
  { doneBytes, totalBytes }: { readonly doneBytes: number; readonly totalBytes: number },
  { afterMs, longestSeconds }: Patience,
): (bytes: number) => void {
  const startedAt = performance.now();
  let came = 0;
  return (bytes) => {
    came += bytes;
    const passedMs = performance.now() - startedAt;
    if (passedMs < afterMs) return;
    const bytesPerSecond = (came * 1_000) / passedMs;
    const secondsLeft = (totalBytes - doneBytes - came) / bytesPerSecond;
    if (secondsLeft <= longestSeconds) return;
    const hours = Math.round(secondsLeft / 3_600);
    throw new Error(`it sends ${(bytesPerSecond / 1_000).toFixed(0)} kB a second, which would take ${hours} hours`);
  };
}

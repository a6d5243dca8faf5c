/** How far a pull has come; sent about five times a second. */
export interface PullProgress {
  phase: 'download' | 'verify';
  /** Where the bytes come from, in words. */
  source: string;
  doneBytes: number;
  totalBytes: number;
  bytesPerSecond: number;
  /** Nothing until there is a speed to reckon with. */
  secondsLeft: number | undefined;
}

const REPORT_EVERY_MS = 200;
/** The speed is that of the last few seconds, so that it follows the line's and does not jump. */
const SPEED_WINDOW_MS = 4_000;

/** Counts bytes, and reports them with speed and time left; what was there before the start counts for neither. */
export function trackProgress(
  phase: PullProgress['phase'],
  source: string,
  { doneBytes, totalBytes }: { doneBytes: number; totalBytes: number },
  report: ((progress: PullProgress) => void) | undefined,
): (bytes: number) => void {
  let done = doneBytes;
  let reportedAt = 0;
  const marks = [{ at: performance.now(), done }];
  return (bytes) => {
    done += bytes;
    const now = performance.now();
    if (now - reportedAt < REPORT_EVERY_MS && done < totalBytes) return;
    reportedAt = now;
    marks.push({ at: now, done });
    while (marks.length > 2 && now - (marks[0]?.at ?? now) > SPEED_WINDOW_MS) marks.shift();
    const first = marks[0] ?? { at: now, done };
    const seconds = (now - first.at) / 1000;
    const bytesPerSecond = seconds > 0 ? (done - first.done) / seconds : 0;
    const secondsLeft = bytesPerSecond > 0 ? (totalBytes - done) / bytesPerSecond : undefined;
    report?.({ phase, source, doneBytes: done, totalBytes, bytesPerSecond, secondsLeft });
  };
}

/**
 * Calls `end` when standard input closes. The supervisor holds its other end, so this is how a server learns that the
 * supervisor is gone, however it went, and on Windows how it is told to stop.
 */
export function endWhenStdinCloses(end: () => void): void {
  process.stdin.once('end', end);
  process.stdin.once('error', end);
  process.stdin.resume();
}

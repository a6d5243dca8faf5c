// Loaded before a server's own code (`--import`): when the server is asked to end, it prints how long its event loop was
// held up while it worked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const NANOSECONDS_A_MILLISECOND = 1e6;
const RESOLUTION_MS = 10;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
// What the start itself takes is no part of the work.
setTimeout(() => delay.enable(), 3_000).unref();
process.once('SIGTERM', () => {
  const inMilliseconds = (nanoseconds: number): number => Math.round(nanoseconds / NANOSECONDS_A_MILLISECOND);
  console.log(
    JSON.stringify({
      msg: 'event loop delay',
      p50_ms: inMilliseconds(delay.percentile(50)),
      p99_ms: inMilliseconds(delay.percentile(99)),
      max_ms: inMilliseconds(delay.max),
    }),
  );
});

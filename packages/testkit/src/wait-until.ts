import { setTimeout } from 'node:timers/promises';

const POLL_EVERY_MS = 20;

/** Waits until the condition holds; past the deadline it rejects with what was awaited and the last lines of output. */
export async function waitUntil(
  condition: () => Promise<boolean> | boolean,
  { what, output = [], deadlineMs = 20_000 }: { what: string; output?: readonly string[]; deadlineMs?: number },
): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error([`${what}: not ready within ${deadlineMs} ms`, ...output.slice(-10)].join('\n  '));
    }
    await setTimeout(POLL_EVERY_MS);
  }
}

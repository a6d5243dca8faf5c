import { write, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const STANDARD_OUTPUT = 1;

/** What may wait for a reader that does not keep up; further lines are dropped. */
const MOST_WAITING_CHARACTERS = 8 * 1024 * 1024;

/** How long lines wait for others to be written with: a write costs more than all else that a line does. */
const GATHER_MS = 10;

/** How long to wait when the pipe is full. */
const FULL_PIPE_MS = 20;

/** How long a process that ends waits for a reader that does not keep up. */
const LAST_LINES_MS = 500;

/** Standard outputs with lines that are not written yet. */
const writing = new Set<object>();

/** Waits until every line is written, so that an exit neither loses lines nor writes the last ones out of order. */
export async function lastLinesWritten(): Promise<void> {
  const until = performance.now() + LAST_LINES_MS;
  while (writing.size > 0 && performance.now() < until) await wait(1);
}

/**
 * Writes lines without blocking, several at once, and what is left when the process exits. Once nobody reads any more
 * (the supervisor is gone) it falls silent. pino's own destination then tries forever to flush in the exit, and the
 * process never ends (sonic-boom 4 `flushSync`).
 */
export function createStandardOutput(): { write(line: string): void } {
  let waiting = '';
  let isWriting = false;
  let isBroken = false;
  const output = { write: add };

  function gather(): void {
    isWriting = true;
    writing.add(output);
    setTimeout(writeGathered, GATHER_MS);
  }

  function writeGathered(): void {
    const bytes = Buffer.from(waiting);
    waiting = '';
    send(bytes);
  }

  function written(): void {
    if (waiting !== '') return gather();
    isWriting = false;
    writing.delete(output);
  }

  function send(bytes: Buffer): void {
    write(STANDARD_OUTPUT, bytes, (error, count) => {
      if (error?.code === 'EAGAIN') setTimeout(send, FULL_PIPE_MS, bytes);
      else if (error) fallSilent();
      else if (count < bytes.length) send(bytes.subarray(count));
      else written();
    });
  }

  function fallSilent(): void {
    isBroken = true;
    writing.delete(output);
  }

  function add(line: string): void {
    if (isBroken || waiting.length > MOST_WAITING_CHARACTERS) return;
    waiting += line;
    if (!isWriting) gather();
  }

  process.on('exit', () => {
    try {
      if (!isBroken) writeSync(STANDARD_OUTPUT, waiting);
    } catch {
      // Nobody reads, or the pipe is full; the process ends all the same.
    }
  });

  return output;
}

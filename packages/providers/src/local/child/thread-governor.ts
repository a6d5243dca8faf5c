import os from 'node:os';
import type { Llama } from './llama.ts';

/** Other work is looked at this often while tokens are written. */
const LOOK_EVERY_MS = 400;
/** Others may take this part of a core before it counts as theirs; idle servers take less. */
const SPARED_CORE = 0.25;

interface Look {
  at: number;
  /** Milliseconds that all cores together were busy since the system's start. */
  busyMs: number;
  ownMs: number;
}

/**
 * Keeps the model off cores that others use. llama.cpp's threads spin while they wait for each other, so two threads
 * beside other work on two cores are many times slower than one (measured with the 135M model: 2.4 tokens/s against
 * 49), and starve the others too.
 */
export function createThreadGovernor(llama: Llama, most: number): { adjust(): void } {
  let last = look();
  return {
    adjust() {
      const elapsedMs = performance.now() - last.at;
      if (elapsedMs < LOOK_EVERY_MS) return;
      const now = look();
      const othersCores = (now.busyMs - last.busyMs - (now.ownMs - last.ownMs)) / elapsedMs;
      last = now;
      llama.maxThreads = threadsToUse(os.cpus().length - othersCores, most);
    },
  };
}

/** How many threads have a core to themselves. */
export function threadsToUse(freeCores: number, most: number): number {
  return Math.min(most, Math.max(1, Math.floor(freeCores + SPARED_CORE)));
}

function look(): Look {
  const busyMs = os
    .cpus()
    .map(({ times }) => times.user + times.nice + times.sys + times.irq)
    .reduce((sum, busy) => sum + busy, 0);
  const own = process.cpuUsage();
  return { at: performance.now(), busyMs, ownMs: (own.user + own.system) / 1000 };
}

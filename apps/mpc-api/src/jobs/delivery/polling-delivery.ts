import type { Delivery } from './delivery.ts';

/** How long a job of another process waits at most before this one looks. */
const LOOK_EVERY_MS = 500;

/**
 * The delivery of one machine: a look at the table twice a second, and at once for what this process has accepted. The
 * look is the claim itself, so that there is nothing to send and nothing to use up.
 */
export function createPollingDelivery(): Delivery {
  let isWorthLooking = true;
  const waiting = new Set<() => void>();

  return {
    announce: async () => undefined,
    hurry() {
      isWorthLooking = true;
      for (const look of waiting) look();
    },
    async next(signal) {
      if (!isWorthLooking && !signal.aborted) await untilWorthLooking(waiting, signal);
      isWorthLooking = false;
      return signal.aborted ? undefined : { id: 'look' };
    },
    touch: async () => undefined,
    settle: async () => undefined,
    ping: async () => undefined,
    dispose: async () => undefined,
  };
}

function untilWorthLooking(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', look);
      waiting.delete(look);
      resolve();
    };
    const timer = setTimeout(look, LOOK_EVERY_MS);
    signal.addEventListener('abort', look);
    waiting.add(look);
  });
}

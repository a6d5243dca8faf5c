/** Hands out turns in the order of asking; one at a time. */
export interface Turns {
  /** Waits for the turn and returns the function that ends it; leaves the queue when aborted. */
  take(signal: AbortSignal): Promise<() => void>;
}

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;

  function release(): void {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  }

  return {
    take: async (signal) => {
      signal.throwIfAborted();
      if (!taken) {
        taken = true;
      } else {
        await new Promise<void>((resolve, reject) => {
          const leave = () => {
            waiting.splice(waiting.indexOf(go), 1);
            reject(signal.reason);
          };
          const go = () => {
            signal.removeEventListener('abort', leave);
            resolve();
          };
          signal.addEventListener('abort', leave, { once: true });
          waiting.push(go);
        });
      }
      let ended = false;
      return () => {
        if (!ended) release();
        ended = true;
      };
    },
  };
}

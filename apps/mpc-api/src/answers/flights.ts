import type { GenerationEvent } from '../drive/variant.ts';

/** One piece of work that several requests may wait for. It is stopped when the last of them has gone. */
export interface Flight<Result> {
  /** True for whoever started it. */
  readonly isOwn: boolean;
  /** Waits for the result until `signal` aborts; `tell` first hears what was told before. */
  readonly join: (signal: AbortSignal, tell?: (event: GenerationEvent) => void) => Promise<Result>;
}

export interface Running {
  readonly signal: AbortSignal;
  readonly tell: (event: GenerationEvent) => void;
}

/** Identical requests at the same time share one piece of work. */
export interface Flights<Result> {
  /** The flight under way for `key`, or a new one that runs `start`; without a key it is never shared. */
  board(key: string | undefined, start: (running: Running) => Promise<Result>): Flight<Result>;
}

export function createFlights<Result>(): Flights<Result> {
  const underWay = new Map<string, SharedWork<Result>>();
  return {
    board(key, start) {
      const existing = key === undefined ? undefined : underWay.get(key);
      if (existing && !existing.isStopped()) return { isOwn: false, join: existing.join };
      const work = startWork(start);
      if (key !== undefined) {
        underWay.set(key, work);
        const remove = () => {
          if (underWay.get(key) === work) underWay.delete(key);
        };
        work.result.then(remove, remove);
      }
      return { isOwn: true, join: work.join };
    },
  };
}

interface SharedWork<Result> {
  readonly result: Promise<Result>;
  readonly isStopped: () => boolean;
  readonly join: Flight<Result>['join'];
}

function startWork<Result>(start: (running: Running) => Promise<Result>): SharedWork<Result> {
  const stop = new AbortController();
  const told: GenerationEvent[] = [];
  const listeners = new Set<(event: GenerationEvent) => void>();
  let waiting = 0;
  const result = start({
    signal: stop.signal,
    tell(event) {
      told.push(event);
      for (const listener of listeners) listener(event);
    },
  });
  // Whoever waits hears of a failure; when all have gone there is nobody to hear it.
  result.catch(() => undefined);

  return {
    result,
    isStopped: () => stop.signal.aborted,
    join(signal, tell) {
      waiting += 1;
      if (tell) {
        told.forEach(tell);
        listeners.add(tell);
      }
      return new Promise<Result>((resolve, reject) => {
        let isHere = true;
        const leave = () => {
          if (!isHere) return;
          isHere = false;
          signal.removeEventListener('abort', onAbort);
          if (tell) listeners.delete(tell);
          waiting -= 1;
        };
        const onAbort = () => {
          leave();
          if (waiting === 0) stop.abort(signal.reason);
          reject(signal.reason);
        };
        if (signal.aborted) return onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        result.then(resolve, reject).finally(leave);
      });
    },
  };
}

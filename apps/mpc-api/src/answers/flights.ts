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
export class Flights<Result> {
  readonly #underWay = new Map<string, SharedWork<Result>>();

  /** The flight under way for `key`, or a new one that runs `start`; without a key it is never shared. */
  board(key: string | undefined, start: (running: Running) => Promise<Result>): Flight<Result> {
    const existing = key === undefined ? undefined : this.#underWay.get(key);
    if (existing && !existing.isStopped) return { isOwn: false, join: (signal, tell) => existing.join(signal, tell) };
    const work = new SharedWork(start);
    if (key !== undefined) {
      this.#underWay.set(key, work);
      const remove = (): void => {
        if (this.#underWay.get(key) === work) this.#underWay.delete(key);
      };
      work.result.then(remove, remove);
    }
    return { isOwn: true, join: (signal, tell) => work.join(signal, tell) };
  }
}

class SharedWork<Result> {
  readonly result: Promise<Result>;
  readonly #stop = new AbortController();
  readonly #told: GenerationEvent[] = [];
  readonly #listeners = new Set<(event: GenerationEvent) => void>();
  #waiting = 0;

  constructor(start: (running: Running) => Promise<Result>) {
    this.result = start({ signal: this.#stop.signal, tell: (event) => this.#tell(event) });
    // Whoever waits hears of a failure; when all have gone there is nobody to hear it.
    this.result.catch(() => undefined);
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Waits for the result until `signal` aborts; whoever leaves last stops the work. */
  join(signal: AbortSignal, tell?: (event: GenerationEvent) => void): Promise<Result> {
    this.#waiting += 1;
    if (tell) {
      this.#told.forEach(tell);
      this.#listeners.add(tell);
    }
    return new Promise<Result>((resolve, reject) => {
      let isHere = true;
      const leave = (): void => {
        if (!isHere) return;
        isHere = false;
        signal.removeEventListener('abort', onAbort);
        if (tell) this.#listeners.delete(tell);
        this.#waiting -= 1;
      };
      const onAbort = (): void => {
        leave();
        if (this.#waiting === 0) this.#stop.abort(signal.reason);
        reject(signal.reason);
      };
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      this.result.then(resolve, reject).finally(leave);
    });
  }

  #tell(event: GenerationEvent): void {
    this.#told.push(event);
    for (const listener of this.#listeners) listener(event);
  }
}

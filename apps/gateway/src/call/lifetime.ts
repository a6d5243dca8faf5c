import { ProviderError } from '@showrunner/providers';

/** setTimeout's greatest delay. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * How long one request may go on: until its deadline, or until its client leaves. All attempts share it, so that a
 * request costs at most one deadline however many attempts it takes. Whoever does the work at the moment listens.
 */
export class Lifetime {
  readonly seconds: number;
  /** `performance.now()` milliseconds. */
  readonly endsAt: number;
  readonly #timer: NodeJS.Timeout;
  #end: ProviderError | undefined;
  #listener: ((reason: ProviderError) => void) | undefined;
  #controller: AbortController | undefined;

  constructor(seconds: number, now = performance.now()) {
    this.seconds = seconds;
    this.endsAt = now + seconds * 1000;
    this.#timer = setTimeout(() => this.#finish(timedOut(seconds)), Math.min(seconds * 1000, LONGEST_TIMER_MS));
  }

  /** Why it is over; nothing while it lasts. */
  get end(): ProviderError | undefined {
    return this.#end;
  }

  remainingMs(now = performance.now()): number {
    return Math.max(0, this.endsAt - now);
  }

  /** Calls back when it ends; the one listener is replaced by the next, and `undefined` stops listening. */
  listen(listener: ((reason: ProviderError) => void) | undefined): void {
    this.#listener = listener;
    if (this.#end) listener?.(this.#end);
  }

  /** For work that takes a signal; made only when asked for, because the hot path needs none. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#end) this.#controller.abort(this.#end);
    return this.#controller.signal;
  }

  clientLeft(): void {
    this.#finish(ended(499, 'The client closed the connection'));
  }

  serverStops(): void {
    this.#finish(ended(503, 'The server is stopping'));
  }

  /** The first content is out: from here the time between two chunks counts, no longer the deadline. */
  stopDeadline(): void {
    clearTimeout(this.#timer);
  }

  /** Frees the timer; nothing ends it after that. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener = undefined;
  }

  #finish(reason: ProviderError): void {
    if (this.#end) return;
    this.#end = reason;
    clearTimeout(this.#timer);
    this.#controller?.abort(reason);
    this.#listener?.(reason);
  }
}

function ended(status: number, message: string): ProviderError {
  return new ProviderError({ kind: 'aborted', message, provider: 'gateway', status, isRetryable: false });
}

export function timedOut(seconds: number, provider = 'gateway'): ProviderError {
  return new ProviderError({
    kind: 'timeout',
    message: `No answer within ${seconds} s`,
    provider,
    status: 504,
    isRetryable: true,
  });
}

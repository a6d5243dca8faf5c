import { ProviderError } from '@showrunner/providers';

/**
 * How long one request may go on: until its deadline, or until its client leaves. All attempts share it, so that a
 * request costs at most one deadline however many attempts it takes. Whoever does the work at the moment listens. It
 * has no timer of its own: `Lifetimes` looks at the clock for all of them.
 */
export class Lifetime {
  readonly seconds: number;
  /** `performance.now()` milliseconds. */
  #endsAt: number;
  #end: ProviderError | undefined;
  #listener: ((reason: ProviderError) => void) | undefined;
  #controller: AbortController | undefined;

  constructor(seconds: number, now = performance.now()) {
    this.seconds = seconds;
    this.#endsAt = now + seconds * 1000;
  }

  /** Why it is over; nothing while it lasts. */
  get end(): ProviderError | undefined {
    return this.#end;
  }

  remainingMs(now = performance.now()): number {
    return Math.max(0, this.#endsAt - now);
  }

  /** Calls back when it ends; the one listener is replaced by the next, and `undefined` stops listening. */
  listen(listener: ((reason: ProviderError) => void) | undefined): void {
    this.#listener = listener;
    if (this.#end) listener?.(this.#end);
  }

  /** The same promise, but it rejects with the reason as soon as this ends. */
  during<Result>(promise: Promise<Result>): Promise<Result> {
    const { promise: ended, reject } = Promise.withResolvers<never>();
    this.listen(reject);
    return Promise.race([promise, ended]).finally(() => this.listen(undefined));
  }

  /** For work that takes a signal; made only when asked for, because the hot path needs none. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#end) this.#controller.abort(this.#end);
    return this.#controller.signal;
  }

  clientLeft(): void {
    this.#finish(clientIsGone());
  }

  /** Its caller, who does not wait for it, does not want it any more. */
  cancelled(): void {
    this.#finish(aborted(499, 'The caller cancelled the request'));
  }

  serverStops(): void {
    this.#finish(aborted(503, 'The server is stopping'));
  }

  /** A guardrail refused what a model is answering already. */
  refused(): void {
    this.#finish(aborted(400, 'A guardrail refused the request'));
  }

  endIfLate(now: number): void {
    if (now >= this.#endsAt) this.#finish(timedOut(this.seconds));
  }

  /** The first content is out: from here the time between two chunks counts, no longer the deadline. */
  stopDeadline(): void {
    this.#endsAt = Infinity;
  }

  #finish(reason: ProviderError): void {
    if (this.#end) return;
    this.#end = reason;
    this.#controller?.abort(reason);
    this.#listener?.(reason);
  }
}

/** nginx's status for a client that leaves, and LiteLLM's. */
export const CLIENT_IS_GONE = 499;

export function clientIsGone(): ProviderError {
  return aborted(CLIENT_IS_GONE, 'The client closed the connection');
}

function aborted(status: number, message: string): ProviderError {
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

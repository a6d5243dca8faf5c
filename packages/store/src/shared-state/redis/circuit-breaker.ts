import { isRefusal, isUnavailable } from './redis-failure.ts';

/** Failures in a row after which the store is not asked any more. */
const FAILURES_TO_OPEN = 5;
/** How often an open breaker looks whether the store is back, in milliseconds. */
const PROBE_EVERY_MS = 1_000;

export interface CircuitBreakerOptions {
  /** Resolves when the store works again. */
  readonly probe: () => Promise<void>;
  readonly onOpen: (reason: Error) => void;
  /** A probe failed too, perhaps for another reason. */
  readonly onStillOpen: (reason: Error) => void;
  readonly onClose: () => void;
}

/** Stops asking a store that fails, and finds out by itself, off the requests' way, when it is back. */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #failures = 0;
  #probing: NodeJS.Timeout | undefined;
  #isAsking = false;
  #isDisposed = false;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#probing !== undefined;
  }

  recordSuccess(): void {
    this.#failures = 0;
  }

  /** What is the command's own fault says nothing of the store; a refusal leaves no doubt. */
  recordFailure(reason: unknown): void {
    if (!(reason instanceof Error) || !isUnavailable(reason)) return;
    this.#failures += 1;
    if (isRefusal(reason) || this.#failures >= FAILURES_TO_OPEN) this.open(reason);
  }

  /** Opens at once, for a failure that leaves no doubt. */
  open(reason: Error): void {
    if (this.isOpen || this.#isDisposed) return;
    this.#probing = setInterval(() => this.probeNow(), PROBE_EVERY_MS).unref();
    this.#options.onOpen(reason);
  }

  /** Looks at once whether the store is back, and not only with the next turn. */
  probeNow(): void {
    if (!this.isOpen || this.#isAsking) return;
    this.#isAsking = true;
    const over = (): boolean => (this.#isAsking = false);
    this.#options
      .probe()
      .finally(over)
      .then(() => this.#close(), this.#options.onStillOpen);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearInterval(this.#probing);
  }

  #close(): void {
    if (!this.isOpen || this.#isDisposed) return;
    clearInterval(this.#probing);
    this.#probing = undefined;
    this.#failures = 0;
    this.#options.onClose();
  }
}

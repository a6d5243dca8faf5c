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
export interface CircuitBreaker {
  isOpen(): boolean;
  recordSuccess(): void;
  recordFailure(reason: Error): void;
  /** Opens at once, for a failure that leaves no doubt. */
  open(reason: Error): void;
  /** Looks at once whether the store is back, and not only with the next turn. */
  probeNow(): void;
  dispose(): void;
}

export function createCircuitBreaker({ probe, onOpen, onStillOpen, onClose }: CircuitBreakerOptions): CircuitBreaker {
  let failures = 0;
  let probing: NodeJS.Timeout | undefined;
  let disposed = false;

  const close = (): void => {
    if (probing === undefined || disposed) return;
    clearInterval(probing);
    probing = undefined;
    failures = 0;
    onClose();
  };
  const probeNow = (): void => {
    if (probing !== undefined) probe().then(close, onStillOpen);
  };
  const open = (reason: Error): void => {
    if (probing !== undefined || disposed) return;
    probing = setInterval(probeNow, PROBE_EVERY_MS).unref();
    onOpen(reason);
  };
  return {
    isOpen: () => probing !== undefined,
    recordSuccess: () => {
      failures = 0;
    },
    recordFailure: (reason) => {
      failures += 1;
      if (failures >= FAILURES_TO_OPEN) open(reason);
    },
    open,
    probeNow,
    dispose: () => {
      disposed = true;
      clearInterval(probing);
    },
  };
}

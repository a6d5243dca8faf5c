import { ApiError } from '@showrunner/errors';
import { errorFromResponse } from './error-from-response.ts';
import { LONGEST_WAIT_MS, pauseBefore, readRetryAfter } from './retry-after.ts';

/** How a request is tried. */
export interface Trying {
  /** Milliseconds for each try until `send` gives its answer. */
  readonly timeout: number;
  /** How many tries may follow the first. */
  readonly maxRetries: number;
  /** Whether the same request may be sent again: it has an effect once, however often it arrives. */
  readonly isRepeatable: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends a request until it is answered, fails for good, or its tries are over. Gives every answer that is no error, and
 * throws the others; `unreachable` says what is wrong where none came.
 */
export async function tryAndRetry(
  send: (signal: AbortSignal) => Promise<Response>,
  unreachable: (cause: unknown) => ApiError,
  trying: Trying,
): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await oneTry(send, unreachable, trying);
    if (outcome.kind === 'answered') return outcome.response;
    const { error, retryAfterMs } = outcome;
    if (!mayBeSentAgain(error, trying) || tries > trying.maxRetries) throw error;
    if (retryAfterMs !== undefined && retryAfterMs > LONGEST_WAIT_MS) throw comeBackLater(error, retryAfterMs);
    await pause(pauseBefore(tries, retryAfterMs), trying.signal);
  }
}

type Outcome =
  | { readonly kind: 'answered'; readonly response: Response }
  | { readonly kind: 'failed'; readonly error: ApiError; readonly retryAfterMs?: number | undefined };

async function oneTry(
  send: (signal: AbortSignal) => Promise<Response>,
  unreachable: (cause: unknown) => ApiError,
  { timeout, signal }: Trying,
): Promise<Outcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(tooLate(timeout)), timeout);
  try {
    const response = await send(signal === undefined ? patience.signal : AbortSignal.any([signal, patience.signal]));
    if (response.ok) return { kind: 'answered', response };
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
    return { kind: 'failed', error: await errorFromResponse(response), retryAfterMs };
  } catch (cause) {
    signal?.throwIfAborted();
    return { kind: 'failed', error: patience.signal.aborted ? tooLate(timeout) : unreachable(cause) };
  } finally {
    clearTimeout(timer);
  }
}

/** 409 says that it may pass while the same key is at work; what a model wrote badly is paid again only if wished. */
function mayBeSentAgain({ isRetryable, code }: ApiError, { isRepeatable }: Trying): boolean {
  return isRepeatable && isRetryable && code !== 'GENERATION_FAILED';
}

function tooLate(timeout: number): ApiError {
  return new ApiError('GATEWAY_TIMEOUT', {
    message: `The server did not answer within ${timeout} ms.`,
    details: { timeout_ms: timeout },
  });
}

function comeBackLater({ code, message, statusCode, details, requestId }: ApiError, retryAfterMs: number): ApiError {
  const seconds = Math.ceil(retryAfterMs / 1_000);
  return new ApiError(code, {
    message: `${message} (it can be asked again in ${seconds} seconds)`,
    status: statusCode,
    details: { ...details, retry_after_seconds: seconds },
    retryAfterSeconds: seconds,
    requestId,
  });
}

/** Throws the reason of `signal` as soon as that aborts. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      done();
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      done();
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

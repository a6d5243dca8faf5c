import { ProviderError } from '@showrunner/providers';

/** Codes that mean "too slow": of the connections here, of Node's, and of undici's behind a proxy. */
const TIMEOUT_CODES = new Set([
  'CONNECT_TIMEOUT',
  'IDLE_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** A failure below HTTP as a `ProviderError`; its address is not named, because it may hold a secret. */
export function connectionFailure(error: unknown, provider: string): ProviderError {
  if (ProviderError.isInstance(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const isTimeout = TIMEOUT_CODES.has(code);
  return new ProviderError({
    kind: isTimeout ? 'timeout' : 'connection',
    message: isTimeout ? `The provider did not answer in time (${code})` : describe(error, code),
    provider,
    status: isTimeout ? 504 : 502,
    isRetryable: !LASTING_CODES.has(code),
    cause: error,
  });
}

/** What the configuration has to change first: where a vendor is, or what is sent to it. */
const LASTING_CODES = new Set(['REDIRECTED', 'INVALID_HEADER']);

/**
 * Where a redirect leads and how an answer is encoded is the vendor's word, which header cannot be sent the
 * configuration's, and what one has to know.
 */
const TELLING_CODES = new Set([...LASTING_CODES, 'UNDECODABLE']);

function describe(error: unknown, code: string): string {
  return TELLING_CODES.has(code) && error instanceof Error ? error.message : `Connection error (${code})`;
}

/** An answer that ended before it was whole. */
export function cutOff(provider: string, cause?: unknown): ProviderError {
  return new ProviderError({
    kind: 'connection',
    message: 'The provider closed the connection before its answer was complete',
    provider,
    status: 502,
    isRetryable: true,
    cause,
  });
}

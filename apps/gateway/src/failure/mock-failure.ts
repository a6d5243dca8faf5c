import { ProviderError, type ProviderErrorKind } from '@showrunner/providers';

/** A failure that an operator's test asked for. */
export function mockFailure(kind: ProviderErrorKind, status: number, message: string): ProviderError {
  return new ProviderError({ kind, message, provider: 'mock', status, isRetryable: status === 429 || status >= 500 });
}

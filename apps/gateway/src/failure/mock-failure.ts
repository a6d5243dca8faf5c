import { ProviderError, type ProviderErrorKind } from '@showrunner/providers';

/** Texts that stand for a failure, as LiteLLM writes them. */
const mockFailures: readonly { text: string; kind: ProviderErrorKind; status: number }[] = [
  { text: 'litellm.RateLimitError', kind: 'rate_limit', status: 429 },
  { text: 'litellm.ContextWindowExceededError', kind: 'context_window', status: 400 },
  { text: 'litellm.InternalServerError', kind: 'server', status: 500 },
  { text: 'Exception: content_filter_policy', kind: 'content_policy', status: 400 },
  { text: 'Exception: mock_', kind: 'server', status: 500 },
];

/** The failure that a deployment's `mock_response` stands for; nothing where it is an answer. */
export function mockFailureIn(text: string): ProviderError | undefined {
  const failure = mockFailures.find((candidate) => text.startsWith(candidate.text));
  return failure && mockFailure(failure.kind, failure.status, text);
}

/** A failure that an operator's test asked for. */
export function mockFailure(
  kind: ProviderErrorKind,
  status: number,
  message: string,
  { isRetryable = status === 429 || status >= 500 }: { readonly isRetryable?: boolean } = {},
): ProviderError {
  return new ProviderError({ kind, message, provider: 'mock', status, isRetryable });
}

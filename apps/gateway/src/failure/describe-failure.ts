import { ProviderError, type ProviderErrorKind } from '@showrunner/providers';
import { GatewayError } from './gateway-error.ts';

/** LiteLLM's exception names, which clients search error messages for. */
const exceptionNames: Readonly<Record<ProviderErrorKind, string>> = {
  invalid_request: 'BadRequestError',
  unsupported_operation: 'BadRequestError',
  context_window: 'ContextWindowExceededError',
  content_policy: 'ContentPolicyViolationError',
  authentication: 'AuthenticationError',
  payment: 'APIError',
  permission: 'PermissionDeniedError',
  not_found: 'NotFoundError',
  rate_limit: 'RateLimitError',
  timeout: 'Timeout',
  connection: 'APIConnectionError',
  overloaded: 'ServiceUnavailableError',
  server: 'InternalServerError',
  malformed_answer: 'APIError',
  aborted: 'APIConnectionError',
};

/** A vendor's own `type` and `param` are kept where they tell the caller what to change. */
const KEEPS_VENDOR_TYPE = new Set([400, 413, 422]);

/** What LiteLLM 1.108.7 calls failures of vendors (observed); other 4xx are requests that were no good. */
const typeByStatus: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'throttling_error',
};

/** Any failure as what the caller is told; what nobody foresaw becomes a 500 that gives nothing away. */
export function describeFailure(failure: unknown): GatewayError {
  if (failure instanceof GatewayError) return failure;
  if (ProviderError.isInstance(failure)) return describeProviderError(failure);
  return new GatewayError({
    status: 500,
    type: 'internal_server_error',
    message: 'Internal server error',
    cause: failure,
  });
}

/** What LiteLLM's metrics call a failure (`_get_exception_class_name`, 1.108.7): `Openai.RateLimitError`. */
export function exceptionClass(failure: unknown): string {
  const cause = failure instanceof GatewayError ? failure.cause : failure;
  if (ProviderError.isInstance(cause)) return `${capitalized(cause.provider)}.${exceptionNames[cause.kind]}`;
  if (!(failure instanceof GatewayError)) return 'Exception';
  if (failure.type === 'budget_exceeded') return 'BudgetExceededError';
  if (failure.type?.endsWith('_model_access_denied')) return 'ModelAccessDeniedProxyException';
  return failure.status === 429 ? 'HTTPException' : 'ProxyException';
}

/** The vendor whose failure it is; nothing where none was asked. */
export function failedProvider(failure: unknown): string | undefined {
  const cause = failure instanceof GatewayError ? failure.cause : failure;
  return ProviderError.isInstance(cause) ? cause.provider : undefined;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function describeProviderError(failure: ProviderError): GatewayError {
  const keepsVendorType = KEEPS_VENDOR_TYPE.has(failure.status);
  const retryAfter = failure.retryAfterSeconds;
  return new GatewayError({
    status: failure.status,
    type: (keepsVendorType ? failure.vendorType : null) ?? typeOf(failure.status),
    message: `litellm.${exceptionNames[failure.kind]}: ${failure.provider} - ${failure.message}`,
    param: keepsVendorType ? failure.vendorParam : null,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter)) },
    cause: failure,
  });
}

function typeOf(status: number): string {
  return typeByStatus[status] ?? (status < 500 ? 'invalid_request_error' : 'internal_server_error');
}

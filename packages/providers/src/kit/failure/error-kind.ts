import type { ProviderErrorKind } from '../../spec/error.ts';
import { contextWindowWords } from './context-window-words.ts';
import type { VendorError } from './vendor-error.ts';

/** The kind of an error, and the status that callers on the OpenAI wire see. */
export function kindOfError(
  status: number | undefined,
  error: VendorError | undefined,
): { kind: ProviderErrorKind; status: number } {
  const outward = outwardStatus(status ?? statusOfType(error));
  const kind = kindOfWords(outward, error) ?? kindOfStatus(outward);
  // A server that breaks over a prompt refuses it all the same.
  const isRefusal = kind === 'context_window' && outward >= 500;
  return { kind, status: isRefusal ? 400 : outward };
}

/** What callers on the OpenAI wire see. 529 (Anthropic) and 498 (Groq) are "overloaded"; a redirect is no answer. */
function outwardStatus(status: number): number {
  if (status === 529 || status === 498) return 503;
  if (status < 400 || status > 599) return 502;
  return status;
}

/** The status that an error inside a 200 stands for: its numeric code (OpenRouter), or its type. */
function statusOfType(error: VendorError | undefined): number {
  const code = Number(error?.code);
  if (Number.isInteger(code) && code >= 400 && code <= 599) return code;
  const statuses: Readonly<Record<string, number>> = {
    context_length_exceeded: 400,
    content_filter: 400,
    content_policy_violation: 400,
    invalid_request_error: 400,
    authentication_error: 401,
    billing_error: 402,
    insufficient_quota: 429,
    permission_error: 403,
    not_found_error: 404,
    request_too_large: 413,
    rate_limit_error: 429,
    rate_limit_exceeded: 429,
    requests: 429,
    tokens: 429,
    api_error: 500,
    server_error: 500,
    timeout_error: 504,
    overloaded_error: 503,
  };
  for (const word of [error?.code, error?.type]) {
    if (typeof word === 'string' && Object.hasOwn(statuses, word)) return statuses[word] ?? 502;
  }
  return 502;
}

const contentPolicyWords =
  /content_policy_violation|content_filter|ResponsibleAIPolicyViolation|content management policy|content filtering policy|safety system|usage polic|moderation/i;

/** Vendors say these with whatever status they please, so their words come first. */
function kindOfWords(status: number, error: VendorError | undefined): ProviderErrorKind | undefined {
  if (!error) return undefined;
  const words = [error.code, error.type, error.message].filter((word) => typeof word === 'string').join(' ');
  if (/insufficient_quota|billing_error|credit balance|insufficient (balance|credits?|funds)/i.test(words)) {
    return 'payment';
  }
  const isRefusal = status === 400 || status === 403 || status === 413 || status === 422;
  // llama.cpp and servers behind a proxy say it with a 500; an error inside of a 200 has no status at all.
  const mayRefuse = isRefusal || status === 500 || status === 502;
  if (!mayRefuse || /string_above_max_length/.test(words)) return undefined;
  if (contextWindowWords.test(words)) return 'context_window';
  return isRefusal && contentPolicyWords.test(words) ? 'content_policy' : undefined;
}

function kindOfStatus(status: number): ProviderErrorKind {
  switch (status) {
    case 401:
      return 'authentication';
    case 402:
      return 'payment';
    case 403:
      return 'permission';
    case 404:
      return 'not_found';
    case 408:
    case 504:
      return 'timeout';
    case 429:
      return 'rate_limit';
    case 503:
      return 'overloaded';
    default:
      return status >= 500 ? 'server' : 'invalid_request';
  }
}

/** Whether the same call may succeed later. */
export function isRetryable(kind: ProviderErrorKind, status: number): boolean {
  if (kind === 'payment' || kind === 'context_window' || kind === 'content_policy') return false;
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

import { ProviderError, type ProviderErrorKind } from '../spec/provider-error.ts';
import { asObjects, isJsonObject, parseJson } from './json.ts';
import { readRetryAfter, type ResponseHeaders } from './retry-after.ts';
import { readVendorError, type VendorError } from './vendor-error.ts';
import type { Vendor } from './vendor.ts';

/** Longer messages are cut: they end up in logs and in callers' errors. */
const MAX_MESSAGE_CHARACTERS = 2000;

/**
 * Turns an answer that is no completion into the error that routing decides by: first by what the vendor says
 * (a context window that is too small and a refused content come as plain 400s), then by the HTTP status.
 */
export function classifyError(
  vendor: Vendor,
  status: number,
  headers: ResponseHeaders,
  body: Uint8Array,
): ProviderError {
  const text = new TextDecoder().decode(body);
  const parsed = parseJson(text);
  const document = Array.isArray(parsed) ? asObjects(parsed)[0] : parsed;
  const vendorError = isJsonObject(document) ? readVendorError(document) : undefined;
  const isSuccessStatus = status >= 200 && status < 300;
  if (isSuccessStatus && !vendorError) return malformedAnswer(vendor, text);
  return vendorErrorToProviderError(vendor, isSuccessStatus ? undefined : status, vendorError, {
    fallbackMessage: `HTTP status ${status}${describeText(text)}`,
    retryAfterSeconds: readRetryAfter(headers),
  });
}

/** The same for an error object that came inside a 200, in a stream for example; `status` is then not known. */
export function vendorErrorToProviderError(
  vendor: Vendor,
  status: number | undefined,
  vendorError: VendorError | undefined,
  { fallbackMessage = 'an error without a message', retryAfterSeconds = undefined as number | undefined } = {},
): ProviderError {
  const cause = classify(status, vendorError);
  const message = vendorError?.message || fallbackMessage;
  return new ProviderError({
    kind: cause.kind,
    message: `${vendor.title}: ${redactKeys(message).slice(0, MAX_MESSAGE_CHARACTERS)}`,
    provider: vendor.name,
    status: cause.status,
    isRetryable: isRetryable(cause.kind, cause.status),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    vendorType: vendorError?.type ?? null,
    vendorParam: vendorError?.param ?? null,
    vendorCode: vendorError?.code ?? null,
  });
}

/** The answer is no completion and no error either: HTML from a proxy, a cut body, another protocol. */
export function malformedAnswer(
  vendor: Vendor,
  text: string,
  reason = 'the answer is no chat completion',
): ProviderError {
  return new ProviderError({
    kind: 'malformed_answer',
    message: `${vendor.title}: ${reason}${redactKeys(describeText(text))}`,
    provider: vendor.name,
    status: 502,
    isRetryable: true,
  });
}

/** The vendor's stream stopped before the vendor had said that it was done. */
export function cutStream(vendor: Vendor): ProviderError {
  return new ProviderError({
    kind: 'connection',
    message: `${vendor.title}: the stream ended before the answer was complete`,
    provider: vendor.name,
    status: 502,
    isRetryable: true,
  });
}

/** A request that this vendor or model cannot take; found before anything is sent. */
export function refusedRequest(vendor: Vendor, message: string, param: string | null): ProviderError {
  return new ProviderError({
    kind: 'invalid_request',
    message,
    provider: vendor.name,
    status: 400,
    isRetryable: false,
    vendorType: 'invalid_request_error',
    vendorParam: param,
  });
}

function classify(
  status: number | undefined,
  error: VendorError | undefined,
): { kind: ProviderErrorKind; status: number } {
  const outward = outwardStatus(status ?? statusOfType(error));
  const kind = kindOfWords(outward, error) ?? kindOfStatus(outward);
  return { kind, status: outward };
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
  for (const word of [error?.type, error?.code]) {
    if (typeof word === 'string' && Object.hasOwn(statuses, word)) return statuses[word] ?? 502;
  }
  return 502;
}

const contextWindowWords =
  /maximum context length|context[ _]length|context window|context limit|context size|prompt is too long|input is too long|too many tokens|maximum number of tokens allowed|input tokens exceed/i;

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
  if (!isRefusal || /string_above_max_length/.test(words)) return undefined;
  if (contextWindowWords.test(words)) return 'context_window';
  return contentPolicyWords.test(words) ? 'content_policy' : undefined;
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

function isRetryable(kind: ProviderErrorKind, status: number): boolean {
  if (kind === 'payment' || kind === 'context_window' || kind === 'content_policy') return false;
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** Some vendors repeat a part of the key in their 401; no key ever leaves in a message. */
function redactKeys(text: string): string {
  return text.replace(/\b(?:sk|gsk|xai|pplx|key|fw|tgp|rk|pk)[-_][\w*.-]{6,}|\bBearer\s+\S+/gi, '[redacted]');
}

function describeText(text: string): string {
  const start = text.trimStart().slice(0, 200);
  if (start === '') return ' (an empty body)';
  if (/^<(!doctype|html|\?xml)/i.test(start)) {
    const title = /<title[^>]*>([^<]{1,100})/i.exec(text)?.[1];
    return title ? ` (an HTML page: "${title.trim()}")` : ' (an HTML page)';
  }
  return ` (it starts with ${JSON.stringify(start.slice(0, 80))})`;
}

import { ApiError, ErrorTypes } from '@showrunner/errors';
import { objectOf, parseObject, textOf } from '../json-members.ts';

/** The answer's stream broke after it had begun: nothing upstream can retry it, but the ask can be made again. */
export class StreamCutError extends Error {
  override readonly name = 'StreamCutError';
}

/** Nothing answers at the gateway's address, or the connection broke before an answer was whole. */
export function gatewayUnreachable(baseUrl: string, cause: unknown): ApiError {
  return ErrorTypes.SERVICE_UNAVAILABLE(
    `The LLM gateway at ${withoutCredentials(baseUrl)} cannot be reached. Is it running, and is LITELLM_BASE_URL right?`,
    { dependency: 'gateway', retryable: true },
    { cause },
  );
}

/** The gateway passed on a provider's refusal or failure, in OpenAI's and LiteLLM's error shape. */
export function gatewayRefusal(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  body: string,
): ApiError {
  const wire = readWireError(body);
  const upstreamStatus = statusInside(wire) ?? status;
  const retryAfter = headers['retry-after'];
  return ErrorTypes.LLM_ERROR(
    wire?.message ?? `The LLM gateway answered with status ${upstreamStatus}.`,
    {
      provider: providerName(headers, wire),
      status: upstreamStatus,
      retryable: isRetryable(upstreamStatus),
      ...(wire?.type ? { type: wire.type } : {}),
      ...(wire?.param && wire.param !== 'None' ? { param: wire.param } : {}),
    },
    typeof retryAfter === 'string' ? { headers: { 'retry-after': retryAfter } } : {},
  );
}

/** Status 200, but no chat completion in it: a proxy's page, another service at the address. */
export function gatewayAnswerUnreadable(what: string): ApiError {
  return ErrorTypes.LLM_ERROR(`The LLM gateway's answer could not be read (${what}).`, {
    provider: null,
    status: 200,
    retryable: true,
  });
}

/** The same error without our key, which what refuses it may repeat in its words. */
export function withoutKey(error: unknown, key: string | undefined): unknown {
  if (key === undefined || !ApiError.isInstance(error)) return error;
  const { code, message, statusCode: status, details, headers, cause } = error;
  const hide = (text: string): string => text.replaceAll(key, '[redacted]');
  const said = { message: hide(message), status, headers, cause };
  return new ApiError(code, { ...said, details: parseObject(hide(JSON.stringify(details))) });
}

/** 402 (no credit) and the caller's own mistakes stay as they are however often one asks. */
function isRetryable(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

interface WireError {
  readonly message?: string | undefined;
  readonly type?: string | undefined;
  readonly param?: string | undefined;
  /** A number, or digits. */
  readonly code?: unknown;
  readonly provider?: string | undefined;
}

function readWireError(body: string): WireError | undefined {
  const error = parseObject(body)?.error;
  if (typeof error === 'string') return { message: error };
  const members = objectOf(error);
  return (
    members && {
      message: textOf(members.message),
      type: textOf(members.type),
      param: textOf(members.param),
      code: members.code,
      provider: textOf(members.llm_provider),
    }
  );
}

/** LiteLLM writes the provider's status as `code`, also where the error came inside a stream that began with 200. */
function statusInside(wire: WireError | undefined): number | undefined {
  const code = Number(wire?.code);
  return Number.isInteger(code) && code >= 400 && code <= 599 ? code : undefined;
}

function providerName(
  headers: Record<string, string | string[] | undefined>,
  wire: WireError | undefined,
): string | null {
  const served = headers['x-showrunner-model'] ?? headers.llm_provider;
  const named = wire?.provider ?? (typeof served === 'string' ? served.split('/')[0] : undefined);
  return named ?? null;
}

function withoutCredentials(url: string): string {
  const parsed = new URL(url);
  return parsed.origin + parsed.pathname.replace(/\/$/, '');
}

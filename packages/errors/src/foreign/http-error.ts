import { ApiError } from '../api-error.ts';
import { errorCatalogue, errorCodes, type ErrorCode } from '../catalogue.ts';
import { unreadableRequests, type UnreadableRequest } from './unreadable-requests.ts';

/** The members by which Fastify, http-errors, body-parser and Express's router tell what an error means over HTTP. */
interface HttpError extends Error {
  readonly statusCode: number;
  /** Fastify's `FST_ERR_…`. */
  readonly code?: unknown;
  /** body-parser's `entity.…`. */
  readonly type?: unknown;
  /** body-parser's: how many bytes there may be. */
  readonly limit?: unknown;
  /** What http-errors wants sent along. */
  readonly headers?: unknown;
}

/**
 * An error with a `statusCode`. A `status` alone is not enough: clients of other services (OpenAI's SDK, axios) put
 * the upstream's status there, and an upstream's 404 is not ours.
 *
 * @param bodyLimit in bytes, where the error does not name the limit that was passed
 */
export function fromHttpError(thrown: unknown, bodyLimit?: number): ApiError | undefined {
  if (!isHttpError(thrown)) return undefined;
  const headers = stringHeaders(thrown.headers);
  const known = unreadableRequests[String(thrown.code)] ?? unreadableRequests[String(thrown.type)];
  if (known) {
    const { status } = known;
    return new ApiError('BAD_REQUEST', { ...toldOf(known, thrown.limit ?? bodyLimit), status, headers, cause: thrown });
  }
  const code = codeOfStatus(thrown.statusCode);
  return new ApiError(code, {
    status: code === 'BAD_REQUEST' ? thrown.statusCode : undefined,
    message: code === 'INTERNAL_ERROR' || !isExposable(thrown) ? undefined : thrown.message,
    headers,
    cause: thrown,
  });
}

/** A body that cannot be read is an issue of the body as a whole; of one that is too large the limit is named. */
function toldOf({ message, reason, issue }: UnreadableRequest, limit: unknown) {
  if (reason === 'too_large' && typeof limit === 'number')
    return { message: message.replace(/\.$/, `: at most ${limit} bytes.`), details: { reason, limit } };
  if (issue === undefined) return { message, details: { reason } };
  return { message, details: { reason, issues: [{ path: '', reason: issue, allowed: 'a JSON object' }] } };
}

/** The code whose status this is; other statuses of the caller's are `BAD_REQUEST`, other ones of ours INTERNAL_ERROR. */
function codeOfStatus(status: number): ErrorCode {
  const code = errorCodes.find((candidate) => errorCatalogue[candidate].status === status);
  // 502 in the catalogue speaks of the language model; a foreign 502 says nothing of it.
  if (code !== undefined && code !== 'LLM_ERROR') return code;
  return status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR';
}

/** http-errors marks what may be shown with `expose`; elsewhere messages of 4xx were written for the caller. */
function isExposable(error: HttpError): boolean {
  const expose = (error as { expose?: unknown }).expose;
  return error.message !== '' && (typeof expose === 'boolean' ? expose : error.statusCode < 500);
}

function isHttpError(thrown: unknown): thrown is HttpError {
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return false;
  const { statusCode } = thrown;
  return typeof statusCode === 'number' && Number.isInteger(statusCode) && statusCode >= 400 && statusCode <= 599;
}

function stringHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {};
  const entries = Object.entries(headers).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

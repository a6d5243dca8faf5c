import type { ApiError } from './api-error.ts';
import { PROBLEM_MEDIA_TYPE, toProblemJson, wantsProblemJson } from './problem-details.ts';

/** What goes over the wire for an error, whatever the framework. */
export interface ErrorResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AnsweredRequest {
  /** The `Accept` header. */
  readonly accept?: string | undefined;
  /** The path and query that was asked for. */
  readonly url?: string | undefined;
}

/** What a failed handler may have announced of its own body, which is not true of the error that goes out instead. */
export const bodyHeaders = ['content-encoding', 'content-range', 'etag', 'last-modified', 'cache-control'] as const;

/** The envelope, or problem+json where the request prefers it, with the headers that its status calls for. */
export function errorResponse(error: ApiError, request: AnsweredRequest = {}): ErrorResponse {
  return wantsProblemJson(request.accept)
    ? jsonErrorResponse(error, PROBLEM_MEDIA_TYPE, toProblemJson(error, pathOf(request.url)))
    : jsonErrorResponse(error, 'application/json', error.toJSON());
}

/** Any other JSON shape of the error, for an API whose clients expect one. */
export function jsonErrorResponse(error: ApiError, mediaType: string, body: unknown): ErrorResponse {
  return {
    status: error.statusCode,
    headers: {
      ...requiredHeaders(error.statusCode),
      ...sendable(error.headers),
      ...(error.requestId === undefined ? {} : sendable({ 'x-request-id': error.requestId })),
      'content-type': `${mediaType}; charset=utf-8`,
      'x-content-type-options': 'nosniff',
    },
    body: stringify(body),
  };
}

/** RFC 9110 §15.5.2 demands a challenge with 401; whoever is told to slow down is told for how long. */
function requiredHeaders(status: number): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  if (status === 429) return { 'retry-after': '1' };
  return {};
}

/** Only what Node accepts in a header: a line break out of a foreign message would make the answer itself fail. */
function sendable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** Details that cannot be written as JSON (a cycle, a bigint) must not cost the caller the error itself. */
function stringify(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    return JSON.stringify(body, withoutCycles());
  }
}

function withoutCycles(): (key: string, value: unknown) => unknown {
  const seen = new Set<unknown>();
  return (_key, value) => {
    if (typeof value === 'bigint') return value.toString();
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return '[repeated]';
    seen.add(value);
    return value;
  };
}

/** Without the query: keys and tokens travel there. */
function pathOf(url: string | undefined): string | undefined {
  return url?.split('?', 1)[0];
}

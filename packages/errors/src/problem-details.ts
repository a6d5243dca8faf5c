import type { ApiError } from './api-error.ts';
import { errorCatalogue, type ErrorCode } from './catalogue.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** RFC 9457. `code`, `timestamp` and `details` are extension members (§3.2). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly code: ErrorCode;
  readonly timestamp: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The same error as RFC 9457 problem details; `instance` is the path that was asked for. */
export function toProblemJson(error: ApiError, instance?: string): ProblemDetails {
  const { code, message, statusCode, timestamp, details } = error;
  return {
    type: `urn:showrunner:error:${code.toLowerCase().replaceAll('_', '-')}`,
    title: errorCatalogue[code].message,
    status: statusCode,
    detail: message,
    ...(instance === undefined ? {} : { instance }),
    code,
    timestamp,
    details,
  };
}

/** Whether the `Accept` header names problem+json, and not with `q=0`. A wildcard means the ordinary envelope. */
export function wantsProblemJson(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some((range) => {
    const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return type === PROBLEM_MEDIA_TYPE && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

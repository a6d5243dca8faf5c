import { ApiError, type ApiErrorOptions, type ErrorDetails } from './api-error.ts';
import { errorCodes, type ErrorCode } from './catalogue.ts';

/** Makes an error of one type: `throw ErrorTypes.NOT_FOUND('There is no job "job_1".', { job_id: 'job_1' })`. */
export type ErrorFactory = (
  message?: string,
  details?: ErrorDetails,
  options?: Omit<ApiErrorOptions, 'message' | 'details'>,
) => ApiError;

/** One factory for each of the eleven types. */
export const ErrorTypes: Readonly<Record<ErrorCode, ErrorFactory>> = Object.fromEntries(
  errorCodes.map((code): [ErrorCode, ErrorFactory] => [
    code,
    (message, details, options) => new ApiError(code, { ...options, message, details }),
  ]),
) as Record<ErrorCode, ErrorFactory>;

/** 405 with the `Allow` header that RFC 9110 §15.5.6 asks for. */
export function methodNotAllowed(method: string, allowed: readonly string[]): ApiError {
  const list = allowed.join(', ');
  return ErrorTypes.BAD_REQUEST(
    `${method} is not possible here; allowed: ${list}.`,
    { reason: 'method_not_allowed', allowed },
    { status: 405, headers: { allow: list } },
  );
}

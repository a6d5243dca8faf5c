import { errorCatalogue, type ErrorCode } from './catalogue.ts';
import type { ErrorEnvelope } from './envelope.ts';
import { reasonOfStatus } from './status-reasons.ts';

/** Facts for whoever has to act on the error: plain JSON, never a secret. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

export interface ApiErrorOptions {
  /** One sentence for a person; the catalogue's where none is given. */
  readonly message?: string | undefined;
  readonly details?: ErrorDetails | undefined;
  /** An HTTP status outside the eleven (405, 409, 413 …); the catalogue's where none is given. */
  readonly status?: number | undefined;
  /** Headers that the answer must carry: `allow`, `www-authenticate`. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** When to come back, in seconds; becomes `Retry-After`. */
  readonly retryAfterSeconds?: number | undefined;
  /** When it was made, in ISO 8601; now where absent. */
  readonly timestamp?: string | undefined;
  readonly cause?: unknown;
  readonly requestId?: string | undefined;
}

/** Marks every copy of this class, so that two installed versions know each other's errors. */
const MARKER = Symbol.for('@showrunner/errors/ApiError');

/** An error that is meant for the caller. Everything else becomes one through `toApiError`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly statusCode: number;
  readonly details: ErrorDetails;
  /** ISO 8601, when the error was made. */
  readonly timestamp: string;
  /** Whether the same request may succeed later: what `details.retryable` says of this failure, else of its kind. */
  readonly isRetryable: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  readonly [MARKER] = true;

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    const kind = errorCatalogue[code];
    super(options.message ?? kind.message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.statusCode = options.status ?? kind.status;
    this.details = withReason(options.details ?? {}, this.statusCode);
    this.timestamp = options.timestamp ?? new Date().toISOString();
    this.isRetryable = typeof this.details.retryable === 'boolean' ? this.details.retryable : kind.isRetryable;
    this.headers = withRetryAfter(options.headers ?? {}, options.retryAfterSeconds);
    this.requestId = options.requestId;
  }

  /** Whether `value` is an `ApiError` of this or of any other copy of the package. */
  static isInstance(value: unknown): value is ApiError {
    return typeof value === 'object' && value !== null && (value as Partial<ApiError>)[MARKER] === true;
  }

  toJSON(): ErrorEnvelope {
    const { code, message, statusCode, timestamp, details } = this;
    return { error: { code, message, statusCode, timestamp, details } };
  }
}

/** A status outside the eleven is told apart by its reason, because its code is only `BAD_REQUEST`. */
function withReason(details: ErrorDetails, status: number): ErrorDetails {
  const reason = reasonOfStatus(status);
  return reason === undefined || 'reason' in details ? details : { reason, ...details };
}

/** Rounded up: earlier than `Retry-After` nobody may be told to come (RFC 9110 §10.2.3 knows whole seconds only). */
function withRetryAfter(
  headers: Readonly<Record<string, string>>,
  seconds: number | undefined,
): Readonly<Record<string, string>> {
  return seconds === undefined ? headers : { ...headers, 'retry-after': String(Math.max(1, Math.ceil(seconds))) };
}

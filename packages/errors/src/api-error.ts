import { errorCatalogue, type ErrorCode } from './catalogue.ts';

/** What an error tells beyond its message; must be serialisable and hold no secret. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

export interface ApiErrorOptions {
  /** One sentence for people; the catalogue's where absent. */
  message?: string | undefined;
  details?: ErrorDetails | undefined;
  /** An HTTP status outside the catalogue (405, 409, 413, 415, 431); the code stays, `details.reason` says which. */
  status?: number | undefined;
  /** Response headers that belong to the error, for example `retry-after`. */
  headers?: Readonly<Record<string, string>> | undefined;
  requestId?: string | undefined;
  /** Kept for logs; never sent. */
  cause?: unknown;
  /** Overrides the catalogue where the thrower knows better. */
  isRetryable?: boolean | undefined;
}

/** The JSON of an error answer. */
export interface ErrorEnvelope {
  error: { code: ErrorCode; message: string; statusCode: number; timestamp: string; details?: ErrorDetails };
}

const marker = Symbol.for('showrunner.ApiError');

/** An error that knows how it is answered: code, status, message, details. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly statusCode: number;
  readonly details: ErrorDetails | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly isRetryable: boolean;
  readonly requestId: string | undefined;
  /** When it happened, ISO 8601 in UTC. */
  readonly timestamp: string;

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    const definition = errorCatalogue[code];
    super(options.message ?? definition.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.statusCode = options.status ?? definition.status;
    this.details = options.details;
    this.headers = options.headers ?? {};
    this.isRetryable = options.isRetryable ?? definition.isRetryable;
    this.requestId = options.requestId;
    this.timestamp = new Date().toISOString();
    Object.defineProperty(this, marker, { value: true });
  }

  /** Holds across two copies of this package, where `instanceof` does not. */
  static isInstance(value: unknown): value is ApiError {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, marker);
  }

  toJSON(): ErrorEnvelope {
    const { code, message, statusCode, timestamp, details } = this;
    return { error: { code, message, statusCode, timestamp, ...(details && { details }) } };
  }
}

/** Throws read as sentences: `throw ErrorTypes.NOT_FOUND('No such job.', { id })`. */
export const ErrorTypes = Object.fromEntries(
  (Object.keys(errorCatalogue) as ErrorCode[]).map((code) => [
    code,
    (message?: string, details?: ErrorDetails, options?: Omit<ApiErrorOptions, 'message' | 'details'>) =>
      new ApiError(code, { ...options, message, details }),
  ]),
) as Readonly<
  Record<
    ErrorCode,
    (message?: string, details?: ErrorDetails, options?: Omit<ApiErrorOptions, 'message' | 'details'>) => ApiError
  >
>;

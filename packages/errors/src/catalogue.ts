/** What one error code means to callers. */
export interface ErrorDefinition {
  /** The HTTP status it is answered with. */
  readonly status: number;
  /** The message where the thrower gives none. */
  readonly message: string;
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean;
}

/**
 * The eleven error types of every answer, in one place. Documents and the wire schema list exactly these codes; a
 * test holds that in both directions.
 */
export const errorCatalogue = {
  BAD_REQUEST: { status: 400, message: 'The request cannot be read.', isRetryable: false },
  UNAUTHORIZED: { status: 401, message: 'A valid API key is required.', isRetryable: false },
  FORBIDDEN: { status: 403, message: 'This key may not do that.', isRetryable: false },
  NOT_FOUND: { status: 404, message: 'There is nothing here.', isRetryable: false },
  VALIDATION_ERROR: { status: 422, message: 'The request was read but cannot be accepted.', isRetryable: false },
  RATE_LIMIT_EXCEEDED: { status: 429, message: 'Too many requests.', isRetryable: true },
  INTERNAL_ERROR: { status: 500, message: 'Something went wrong on our side.', isRetryable: false },
  GENERATION_FAILED: {
    status: 500,
    message: 'The model answered, but nothing acceptable came of it.',
    isRetryable: true,
  },
  LLM_ERROR: { status: 502, message: 'The language model provider refused or failed.', isRetryable: true },
  SERVICE_UNAVAILABLE: { status: 503, message: 'The service cannot take requests at the moment.', isRetryable: true },
  GATEWAY_TIMEOUT: { status: 504, message: 'The deadline passed before there was an answer.', isRetryable: true },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorCatalogue;

/** Every code, in the catalogue's order. */
export const errorCodes = Object.keys(errorCatalogue) as readonly ErrorCode[];

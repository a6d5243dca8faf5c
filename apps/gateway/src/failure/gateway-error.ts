/** LiteLLM's error types (its error reference, 2026-10), as far as this gateway refuses by itself. */
export type GatewayErrorType =
  | 'auth_error'
  | 'invalid_request_error'
  | 'not_found_error'
  | 'throttling_error'
  | 'all_deployments_in_cooldown'
  | 'internal_server_error'
  | 'not_implemented_error'
  | 'service_unavailable';

export interface GatewayErrorOptions {
  status: number;
  /** A vendor's own `type` is kept for 400, 413 and 422. */
  type: GatewayErrorType | (string & {}) | null;
  message: string;
  param?: string | null;
  headers?: Readonly<Record<string, string>>;
  /** LiteLLM's `provider_specific_fields`: further members, for programs. */
  details?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** What a caller is told when a request cannot be served. Its message never holds a secret. */
export class GatewayError extends Error {
  readonly status: number;
  readonly type: string | null;
  readonly param: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor({ status, type, message, param = null, headers = {}, details, cause }: GatewayErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'GatewayError';
    this.status = status;
    this.type = type;
    this.param = param;
    this.headers = headers;
    this.details = details;
  }
}

/** LiteLLM's error shape; `code` is the status as text, which its clients rely on. */
export interface ErrorBody {
  error: {
    message: string;
    type: string | null;
    param: string | null;
    code: string;
    provider_specific_fields?: Readonly<Record<string, unknown>>;
  };
}

export function errorBody(error: GatewayError): ErrorBody {
  const { message, type, param, status, details } = error;
  return {
    error: { message, type, param, code: String(status), ...(details && { provider_specific_fields: details }) },
  };
}

export function badRequest(message: string, param: string | null = null): GatewayError {
  return new GatewayError({ status: 400, type: 'invalid_request_error', message, param });
}

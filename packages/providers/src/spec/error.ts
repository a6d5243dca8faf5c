/** Why a call to a vendor failed, in the terms that routing decides by. */
export type ProviderErrorKind =
  | 'invalid_request'
  /** The vendor has no such kind of call (embeddings, images). */
  | 'unsupported_operation'
  | 'context_window'
  | 'content_policy'
  | 'authentication'
  | 'payment'
  | 'permission'
  | 'not_found'
  | 'rate_limit'
  | 'timeout'
  | 'connection'
  | 'overloaded'
  | 'server'
  | 'malformed_answer'
  | 'aborted';

export interface ProviderErrorOptions {
  kind: ProviderErrorKind;
  message: string;
  /** The prefix of the vendor, for example `anthropic`. */
  provider: string;
  /** The HTTP status for callers on the OpenAI wire. */
  status: number;
  /** Whether the same call may succeed later; whether it is retried is decided by the gateway. */
  isRetryable: boolean;
  /** Seconds, from `Retry-After` where the vendor sent a sane one. */
  retryAfterSeconds?: number;
  /** The vendor's own error `type`, `param` and `code`, where its error had them. */
  vendorType?: string | null;
  vendorParam?: string | null;
  vendorCode?: string | null;
  cause?: unknown;
}

const marker = Symbol.for('showrunner.ProviderError');

/** A vendor refused, failed or could not be reached. Its message never holds a secret. */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;
  readonly provider: string;
  readonly status: number;
  readonly isRetryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly vendorType: string | null;
  readonly vendorParam: string | null;
  readonly vendorCode: string | null;

  constructor(options: ProviderErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ProviderError';
    this.kind = options.kind;
    this.provider = options.provider;
    this.status = options.status;
    this.isRetryable = options.isRetryable;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.vendorType = options.vendorType ?? null;
    this.vendorParam = options.vendorParam ?? null;
    this.vendorCode = options.vendorCode ?? null;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Holds across two copies of this package, where `instanceof` does not. */
  static isInstance(value: unknown): value is ProviderError {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, marker);
  }
}

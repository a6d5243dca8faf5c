/** Failures that are allowed, by their kind: LiteLLM's `allowed_fails_policy`. 0 means none. */
export interface AllowedFailsPolicy {
  readonly badRequest?: number;
  readonly authentication?: number;
  readonly timeout?: number;
  readonly rateLimit?: number;
  readonly contentPolicy?: number;
  readonly serverError?: number;
  readonly badGateway?: number;
  readonly unavailable?: number;
  readonly notFound?: number;
}

/** Retries by the kind of failure, LiteLLM's `retry_policy`; what is missing falls to `otherwise`. */
export interface RetryPolicy extends AllowedFailsPolicy {
  readonly otherwise?: number;
}

import type { ProviderError } from '@showrunner/providers';
import type { RetryPolicy } from '../exchange/deployment/failure-policy.ts';
import { policyMember } from '../route/policy-member.ts';

// LiteLLM's waits between attempts (`litellm/constants.py`): exponential, with jitter, in seconds.
const FIRST_WAIT = 0.5;
const LONGEST_WAIT = 8;
const JITTER = 0.75;

/** What may be another answer with another deployment: its key, and what that key may do. */
const OF_THE_DEPLOYMENT = new Set<ProviderError['kind']>(['authentication', 'permission']);

export interface RetryOptions {
  /** How many retries there may be where no policy says. */
  readonly fallback: number;
  /** Whether another deployment can take the call. */
  readonly hasOther: boolean;
}

/** How often a call that failed so may be repeated. The number of retries is the number of retries. */
export function allowedRetries(
  failure: ProviderError,
  policy: RetryPolicy | undefined,
  { fallback, hasOther }: RetryOptions,
): number {
  const member = policyMember(failure.kind);
  const byPolicy = member === undefined ? undefined : policy?.[member];
  if (byPolicy !== undefined) return byPolicy;
  const mayHelp = failure.isRetryable || (hasOther && OF_THE_DEPLOYMENT.has(failure.kind));
  return mayHelp ? (policy?.otherwise ?? fallback) : 0;
}

export interface WaitOptions {
  /** How many retries there were before this one. */
  readonly retry: number;
  /** Whether another deployment can take the call at once. */
  readonly hasOther: boolean;
  readonly leastSeconds: number;
}

/** Milliseconds to wait before the next attempt. Another deployment is asked at once. */
export function waitBeforeRetry(failure: ProviderError, options: WaitOptions, random = Math.random): number {
  if (options.hasOther) return options.leastSeconds * 1000;
  const exponential = Math.min(FIRST_WAIT * 2 ** options.retry, LONGEST_WAIT) * (1 + JITTER * random());
  return Math.max(failure.retryAfterSeconds ?? exponential, options.leastSeconds) * 1000;
}

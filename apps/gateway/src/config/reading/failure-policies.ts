import type { AllowedFailsPolicy, RetryPolicy } from '../../exchange/deployment/failure-policy.ts';
import { reportUnknownKeys } from './known-keys.ts';
import type { Section } from './section.ts';

const retryPolicyNames = {
  BadRequestErrorRetries: 'badRequest',
  AuthenticationErrorRetries: 'authentication',
  TimeoutErrorRetries: 'timeout',
  RateLimitErrorRetries: 'rateLimit',
  ContentPolicyViolationErrorRetries: 'contentPolicy',
  InternalServerErrorRetries: 'serverError',
  ServiceUnavailableErrorRetries: 'unavailable',
  NotFoundErrorRetries: 'notFound',
  DefaultRetries: 'otherwise',
} as const satisfies Record<string, keyof RetryPolicy>;

/** A `retry_policy`; nothing where the key is not there. */
export function readRetryPolicy(parent: Section, key: string): RetryPolicy | undefined {
  return parent.has(key) ? readCounts(parent.section(key), retryPolicyNames) : undefined;
}

/** LiteLLM has one more kind of failure here than in `retry_policy`. */
const allowedFailsNames: Readonly<Record<string, keyof AllowedFailsPolicy>> = {
  ...Object.fromEntries(
    Object.entries(retryPolicyNames).flatMap(([name, kind]) =>
      kind === 'otherwise' ? [] : [[name.replace('ErrorRetries', 'ErrorAllowedFails'), kind] as const],
    ),
  ),
  BadGatewayErrorAllowedFails: 'badGateway',
};

/** `allowed_fails_policy` of the router, or of a deployment's `model_info`. */
export function readAllowedFails(section: Section): AllowedFailsPolicy | undefined {
  if (!section.has('allowed_fails_policy')) return undefined;
  return readCounts(section.section('allowed_fails_policy'), allowedFailsNames);
}

function readCounts(section: Section, names: Readonly<Record<string, keyof RetryPolicy>>): RetryPolicy {
  reportUnknownKeys(section, { actedOn: Object.keys(names), notActedOn: [] });
  const counts = Object.entries(names).flatMap(([name, kind]) => {
    const count = section.count(name);
    return count === undefined ? [] : [[kind, count] as const];
  });
  return Object.fromEntries(counts);
}

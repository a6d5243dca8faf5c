import type { ProviderErrorKind } from '@showrunner/providers';
import type { AllowedFailsPolicy } from '../exchange/deployment/failure-policy.ts';

const members: Readonly<Record<ProviderErrorKind, keyof AllowedFailsPolicy | undefined>> = {
  invalid_request: 'badRequest',
  unsupported_operation: 'badRequest',
  context_window: 'badRequest',
  content_policy: 'contentPolicy',
  authentication: 'authentication',
  payment: undefined,
  permission: 'authentication',
  not_found: 'notFound',
  rate_limit: 'rateLimit',
  timeout: 'timeout',
  connection: 'serverError',
  overloaded: 'unavailable',
  server: 'serverError',
  malformed_answer: 'serverError',
  aborted: undefined,
};

/** Which entry of LiteLLM's `retry_policy` and `allowed_fails_policy` speaks about a failure. */
export function policyMember(kind: ProviderErrorKind): keyof AllowedFailsPolicy | undefined {
  return members[kind];
}

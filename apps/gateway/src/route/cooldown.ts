import type { ProviderError } from '@showrunner/providers';
import type { Deployment } from '../exchange/deployment.ts';
import type { AllowedFailsPolicy, RoutingSettings } from '../config/sections/router-settings.ts';
import { policyMember } from './policy-member.ts';
import type { DeploymentState } from '../exchange/deployment-state.ts';

const MINUTE_MS = 60_000;
/** A vendor that asks for more is asked again after this long all the same. */
const LONGEST_COOLDOWN_SECONDS = 300;

// LiteLLM's default rules: `litellm/router_utils/cooldown_handlers.py`, observed in 1.90.0.
const FAILURE_RATE = 0.5;
const LEAST_REQUESTS_FOR_RATE = 5;
const LEAST_REQUESTS_WHEN_ALL_FAIL = 1000;

/** Counts a success towards the failure rate. */
export function recordSuccess(state: DeploymentState, now: number): void {
  startMinute(state, now);
  state.successes++;
  state.lastOutcome = 'success';
}

/** Counts a failure and takes the deployment out of the choice for a while where the rules say so. */
export function recordFailure(
  failure: ProviderError,
  deployment: Deployment,
  state: DeploymentState,
  routing: RoutingSettings,
  groupSize: number,
  now: number,
): void {
  startMinute(state, now);
  state.failures++;
  state.lastOutcome = 'failure';
  state.lastFailureMessage = failure.message;
  if (routing.cooldownsDisabled || !isEligible(failure)) return;
  const seconds = cooldownSeconds(failure, deployment, routing);
  if (mustCool(failure, state, routing, groupSize, seconds, now)) {
    state.cooledUntil = now + seconds * 1000;
    state.recentFailures = [];
  }
}

/** Only what tells about the vendor, never about the request. */
function isEligible({ status, kind }: ProviderError): boolean {
  if (kind === 'aborted') return false;
  return status === 429 || status === 401 || status === 408 || status === 404 || status >= 500;
}

function cooldownSeconds(failure: ProviderError, deployment: Deployment, routing: RoutingSettings): number {
  const asked = failure.retryAfterSeconds ?? deployment.cooldownSeconds ?? routing.cooldownSeconds;
  return Math.min(asked, LONGEST_COOLDOWN_SECONDS);
}

function mustCool(
  failure: ProviderError,
  state: DeploymentState,
  routing: RoutingSettings,
  groupSize: number,
  seconds: number,
  now: number,
): boolean {
  const allowed = allowedFails(failure, routing.allowedFailsPolicy) ?? routing.allowedFails;
  if (allowed !== undefined) return countRecent(failure, state, seconds, now) > allowed;
  if (failure.status === 401 || failure.status === 404) return true;
  if (failure.status === 429 && groupSize > 1) return true;
  const requests = state.successes + state.failures;
  if (groupSize > 1 && requests >= LEAST_REQUESTS_FOR_RATE) return state.failures / requests > FAILURE_RATE;
  return state.successes === 0 && requests >= LEAST_REQUESTS_WHEN_ALL_FAIL;
}

function allowedFails(failure: ProviderError, policy: AllowedFailsPolicy | undefined): number | undefined {
  const member = policyMember(failure.kind);
  return member === undefined ? undefined : policy?.[member];
}

/** Failures of this kind within a cooldown's time, this one included. */
function countRecent(failure: ProviderError, state: DeploymentState, seconds: number, now: number): number {
  state.recentFailures = state.recentFailures.filter(({ at }) => at > now - seconds * 1000);
  state.recentFailures.push({ at: now, kind: failure.kind });
  return state.recentFailures.filter(({ kind }) => kind === failure.kind).length;
}

function startMinute(state: DeploymentState, now: number): void {
  if (now - state.minuteStartedAt < MINUTE_MS) return;
  state.minuteStartedAt = now;
  state.successes = 0;
  state.failures = 0;
}

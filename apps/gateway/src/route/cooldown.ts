import { ProviderError } from '@showrunner/providers';
import type { RoutingSettings } from '../config/sections/router-settings.ts';
import type { Attempt } from '../exchange/attempt.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { DeploymentState, DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import type { AllowedFailsPolicy } from '../exchange/deployment/failure-policy.ts';
import type { Observer } from '../exchange/record/observers.ts';
import { policyMember } from './policy-member.ts';

const MINUTE_MS = 60_000;
/** A vendor that asks for more is asked again after this long all the same. */
const LONGEST_COOLDOWN_SECONDS = 300;

const BAD_GATEWAY = 502;

// LiteLLM's default rules: `litellm/router_utils/cooldown_handlers.py`, 1.108.7.
const FAILURE_RATE = 0.5;
const LEAST_REQUESTS_FOR_RATE = 5;
const LEAST_REQUESTS_WHEN_ALL_FAIL = 1000;

/** Takes deployments out of the choice for a while, by how their calls ended. */
export class Cooldowns implements Observer {
  readonly #routing: RoutingSettings;
  readonly #states: DeploymentStates;
  readonly #onRest: ((rest: Rest) => void) | undefined;

  /** @param onRest told of each deployment that is put to rest */
  constructor(routing: RoutingSettings, states: DeploymentStates, onRest?: (rest: Rest) => void) {
    this.#routing = routing;
    this.#states = states;
    this.#onRest = onRest;
  }

  attemptEnded(attempt: Attempt): void {
    const { deployment, groupSize, isAlone, failure, endedAt = performance.now() } = attempt;
    const state = this.#states.of(deployment);
    if (failure === undefined) countSuccess(state, endedAt);
    else if (ProviderError.isInstance(failure) && tellsOfTheDeployment(failure, attempt)) {
      this.#countFailure({ failure, deployment, state, groupSize, isAlone, now: endedAt });
    }
  }

  #countFailure(failed: FailedCall): void {
    const { failure, deployment, state, now } = failed;
    startMinute(state, now);
    state.failures++;
    state.lastOutcome = 'failure';
    state.lastFailureMessage = failure.message;
    if (this.#routing.cooldownsDisabled || !isEligible(failure, deployment)) return;
    const seconds = cooldownSeconds(failure, deployment, this.#routing);
    if (mustCool(failed, this.#routing, seconds)) {
      state.cooledUntil = now + seconds * 1000;
      state.recentFailures = [];
      this.#onRest?.({ deployment, failure, seconds });
    }
  }
}

/** A deployment that is not chosen for a while, and what for. */
export interface Rest {
  readonly deployment: Deployment;
  readonly failure: ProviderError;
  readonly seconds: number;
}

/** One call of a deployment that failed, and what is known of its group. */
interface FailedCall {
  readonly failure: ProviderError;
  readonly deployment: Deployment;
  readonly state: DeploymentState;
  readonly groupSize: number;
  /** Whether nobody else can answer in its place. */
  readonly isAlone: boolean;
  /** `performance.now()` milliseconds. */
  readonly now: number;
}

/**
 * A client that left, or that gave less time than the configuration does, says nothing of who was too slow for it, and
 * what fails with a key or at an address of the caller's own says nothing of what others reach.
 */
function tellsOfTheDeployment({ kind }: ProviderError, attempt: Attempt): boolean {
  const { access, vendorKeys } = attempt.exchange.controls;
  if (access || vendorKeys?.[attempt.deployment.adapter.name] !== undefined) return false;
  return kind !== 'aborted' && !(kind === 'timeout' && attempt.isHurried);
}

/** Counts towards the failure rate. */
function countSuccess(state: DeploymentState, now: number): void {
  startMinute(state, now);
  state.successes++;
  state.lastOutcome = 'success';
}

/** What tells about the vendor and not about the request: the account that is not known, or empty, among it. */
const ELIGIBLE = new Set([401, 402, 404, 408, 429]);

/** Anything else cools where the deployment's own policy names it (LiteLLM 1.108.7). */
function isEligible(failure: ProviderError, { allowedFailsPolicy }: Deployment): boolean {
  const { status } = failure;
  return status >= 500 || ELIGIBLE.has(status) || allowedFails(failure, allowedFailsPolicy) !== undefined;
}

function cooldownSeconds(failure: ProviderError, deployment: Deployment, routing: RoutingSettings): number {
  const asked = deployment.cooldownSeconds ?? failure.retryAfterSeconds ?? routing.cooldownSeconds;
  return Math.min(asked, LONGEST_COOLDOWN_SECONDS);
}

function mustCool(failed: FailedCall, routing: RoutingSettings, seconds: number): boolean {
  const { failure, state, groupSize, now } = failed;
  const allowed = allowedBeforeCooling(failed, routing);
  if (allowed !== undefined) return countRecent(failure, state, seconds, now) > allowed;
  if (failure.status === 401 || failure.status === 404) return true;
  if (failure.status === 429 && groupSize > 1) return true;
  const requests = state.successes + state.failures;
  if (groupSize > 1 && requests >= LEAST_REQUESTS_FOR_RATE) return state.failures / requests > FAILURE_RATE;
  return state.successes === 0 && requests >= LEAST_REQUESTS_WHEN_ALL_FAIL;
}

/**
 * How many failures of this kind are let pass, where somebody said so; infinite where it is said of all kinds alike and
 * nobody else can answer: a rest would turn each error of the vendor's into one of the gateway's.
 */
function allowedBeforeCooling(
  { failure, deployment, isAlone }: FailedCall,
  routing: RoutingSettings,
): number | undefined {
  const ofItsKind = allowedFails(failure, deployment.allowedFailsPolicy);
  if (ofItsKind !== undefined) return ofItsKind;
  const ofAll = deployment.allowedFails;
  const ofRouter = allowedFails(failure, routing.allowedFailsPolicy);
  const allowed = ofAll ?? ofRouter ?? routing.allowedFails;
  const isSaidOfItsKind = ofAll === undefined && ofRouter !== undefined;
  return allowed !== undefined && isAlone && !isSaidOfItsKind ? Infinity : allowed;
}

function allowedFails(failure: ProviderError, policy: AllowedFailsPolicy | undefined): number | undefined {
  const member = policyMember(failure.kind);
  const ofItsKind = member === undefined ? undefined : policy?.[member];
  return failure.status === BAD_GATEWAY ? (policy?.badGateway ?? ofItsKind) : ofItsKind;
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

import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError } from '@showrunner/providers';
import type { Answer } from '../exchange/answer/answer.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange, Restriction } from '../exchange/exchange.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { GatewayError } from '../failure/gateway-error.ts';
import type { DeploymentLimits } from '../route/deployment-limits.ts';
import type { ModelGroup } from '../route/model-group.ts';
import { withAccess, withVendorKeys } from '../route/with-access.ts';
import { pickDeployment } from '../route/pick-deployment.ts';
import type { CallTerms } from './call-terms.ts';
import { carryOut } from './carry-out.ts';
import { noDeployment, rateLimited } from './failures.ts';
import { mockedFailure } from './mocked-failure.ts';
import { endOfOrder, standsIn } from './orders.ts';
import { allowedRetries, waitBeforeRetry } from './retry-policy.ts';

/** A group to call, and the request as that group gets it. */
export interface Target {
  readonly group: ModelGroup;
  readonly request: ModelRequest;
}

/** Calls deployments of one group until one answers, the retries of the last order are used up, or its turn ends. */
export async function callGroup(
  terms: CallTerms,
  exchange: Exchange,
  { group: whole, request }: Target,
  endsAt: number,
): Promise<Answer> {
  const { access, vendorKeys } = exchange.controls;
  const keyed = vendorKeys ? withVendorKeys(whole, vendorKeys) : whole;
  const reached = access ? withAccess(keyed, access) : keyed;
  const able = exchange.restriction ? ableOf(reached, exchange.restriction) : reached;
  const group = terms.groupFilter(able, exchange, request);
  const tried = new Set<string>();
  for (let retry = 0; ;) {
    const deployment = terms.deploymentLimits
      ? await pickWithRoom(terms, group, tried, terms.deploymentLimits)
      : pick(terms, group.deployments, tried);
    if (!deployment) throw noDeployment(group, terms.states, request.model);
    tried.add(deployment.id);
    const usual = exchange.controls.retries ?? deployment.retries ?? terms.routing.retries;
    if (retry === 0) exchange.allowRetries(usual);
    const turn = { groupSize: group.deployments.length, endsAt: endOfOrder(group, deployment, exchange, endsAt) };
    const pause = { terms, exchange, group, tried, failed: deployment, retry, usual, endsAt };
    const mocked = exchange.controls.mocks && (await mockedFailure(exchange, deployment, turn.endsAt));
    if (mocked) {
      retry = await beforeNextCall(pause, mocked);
      continue;
    }
    const attempt = exchange.begin(deployment, turn);
    try {
      const answer = await carryOut(attempt, request, terms);
      exchange.answered(attempt, answer);
      // A stream goes on after this, and its source knows its end.
      if (answer.kind === 'plain') attempt.end();
      return answer;
    } catch (failure) {
      attempt.end(failure);
      // Whatever else was thrown tells nothing about the vendor.
      if (!ProviderError.isInstance(failure)) throw failure;
      retry = await beforeNextCall(pause, failure);
    }
  }
}

/** Those that have what the request goes on from. Throws where none has. */
function ableOf(group: ModelGroup, restriction: Restriction): ModelGroup {
  const deployments = group.deployments.filter((one) => restriction.fits(one));
  if (deployments.length === 0 && group.deployments.length > 0) throw restriction.refusal;
  return { ...group, deployments };
}

/** Takes a place in the minute of a deployment that is limited; one that is full is passed by. Throws a 429 where all are. */
async function pickWithRoom(
  terms: CallTerms,
  group: ModelGroup,
  tried: ReadonlySet<string>,
  limits: DeploymentLimits,
): Promise<Deployment | undefined> {
  let left = group.deployments;
  let full: GatewayError | undefined;
  for (;;) {
    const deployment = pick(terms, left, tried);
    if (!deployment && full) throw full;
    const claimed = deployment && (await limits.claim(deployment));
    if (!deployment || !claimed || claimed.isGranted) return deployment;
    full = rateLimited(group, deployment, claimed);
    left = left.filter((other) => other !== deployment);
  }
}

/** Where a request stands between two attempts. */
interface Pause {
  readonly terms: CallTerms;
  readonly exchange: Exchange;
  readonly group: ModelGroup;
  readonly tried: ReadonlySet<string>;
  /** Who failed last. */
  readonly failed: Deployment;
  /** How many retries there were in this order. */
  readonly retry: number;
  /** How many there may be where no policy says. */
  readonly usual: number;
  /** When the turn of its group ends, by `performance.now()`. */
  readonly endsAt: number;
}

/**
 * Waits until the next attempt is due, and says how many retries its order has had then. Rejects with the failure where
 * there is none to be made.
 */
async function beforeNextCall(
  { terms, exchange, group, tried, failed, retry, usual, endsAt }: Pause,
  failure: ProviderError,
): Promise<number> {
  const { lifetime } = exchange;
  const { routing } = terms;
  if (lifetime.end) throw lifetime.end;
  if (!exchange.mayRepeat) throw failure;
  const policy = routing.groupRetryPolicies.get(group.name) ?? routing.retryPolicy;
  const next = pick(terms, group.deployments, tried);
  if (!next) throw failure;
  const hasOther = !tried.has(next.id);
  const allowed = allowedRetries(failure, policy, { fallback: usual, hasOther });
  if (retry >= allowed) {
    if (!hasOther || !standsIn(next, { failed, failure }, exchange, routing)) throw failure;
    exchange.countFallback();
    return 0;
  }
  const wait = waitBeforeRetry(failure, { retry, hasOther, leastSeconds: routing.retryAfterSeconds });
  if (wait >= Math.min(lifetime.remainingMs(), endsAt - performance.now())) throw failure;
  if (wait > 0) {
    try {
      await sleep(wait, undefined, { signal: lifetime.signal });
    } catch {
      if (lifetime.end) throw lifetime.end;
    }
  }
  exchange.countRetry(allowed);
  return retry + 1;
}

function pick(
  { states, routing, strategy }: CallTerms,
  deployments: readonly Deployment[],
  tried: ReadonlySet<string>,
): Deployment | undefined {
  const { defaultMaxParallelRequests } = routing;
  return pickDeployment(deployments, {
    states,
    tried,
    strategy,
    defaultMaxParallelRequests,
    now: performance.now(),
    random: Math.random,
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError, type ChatRequest } from '@showrunner/providers';
import type { Deployment } from '../exchange/deployment.ts';
import type { GatewayError } from '../failure/gateway-error.ts';
import { recordFailure, recordSuccess } from '../route/cooldown.ts';
import type { DeploymentLimits } from '../route/deployment-limits.ts';
import type { ModelGroup } from '../route/model-group.ts';
import { pickDeployment } from '../route/pick-deployment.ts';
import type { Answer } from '../exchange/answer.ts';
import { attemptChat } from '../operations/chat/attempt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { noDeployment, rateLimited } from './failures.ts';
import { mockFailure } from '../operations/chat/mock.ts';
import { allowedRetries, waitBeforeRetry } from './retry-policy.ts';

/** A group to call, and the request as that group gets it. */
export interface Target {
  readonly group: ModelGroup;
  readonly request: ChatRequest;
}

/** Calls deployments of one group until one answers or the retries are used up. */
export async function callGroup(exchange: Exchange, { group, request }: Target): Promise<Answer> {
  const { serving, record, controls } = exchange;
  const tried = new Set<string>();
  for (let retry = 0; ; retry++) {
    const deployment = serving.deploymentLimits
      ? await pickWithRoom(exchange, group, tried, serving.deploymentLimits)
      : pick(exchange, group.deployments, tried);
    if (!deployment) throw noDeployment(group, serving.states);
    tried.add(deployment.id);
    record.maxRetries = controls.retries ?? deployment.retries ?? serving.config.routing.retries;
    const state = serving.states.of(deployment);
    const startedAt = performance.now();
    state.inFlight++;
    try {
      failAsAskedFor(exchange);
      const answer = await attemptChat(exchange, deployment, request);
      const now = performance.now();
      recordSuccess(state, now);
      record.upstreamMs += now - startedAt;
      record.deployment = deployment;
      record.answer = answer.kind === 'stream' ? answer.stream.relay.facts : answer.facts;
      // A stream goes on after this; whoever sends it counts its end.
      if (answer.kind === 'plain') state.inFlight--;
      return answer;
    } catch (failure) {
      const now = performance.now();
      state.inFlight--;
      record.upstreamMs += now - startedAt;
      // Whatever else was thrown tells nothing about the vendor.
      if (!ProviderError.isInstance(failure)) throw failure;
      recordFailure(failure, deployment, state, serving.config.routing, group.deployments.length, now);
      serving.tallies.countAttemptFailure(deployment, failure);
      await beforeRetry(exchange, group, tried, failure, retry);
      record.retries++;
    }
  }
}

/** Takes a place in the minute of a deployment that is limited; one that is full is passed by. Throws a 429 where all are. */
async function pickWithRoom(
  exchange: Exchange,
  group: ModelGroup,
  tried: ReadonlySet<string>,
  limits: DeploymentLimits,
): Promise<Deployment | undefined> {
  let left = group.deployments;
  let full: GatewayError | undefined;
  for (;;) {
    const deployment = pick(exchange, left, tried);
    if (!deployment && full) throw full;
    const claimed = deployment && (await limits.claim(deployment));
    if (!deployment || !claimed || claimed.isGranted) return deployment;
    full = rateLimited(group, deployment, claimed);
    left = left.filter((other) => other !== deployment);
  }
}

/** Waits until the next attempt is due. Rejects with the failure where there is none to be made. */
async function beforeRetry(
  exchange: Exchange,
  group: ModelGroup,
  tried: ReadonlySet<string>,
  failure: ProviderError,
  retry: number,
): Promise<void> {
  const { serving, lifetime, record } = exchange;
  const { routing } = serving.config;
  if (lifetime.end) throw lifetime.end;
  const policy = routing.groupRetryPolicies.get(group.name) ?? routing.retryPolicy;
  const next = pick(exchange, group.deployments, tried);
  if (retry >= allowedRetries(failure, policy, record.maxRetries) || !next) throw failure;
  const hasOther = !tried.has(next.id);
  const wait = waitBeforeRetry(failure, { retry, hasOther, leastSeconds: routing.retryAfterSeconds });
  if (wait >= lifetime.remainingMs()) throw failure;
  if (wait === 0) return;
  try {
    await sleep(wait, undefined, { signal: lifetime.signal });
  } catch {
    if (lifetime.end) throw lifetime.end;
  }
}

function pick(
  { serving }: Exchange,
  deployments: readonly Deployment[],
  tried: ReadonlySet<string>,
): Deployment | undefined {
  return pickDeployment(deployments, {
    states: serving.states,
    tried,
    defaultMaxParallelRequests: serving.config.routing.defaultMaxParallelRequests,
    now: performance.now(),
  });
}

/** `mock_testing_rate_limit_error` and `mock_timeout`: the first call fails as if the vendor had failed it. */
function failAsAskedFor({ controls, record }: Exchange): void {
  if (controls.mock === undefined || record.retries > 0 || record.fallbacks > 0) return;
  if (controls.mock === 'rate_limit') throw mockFailure('rate_limit', 429, 'mock_testing_rate_limit_error');
  throw mockFailure('timeout', 504, 'mock_timeout');
}

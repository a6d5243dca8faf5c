import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError, type ChatRequest } from '@showrunner/providers';
import type { Deployment } from '../config/deployment.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import { recordFailure, recordSuccess } from '../route/cooldown.ts';
import { fallbackGroups } from '../route/fallback-groups.ts';
import type { ModelGroup } from '../route/model-group.ts';
import { pickDeployment } from '../route/pick-deployment.ts';
import type { Answer } from './answer.ts';
import { attemptChat } from './attempt-chat.ts';
import type { Exchange } from './exchange.ts';
import { mockFailure } from './mock-response.ts';
import { noDeployment, unknownModel, withHistory } from './failures.ts';
import { allowedRetries, waitBeforeRetry } from './retry-policy.ts';

/** A group to call, and the request as that group gets it. */
interface Target {
  readonly group: ModelGroup;
  readonly request: ChatRequest;
}

/**
 * Answers a request from its group, or from those that stand in for it: fallbacks around retries around attempts. Who
 * answered, and after how many of them, is in the exchange's record.
 */
export async function completeChat(exchange: Exchange): Promise<Answer> {
  const { request, serving } = exchange;
  const group = serving.router.resolve(request.model);
  if (!group) throw unknownModel(request.model);
  return callWithFallbacks(exchange, { group, request }, new Set([group.name]), 0);
}

async function callWithFallbacks(
  exchange: Exchange,
  target: Target,
  visited: Set<string>,
  depth: number,
): Promise<Answer> {
  try {
    return await callGroup(exchange, target);
  } catch (failure) {
    if (!mayFallBack(exchange, failure, depth)) throw failure;
    const targets = fallbackTargets(exchange, target, failure);
    for (const next of targets) {
      if (visited.has(next.group.name) || exchange.lifetime.end) continue;
      visited.add(next.group.name);
      exchange.record.fallbacks++;
      try {
        return await callWithFallbacks(exchange, next, visited, depth + 1);
      } catch {
        // The first failure is the one to report: it is about what the caller asked for.
      }
    }
    throw withHistory(
      failure,
      target.group.name,
      targets.map((next) => next.group.name),
      exchange.record.retries,
    );
  }
}

function mayFallBack({ controls, lifetime, serving }: Exchange, failure: unknown, depth: number): boolean {
  return (
    !controls.fallbacksDisabled &&
    !lifetime.end &&
    depth < serving.config.routing.maxFallbacks &&
    (ProviderError.isInstance(failure) || failure instanceof GatewayError)
  );
}

/** Fallbacks in the request replace the configured ones. */
function fallbackTargets({ controls, serving }: Exchange, { group, request }: Target, failure: unknown): Target[] {
  const named = controls.fallbacks ?? fallbackGroups(group.name, failure, serving.config.routing);
  return named.flatMap((entry) => {
    const changes = typeof entry === 'string' ? {} : entry;
    const next = serving.router.resolve(typeof entry === 'string' ? entry : entry.model);
    return next ? [{ group: next, request: { ...request, ...changes, model: request.model } }] : [];
  });
}

/** Calls deployments of one group until one answers or the retries are used up. */
async function callGroup(exchange: Exchange, { group, request }: Target): Promise<Answer> {
  const { serving, lifetime, controls, record } = exchange;
  const { routing } = serving.config;
  const tried = new Set<string>();
  for (let retry = 0; ; retry++) {
    const deployment = pick(exchange, group, tried);
    if (!deployment) throw noDeployment(group, serving.states);
    tried.add(deployment.id);
    record.maxRetries = controls.retries ?? deployment.retries ?? routing.retries;
    const answer = await attempt(exchange, deployment, group, request);
    if (!ProviderError.isInstance(answer)) return answer;
    const failure = answer;
    if (lifetime.end) throw lifetime.end;

    const policy = routing.groupRetryPolicies.get(group.name) ?? routing.retryPolicy;
    const retries = allowedRetries(failure, policy, record.maxRetries);
    const next = pick(exchange, group, tried);
    if (retry >= retries || !next) throw failure;
    const wait = waitBeforeRetry(failure, {
      retry,
      hasOther: !tried.has(next.id),
      leastSeconds: routing.retryAfterSeconds,
    });
    if (wait >= lifetime.remainingMs()) throw failure;
    if (wait > 0) await waitOrEnd(wait, exchange);
    record.retries++;
  }
}

function pick({ serving }: Exchange, group: ModelGroup, tried: ReadonlySet<string>): Deployment | undefined {
  return pickDeployment(group.deployments, {
    states: serving.states,
    tried,
    defaultMaxParallelRequests: serving.config.routing.defaultMaxParallelRequests,
    now: performance.now(),
  });
}

/** One attempt, counted: returns its answer, or why there is none. */
async function attempt(
  exchange: Exchange,
  deployment: Deployment,
  group: ModelGroup,
  request: ChatRequest,
): Promise<Answer | ProviderError> {
  const { serving, record } = exchange;
  const state = serving.states.of(deployment);
  const startedAt = performance.now();
  state.inFlight++;
  let isStreaming = false;
  try {
    failAsAskedFor(exchange);
    const answer = await attemptChat(exchange, deployment, request, serving.pools);
    recordSuccess(state, performance.now());
    isStreaming = answer.kind === 'stream';
    record.deployment = deployment;
    record.answer = answer.kind === 'stream' ? answer.stream.relay.facts : answer.facts;
    return answer;
  } catch (failure) {
    // Whatever else was thrown tells nothing about the vendor.
    if (!ProviderError.isInstance(failure)) throw failure;
    recordFailure(failure, deployment, state, serving.config.routing, group.deployments.length, performance.now());
    serving.tallies.countAttemptFailure(deployment, failure);
    return failure;
  } finally {
    record.upstreamMs += performance.now() - startedAt;
    // A stream goes on after this; whoever sends it counts its end.
    if (!isStreaming) state.inFlight--;
  }
}

/** `mock_testing_rate_limit_error` and `mock_timeout`: the first call fails as if the vendor had failed it. */
function failAsAskedFor({ controls, record }: Exchange): void {
  if (controls.mock === undefined || record.retries > 0 || record.fallbacks > 0) return;
  if (controls.mock === 'rate_limit') throw mockFailure('rate_limit', 429, 'mock_testing_rate_limit_error');
  throw mockFailure('timeout', 504, 'mock_timeout');
}

async function waitOrEnd(milliseconds: number, { lifetime }: Exchange): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal: lifetime.signal });
  } catch {
    if (lifetime.end) throw lifetime.end;
  }
}

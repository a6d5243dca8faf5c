import { ProviderError } from '@showrunner/providers';
import { GatewayError } from '../failure/gateway-error.ts';
import { fallbackGroups } from '../route/fallback-groups.ts';
import type { Answer } from '../exchange/answer.ts';
import { callGroup, type Target } from './call-group.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { unknownModel, withHistory } from './failures.ts';

/**
 * Answers a request from its group, or from those that stand in for it: fallbacks around retries around attempts. Who
 * answered, and after how many of them, is in the exchange's record.
 */
export async function completeChat(exchange: Exchange): Promise<Answer> {
  const { request, serving } = exchange;
  const group = serving.router.resolve(request.model);
  if (!group) throw unknownModel(request.model);
  const target = { group, request };
  try {
    return await callGroup(exchange, target);
  } catch (failure) {
    return fallBack(exchange, target, failure, new Set([group.name]), 0);
  }
}

/** Asks those that stand in for a group that failed, and those that stand in for them. Rejects with the first failure. */
async function fallBack(
  exchange: Exchange,
  target: Target,
  failure: unknown,
  visited: Set<string>,
  depth: number,
): Promise<Answer> {
  if (!mayFallBack(exchange, failure, depth)) throw failure;
  const targets = fallbackTargets(exchange, target, failure);
  for (const next of targets) {
    if (visited.has(next.group.name) || exchange.lifetime.end) continue;
    visited.add(next.group.name);
    exchange.record.fallbacks++;
    try {
      return await callGroup(exchange, next).catch((reason: unknown) =>
        fallBack(exchange, next, reason, visited, depth + 1),
      );
    } catch {
      // The first failure is the one to report: it is about what the caller asked for.
    }
  }
  throw withHistory(
    failure,
    target.group.name,
    targets.map(({ group }) => group.name),
    exchange.record.retries,
  );
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

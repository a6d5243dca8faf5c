import { ProviderError } from '@showrunner/providers';
import type { Answer } from '../exchange/answer.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import { fallbackGroups } from '../route/fallback-groups.ts';
import { callGroup, type Target } from './call-group.ts';
import type { CallTerms } from './call-terms.ts';
import { unknownModel, withHistory } from './failures.ts';

/**
 * Answers a request from its group, or from those that stand in for it: fallbacks around retries around attempts. Who
 * answered, and after how many of them, is in the exchange's record.
 */
export async function callModel(terms: CallTerms, exchange: Exchange): Promise<Answer> {
  const { request } = exchange;
  const group = terms.router.resolve(request.model);
  if (!group) throw unknownModel(request.model);
  const target = { group, request };
  try {
    return await callGroup(terms, exchange, target);
  } catch (failure) {
    return fallBack({ terms, exchange, visited: new Set([group.name]) }, target, failure, 0);
  }
}

/** A request that goes from group to group. */
interface Detour {
  readonly terms: CallTerms;
  readonly exchange: Exchange;
  /** Names of groups that were asked. */
  readonly visited: Set<string>;
}

/** Asks those that stand in for a group that failed, and those that stand in for them. Rejects with the first failure. */
async function fallBack(detour: Detour, target: Target, failure: unknown, depth: number): Promise<Answer> {
  const { terms, exchange, visited } = detour;
  if (!mayFallBack(detour, failure, depth)) throw failure;
  const targets = fallbackTargets(detour, target, failure);
  for (const next of targets) {
    if (visited.has(next.group.name) || exchange.lifetime.end) continue;
    visited.add(next.group.name);
    exchange.countFallback();
    try {
      return await callGroup(terms, exchange, next).catch((reason: unknown) =>
        fallBack(detour, next, reason, depth + 1),
      );
    } catch {
      // The first failure is the one to report: it is about what the caller asked for.
    }
  }
  const others = targets.map(({ group }) => group.name);
  throw withHistory(failure, target.group.name, others, exchange.record.retries);
}

function mayFallBack({ terms, exchange }: Detour, failure: unknown, depth: number): boolean {
  return (
    !exchange.controls.fallbacksDisabled &&
    !exchange.lifetime.end &&
    depth < terms.routing.maxFallbacks &&
    (ProviderError.isInstance(failure) || failure instanceof GatewayError)
  );
}

/** Fallbacks in the request replace the configured ones. */
function fallbackTargets({ terms, exchange }: Detour, { group, request }: Target, failure: unknown): Target[] {
  const named = exchange.controls.fallbacks ?? fallbackGroups(group.name, failure, terms.routing);
  return named.flatMap((entry) => {
    const changes = typeof entry === 'string' ? {} : entry;
    const next = terms.router.resolve(typeof entry === 'string' ? entry : entry.model);
    return next ? [{ group: next, request: { ...request, ...changes, model: request.model } }] : [];
  });
}

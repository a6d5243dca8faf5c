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
  const detour = { terms, exchange, visited: new Set([group.name]) };
  try {
    return await callGroup(terms, exchange, target, endOfTurn(detour, target, START));
  } catch (failure) {
    return fallBack(detour, target, failure, START);
  }
}

/** A request that goes from group to group. */
interface Detour {
  readonly terms: CallTerms;
  readonly exchange: Exchange;
  /** Names of groups that were asked. */
  readonly visited: Set<string>;
}

/** How far a request has gone. */
interface Stage {
  /** How many groups failed before, each standing in for the one before it. */
  readonly depth: number;
  /** How many groups wait to be asked after this one, whatever stands in for it. */
  readonly waiting: number;
}

const NO_TARGETS: readonly Target[] = [];

const START: Stage = { depth: 0, waiting: 0 };

/** Asks those that stand in for a group that failed, and those that stand in for them. Rejects with the first failure. */
async function fallBack(detour: Detour, target: Target, failure: unknown, { depth, waiting }: Stage): Promise<Answer> {
  const { terms, exchange, visited } = detour;
  if (!mayFallBack(detour, failure, depth)) throw failure;
  const targets = fallbackTargets(detour, target, failure);
  for (const [position, next] of targets.entries()) {
    if (visited.has(next.group.name) || exchange.lifetime.end) continue;
    visited.add(next.group.name);
    exchange.countFallback();
    const behind = targets.slice(position + 1).filter(({ group }) => !visited.has(group.name)).length;
    const stage = { depth: depth + 1, waiting: waiting + behind };
    try {
      return await callGroup(terms, exchange, next, endOfTurn(detour, next, stage)).catch((reason: unknown) =>
        fallBack(detour, next, reason, stage),
      );
    } catch {
      // The first failure is the one to report: it is about what the caller asked for.
    }
  }
  const others = targets.map(({ group }) => group.name);
  throw withHistory(failure, target.group.name, others, exchange.record.retries);
}

/**
 * Until when a group may say nothing: what remains of the deadline is divided among it and those behind it, so that a
 * silent vendor leaves them their time, the same way each time. Infinite where nobody is behind it.
 */
function endOfTurn(detour: Detour, target: Target, { depth, waiting }: Stage): number {
  const { terms, exchange, visited } = detour;
  const { fallbacksDisabled } = exchange.controls;
  const own =
    fallbacksDisabled || depth >= terms.routing.maxFallbacks
      ? 0
      : fallbackTargets(detour, target, undefined).filter(({ group }) => !visited.has(group.name)).length;
  const others = waiting + own;
  if (others === 0) return Infinity;
  const now = performance.now();
  return now + exchange.lifetime.remainingMs(now) / (others + 1);
}

function mayFallBack({ terms, exchange }: Detour, failure: unknown, depth: number): boolean {
  return (
    !exchange.controls.fallbacksDisabled &&
    !exchange.lifetime.end &&
    exchange.mayRepeat &&
    depth < terms.routing.maxFallbacks &&
    (ProviderError.isInstance(failure) || failure instanceof GatewayError)
  );
}

/** Fallbacks in the request replace the configured ones. */
function fallbackTargets({ terms, exchange }: Detour, { group, request }: Target, failure: unknown): readonly Target[] {
  const named = exchange.controls.fallbacks ?? fallbackGroups(group.name, failure, terms.routing);
  // Most groups have none, and each request asks.
  if (named.length === 0) return NO_TARGETS;
  return named.flatMap((entry) => {
    const changes = typeof entry === 'string' ? {} : entry;
    const next = terms.router.resolve(typeof entry === 'string' ? entry : entry.model);
    return next ? [{ group: next, request: { ...request, ...changes, model: request.model } }] : [];
  });
}

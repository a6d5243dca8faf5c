import { ProviderError } from '@showrunner/providers';
import type { Answer } from '../exchange/answer/answer.ts';
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
  if (!group) return answerWithoutModel(exchange);
  const target = { group, request };
  const detour = { terms, exchange, visited: new Set([keyOf(group.name)]) };
  try {
    return await callGroup(terms, exchange, target, endOfTurn(detour, target, START));
  } catch (failure) {
    return fallBack(detour, target, failure, START);
  }
}

/** Throws a 400 where the kind of call has none. */
function answerWithoutModel(exchange: Exchange): Answer {
  const { operation, request, wire } = exchange;
  const answer = operation.answerWithoutModel?.(request, wire);
  if (!answer) throw unknownModel(request.model);
  exchange.answeredHere(answer);
  return answer;
}

/** A request that goes from group to group. */
interface Detour {
  readonly terms: CallTerms;
  readonly exchange: Exchange;
  /** What was asked, by `keyOf`: no group twice with the same request. */
  readonly visited: Set<string>;
}

/** How far a request has gone. */
interface Stage {
  /** How many groups failed before, each standing in for the one before it. */
  readonly depth: number;
  /** How many groups wait to be asked after this one, whatever stands in for it. */
  readonly waiting: number;
}

/** A group that stands in for another. */
interface Substitute extends Target {
  readonly key: string;
}

const NO_TARGETS: readonly Substitute[] = [];

const START: Stage = { depth: 0, waiting: 0 };

/** Asks those that stand in for a group that failed, and those that stand in for them. Rejects with the first failure. */
async function fallBack(detour: Detour, target: Target, failure: unknown, { depth, waiting }: Stage): Promise<Answer> {
  const { terms, exchange, visited } = detour;
  exchange.noteGroupFailure(failure);
  if (!mayFallBack(detour, failure, depth)) throw failure;
  const targets = fallbackTargets(detour, target, failure);
  for (const [position, next] of targets.entries()) {
    if (visited.has(next.key) || exchange.lifetime.end) continue;
    visited.add(next.key);
    exchange.countFallback();
    const behind = targets.slice(position + 1).filter(({ key }) => !visited.has(key)).length;
    const stage = { depth: depth + 1, waiting: waiting + behind };
    const ended = (hasAnswered: boolean): void => {
      const { record, terms: own } = exchange;
      own.observers.fallbackEnded({ record, from: target.group.name, to: next.group.name, failure, hasAnswered });
    };
    try {
      return await callGroup(terms, exchange, next, endOfTurn(detour, next, stage)).then(
        (answer) => {
          ended(true);
          return answer;
        },
        (reason: unknown) => {
          ended(false);
          return fallBack(detour, next, reason, stage);
        },
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
  const { exchange, visited } = detour;
  const own =
    exchange.controls.fallbacksDisabled || depth >= mostFallbacks(detour)
      ? 0
      : fallbackTargets(detour, target, undefined).filter(({ key }) => !visited.has(key)).length;
  const others = waiting + own;
  if (others === 0) return Infinity;
  const now = performance.now();
  return now + exchange.lifetime.remainingMs(now) / (others + 1);
}

function mayFallBack(detour: Detour, failure: unknown, depth: number): boolean {
  const { controls, lifetime } = detour.exchange;
  return (
    !controls.fallbacksDisabled &&
    !lifetime.end &&
    detour.exchange.mayRepeat &&
    depth < mostFallbacks(detour) &&
    (ProviderError.isInstance(failure) || failure instanceof GatewayError)
  );
}

function mostFallbacks({ terms, exchange }: Detour): number {
  return exchange.controls.maxFallbacks ?? terms.routing.maxFallbacks;
}

function fallbackTargets(
  { terms, exchange }: Detour,
  { group, request }: Target,
  failure: unknown,
): readonly Substitute[] {
  const named = fallbackGroups(group.name, failure, terms.routing, exchange.controls);
  // Most groups have none, and each request asks.
  if (named.length === 0) return NO_TARGETS;
  return named.flatMap((entry) => {
    const { model, ...changes } = typeof entry === 'string' ? { model: entry } : entry;
    const next = terms.router.resolve(model);
    if (!next || exchange.mayAskInstead?.(next.name) === false) return [];
    return [{ group: next, request: { ...request, ...changes, model: request.model }, key: keyOf(next.name, changes) }];
  });
}

/** The same group with another request is another one, as in LiteLLM. */
function keyOf(group: string, changes: object = {}): string {
  return Object.keys(changes).length === 0 ? group : JSON.stringify([group, changes]);
}

import type { Limited, Limiter } from '@showrunner/access';
import type { Exchange } from '../exchange/exchange.ts';
import { Admitted, type PaidBy } from './admitted.ts';
import { LimitLines, toldOfHolder } from './limit-lines.ts';
import { limitRefusal } from './limit-refusal.ts';

/** The lines of limiters, which no request changes. */
const known = new WeakMap<Limiter, LimitLines>();
const byPlan = new Map<string, LimitLines>();
const MOST_PLANS = 1_000;

/**
 * Claims what limits the caller of an exchange. Throws, or rejects with, a 429 that says which is spent and when to come again.
 *
 * @param paid who pays for it; nothing where nobody does
 */
export function claimLimits(limiter: Limiter, exchange: Exchange, paid?: PaidBy): Admitted | Promise<Admitted> {
  const limited = limiter.claim(exchange);
  return limited instanceof Promise
    ? limited.then((one) => admitted(limiter, one, paid))
    : admitted(limiter, limited, paid);
}

/** Counts a request that uses nothing. Rejects with a 429 that says which limit is spent. */
export async function countRequest(limiter: Limiter): Promise<void> {
  const limited = await limiter.claim({ expectedTokens: () => 0 });
  if (limited.kind === 'spent') throw limitRefusal(limited, linesOf(limiter).of(limited.states));
  limited.settle(0, 0);
}

function admitted(limiter: Limiter, limited: Limited, paid: PaidBy | undefined): Admitted {
  const headerLines = linesOf(limiter).of(limited.states);
  if (limited.kind === 'spent') throw limitRefusal(limited, headerLines);
  return new Admitted(headerLines, limited, paid);
}

/** What callers are told of these limits. */
export function linesOf(limiter: Limiter): LimitLines {
  let lines = known.get(limiter);
  if (!lines) known.set(limiter, (lines = linesOfPlan(limiter)));
  return lines;
}

/** Most keys have the limits of a few plans. */
function linesOfPlan({ limits, holders }: Limiter): LimitLines {
  const plan = JSON.stringify([limits, holders.map(toldOfHolder)]);
  let lines = byPlan.get(plan);
  if (lines) return lines;
  if (byPlan.size >= MOST_PLANS) byPlan.clear();
  byPlan.set(plan, (lines = new LimitLines({ limits, holders })));
  return lines;
}

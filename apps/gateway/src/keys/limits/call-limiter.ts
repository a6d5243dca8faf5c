import { Limiter } from '@showrunner/access';
import { LimitLines, toldOfHolder } from './limit-lines.ts';

/** What limits calls, and what their callers are told of it. */
export class CallLimiter extends Limiter {
  #lines: LimitLines | undefined;

  /** What no request changes of what callers are told. */
  get lines(): LimitLines {
    this.#lines ??= linesOfPlan(this);
    return this.#lines;
  }
}

const byPlan = new Map<string, LimitLines>();
const MOST_PLANS = 1_000;

/** Most keys have the limits of a few plans. */
function linesOfPlan({ limits, holders }: Limiter): LimitLines {
  const plan = JSON.stringify([limits, holders.map(toldOfHolder)]);
  let lines = byPlan.get(plan);
  if (lines) return lines;
  if (byPlan.size >= MOST_PLANS) byPlan.clear();
  byPlan.set(plan, (lines = new LimitLines({ limits, holders })));
  return lines;
}

import { ProviderError } from '@showrunner/providers';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { leastFirst } from './least-first.ts';
import type { Reading, Strategy } from './strategy.ts';

/** LiteLLM's `routing_strategy_args` of this strategy. */
export interface LatencyArguments {
  /** How much slower than the fastest one may be and still be chosen, as a part of its latency. */
  readonly buffer: number;
  /** How long a measure counts. */
  readonly keepSeconds: number;
}

/** How many measures a mean is made of (`litellm/router_strategy/lowest_latency.py`). */
const MOST_MEASURES = 10;
/** What a call that came to no end in time counts as. */
const TIMEOUT_SECONDS = 1000;

/**
 * LiteLLM's `latency-based-routing`: the fastest by the mean of its last calls, in seconds for each token that was
 * written, or to the first content of a stream; one that was never called comes first.
 */
export function latencyBased(
  { buffer, keepSeconds }: LatencyArguments,
  groups: readonly (readonly Deployment[])[] = [],
): Strategy {
  const { strategy, hasFallen } = leastFirst(
    {
      of: (deployment, reading) => meanLatency(deployment, reading, keepSeconds),
      slackOf: (fastest) => fastest * buffer,
      keepsLimits: true,
    },
    groups,
  );
  return {
    ...strategy,
    goesByUsage: true,
    attemptEnded(attempt) {
      const seconds = secondsOf(attempt);
      if (seconds === undefined) return;
      const { latencies } = attempt.exchange.terms.states.of(attempt.deployment);
      latencies.push({ at: attempt.endedAt ?? performance.now(), seconds });
      if (latencies.length > MOST_MEASURES) latencies.shift();
      hasFallen(attempt);
    },
  };
}

function meanLatency(deployment: Deployment, { states, now }: Reading, keepSeconds: number): number {
  const { latencies } = states.of(deployment);
  const fresh = latencies.filter(({ at }) => at > now - keepSeconds * 1000);
  return fresh.length === 0 ? 0 : fresh.reduce((sum, { seconds }) => sum + seconds, 0) / fresh.length;
}

/** Nothing for a failure that says nothing about how fast a vendor is. */
function secondsOf(attempt: Attempt): number | undefined {
  const { failure, startedAt, firstContentAt, vendorMs } = attempt;
  const { record } = attempt.exchange;
  if (failure !== undefined) {
    const isLate = ProviderError.isInstance(failure) && failure.kind === 'timeout' && !attempt.isHurried;
    return isLate ? TIMEOUT_SECONDS : undefined;
  }
  if (firstContentAt !== undefined) return (firstContentAt - startedAt) / 1000;
  const tokens = record.state === 'answered' ? (record.answer.usage?.completion_tokens ?? 0) : 0;
  return vendorMs / 1000 / Math.max(1, tokens);
}

import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import type { DeploymentState } from '../../exchange/deployment-state.ts';
import type { Moment } from './strategy.ts';

const MINUTE_MS = 60_000;

/** What a deployment has taken in this minute, as far as this process called it. */
function usageOf(state: DeploymentState, now: number): DeploymentState['usage'] {
  const minute = Math.floor(now / MINUTE_MS);
  if (state.usage.minute !== minute) state.usage = { minute, tokens: 0, requests: 0 };
  return state.usage;
}

/** Counts a call that has ended; one that failed has used no tokens that are known. */
export function countUsage({ exchange, deployment, endedAt = performance.now() }: Attempt): void {
  const usage = usageOf(exchange.terms.states.of(deployment), endedAt);
  const { record } = exchange;
  usage.requests++;
  if (record.state === 'answered') usage.tokens += record.answer.usage?.total_tokens ?? 0;
}

/** Tokens that it has used in this minute. */
export function tokensThisMinute(deployment: Deployment, { states, now }: Moment): number {
  return usageOf(states.of(deployment), now).tokens;
}

/** Those that are below their `rpm` and `tpm`; calls under way count as requests. */
export function belowLimits(able: readonly Deployment[], { states, now }: Moment): readonly Deployment[] {
  return able.filter((deployment) => {
    const { rpm = Infinity, tpm = Infinity } = deployment;
    const state = states.of(deployment);
    const { requests, tokens } = usageOf(state, now);
    return requests + state.inFlight < rpm && tokens < tpm;
  });
}

import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Observer } from '../../exchange/record/observers.ts';
import type { Reading } from './strategy.ts';

const MINUTE_MS = 60_000;
/** Longer than its minute: replicas hear of it late. */
const KEPT_SECONDS = 90;

/** Counts what deployments take in each minute, among all replicas; one that failed has used no tokens that are known. */
export const minuteUsage: Observer = {
  attemptEnded({ exchange, deployment, endedAt = performance.now() }: Attempt): void {
    const { record, terms } = exchange;
    const tokens = record.state === 'answered' ? (record.answer.usage?.total_tokens ?? 0) : 0;
    countUsage(deployment, { requests: 1, tokens }, { states: terms.states, now: endedAt });
  },
};

/** Adds to what a deployment has taken in the minute of `now`. */
export function countUsage(
  deployment: Deployment,
  { requests, tokens }: { readonly requests: number; readonly tokens: number },
  { states, now }: Reading,
): void {
  states.counters.add(keyOf(deployment, 'requests', now), requests, KEPT_SECONDS, now);
  if (tokens > 0) states.counters.add(keyOf(deployment, 'tokens', now), tokens, KEPT_SECONDS, now);
}

/** Tokens that it has used in this minute. */
export function tokensThisMinute(deployment: Deployment, { states, now }: Reading): number {
  return states.counters.read(keyOf(deployment, 'tokens', now), now);
}

/** Requests that it has taken in this minute, those under way here included. */
export function requestsThisMinute(deployment: Deployment, { states, now }: Reading): number {
  return states.counters.read(keyOf(deployment, 'requests', now), now) + states.of(deployment).inFlight;
}

/** Those that are below their `rpm` and `tpm`; calls under way count as requests. */
export function belowLimits(able: readonly Deployment[], reading: Reading): readonly Deployment[] {
  return able.filter((deployment) => isBelowLimits(deployment, reading));
}

/** Whether it is below its `rpm` and `tpm`. */
export function isBelowLimits(deployment: Deployment, reading: Reading): boolean {
  const { rpm, tpm } = deployment;
  const hasRequests = rpm === undefined || requestsThisMinute(deployment, reading) < rpm;
  return hasRequests && (tpm === undefined || tokensThisMinute(deployment, reading) < tpm);
}

/** By minutes of the wall clock, which replicas have in common. */
function keyOf({ id }: Deployment, unit: 'requests' | 'tokens', now: number): string {
  return `usage:${id}:${unit}:${Math.floor((performance.timeOrigin + now) / MINUTE_MS)}`;
}

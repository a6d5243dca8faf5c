import { setTimeout as sleep } from 'node:timers/promises';
import type { ProviderError } from '@showrunner/providers';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { timedOut } from '../exchange/time/lifetime.ts';
import type { MockedFailure } from '../exchange/asked/mock-controls.ts';
import { mockFailure } from '../failure/mock-failure.ts';

const STATUSES: Readonly<Record<MockedFailure, number>> = {
  server: 500,
  context_window: 400,
  content_policy: 400,
  rate_limit: 429,
  timeout: 504,
};

/**
 * The failure that an operator's test asks of the group that it names; nothing for fallbacks, which are what is tested.
 * As in LiteLLM a rate limit is met once, so that retries show, a time-out each time and only when the time is up, and
 * the others before anybody is called and tried again. No deployment cools down by it.
 */
export async function mockedFailure(
  exchange: Exchange,
  deployment: Deployment,
  endsAt: number,
): Promise<ProviderError | undefined> {
  const { controls, record } = exchange;
  const kind = controls.mocks?.failure;
  if (kind === undefined || record.fallbacks > 0) return undefined;
  if (kind === 'rate_limit' && record.retries > 0) return undefined;
  if (kind === 'timeout') return timeOut(exchange, deployment, endsAt);
  const failure = `This is a mock exception for model=${record.model}, to trigger a ${kind === 'rate_limit' ? 'rate limit error' : 'fallback'}.`;
  return mockFailure(kind, STATUSES[kind], failure, { isRetryable: kind === 'rate_limit' });
}

/** Rejects with the request's end where that comes first. */
async function timeOut(
  { lifetime }: Exchange,
  { timeoutSeconds = Infinity, adapter }: Deployment,
  endsAt: number,
): Promise<ProviderError> {
  const now = performance.now();
  const ms = Math.min(timeoutSeconds * 1000, endsAt - now);
  await lifetime.during(ms < lifetime.remainingMs(now) ? sleep(ms) : new Promise<never>(() => {}));
  return timedOut(ms / 1000, adapter.name);
}

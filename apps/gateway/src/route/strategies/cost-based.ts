import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { leastFirst } from './least-first.ts';
import type { Strategy } from './strategy.ts';

/** Dollars for a token of each direction where no price is known: after all that have one (LiteLLM's 5.0). */
const UNKNOWN = 5;

/** LiteLLM's `cost-based-routing`: the cheapest by input and output together, among those below their limits. */
export function costBased(groups: readonly (readonly Deployment[])[] = []): Strategy {
  return { ...leastFirst({ of: dollarsPerToken, keepsLimits: true }, groups).strategy, goesByUsage: true };
}

function dollarsPerToken({ price }: Deployment): number {
  const { inputTokens = UNKNOWN, outputTokens = UNKNOWN } = price?.rates ?? {};
  return inputTokens + outputTokens;
}

import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { leastFirst } from './least-first.ts';
import { tokensThisMinute } from './minute-usage.ts';
import type { Strategy } from './strategy.ts';

/**
 * LiteLLM's `usage-based-routing` and `usage-based-routing-v2`: the one that has used the fewest tokens in this minute
 * among those below their `rpm` and `tpm`. An `rpm` of two lets two in (LiteLLM's v2 lets one).
 */
export function usageBased(groups: readonly (readonly Deployment[])[] = []): Strategy {
  return { ...leastFirst({ of: tokensThisMinute, keepsLimits: true }, groups).strategy, goesByUsage: true };
}

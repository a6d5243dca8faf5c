import { belowLimits, tokensThisMinute } from './minute-usage.ts';
import { leastBy, type Strategy } from './strategy.ts';

/**
 * LiteLLM's `usage-based-routing` and `usage-based-routing-v2`: the one that has used the fewest tokens in this minute
 * among those below their `rpm` and `tpm`. An `rpm` of two lets two in (LiteLLM's v2 lets one).
 */
export const usageBased: Strategy = {
  choose: (able, moment) =>
    leastBy(belowLimits(able, moment), (deployment) => tokensThisMinute(deployment, moment), moment.random),
  goesByUsage: true,
};

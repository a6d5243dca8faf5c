import type { Deployment } from '../../exchange/deployment.ts';
import { belowLimits } from './minute-usage.ts';
import { leastBy, type Strategy } from './strategy.ts';

/** Dollars for a token of each direction where no price is known: after all that have one (LiteLLM's 5.0). */
const UNKNOWN = 5;

/** LiteLLM's `cost-based-routing`: the cheapest by input and output together, among those below their limits. */
export const costBased: Strategy = {
  choose: (able, moment) => leastBy(belowLimits(able, moment), dollarsPerToken, moment.random),
  goesByUsage: true,
};

function dollarsPerToken({ price }: Deployment): number {
  const { inputTokens = UNKNOWN, outputTokens = UNKNOWN } = price?.rates ?? {};
  return inputTokens + outputTokens;
}

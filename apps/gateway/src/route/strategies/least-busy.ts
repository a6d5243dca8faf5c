import { leastBy, type Strategy } from './strategy.ts';

/** LiteLLM's `least-busy`: the one with the fewest calls under way, in this process. */
export const leastBusy: Strategy = {
  choose: (able, { states, random }) => leastBy(able, (deployment) => states.of(deployment).inFlight, random),
};

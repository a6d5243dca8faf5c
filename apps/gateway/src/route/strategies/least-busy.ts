import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { leastFirst } from './least-first.ts';
import type { Strategy } from './strategy.ts';

/** LiteLLM's `least-busy`: the one with the fewest calls under way, in this process. */
export function leastBusy(groups: readonly (readonly Deployment[])[] = []): Strategy {
  const { strategy, hasFallen } = leastFirst(
    { of: (deployment, { states }) => states.of(deployment).inFlight },
    groups,
  );
  return { ...strategy, attemptEnded: hasFallen };
}

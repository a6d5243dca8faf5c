import type { Claim } from '@showrunner/store';

/** What a limit is on: LiteLLM's names for it. */
export type LimitedUnit = 'requests' | 'tokens' | 'max_parallel_requests';

/** A claim with what it is on. */
export interface KeyClaim {
  readonly unit: LimitedUnit;
  readonly claim: Claim;
}

/** What a limit is on: LiteLLM's names for it. */
export type LimitedUnit = 'requests' | 'tokens' | 'max_parallel_requests';

/** One limit of a key. */
export interface KeyLimit {
  readonly unit: LimitedUnit;
  /** Under which it is counted. Made once: a name that is put together is hashed anew each time it is looked up. */
  readonly key: string;
  readonly limit: number;
}

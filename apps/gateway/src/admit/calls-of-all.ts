import { Limiter, limitsOf, type Held } from '@showrunner/access';
import type { Limits } from '@showrunner/store';
import { tooMany } from './too-many.ts';

/** How many requests all workers of a gateway may answer at once: `global_max_parallel_requests`, counted in one place. */
export class CallsOfAll {
  readonly #limiter: Limiter;
  readonly #most: number;

  constructor(workers: Limits, most: number) {
    const limits = limitsOf({ requestsPerMinute: undefined, tokensPerMinute: undefined, maxParallelRequests: most });
    this.#limiter = new Limiter(workers, [{ holder: 'gateway', limits }]);
    this.#most = most;
  }

  /** Rejects with a 429 while as many are under way as may be. */
  async claim(): Promise<Held> {
    const limited = await this.#limiter.claim({ expectedTokens: () => 0 });
    if (limited.kind === 'spent') throw tooMany(this.#most);
    return limited;
  }
}

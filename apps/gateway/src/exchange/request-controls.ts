import type { CacheControls } from './cache-controls.ts';

/** What a request asks of the gateway itself; never sent to a vendor. */
export interface RequestControls {
  readonly cache: CacheControls | undefined;
  /** Groups to fall back to in place of the configured ones; an object changes members of the request as well. */
  readonly fallbacks: readonly (string | ({ model: string } & Record<string, unknown>))[] | undefined;
  readonly fallbacksDisabled: boolean;
  /** By which deployments are chosen, where they are chosen by tags; those in `metadata` come beside them. */
  readonly tags: readonly string[] | undefined;
  readonly retries: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly streamTimeoutSeconds: number | undefined;
  /** Operators' tests: fail the first call as if the vendor had refused or never answered. */
  readonly mock: 'rate_limit' | 'timeout' | undefined;
}

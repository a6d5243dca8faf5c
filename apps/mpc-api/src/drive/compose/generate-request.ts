import type { Operation } from '@showrunner/recipes';

/** A caller's request for one operation, as the HTTP border understood it. */
export interface GenerateRequest {
  readonly operation: Operation;
  readonly body: Readonly<Record<string, unknown>>;
  readonly workspace: string;
  /** The caller's key. */
  readonly keyId: string;
  /** `If-Match`, for revisions. */
  readonly ifMatch?: string | undefined;
  readonly requestId: string;
  readonly cacheUse: CacheUse;
}

/** `renewed`: asked again, whatever is kept, and kept in its place. `none`: neither read nor written. */
export type CacheUse = 'shared' | 'renewed' | 'none';

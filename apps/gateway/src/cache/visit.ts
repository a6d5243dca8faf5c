import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { CachedAnswer } from './cached-answer.ts';

/** What one request may do with the cache, and what it found. */
export interface CacheVisit {
  readonly key: string;
  readonly hit: CachedAnswer | undefined;
  /** How near the question of the hit is to this one, where it is another: a cosine. */
  readonly similarity?: number | undefined;
  /** What is left to ask for where a part of the answer is there. */
  readonly rest?: Rest | undefined;
  /** Keeps the answer, and lets those who wait for it go on; call it or `fail`, once. */
  store(answer: CachedAnswer): void;
  /** There is no answer. Those who wait share the failure, or ask for themselves where it was this client's own. */
  fail(failure: unknown, isOwn: boolean): void;
}

/** A question of which a part is answered. */
export interface Rest {
  /** What to ask. */
  readonly request: ModelRequest;
  /** The answer to the whole question; nothing where the answer to the rest does not fit what was kept. */
  complete(answer: PlainAnswer): PlainAnswer | undefined;
}

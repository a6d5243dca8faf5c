import type { SuccessEnvelope } from '@showrunner/errors';

/** Figures about an answer: what it took, what served it, what was checked. */
export interface AnswerMeta {
  readonly request_id: string;
  /** Null when it was not kept (`store: false`). */
  readonly job_id: string | null;
  readonly model_requested: string;
  readonly model: string | null;
  readonly recipe: string;
  readonly recipe_version: string;
  readonly prompt_version: string;
  readonly attempts: number;
  readonly repairs: number;
  readonly tokens: { readonly input: number; readonly output: number; readonly total: number };
  /** US dollars; null where the price is not known. */
  readonly cost_usd: number | null;
  readonly cache_hit: boolean;
  readonly checks: readonly Check[];
  /** Members of the request that nothing reads. */
  readonly ignored: readonly string[];
  readonly duration_ms: number;
}

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly value: number | string | null;
  readonly limit: number | string | null;
  readonly unit: string;
  readonly scene_id?: string;
}

export type Answer<Output> = SuccessEnvelope<Output, AnswerMeta> & { readonly meta: AnswerMeta };

/** What a streamed answer tells. */
export type GenerationEvent<Output> =
  | {
      readonly event: 'start';
      readonly data: {
        readonly request_id: string;
        readonly recipe: string;
        readonly model_requested: string;
        readonly strategy: 'single' | 'staged';
      };
    }
  | {
      readonly event: 'progress';
      readonly data: { readonly done: number; readonly total: number; readonly label: string };
    }
  | { readonly event: 'scene'; readonly data: unknown }
  | { readonly event: 'check'; readonly data: Check & { readonly message: string } }
  | { readonly event: 'result'; readonly data: Answer<Output> };

export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface Job {
  readonly id: string;
  readonly recipe: string;
  readonly state: JobState;
  readonly progress: { readonly done: number; readonly total: number; readonly label: string };
  /** What the plain answer has in `data`. */
  readonly result: unknown;
  readonly error: { readonly code: string; readonly message: string; readonly details?: unknown } | null;
  readonly client_ref: string | null;
  readonly attempts: number;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}

export interface Health {
  readonly status: string;
  readonly [member: string]: unknown;
}

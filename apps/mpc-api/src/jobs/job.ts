import type { JobState } from '@showrunner/contract';
import type { ErrorEnvelope } from '@showrunner/errors';

/** Where a job stands in a chain of revisions. */
export interface Revision {
  /** The job that it revises. */
  readonly of: string;
  /** The first job of the chain. */
  readonly root: string;
  /** The body by which that was asked for. */
  readonly original: unknown;
}

/** A job as it is kept, members parsed. */
export interface Job {
  readonly id: string;
  readonly workspace: string;
  readonly recipe: string;
  readonly state: JobState;
  /** The body as it was asked, options included. */
  readonly input: unknown;
  /** What the plain answer has in `data`; null until there is one. */
  readonly result: unknown;
  /** The plain answer's `meta`. */
  readonly meta: unknown;
  /** Null unless failed. */
  readonly error: ErrorEnvelope['error'] | null;
  readonly progress: { readonly done: number; readonly total: number; readonly label: string };
  readonly clientRef: string | null;
  readonly requestId: string | null;
  readonly keyId: string | null;
  /** Null for what was made new. */
  readonly revision: Revision | null;
  /** How many times a worker has started it; 1 for a plain answer. */
  readonly attempts: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** An answered request on its way to becoming a kept job. Texts are the very bytes that were sent. */
export interface AnsweredJob {
  readonly id: string;
  readonly workspace: string;
  readonly recipe: string;
  readonly requestId: string;
  readonly clientRef: string | null;
  readonly keyId: string;
  readonly revision: Revision | null;
  /** The job whose place it takes, which goes. */
  readonly replaces: string | null;
  readonly input: unknown;
  readonly outcome:
    | {
        readonly state: 'succeeded';
        readonly resultJson: string;
        readonly metaJson: string;
        readonly resultIds: readonly string[];
      }
    | { readonly state: 'failed'; readonly error: ErrorEnvelope['error'] };
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

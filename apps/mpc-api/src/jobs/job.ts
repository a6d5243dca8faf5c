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

export type JobError = ErrorEnvelope['error'];

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** A job as lists have it. */
export interface JobSummary {
  readonly id: string;
  readonly workspace: string;
  readonly recipe: string;
  readonly state: JobState;
  /** 1, and one more with each `retry`. */
  readonly run: number;
  /** How many times a worker has started it in this run; 1 for a plain answer. */
  readonly attempts: number;
  /** Rises with every change. */
  readonly sequence: number;
  /** The parts that are missing in the result: `[{recipe, error}]`. */
  readonly missing: readonly unknown[];
  /** The plain answer's `meta`. */
  readonly meta: unknown;
  /** Null unless failed. */
  readonly error: JobError | null;
  readonly progress: Progress;
  readonly clientRef: string | null;
  readonly requestId: string | null;
  readonly keyId: string | null;
  readonly label: string | null;
  readonly kept: boolean;
  readonly choices: Readonly<Record<string, number>> | null;
  readonly revisionOf: string | null;
  readonly root: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** A job as it is kept, members parsed. */
export interface Job extends JobSummary {
  /** The body as it was asked, options included. */
  readonly input: unknown;
  /** What the plain answer has in `data`; null until there is one. */
  readonly result: unknown;
  /** What there is of the result while there is none. */
  readonly partial: unknown;
  /** Null for what was made new. */
  readonly revision: Revision | null;
}

/** How a piece of work ended well. Texts are the very bytes that callers are sent. */
export interface Success {
  readonly state: 'succeeded';
  readonly resultJson: string;
  readonly metaJson: string;
  /** The ids that the result carries itself (`scr_…`), the variants' in their order. */
  readonly resultIds: readonly string[];
  /** The parts that could not be made; a `retry` goes on with them. */
  readonly missing: readonly unknown[];
  /** What lists shall find it by, beside its input. */
  readonly title: string;
}

export interface Failure {
  readonly state: 'failed';
  readonly error: JobError;
}

/** What was asked, whoever carries it out. */
export interface Asked {
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
}

/** What came of one effect of an operation, on its way into the store. */
export interface StoredAnswer {
  readonly place: string;
  /** JSON. */
  readonly outcome: string;
  /** What was used for it, as JSON; null where nothing was. */
  readonly usage: string | null;
}

/** What writes a job, where it takes only so many at once: those beyond wait their turn in the queue and not at its door. */
export interface Writer {
  /** Jobs with the same name share its places, whichever process carries them out. */
  readonly name: string;
  readonly places: number;
}

/** What it takes to go on with a piece of work. */
export interface Unfinished {
  /** What a worker needs to carry it out, as JSON. */
  readonly work: string;
  readonly writer: Writer | null;
  readonly deadlineMs: number;
  readonly partial: unknown;
  readonly answers: readonly StoredAnswer[];
}

/** An answered request on its way to becoming a kept job. */
export interface AnsweredJob extends Asked {
  readonly outcome: Success | Failure;
  /** What a `retry` goes on from; null where there is nothing to go on with. */
  readonly unfinished: Unfinished | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** Work that is accepted to be carried out by a worker. */
export interface NewJob extends Asked {
  /** What a worker needs to carry it out, as JSON. */
  readonly work: string;
  readonly writer: Writer | null;
  readonly deadlineMs: number;
  /** 0 to 9. */
  readonly priority: number;
  readonly webhookUrl: string | null;
  readonly batch: { readonly id: string; readonly index: number } | null;
}

/** A job that a worker has taken. */
export interface ClaimedJob {
  readonly id: string;
  readonly workspace: string;
  readonly recipe: string;
  readonly requestId: string;
  readonly run: number;
  /** True where no worker had it before, in any run: nothing of it is written down. */
  readonly isFresh: boolean;
  readonly attempts: number;
  readonly faults: number;
  readonly priority: number;
  /** The name of the claim: every write of the worker names it. */
  readonly claim: string;
  readonly keyId: string | null;
  readonly clientRef: string | null;
  readonly revision: Revision | null;
  readonly input: unknown;
  readonly work: string;
  readonly deadlineMs: number | null;
  /** How much of the deadline earlier starts of this run have used. */
  readonly spentMs: number;
  readonly partial: unknown;
}

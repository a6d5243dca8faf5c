import type { Transaction } from 'kysely';
import type { JobsDatabase } from './schema.ts';

/** Gives back what a job held while it ran; call it once. */
export type Release = () => void;

/** What a job counts against while it runs, beside its place in this process: what its key may have under way at once. */
export interface RunLimits {
  /** Takes a place for a job of that key, in the transaction that claims it; undefined where all are taken. */
  take(transaction: Transaction<JobsDatabase>, keyId: string): Promise<Release | undefined>;
}

export const noRunLimits: RunLimits = { take: async () => () => undefined };

import type { BatchCounts, JobState } from '@showrunner/contract';

/** A batch as lists have it. */
export interface BatchSummary {
  readonly id: string;
  readonly workspace: string;
  readonly counts: BatchCounts;
  readonly createdAt: string;
  readonly completedAt: string | null;
}

export interface BatchItem {
  readonly index: number;
  readonly jobId: string;
  readonly clientRef: string | null;
  readonly recipe: string;
  readonly state: JobState;
}

export interface Batch extends BatchSummary {
  readonly items: readonly BatchItem[];
}

export const NO_ITEMS: BatchCounts = { queued: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0 };

export function countsOf(items: readonly Pick<BatchItem, 'state'>[]): BatchCounts {
  const counts = { ...NO_ITEMS };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

import type { Migration } from '@showrunner/store';
import { jobsStep } from './0001-jobs.ts';
import { revisionsStep } from './0002-revisions.ts';
import { jobRunsStep } from './0003-job-runs.ts';
import { webhooksStep } from './0004-webhooks.ts';
import { keysStep } from './0005-keys.ts';
import { libraryStep } from './0006-library.ts';
import { usageStep } from './0007-usage.ts';
import { batchesStep } from './0008-batches.ts';
import { idempotencyStep } from './0008-idempotency.ts';
import { writersStep } from './0009-writers.ts';

/**
 * The schema's history, oldest first, one file a step. A step that has been released is never changed, only followed by
 * another.
 */
export const migrations: readonly Migration[] = [
  jobsStep,
  revisionsStep,
  jobRunsStep,
  webhooksStep,
  keysStep,
  libraryStep,
  usageStep,
  idempotencyStep,
  batchesStep,
  writersStep,
];

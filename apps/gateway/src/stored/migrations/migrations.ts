import type { Migration } from '@showrunner/store';
import { spendStep } from './0001-spend.ts';
import { responsesStep } from './0002-responses.ts';
import { vendorThingsStep } from './0003-vendor-things.ts';
import { entitiesStep } from './0004-entities.ts';
import { spendByWhomStep } from './0006-spend-by-whom.ts';
import { importsStep } from './0007-imports.ts';
import { batchBillsStep } from './0009-batch-bills.ts';
import { spendInSequenceStep } from './0011-spend-in-sequence.ts';
import { pursesByNameStep } from './0013-purses-by-name.ts';
import { batchReservesStep } from './0015-batch-reserves.ts';

/**
 * The schema's history, oldest first, one file a step. A step that has been released is never changed, only followed by
 * another.
 */
export const migrations: readonly Migration[] = [
  spendStep,
  responsesStep,
  vendorThingsStep,
  entitiesStep,
  spendByWhomStep,
  importsStep,
  batchBillsStep,
  spendInSequenceStep,
  pursesByNameStep,
  batchReservesStep,
];

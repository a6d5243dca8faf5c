import { sweepSpendRegularly } from '../observe/spend/sweep-spend.ts';
import { sweepBatchBills } from '../stored/batch-bills.ts';
import { sweepEntityTraces } from '../stored/entities/entities.ts';
import { sweepResponses } from '../stored/responses/sweep-responses.ts';
import { sweepRegularly } from '../stored/sweep-regularly.ts';
import { sweepVendorThings } from '../stored/vendor-things.ts';
import type { Lasting } from './assemble.ts';
import type { Serving } from './serving.ts';

/** What is swept beside spend rows, as logs call it. */
const SWEEPS = {
  responses: sweepResponses,
  'things of vendors': sweepVendorThings,
  'bills of batches': sweepBatchBills,
  'traces of changes': sweepEntityTraces,
};

/** Removes what is older than it is to be kept, now and then. */
export function keepHouse(
  { spend, database, sweepTallies: tallies, logger }: Lasting,
  current: () => Serving,
): { stop(): void } {
  const retention = () => current().config.accounting.spendRetention;
  const sweeps = [
    sweepSpendRegularly({ spend, retention, tallies, logger }),
    sweepRegularly({ database, sweeps: SWEEPS, logger }),
  ];
  return {
    stop() {
      for (const sweep of sweeps) sweep.stop();
    },
  };
}

import type { Logger } from '@showrunner/service';
import type { HeldDatabase } from '../jobs/held-database.ts';
import type { KeyTables } from '../keys/key-tables.ts';
import type { KnownKeys } from '../keys/known-keys.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { CostHolds } from './cost-holds.ts';
import { sumUsage, type UsageSum, type WantedUsage } from './sum-usage.ts';
import { UsageLog } from './usage-log.ts';
import type { UsageTables } from './usage-tables.ts';

/** What is used, and what may be. */
export interface Usage {
  readonly accounts: Accounts;
  /** All that this process has counted is among it. */
  sum(wanted: WantedUsage): Promise<UsageSum[]>;
  /** Writes what waits. */
  dispose(): Promise<void>;
}

export function openUsage(
  database: HeldDatabase<UsageTables & KeyTables>,
  known: Pick<KnownKeys, 'withId'>,
  logger: Logger,
): Usage {
  const log = new UsageLog(database.part(), (error) => logger.error({ err: error }, 'usage could not be written'));
  const holds = new CostHolds(database);
  return {
    accounts: createAccounts({ known, log, holds }),
    async sum(wanted) {
      await log.flush();
      return database.part<UsageTables>().read((query) => sumUsage(query, wanted));
    },
    async dispose() {
      holds.dispose();
      await log.dispose();
    },
  };
}

import type { Limits } from '@showrunner/store';
import type { Transaction } from 'kysely';
import type { RunLimits } from '../jobs/run-limits.ts';
import type { JobsDatabase } from '../jobs/schema.ts';
import { generationLimiter } from './key-limiters.ts';
import type { KeyTables } from './key-tables.ts';
import { ADMINISTRATOR } from './known-keys.ts';

const NO_TOKENS = { expectedTokens: () => 0 };

/** Counts the jobs of a key among its generations under way, removed keys too, within the limit that it has now. */
export function keyRunLimits(counted: Limits): RunLimits {
  return {
    async take(transaction, keyId) {
      const most = keyId === ADMINISTRATOR ? null : await mostAtOnce(transaction, keyId);
      if (most === null) return () => undefined;
      const limited = await generationLimiter(counted, keyId, most).claim(NO_TOKENS);
      return limited.kind === 'held' ? () => limited.settle(0, 0) : undefined;
    },
  };
}

async function mostAtOnce(transaction: Transaction<JobsDatabase>, keyId: string): Promise<number | null> {
  const key = await transaction
    .$extendTables<Pick<KeyTables, 'api_keys'>>()
    .selectFrom('api_keys')
    .select('max_parallel')
    .where('id', '=', keyId)
    .executeTakeFirst();
  return key?.max_parallel ?? null;
}

import type { Transaction } from 'kysely';

/** In which table the steps stand that were taken. */
export const HISTORY = 'showrunner_migrations';

/** One step of one owner's history. */
export interface AppliedStep {
  owner: string;
  id: string;
  applied_at: string;
}

export async function createHistory(transaction: Transaction<unknown>): Promise<void> {
  await transaction.schema
    .createTable(HISTORY)
    .ifNotExists()
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('showrunner_migrations_key', ['owner', 'id'])
    .execute();
}

/** The steps that an owner's tables have taken. */
export async function recordedSteps(transaction: Transaction<unknown>, owner: string): Promise<string[]> {
  const recorded = historyOf(transaction).selectFrom(HISTORY).select('id').where('owner', '=', owner).orderBy('id');
  return (await recorded.execute()).map(({ id }) => id);
}

/** The same transaction, for the table of steps. */
export function historyOf(transaction: Transaction<unknown>): Transaction<{ [HISTORY]: AppliedStep }> {
  return transaction.withTables<{ [HISTORY]: AppliedStep }>();
}

import { createBatchWriter, type BatchWriter } from '@showrunner/store';
import type { HeldDatabase } from '../jobs/held-database.ts';
import type { UsageTable, UsageTables } from './usage-tables.ts';

/** Kept while the database is away; more are dropped, and `onError` has said so. */
const MAX_QUEUED_ROWS = 50_000;

/** Writes what was used behind the answers, in batches. */
export class UsageLog {
  readonly #writer: BatchWriter<UsageTable>;
  #isFailing = false;

  /** @param onError hears of the first of several failures in a row */
  constructor(database: HeldDatabase<UsageTables>, onError: (error: unknown) => void) {
    this.#writer = createBatchWriter((rows: readonly UsageTable[]) => this.#write(database, rows), {
      maxQueuedRows: MAX_QUEUED_ROWS,
      onError: (error) => {
        if (!this.#isFailing) onError(error);
        this.#isFailing = true;
      },
    });
  }

  /** Never waits, never throws. */
  add(row: UsageTable): void {
    this.#writer.add(row);
  }

  /** Rejects where the rows that wait cannot be written now; they are kept. */
  flush(): Promise<void> {
    return this.#writer.flush();
  }

  dispose(): Promise<void> {
    return this.#writer.dispose();
  }

  async #write(database: HeldDatabase<UsageTables>, rows: readonly UsageTable[]): Promise<void> {
    // A batch whose answer was lost comes again.
    await database.read((query) =>
      query
        .insertInto('usage')
        .values([...rows])
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    );
    this.#isFailing = false;
  }
}

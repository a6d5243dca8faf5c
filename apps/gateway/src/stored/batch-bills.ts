import type { Kysely } from 'kysely';
import type { BatchBillRow } from './batch-bill-tables.ts';
import type { GatewayDatabase } from './gateway-database.ts';
import type { GatewayTables } from './tables.ts';

/** A bill is kept after its end, so that nobody opens it a second time; a vendor's batches are over in days. */
const KEPT_MS = 400 * 86_400_000;

/** Of one round; the others are asked for in the next. */
const MOST_AT_ONCE = 200;

/** What is known of a batch when it is made. */
export interface BatchBill extends Pick<BatchBillRow, 'id' | 'owner' | 'keeper' | 'route'> {
  readonly keyId: string;
  readonly vendorId: string;
  readonly customer: string | undefined;
  readonly tags: readonly string[];
  readonly createdAt: number;
}

/** What is kept free in purses until it is spent, by their names and in their counted units. */
export type Reserved = Readonly<Record<string, number>>;

/**
 * Batches that are under way at vendors, and who pays for them. Of several gateways one at a time has a bill in hand, and
 * one alone ends it. Everything rejects while the database cannot be used.
 */
export class BatchBills {
  readonly #database: Pick<GatewayDatabase, 'open'>;

  constructor(database: Pick<GatewayDatabase, 'open'>) {
    this.#database = database;
  }

  /** Resolves where the database can be used. */
  async ready(): Promise<void> {
    await this.#database.open();
  }

  /** @param dueAt when its vendor is first asked, in milliseconds since 1970 */
  async add(bill: BatchBill, dueAt: number, reserved: Reserved): Promise<void> {
    const { query } = await this.#database.open();
    await query
      .insertInto('batch_bills')
      .values({
        id: bill.id,
        key_id: bill.keyId,
        owner: bill.owner,
        keeper: bill.keeper,
        vendor_id: bill.vendorId,
        route: bill.route,
        customer: bill.customer ?? null,
        tags: JSON.stringify(bill.tags),
        created_at: bill.createdAt,
        due_at: dueAt,
        state: 'open',
        reserved: JSON.stringify(reserved),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Its vendor is asked as soon as may be. */
  async hasten(id: string): Promise<void> {
    const { query } = await this.#database.open();
    await query
      .updateTable('batch_bills')
      .set({ due_at: 0 })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .execute();
  }

  /** Those whose vendor is to be asked now. Who takes one has it until `until`; other gateways leave it alone. */
  async take(now: number, until: number): Promise<readonly BatchBill[]> {
    const { query } = await this.#database.open();
    const due = await query
      .selectFrom('batch_bills')
      .selectAll()
      .where('state', '=', 'open')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(MOST_AT_ONCE)
      .execute();
    const taken: BatchBill[] = [];
    for (const row of due) {
      const { numUpdatedRows } = await query
        .updateTable('batch_bills')
        .set({ due_at: until })
        .where('id', '=', row.id)
        .where('state', '=', 'open')
        .where('due_at', '=', row.due_at)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) taken.push(billOf(row));
    }
    return taken;
  }

  /** What is kept free for all that are under way. */
  async reserved(): Promise<readonly Reserved[]> {
    const { query } = await this.#database.open();
    const rows = await query
      .selectFrom('batch_bills')
      .select('reserved')
      .where('state', '=', 'open')
      .where('reserved', '!=', '{}')
      .execute();
    return rows.map(({ reserved }) => JSON.parse(reserved) as Reserved);
  }

  /** Whether this is who ends it: true for one of all who try. */
  async end(id: string, state: 'billed' | 'lost'): Promise<boolean> {
    const { query } = await this.#database.open();
    const { numUpdatedRows } = await query
      .updateTable('batch_bills')
      .set({ state })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

function billOf(row: BatchBillRow): BatchBill {
  return {
    id: row.id,
    keyId: row.key_id,
    owner: row.owner,
    keeper: row.keeper,
    vendorId: row.vendor_id,
    route: row.route,
    customer: row.customer ?? undefined,
    tags: JSON.parse(row.tags) as string[],
    createdAt: row.created_at,
  };
}

/** Deletes bills that are over and done with. Returns how many. */
export async function sweepBatchBills(query: Kysely<GatewayTables>): Promise<number> {
  const { numDeletedRows } = await query
    .deleteFrom('batch_bills')
    .where('state', '!=', 'open')
    .where('created_at', '<=', Date.now() - KEPT_MS)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

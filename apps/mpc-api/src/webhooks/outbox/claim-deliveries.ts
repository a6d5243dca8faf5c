import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { ClaimedDelivery } from './delivery.ts';
import type { DeliveriesTable, WebhooksQuery } from './schema.ts';
import { takeTurn } from './take-turn.ts';

/** Calls at once to one receiver, by all processes together. */
const MOST_CALLS_AT_ONCE = 4;
/** A try takes 15 s at most; a process that has been away for as long again has died, and its tries are made again. */
const LEASE_MS = 30_000;

/** Why one delivery cannot be sent now: it is being sent, or its receiver is called as often at once as it may be. */
export type NotClaimed = 'under_way' | 'crowded';

/** Whether there is anything to claim. Most of the time there is not, and SQLite has one lock for all who write. */
export async function isAnyDue(query: WebhooksQuery): Promise<boolean> {
  const row = await query
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', new Date().toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes deliveries whose time has come, the longest waiting first, at most so many. What is off is held meanwhile. */
export async function claimDue(transaction: WebhooksQuery, most: number): Promise<ClaimedDelivery[]> {
  await takeTurn(transaction);
  const now = new Date().toISOString();
  await holdWhatIsOff(transaction, now);
  return lease(transaction, await findDue(transaction, now, most));
}

/** Takes one delivery, whatever its state and time. */
export async function claimOne(transaction: WebhooksQuery, id: string): Promise<ClaimedDelivery | NotClaimed> {
  await takeTurn(transaction);
  const now = new Date().toISOString();
  const { origin, lease_expires_at: until } = await transaction
    .selectFrom('webhook_deliveries')
    .select(['origin', 'lease_expires_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (until !== null && until > now) return 'under_way';
  const calls = await callsUnderWay(transaction, now).where('origin', '=', origin).executeTakeFirst();
  if ((calls?.calls ?? 0) >= MOST_CALLS_AT_ONCE) return 'crowded';
  const [claimed] = await lease(transaction, [id]);
  return claimed ?? 'under_way';
}

/** Lets go of a delivery whose try was not made. */
export async function giveBack(query: WebhooksQuery, { id, claim }: ClaimedDelivery): Promise<void> {
  await query
    .updateTable('webhook_deliveries')
    .set({ claim: null, lease_expires_at: null })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute();
}

async function holdWhatIsOff(transaction: WebhooksQuery, now: string): Promise<void> {
  await transaction
    .updateTable('webhook_deliveries')
    .set({ state: 'held', next_try_at: null, settled_at: now })
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .where((row) =>
      row.exists(
        row
          .selectFrom('webhook_addresses_off as off')
          .select('off.url')
          .whereRef('off.workspace', '=', 'webhook_deliveries.workspace')
          .whereRef('off.url', '=', 'webhook_deliveries.url'),
      ),
    )
    .execute();
}

function callsUnderWay(transaction: WebhooksQuery, now: string) {
  return transaction
    .selectFrom('webhook_deliveries')
    .select(({ fn }) => ['origin', fn.countAll<number>().as('calls')])
    .where('lease_expires_at', '>', now)
    .groupBy('origin');
}

/** Those due, of each receiver no more than may still be called: many for one that is slow leave room for the others. */
async function findDue(transaction: WebhooksQuery, now: string, most: number): Promise<string[]> {
  const ranked = transaction
    .selectFrom('webhook_deliveries as due')
    .leftJoin(callsUnderWay(transaction, now).as('under_way'), 'under_way.origin', 'due.origin')
    .select((row) => [
      'due.id',
      'due.next_try_at',
      row.fn.coalesce('under_way.calls', row.val(0)).as('calls'),
      sql<number>`row_number() over (partition by due.origin order by due.next_try_at, due.id)`.as('place'),
    ])
    .where('due.state', '=', 'waiting')
    .where('due.next_try_at', '<=', now)
    .where((row) => row.or([row('due.lease_expires_at', 'is', null), row('due.lease_expires_at', '<=', now)]));
  const rows = await transaction
    .selectFrom(ranked.as('ranked'))
    .select('id')
    .where((row) => row(row('calls', '+', row.ref('place')), '<=', MOST_CALLS_AT_ONCE))
    .orderBy('next_try_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

async function lease(transaction: WebhooksQuery, ids: readonly string[]): Promise<ClaimedDelivery[]> {
  if (ids.length === 0) return [];
  const claim = randomUUID();
  const rows = await transaction
    .updateTable('webhook_deliveries')
    .set({ claim, lease_expires_at: new Date(Date.now() + LEASE_MS).toISOString() })
    .where('id', 'in', ids)
    .returningAll()
    .execute();
  return rows.map((row) => claimedOf(row, claim));
}

function claimedOf(row: Selectable<DeliveriesTable>, claim: string): ClaimedDelivery {
  const { id, workspace, url, type, body, state, tries, next_try_at: nextTryAt } = row;
  return { id, workspace, url, type, body, state, tries, nextTryAt, claim };
}

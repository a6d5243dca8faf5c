import { standingAfter, type Course } from './course.ts';
import type { ClaimedDelivery, MadeTry } from './delivery.ts';
import type { WebhooksQuery } from './schema.ts';

/**
 * Writes what came of a try: into the log, into the delivery, and where the receiver wants no more or a test succeeded,
 * into what is known of its address. A try whose lease has ended is another's by now, and leaves no trace.
 */
export async function settleTry(
  transaction: WebhooksQuery,
  delivery: ClaimedDelivery,
  made: MadeTry,
  course: Course,
): Promise<void> {
  const now = new Date();
  if (!(await moveOn(transaction, delivery, made, { now, course }))) return;
  await log(transaction, delivery.id, made);
  if (made.attempt.outcome === 'gone') await switchOff(transaction, delivery, now.toISOString());
  if (made.attempt.outcome === 'delivered' && delivery.type === 'ping') await switchOn(transaction, delivery);
}

async function moveOn(
  transaction: WebhooksQuery,
  delivery: ClaimedDelivery,
  made: MadeTry,
  { now, course }: { now: Date; course: Course },
): Promise<boolean> {
  const { state, tries, nextTryAt } = standingAfter(delivery, made, now, course);
  const { numUpdatedRows } = await transaction
    .updateTable('webhook_deliveries')
    .set({
      state,
      tries,
      next_try_at: nextTryAt,
      settled_at: state === 'waiting' ? null : now.toISOString(),
      claim: null,
      lease_expires_at: null,
    })
    .where('id', '=', delivery.id)
    .where('claim', '=', delivery.claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function log(transaction: WebhooksQuery, id: string, { cause, attempt }: MadeTry): Promise<void> {
  const { startedAt, durationMs, outcome, status, mediaType, answer, error } = attempt;
  await transaction
    .insertInto('webhook_attempts')
    .values((row) => ({
      delivery_id: id,
      number: row
        .selectFrom('webhook_attempts')
        .select((made) => made(made.fn.coalesce(made.fn.max('number'), made.val(0)), '+', 1).as('next'))
        .where('delivery_id', '=', id),
      cause,
      started_at: startedAt.toISOString(),
      duration_ms: durationMs,
      outcome,
      status,
      media_type: mediaType,
      answer,
      error,
    }))
    .execute();
}

type Receiver = Pick<ClaimedDelivery, 'workspace' | 'url'>;

/** All that this workspace still has for the address is held; what comes later will be when its time has come. */
async function switchOff(transaction: WebhooksQuery, { workspace, url }: Receiver, now: string): Promise<void> {
  await transaction
    .insertInto('webhook_addresses_off')
    .values({ workspace, url, since: now })
    .onConflict((conflict) => conflict.columns(['workspace', 'url']).doNothing())
    .execute();
  await transaction
    .updateTable('webhook_deliveries')
    .set({ state: 'held', next_try_at: null, settled_at: now })
    .where('workspace', '=', workspace)
    .where('url', '=', url)
    .where('state', '=', 'waiting')
    .execute();
}

/** What was held meanwhile stays so: whoever comes back may not want all that is old by now. */
async function switchOn(transaction: WebhooksQuery, { workspace, url }: Receiver): Promise<void> {
  await transaction
    .deleteFrom('webhook_addresses_off')
    .where('workspace', '=', workspace)
    .where('url', '=', url)
    .execute();
}

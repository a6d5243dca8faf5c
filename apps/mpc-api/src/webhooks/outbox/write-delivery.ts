import { newId } from '../../jobs/new-id.ts';
import { firstStanding, type Course, type Standing } from './course.ts';
import type { Message } from './delivery.ts';
import type { WebhooksQuery } from './schema.ts';

/** Writes what is to be told in the transaction of its event, once. It is sent when that transaction stands. */
export async function writeDelivery(transaction: WebhooksQuery, message: Message, course: Course): Promise<void> {
  await insert(transaction, message, firstStanding(message.at, course));
}

/** Writes a test, which rests from its beginning: it is sent by whoever asked for it, or not at all. Gives its id. */
export function writeTest(query: WebhooksQuery, message: Message): Promise<string> {
  return insert(query, message, { state: 'failed', tries: 0, nextTryAt: null });
}

async function insert(query: WebhooksQuery, message: Message, { state, nextTryAt }: Standing): Promise<string> {
  const { workspace, url, type, subject, sequence, body, at } = message;
  const id = newId('msg');
  await query
    .insertInto('webhook_deliveries')
    .values({
      id,
      workspace,
      url,
      origin: new URL(url).origin,
      type,
      subject,
      sequence,
      body,
      state,
      next_try_at: nextTryAt,
      claim: null,
      lease_expires_at: null,
      created_at: at.toISOString(),
      settled_at: nextTryAt === null ? at.toISOString() : null,
    })
    .onConflict((conflict) => conflict.columns(['subject', 'sequence', 'url']).doNothing())
    .execute();
  return id;
}

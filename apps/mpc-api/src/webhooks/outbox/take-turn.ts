import type { WebhooksQuery } from './schema.ts';

/** One process at a time counts and changes what others count: the row stays locked until the transaction ends. */
export async function takeTurn(transaction: WebhooksQuery): Promise<void> {
  await transaction
    .updateTable('webhook_claims')
    .set((row) => ({ count: row('count', '+', 1) }))
    .execute();
}

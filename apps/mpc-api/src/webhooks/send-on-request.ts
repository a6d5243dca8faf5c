import type { WebhookDelivery } from '@showrunner/contract';
import { ErrorTypes, invalidInput } from '@showrunner/errors';
import { pingMessage } from './messages.ts';
import type { Webhooks } from './open-webhooks.ts';
import { claimOne, type NotClaimed } from './outbox/claim-deliveries.ts';
import { findDelivery } from './outbox/read-deliveries.ts';
import { writeTest } from './outbox/write-delivery.ts';
import { sendDelivery } from './sending/send-delivery.ts';

/** Sends a ping to an address and gives the delivery. Throws 422 where it may not be called. */
export async function sendTest(workspace: string, url: string, webhooks: Webhooks): Promise<WebhookDelivery> {
  const message = pingMessage(workspace, callable(url, 'url', webhooks), new Date());
  const id = await webhooks.tables.read((query) => writeTest(query, message));
  return sendNow(workspace, id, webhooks);
}

/** Sends a delivery once more, whatever its state. Throws 404 for another workspace's, 422 where it may not be called. */
export async function sendAgain(workspace: string, id: string, webhooks: Webhooks): Promise<WebhookDelivery> {
  const { url } = await existing(workspace, id, webhooks);
  callable(url, 'url', webhooks);
  return sendNow(workspace, id, webhooks);
}

/** The address as it will be called. Throws 422, naming the member `path`, where it may not be. */
export function callable(text: string, path: string, { guard }: Pick<Webhooks, 'guard'>): string {
  const verdict = guard.read(text);
  if (verdict.kind === 'accepted') return verdict.url.href;
  throw invalidInput([{ path, reason: verdict.reason, allowed: verdict.allowed }]);
}

async function sendNow(workspace: string, id: string, webhooks: Webhooks): Promise<WebhookDelivery> {
  const claimed = await webhooks.tables.write((transaction) => claimOne(transaction, id));
  if (typeof claimed === 'string') throw notNow(claimed);
  // Whoever asked waits for it, and a server that stops waits for them.
  await sendDelivery(claimed, 'request', webhooks, new AbortController().signal);
  return existing(workspace, id, webhooks);
}

async function existing(workspace: string, id: string, { tables }: Webhooks): Promise<WebhookDelivery> {
  const delivery = await tables.read((query) => findDelivery(query, workspace, id));
  if (delivery) return delivery;
  throw ErrorTypes.NOT_FOUND(`There is no delivery with the id "${id}".`, { id });
}

/** The longest that one of the calls under way can take. */
const RETRY_AFTER_SECONDS = 15;

function notNow(reason: NotClaimed): Error {
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
  switch (reason) {
    case 'under_way':
      return ErrorTypes.BAD_REQUEST(
        'The delivery is being sent at the moment.',
        { reason: 'conflict' },
        { status: 409, headers },
      );
    case 'crowded':
      return ErrorTypes.RATE_LIMIT_EXCEEDED(
        'The receiver is being called as often at once as it may be.',
        {},
        { headers },
      );
  }
}

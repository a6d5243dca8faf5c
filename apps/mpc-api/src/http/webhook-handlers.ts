import type { Caller } from '@showrunner/access';
import { webhookRoutes, webhookTest, type WebhookSecretView } from '@showrunner/contract';
import type { Handlers } from '@showrunner/service';
import type { Webhooks } from '../webhooks/open-webhooks.ts';
import { listDeliveries } from '../webhooks/outbox/read-deliveries.ts';
import { sendAgain, sendTest } from '../webhooks/send-on-request.ts';
import { keepFromCaches } from './keep-from-caches.ts';
import type { Once } from './idempotency/once.ts';
import { pageOf } from './pages-of-lists.ts';
import { readBody } from './body/read-body.ts';

/** What was told to others' servers, the caller's own only, and what it is signed with. */
export function webhookHandlers(webhooks: Webhooks, once: Once): Handlers<typeof webhookRoutes, Caller> {
  const { tables, secrets } = webhooks;
  return {
    testWebhook: (call) =>
      once.sent(webhookRoutes.testWebhook, call, async () => {
        const { value } = readBody(webhookTest, call.request);
        return { data: await sendTest(call.caller.workspace, value.url, webhooks), message: 'Ping sent.' };
      }),
    async listDeliveries({ caller: { workspace }, query }) {
      const read = (page: { limit: number; after: string | undefined }) =>
        tables.read((rows) => listDeliveries(rows, workspace, { ...query, ...page }));
      const { rows, meta } = await pageOf(`deliveries/${workspace}`, query, read);
      return { data: rows, message: 'Deliveries, newest first.', meta };
    },
    retryDelivery: (call) =>
      once.sent(webhookRoutes.retryDelivery, call, async () => {
        const id = call.path.id.slice(0, 80);
        return { data: await sendAgain(call.caller.workspace, id, webhooks), message: 'Delivery sent.' };
      }),
    async getWebhookSecret({ caller, reply }) {
      keepFromCaches(reply);
      return { data: await secrets.show(caller.workspace), message: 'What webhooks are signed with.' };
    },
    rotateWebhookSecret: (call) =>
      once.made(webhookRoutes.rotateWebhookSecret, call, async (keep) => {
        keepFromCaches(call.reply);
        const shown = (data: WebhookSecretView) => ({ data, message: 'Webhooks are signed with a new secret.' });
        return shown(await secrets.rotate(call.caller.workspace, (secret) => keep(shown(secret))));
      }),
  };
}

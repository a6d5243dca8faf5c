import type { Caller } from '@showrunner/access';
import { webhookTest, type webhookRoutes } from '@showrunner/contract';
import type { Handlers } from '@showrunner/service';
import type { Webhooks } from '../webhooks/open-webhooks.ts';
import { listDeliveries } from '../webhooks/outbox/read-deliveries.ts';
import { sendAgain, sendTest } from '../webhooks/send-on-request.ts';
import { keepFromCaches } from './keep-from-caches.ts';
import { pageOf } from './pages-of-lists.ts';
import { readBody } from './read-body.ts';

/** What was told to others' servers, the caller's own only, and what it is signed with. */
export function webhookHandlers(webhooks: Webhooks): Handlers<typeof webhookRoutes, Caller> {
  const { tables, secrets } = webhooks;
  return {
    async testWebhook({ caller, request }) {
      const { value } = readBody(webhookTest, request);
      return { data: await sendTest(caller.workspace, value.url, webhooks), message: 'Ping sent.' };
    },
    async listDeliveries({ caller: { workspace }, query }) {
      const read = (page: { limit: number; after: string | undefined }) =>
        tables.read((rows) => listDeliveries(rows, workspace, { ...query, ...page }));
      const { rows, meta } = await pageOf(`deliveries/${workspace}`, query, read);
      return { data: rows, message: 'Deliveries, newest first.', meta };
    },
    async retryDelivery({ caller, path }) {
      const id = path.id.slice(0, 80);
      return { data: await sendAgain(caller.workspace, id, webhooks), message: 'Delivery sent.' };
    },
    async getWebhookSecret({ caller, reply }) {
      keepFromCaches(reply);
      return { data: await secrets.show(caller.workspace), message: 'What webhooks are signed with.' };
    },
    async rotateWebhookSecret({ caller, reply }) {
      keepFromCaches(reply);
      return { data: await secrets.rotate(caller.workspace), message: 'Webhooks are signed with a new secret.' };
    },
  };
}

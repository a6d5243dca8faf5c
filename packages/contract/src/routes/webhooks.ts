import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { pageMeta } from '../page.ts';
import { deliveriesQuery, webhookDelivery, webhookSecret, webhookTest } from '../webhook.ts';

const delivery = { kind: 'envelope', name: 'WebhookDelivery', data: webhookDelivery } as const;
const secret = { kind: 'envelope', name: 'WebhookSecret', data: webhookSecret } as const;

/** Calls to others' servers when work ends (Standard Webhooks 1.0). */
export const webhookRoutes = {
  testWebhook: {
    method: 'post',
    path: '/webhooks/test',
    tag: 'Webhooks',
    summary: 'Send a ping to an address',
    description:
      'Sends a ping to an address and gives the delivery, with what the receiver answered. One that succeeds switches the address on again.',
    scope: 'webhooks',
    body: { name: 'WebhookTest', schemas: [webhookTest], example: { url: 'https://example.com/webhooks' } },
    answer: delivery,
    once: true,
    errors: ['VALIDATION_ERROR'],
    sdk: 'webhooks.test',
  },
  listDeliveries: {
    method: 'get',
    path: '/webhooks/deliveries',
    tag: 'Webhooks',
    summary: 'List deliveries with their tries, newest first',
    scope: 'webhooks',
    query: deliveriesQuery,
    answer: { kind: 'envelope', name: 'WebhookDeliveries', data: z.array(webhookDelivery), meta: pageMeta },
    errors: ['VALIDATION_ERROR'],
    sdk: 'webhooks.deliveries',
  },
  retryDelivery: {
    method: 'post',
    path: '/webhooks/deliveries/{id}/retry',
    tag: 'Webhooks',
    summary: 'Send a delivery now',
    description:
      'Sends a delivery once, now, whatever its state, and gives it with what the receiver answered. Where that fails, it stays as it was, with its schedule.',
    scope: 'webhooks',
    answer: delivery,
    once: true,
    errors: ['NOT_FOUND', 'VALIDATION_ERROR', 'conflict'],
    sdk: 'webhooks.retry',
  },
  getWebhookSecret: {
    method: 'get',
    path: '/webhooks/secret',
    tag: 'Webhooks',
    summary: 'Read what webhooks are signed with; it is made when it is first needed',
    scope: 'admin',
    answer: secret,
    errors: [],
    sdk: 'webhooks.secret',
  },
  rotateWebhookSecret: {
    method: 'post',
    path: '/webhooks/secret/rotate',
    tag: 'Webhooks',
    summary: 'Sign with a new secret',
    description:
      'Makes a new secret. The one before it signs as well for 24 hours; of more than two earlier ones the oldest end at once. 409 where WEBHOOK_SECRET gives the secret.',
    scope: 'admin',
    answer: secret,
    once: true,
    errors: ['conflict'],
    sdk: 'webhooks.rotateSecret',
  },
} as const satisfies RouteTable;

import { setTimeout as pause } from 'node:timers/promises';
import type { WebhookDelivery } from '@showrunner/contract';
import { createLogger, createMetrics } from '@showrunner/service';
import { startScriptedUpstream, type RecordedRequest } from '@showrunner/testkit';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mpcApiEnvironment } from '../../environment.ts';
import { openWebhooks, type Webhooks, type WebhooksOptions } from '../open-webhooks.ts';
import { listDeliveries } from '../outbox/read-deliveries.ts';
import type { WebhookTables } from '../outbox/schema.ts';
import { writeDelivery } from '../outbox/write-delivery.ts';
import { openTables, sqlitePlace } from '../testing/open-tables.ts';

const { WEBHOOK_ALLOWED_NETWORKS: loopback = [] } = mpcApiEnvironment.read({ WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' });

/** A process that sends, until the test is over. */
function open(tables: WebhookTables, options: Partial<WebhooksOptions> = {}): Webhooks {
  const webhooks = openWebhooks({
    tables,
    secret: undefined,
    allowedNetworks: loopback,
    course: { schedule: [0, 0.05, 0.05], chance: Math.random },
    retentionDays: 1,
    logger: createLogger({ service: 'test', level: 'fatal', sink: { write: () => undefined } }),
    metrics: createMetrics(),
    ...options,
  });
  onTestFinished(() => webhooks.dispose());
  webhooks.dispatcher.start();
  return webhooks;
}

/** What ends a job, and then lets those who send know. */
async function tell(
  { tables, course, dispatcher }: Webhooks,
  url: string,
  sequence = 1,
  subject = 'job_1',
): Promise<void> {
  const about = { workspace: 'a', url, type: 'job.succeeded', subject, sequence } as const;
  const message = { ...about, body: `{"sequence":${sequence},"text":"é🎬"}`, at: new Date() };
  await tables.write((transaction) => writeDelivery(transaction, message, course));
  dispatcher.look();
}

const list = ({ tables }: Pick<Webhooks, 'tables'>): Promise<WebhookDelivery[]> =>
  tables.read((query) => listDeliveries(query, 'a', { limit: 200 }));

const statesOf = async (webhooks: Pick<Webhooks, 'tables'>) => (await list(webhooks)).map(({ state }) => state);

const verified = (secret: string, { bytes, headers }: RecordedRequest): unknown =>
  new Webhook(secret).verify(bytes.toString(), headers as Record<string, string>);

describe('what is told', () => {
  it('is sent at once, signed as a stock library verifies', async () => {
    await using receiver = await startScriptedUpstream([{ raw: 'thanks', headers: { 'content-type': 'text/plain' } }]);
    const webhooks = open(await openTables(await sqlitePlace()));
    await tell(webhooks, `${receiver.url}/resume/7`);
    await expect.poll(() => statesOf(webhooks)).toEqual(['delivered']);
    const [request] = receiver.requests;
    if (!request) throw new Error('Nothing was sent.');
    const { secret } = await webhooks.secrets.show('a');
    expect(verified(secret, request)).toEqual({ sequence: 1, text: 'é🎬' });
    expect(() => verified('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', request)).toThrow('No matching signature');
    const [delivery] = await list(webhooks);
    expect(request.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': delivery?.id });
    expect(delivery?.attempts).toMatchObject([
      { outcome: 'delivered', status: 200, media_type: 'text/plain', answer: 'thanks' },
    ]);
  });

  it('is sent again in the same bytes, newly signed, by all secrets that sign then', async () => {
    await using receiver = await startScriptedUpstream([
      { status: 500, raw: '' },
      { status: 404, raw: '' },
      { raw: '' },
    ]);
    const webhooks = open(await openTables(await sqlitePlace()), {
      course: { schedule: [0, 1.1, 0], chance: () => 0 },
    });
    const { secret: first } = await webhooks.secrets.show('a');
    await tell(webhooks, receiver.url);
    await expect.poll(() => receiver.requests.length).toBe(1);
    const { secret: second } = await webhooks.secrets.rotate('a');
    await expect.poll(() => statesOf(webhooks), { timeout: 8_000 }).toEqual(['delivered']);
    const [once, again, last] = receiver.requests;
    if (!once || !again || !last) throw new Error('There are three tries.');
    expect(again.bytes.equals(once.bytes)).toBe(true);
    expect(again.headers['webhook-id']).toBe(once.headers['webhook-id']);
    expect(again.headers['webhook-timestamp']).not.toBe(once.headers['webhook-timestamp']);
    expect(String(once.headers['webhook-signature']).split(' ')).toHaveLength(1);
    expect(String(again.headers['webhook-signature']).split(' ')).toHaveLength(2);
    for (const secret of [first, second]) expect(verified(secret, last)).toMatchObject({ sequence: 1 });
    expect(() => verified(second, once)).toThrow('No matching signature');
  });

  it('has failed after the last try', async () => {
    await using receiver = await startScriptedUpstream([{ status: 500, raw: 'no' }]);
    const webhooks = open(await openTables(await sqlitePlace()));
    await tell(webhooks, receiver.url);
    await expect.poll(() => statesOf(webhooks), { timeout: 8_000 }).toEqual(['failed']);
    expect(receiver.requests).toHaveLength(3);
  });
});

describe('a receiver that is slow', () => {
  it('is called four times at once, by two processes together, and holds up nobody else', async () => {
    let calls = 0;
    let most = 0;
    await using slow = await startScriptedUpstream(async ({ signal }) => {
      calls += 1;
      most = Math.max(most, calls);
      await pause(100, undefined, { signal }).finally(() => {
        calls -= 1;
      });
      return { raw: '' };
    });
    await using quick = await startScriptedUpstream([{ raw: '' }]);
    const tables = await openTables(await sqlitePlace());
    const [one] = [open(tables), open(tables)];
    const begun = performance.now();
    for (let index = 0; index < 24; index += 1) await tell(one, `${slow.url}/${index}`, 1, `job_${index}`);
    await tell(one, quick.url, 1, 'job_quick');
    await expect.poll(() => quick.requests.length, { interval: 5 }).toBe(1);
    expect(performance.now() - begun).toBeLessThan(500);
    await expect.poll(async () => new Set(await statesOf(one)), { timeout: 15_000 }).toEqual(new Set(['delivered']));
    expect(slow.requests).toHaveLength(24);
    expect(most).toBe(4);
  });

  it('is given up when the process stops, and called again by the next', async () => {
    await using receiver = await startScriptedUpstream((_, index) => (index === 0 ? { hang: true } : { raw: '' }));
    const tables = await openTables(await sqlitePlace());
    const stopping = open(tables);
    await tell(stopping, receiver.url);
    await expect.poll(() => receiver.requests.length).toBe(1);
    await stopping.dispose();
    expect(await list({ tables })).toMatchObject([{ state: 'waiting', attempts: [] }]);
    open(tables);
    await expect.poll(() => statesOf({ tables })).toEqual(['delivered']);
    expect(receiver.requests[1]?.headers['webhook-id']).toBe(receiver.requests[0]?.headers['webhook-id']);
  });
});

it('another process finds what one has left to be sent', async () => {
  await using receiver = await startScriptedUpstream([{ raw: '' }]);
  const tables = await openTables(await sqlitePlace());
  const { course } = open(tables);
  const about = {
    workspace: 'a',
    url: receiver.url,
    type: 'batch.completed',
    subject: 'batch_1',
    sequence: 1,
  } as const;
  await tables.write((transaction) => writeDelivery(transaction, { ...about, body: '{}', at: new Date() }, course));
  await expect.poll(() => receiver.requests.length, { timeout: 5_000 }).toBe(1);
});

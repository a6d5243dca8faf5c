import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { WebhookDelivery, WebhookSecretView } from '@showrunner/contract';
import type { ErrorEnvelope } from '@showrunner/errors';
import { startScriptedUpstream, startServer, temporaryFolder } from '@showrunner/testkit';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, test } from 'vitest';
import { KEY, startApi, type ApiOptions, type RunningApi } from '../testing/start-api.ts';

interface Answered<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly meta: { readonly next_cursor: string | null };
  readonly error: ErrorEnvelope['error'];
}

/** Asks the API as the holder of a key. */
async function ask<Data = WebhookDelivery>(
  { url }: Pick<RunningApi, 'url'>,
  [method, path, body]: readonly [string, string, object?],
  key = KEY,
): Promise<Answered<Data>> {
  const response = await fetch(url + path, {
    method,
    headers: { 'x-api-key': key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    ...((await response.json()) as object),
  } as Answered<Data>;
}

async function open(env: ApiOptions['env'] = {}): Promise<RunningApi> {
  const api = await startApi(undefined, { env });
  onTestFinished(() => api[Symbol.asyncDispose]());
  return api;
}

const list = (api: RunningApi, query = '') => ask<WebhookDelivery[]>(api, ['GET', `/webhooks/deliveries${query}`]);
const sendPing = (api: RunningApi, url: string, key = KEY) => ask(api, ['POST', '/webhooks/test', { url }], key);
const sendAgain = (api: RunningApi, id: string) => ask(api, ['POST', `/webhooks/deliveries/${id}/retry`]);

describe('a server that may call this machine', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(undefined, { env: { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8,::1' } });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  it('sends a ping, tells what came of it, and sends the same again', async () => {
    await using receiver = await startScriptedUpstream([
      { status: 404, raw: 'The workflow is not waiting.', headers: { 'content-type': 'text/html; charset=utf-8' } },
      { json: { fine: true } },
    ]);
    const url = `${receiver.url}/webhook-waiting/7?signature=a%20b`;
    const tested = await sendPing(api, url);
    expect(tested).toMatchObject({
      status: 200,
      data: {
        id: expect.stringMatching(/^msg_\w+$/),
        type: 'ping',
        url,
        state: 'failed',
        job_id: null,
        batch_id: null,
        sequence: null,
        next_try_at: null,
        attempts: [
          {
            number: 1,
            cause: 'request',
            outcome: 'rejected',
            status: 404,
            media_type: 'text/html',
            answer: 'The workflow is not waiting.',
            error: 'The receiver answered 404.',
          },
        ],
      },
    });
    const again = await sendAgain(api, tested.data.id);
    expect(again.data).toMatchObject({
      id: tested.data.id,
      state: 'delivered',
      attempts: [{ number: 1 }, { number: 2 }],
    });
    expect((await list(api, '?limit=1')).data).toEqual([again.data]);

    const { data } = await ask<WebhookSecretView>(api, ['GET', '/webhooks/secret']);
    const [first, second] = receiver.requests;
    expect(second?.bytes.equals(first?.bytes ?? Buffer.of())).toBe(true);
    for (const one of receiver.requests)
      expect(new Webhook(data.secret).verify(one.bytes.toString(), one.headers as Record<string, string>)).toEqual({
        type: 'ping',
        timestamp: tested.data.created_at,
        data: {},
      });
  });

  it('follows no redirect, and says so', async () => {
    await using receiver = await startScriptedUpstream([
      { status: 301, raw: '', headers: { location: 'https://n8n.example/x' } },
    ]);
    expect((await sendPing(api, receiver.url)).data).toMatchObject({
      state: 'failed',
      attempts: [
        {
          outcome: 'redirected',
          status: 301,
          error: expect.stringMatching(/https:\/\/n8n\.example\/x; redirects are not/),
        },
      ],
    });
  });

  it('lists deliveries page by page, and refuses what is no cursor', async () => {
    await using receiver = await startScriptedUpstream([{ raw: '' }, { status: 500, raw: '' }, { raw: '' }]);
    for (let count = 0; count < 3; count += 1) await sendPing(api, receiver.url);
    const first = await list(api, '?limit=2');
    await sendPing(api, receiver.url);
    const second = await list(api, `?limit=2&cursor=${first.meta.next_cursor}`);
    const ids = [...first.data, ...second.data].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort().toReversed());
    expect((await list(api, '?state=failed&limit=1')).data).toMatchObject([{ state: 'failed' }]);
    expect((await list(api, '?job_id=job_none')).data).toEqual([]);
    for (const query of ['?cursor=', '?cursor=abc', '?limit=0', '?limit=201', '?limit=1&limit=2', '?state=lost'])
      expect((await list(api, query)).error).toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it("keeps to each workspace its own, and to a key's scopes", async () => {
    await using receiver = await startScriptedUpstream([{ raw: '' }]);
    const make = async (scopes: string[], workspace: string) =>
      (await ask<{ key: string }>(api, ['POST', '/keys', { name: 'x', scopes, workspace }])).data.key;
    const studio = await make(['webhooks'], 'studio');
    const { data: own } = await sendPing(api, receiver.url, studio);
    const theirs = await sendPing(api, receiver.url);
    expect((await ask<WebhookDelivery[]>(api, ['GET', '/webhooks/deliveries'], studio)).data).toEqual([own]);
    const foreign = ['POST', `/webhooks/deliveries/${theirs.data.id}/retry`] as const;
    expect((await ask(api, foreign, studio)).error).toMatchObject({ code: 'NOT_FOUND' });
    for (const path of ['/webhooks/secret', '/webhooks/secret/rotate'] as const) {
      const method = path.endsWith('rotate') ? 'POST' : 'GET';
      expect((await ask(api, [method, path], studio)).error).toMatchObject({ code: 'FORBIDDEN' });
    }
    const reader = await make(['jobs:read'], 'studio');
    for (const asked of [
      foreign,
      ['POST', '/webhooks/test', { url: receiver.url }],
      ['GET', '/webhooks/deliveries'],
    ] as const)
      expect((await ask(api, asked, reader)).error).toMatchObject({
        code: 'FORBIDDEN',
        details: { scope: 'webhooks' },
      });
    const shown = await ask<WebhookSecretView>(api, ['GET', '/webhooks/secret?workspace=studio']);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const [request] = receiver.requests;
    const { bytes, headers } = request ?? { bytes: '', headers: {} };
    new Webhook(shown.data.secret).verify(bytes.toString(), headers as Record<string, string>);
  });

  it('signs by both secrets for a day after a rotation', async () => {
    await using receiver = await startScriptedUpstream([{ raw: '' }]);
    const { data: before } = await ask<WebhookSecretView>(api, ['GET', '/webhooks/secret']);
    const { data: after } = await ask<WebhookSecretView>(api, ['POST', '/webhooks/secret/rotate']);
    expect(after.also_signing).toMatchObject([{ created_at: before.created_at }]);
    await sendPing(api, receiver.url);
    const [request] = receiver.requests;
    const { bytes, headers } = request ?? { bytes: '', headers: {} };
    for (const { secret } of [before, after])
      new Webhook(secret).verify(bytes.toString(), headers as Record<string, string>);
  });

  it('answers what cannot be sent or found in its words', async () => {
    expect(await sendAgain(api, 'msg_none')).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
    for (const body of [{}, { url: null }]) {
      const answered = await ask(api, ['POST', '/webhooks/test', body]);
      expect(answered).toMatchObject({ status: 400, error: { details: { issues: [{ path: 'url' }] } } });
    }
    for (const url of [7, '', 'x', `https://a.example/${'x'.repeat(2_000)}`]) {
      const answered = await ask(api, ['POST', '/webhooks/test', { url }]);
      expect(answered).toMatchObject({ status: 422, error: { details: { issues: [{ path: 'url' }] } } });
    }
  });

  it('calls a receiver four times at once, and says when that is too much', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await using receiver = await startScriptedUpstream(async () => {
      await released;
      return { raw: '' };
    });
    const pings = Array.from({ length: 4 }, (_, index) => sendPing(api, `${receiver.url}/${index}`));
    await expect.poll(() => receiver.requests.length).toBe(4);
    const fifth = await sendPing(api, receiver.url);
    expect(fifth).toMatchObject({ status: 429, error: { code: 'RATE_LIMIT_EXCEEDED' } });
    expect(fifth.headers.get('retry-after')).toBe('15');
    const under = (await list(api, '?limit=5')).data.find(({ url }) => url.endsWith('/0'));
    expect(await sendAgain(api, under?.id ?? '')).toMatchObject({
      status: 409,
      error: { details: { reason: 'conflict' } },
    });
    release();
    for (const { data } of await Promise.all(pings)) expect(data.state).toBe('delivered');
    expect(receiver.requests).toHaveLength(4);
  });
});

test('no address of this machine is called, in any spelling, and answers do not tell what listens', async () => {
  const api = await open();
  let connections = 0;
  const listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0);
  await once(listener, 'listening');
  onTestFinished(() => void listener.close());
  const { port } = listener.address() as AddressInfo;
  const told = new Set<string>();
  for (const at of [port, 1]) {
    for (const host of [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '2130706433',
      'localhost',
      'x.localhost',
    ]) {
      const { status, error } = await sendPing(api, `http://${host}:${at}/`);
      expect(status).toBe(422);
      expect(error.message).toMatch(/WEBHOOK_ALLOWED_NETWORKS.*WEBHOOK_URL/);
      told.add(`${host} ${error.message}`);
    }
  }
  expect(told.size).toBe(7);
  for (const url of [
    'http://[fe80::1%25lo]/',
    'http://user:secret@example.com/',
    'ftp://example.com/',
    'http://10.0.0.1/',
  ])
    expect((await sendPing(api, url)).status).toBe(422);
  expect((await list(api)).data).toEqual([]);
  expect(connections).toBe(0);
});

test('a delivery whose address may no longer be called is not sent again', async () => {
  await using receiver = await startScriptedUpstream([{ raw: '' }]);
  await using folder = await temporaryFolder();
  const place = { DATA_DIR: folder.path };
  const before = await startApi(undefined, { env: { ...place, WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1' } });
  const { data } = await sendPing(before, receiver.url);
  expect(data.state).toBe('delivered');
  await before[Symbol.asyncDispose]();
  const after = await open(place);
  expect(await sendAgain(after, data.id)).toMatchObject({ status: 422, error: { code: 'VALIDATION_ERROR' } });
  expect((await list(after)).data).toEqual([data]);
  expect(receiver.requests).toHaveLength(1);
});

describe('WEBHOOK_SECRET', () => {
  const GIVEN = `whsec_${Buffer.alloc(32, 0xfb).toString('base64')}`;
  const main = join(import.meta.dirname, '../main.ts');

  it('signs for the default workspace, with the line end that its file has', async () => {
    await using receiver = await startScriptedUpstream([{ raw: '' }]);
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'webhook-secret');
    await writeFile(file, `${GIVEN}\n`);
    const api = await open({ WEBHOOK_SECRET_FILE: file, WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1', LOG_LEVEL: 'trace' });
    await sendPing(api, receiver.url);
    const [request] = receiver.requests;
    const { bytes, headers } = request ?? { bytes: '', headers: {} };
    new Webhook(GIVEN).verify(bytes.toString(), headers as Record<string, string>);
    expect(await ask(api, ['POST', '/webhooks/secret/rotate'])).toMatchObject({
      status: 409,
      error: { message: expect.stringContaining('WEBHOOK_SECRET'), details: { reason: 'conflict' } },
    });
    expect((await ask(api, ['POST', '/webhooks/secret/rotate?workspace=studio'])).status).toBe(200);
    expect(api.server.logs.join('\n')).not.toContain(GIVEN.slice(6));
  });

  it.each([
    ['without its prefix', GIVEN.slice(6), /begins with whsec_/],
    ['that is no base64', 'whsec_hello world, this is my secret', /is not base64/],
    ['of 8 bytes', `whsec_${Buffer.alloc(8).toString('base64')}`, /24 to 64 bytes .* holds 8/],
    ['of 65 bytes', `whsec_${Buffer.alloc(65).toString('base64')}`, /24 to 64 bytes .* holds 65/],
  ])('%s stops the start, which says so without it', async (_, text, fault) => {
    const starting = startServer(main, { args: ['--port', '0'], env: { WEBHOOK_SECRET: text } });
    await expect(starting).rejects.toThrow(/WEBHOOK_SECRET/);
    await expect(starting).rejects.toThrow(fault);
    await expect(starting).rejects.not.toThrow(text);
  });
});

test.each([
  ['WEBHOOK_ALLOWED_NETWORKS', '10/8'],
  ['WEBHOOK_RETRY_SCHEDULE', '0,5,soon'],
  ['MPC_PUBLIC_URL', 'studio.example'],
])('a %s that is none stops the start', async (name, text) => {
  const main = join(import.meta.dirname, '../main.ts');
  const starting = startServer(main, { args: ['--port', '0'], env: { [name]: text } });
  await expect(starting).rejects.toThrow(new RegExp(`${name} is ${JSON.stringify(text)}`));
});

import type { WebhookDelivery } from '@showrunner/contract';
import { openAiError, startScriptedUpstream, type ScriptedUpstream } from '@showrunner/testkit';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startApi, wellBehaved, type ModelScript, type RunningApi } from '../testing/start-api.ts';

// What receivers are told of jobs, seen from outside.

interface Told {
  readonly type: string;
  readonly timestamp: string;
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>> & { readonly job_id: string; readonly result_url?: string };
}

async function open(
  script: ModelScript = wellBehaved,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningApi> {
  const api = await startApi(script, { env: { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8', ...env } });
  onTestFinished(() => api[Symbol.asyncDispose]());
  return api;
}

async function read<Data>(response: Promise<Response>): Promise<Data> {
  return ((await (await response).json()) as { data: Data }).data;
}

async function accepted(api: RunningApi, body: object): Promise<string> {
  const response = await api.post('/generate/script', { prompt: 'How espresso works', cache: false, ...body });
  expect(response.status).toBe(202);
  return ((await response.json()) as { data: { id: string } }).data.id;
}

const deliveries = (api: RunningApi, query = '') => read<WebhookDelivery[]>(api.get(`/webhooks/deliveries${query}`));

async function toldTo(receiver: ScriptedUpstream, count: number): Promise<Told[]> {
  await expect.poll(() => receiver.requests.length, { timeout: 20_000 }).toBe(count);
  return receiver.requests.map(({ bytes }) => JSON.parse(bytes.toString()) as Told);
}

/** What the first call tells a stock library that has the secret. */
async function verifiedOf(api: RunningApi, { requests: [request] }: ScriptedUpstream): Promise<unknown> {
  if (request === undefined) throw new Error('Nothing was told.');
  const { secret } = await read<{ secret: string }>(api.get('/webhooks/secret'));
  return new Webhook(secret).verify(request.bytes.toString(), request.headers as Record<string, string>);
}

describe('a job with a webhook_url', { timeout: 60_000 }, () => {
  it('is 202, and its end is told with its result', async () => {
    await using receiver = await startScriptedUpstream([{ raw: '' }]);
    const api = await open();
    const id = await accepted(api, { webhook_url: `${receiver.url}/resume?run=7`, client_ref: 'order 7' });
    const [told] = await toldTo(receiver, 1);
    const job = await read<{ result: object; finished_at: string; run: number }>(api.get(`/jobs/${id}`));
    expect(told).toEqual({
      type: 'job.succeeded',
      timestamp: job.finished_at,
      sequence: expect.any(Number),
      data: { job_id: id, run: 1, recipe: 'script', state: 'succeeded', client_ref: 'order 7', result: job.result },
    });
    expect(receiver.requests[0]?.path).toBe('/resume?run=7');
    expect(await verifiedOf(api, receiver)).toEqual(told);
    await expect
      .poll(() => deliveries(api, `?job_id=${id}`))
      .toMatchObject([{ state: 'delivered', sequence: told?.sequence }]);
  });

  it('is told of in the same bytes at each try, whatever happens to the job meanwhile', async () => {
    await using receiver = await startScriptedUpstream([{ status: 404, raw: 'not waiting yet' }, { raw: '' }]);
    const api = await open(wellBehaved, { WEBHOOK_RETRY_SCHEDULE: '0,2' });
    const id = await accepted(api, { webhook_url: receiver.url });
    await toldTo(receiver, 1);
    expect(
      (
        await fetch(`${api.url}/jobs/${id}`, {
          method: 'PATCH',
          headers: { 'x-api-key': 'sk-test-key', 'content-type': 'application/json' },
          body: '{"label":"mine"}',
        })
      ).status,
    ).toBe(200);
    await toldTo(receiver, 2);
    const [first, second] = receiver.requests;
    expect(second?.bytes.equals(first?.bytes ?? Buffer.of())).toBe(true);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
    expect(second?.headers['webhook-signature']).not.toBe(first?.headers['webhook-signature']);
    await expect
      .poll(() => deliveries(api))
      .toMatchObject([{ state: 'delivered', attempts: [{ status: 404, answer: 'not waiting yet' }, { status: 200 }] }]);
  });

  it('tells by its version which news is older, when the success comes before the failure', async () => {
    let isWell = false;
    await using receiver = await startScriptedUpstream((_, index) =>
      index === 0 ? { status: 500, raw: '' } : { raw: '' },
    );
    const refusal = { status: 401, json: openAiError('no such key') };
    const api = await open((request) => (isWell ? wellBehaved(request) : refusal), { WEBHOOK_RETRY_SCHEDULE: '0,6' });
    const id = await accepted(api, { webhook_url: receiver.url });
    await toldTo(receiver, 1);
    isWell = true;
    expect((await api.post(`/jobs/${id}/retry`, {})).status).toBeLessThan(300);
    const [failed, succeeded, late] = await toldTo(receiver, 3);
    expect(failed).toMatchObject({ type: 'job.failed', data: { run: 1, error: { code: 'LLM_ERROR' } } });
    expect(succeeded).toMatchObject({ type: 'job.succeeded', data: { run: 2 } });
    expect(late).toEqual(failed);
    expect(succeeded?.sequence).toBeGreaterThan(late?.sequence ?? Infinity);
    expect(Date.parse(succeeded?.timestamp ?? '')).toBeGreaterThan(Date.parse(late?.timestamp ?? ''));
  });

  it('links to what is too large, and to where it is found', async () => {
    await using receiver = await startScriptedUpstream([{ raw: '' }]);
    const api = await open();
    const id = await accepted(api, { webhook_url: receiver.url, variants: 5, strict: false });
    const [told] = await toldTo(receiver, 1);
    expect(receiver.requests[0]?.bytes.length).toBeLessThan(20_000);
    expect(told?.data).toMatchObject({ job_id: id, state: 'succeeded', result_url: `${api.url}/jobs/${id}` });
    expect(told?.data).not.toHaveProperty('result');
    expect((await api.get(new URL(told?.data.result_url ?? '').pathname)).status).toBe(200);
  });

  it('is refused where its address may not be called, before anything is stored or asked', async () => {
    const api = await open(wellBehaved, { WEBHOOK_ALLOWED_NETWORKS: '' });
    const hosts = [
      'localhost:5678',
      'n8n.localhost',
      '127.0.0.1',
      '[::ffff:a9fe:a9fe]',
      '[64:ff9b::7f00:1]',
      '[fe80::1%25lo]',
    ];
    for (const url of [
      ...hosts.map((host) => `http://${host}/x`),
      'http://user:secret@example.com/',
      'ftp://example.com/',
    ]) {
      const response = await api.post('/generate/script', { prompt: 'x', webhook_url: url });
      expect([url, response.status]).toEqual([url, 422]);
      expect(await response.json()).toMatchObject({
        error: {
          message: expect.stringMatching(/WEBHOOK_ALLOWED_NETWORKS.*n8n.*WEBHOOK_URL/),
          details: { issues: [{ path: 'webhook_url' }] },
        },
      });
    }
    expect(await read(api.get('/jobs'))).toEqual([]);
    expect(api.provider.requests).toEqual([]);
  });
});

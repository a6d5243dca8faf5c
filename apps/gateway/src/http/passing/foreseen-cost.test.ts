import { anthropicMessage, startScriptedUpstream, waitUntil } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { onBothDatabases } from '../../testing/on-both-databases.ts';
import { MASTER_KEY, openAiModel, startGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000 });

const stored = { id: 'resp_1', object: 'response', model: 'gpt-4o', usage: { input_tokens: 900, output_tokens: 900 } };

async function gatewayAt(env: Record<string, string>) {
  const gate = Promise.withResolvers<void>();
  const upstream = await startScriptedUpstream(async ({ method, path }) => {
    if (method === 'GET' || path.endsWith('/cancel')) return { json: stored };
    await gate.promise;
    return { json: path.endsWith('/messages') ? anthropicMessage({ model: 'claude-sonnet-4-6' }) : {} };
  });
  const gateway = await startGateway(
    {
      model_list: [openAiModel('gpt', upstream.url)],
      general_settings: {
        master_key: MASTER_KEY,
        allow_unmanaged_response_ids: true,
        pass_through_endpoints: [
          { path: '/rank', target: `${upstream.url}/rank`, auth: true, cost_per_request: 0.02 },
          { path: '/free', target: `${upstream.url}/free`, auth: true, cost_per_request: 0 },
        ],
      },
    },
    {
      ANTHROPIC_API_KEY: 'k',
      ANTHROPIC_API_BASE: upstream.url,
      OPENAI_API_KEY: 'k',
      OPENAI_BASE_URL: `${upstream.url}/v1`,
      ...env,
    },
  );
  return {
    ...manager(() => gateway),
    url: gateway.url,
    upstream,
    open: gate.resolve,
    async [Symbol.asyncDispose]() {
      gate.resolve();
      await gateway.stop();
      await upstream.close();
    },
  };
}

onBothDatabases((env) => {
  test('what goes through is reserved before it goes: what each costs, else what its body asks', async () => {
    await using gateway = await gatewayAt(await env());
    const { key, post, upstream, open } = gateway;
    const asked = { model: 'claude-sonnet-4-6', max_tokens: 1_000, messages: [{ role: 'user', content: 'hello' }] };
    // A thousand tokens of an answer are 0.015 dollars.
    const [ranks, talks] = [await key({ max_budget: 0.05 }), await key({ max_budget: 0.04 })];
    const running = [
      ...Array.from({ length: 6 }, () => post('/rank', { query: 'x' }, ranks)),
      ...Array.from({ length: 6 }, () => post('/anthropic/v1/messages', asked, talks)),
    ];
    let answered = 0;
    const ended = running.map(async (one) => {
      const { status } = await one;
      answered++;
      return status;
    });
    await waitUntil(() => answered + upstream.requests.length >= 12, { what: 'all that are let in or refused' });
    open();
    const statuses = await Promise.all(ended);
    const served = (of: readonly number[]) => of.filter((status) => status === 200).length;
    expect([served(statuses.slice(0, 6)), served(statuses.slice(6))]).toEqual([2, 2]);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
    expect(upstream.requests).toHaveLength(4);
  });

  test('what is read again costs nothing, and what is written to be free goes behind an empty purse', async () => {
    await using gateway = await gatewayAt(await env());
    const { key, post, get, url, open } = gateway;
    open();
    const holder = await key({ max_budget: 0.01 });
    expect((await post('/rank', {}, holder)).status).toBe(200);
    const spent = async () => ((await get(`/key/info?key=${holder}`)).body.info as { spend: number }).spend;
    await expect.poll(spent, { timeout: 20_000 }).toBeCloseTo(0.02, 6);
    expect((await post('/rank', {}, holder)).status).toBe(429);
    expect((await post('/free', {}, holder)).status).toBe(200);
    const headers = { authorization: `Bearer ${holder}` };
    const path = `${url}/openai_passthrough/v1/responses/resp_1`;
    for (let read = 0; read < 3; read++) expect((await fetch(path, { headers })).status).toBe(200);
    expect((await fetch(`${path}/cancel`, { method: 'POST', headers })).status).toBe(200);
    const rows = async () =>
      (await get(`/spend/logs?api_key=${holder}`)).body as unknown as { spend: number; total_tokens: number }[];
    await expect.poll(async () => (await rows()).length, { timeout: 20_000 }).toBe(6);
    expect(
      (await rows())
        .map(({ spend, total_tokens }) => [spend, total_tokens])
        .filter(([spend, tokens]) => spend !== 0 || tokens !== 0),
    ).toEqual([[0.02, 0]]);
    expect(await spent()).toBeCloseTo(0.02, 6);
  });
});

import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { MASTER_KEY, openAiModel, startGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000 });

test('whom a body names that goes through is blocked, held to their budget and charged, as on other ways', async () => {
  await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  await using gateway = await startGateway({
    model_list: [openAiModel('gpt', upstream.url)],
    general_settings: {
      master_key: MASTER_KEY,
      pass_through_endpoints: [
        { path: '/own', target: `${upstream.url}/v1/chat/completions`, auth: true, cost_per_request: 0.02 },
      ],
    },
    litellm_settings: { max_end_user_budget: 0.03 },
  });
  const { done, key, get, post } = manager(() => gateway);
  const holder = await key();
  await done('/customer/block', { user_ids: ['blocked'] });
  const said = [
    { user: 'blocked' },
    { metadata: { user_id: 'blocked' } },
    { litellm_metadata: { user: 'blocked' } },
    { safety_identifier: 'blocked' },
  ];
  for (const body of said) expect((await post('/own', body, holder)).status).toBe(400);
  expect(upstream.requests).toEqual([]);
  const body = { model: 'x', user: 'müller', text: '\u{1F600}'.repeat(50_000) };
  const statuses = [
    await post('/own', body, holder),
    await post('/own', body, holder),
    await post('/own', body, holder),
  ];
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(upstream.requests.map((request) => request.body)).toEqual([body, body]);
  const customer = async () => (await get(`/customer/info?end_user_id=${encodeURIComponent('müller')}`)).body.spend;
  await expect.poll(customer, { timeout: 20_000 }).toBeCloseTo(0.04, 6);
  // What is no JSON goes through as it came, and names nobody.
  const bytes = new Uint8Array([0, 255, 123, 34]);
  for (const type of ['application/octet-stream', 'application/json']) {
    const sent = await fetch(`${gateway.url}/own`, {
      method: 'POST',
      headers: { authorization: `Bearer ${holder}`, 'content-type': type },
      body: bytes,
    });
    expect(sent.status).toBe(200);
    expect([...(upstream.requests.at(-1)?.bytes ?? [])]).toEqual([...bytes]);
  }
});

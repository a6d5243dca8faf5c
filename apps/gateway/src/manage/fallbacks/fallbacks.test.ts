import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let broken: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  broken = await startScriptedUpstream(() => ({ status: 500, json: { error: { message: 'broken' } } }));
  gateway = await startGateway(configuration({}));
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([upstream, broken].map((one) => one[Symbol.asyncDispose]()));
});

function configuration(routing: object): object {
  return {
    model_list: [openAiModel('broken', broken.url), openAiModel('gpt', upstream.url)],
    general_settings: { master_key: MASTER_KEY, store_model_in_db: true },
    router_settings: { num_retries: 0, ...routing },
  };
}

const { done, post, get, call } = manager(() => gateway);

async function remove(model: string, query = ''): Promise<number> {
  const headers = { authorization: `Bearer ${MASTER_KEY}` };
  return (await fetch(`${gateway.url}/fallback/${model}${query}`, { method: 'DELETE', headers })).status;
}

test('a fallback that is set stands in at once, is told, changed and taken away', async () => {
  expect((await call(MASTER_KEY, 'broken')).status).toBe(500);
  expect(await done('/fallback', { model: 'broken', fallback_models: ['gpt'] })).toMatchObject({
    model: 'broken',
    fallback_models: ['gpt'],
    fallback_type: 'general',
    message: 'Fallback configuration created successfully',
  });
  expect((await call(MASTER_KEY, 'broken')).status).toBe(200);
  expect((await get('/fallback/broken')).body).toMatchObject({ fallback_models: ['gpt'] });
  expect((await done('/fallback', { model: 'broken', fallback_models: ['gpt'] })).message).toContain('updated');
  expect([
    await remove('broken', '?fallback_type=context_window'),
    await remove('broken'),
    await remove('broken'),
  ]).toEqual([404, 200, 404]);
  expect([(await call(MASTER_KEY, 'broken')).status, (await get('/fallback/broken')).status]).toEqual([500, 404]);
});

test.each([
  [{ fallback_models: ['gpt'] }, 400, 'model'],
  [{ model: 'nobody', fallback_models: ['gpt'] }, 404, 'model'],
  [{ model: 'gpt', fallback_models: [] }, 400, 'fallback_models'],
  [{ model: 'gpt', fallback_models: ['nobody'] }, 400, 'fallback_models'],
  [{ model: 'gpt', fallback_models: ['gpt'] }, 400, 'fallback_models'],
  [{ model: 'gpt', fallback_models: ['broken'], fallback_type: 'any' }, 400, 'fallback_type'],
])('%j is refused with %s for %s', async (body, status, param) => {
  expect(await post('/fallback', body)).toMatchObject({ status, body: { error: { param } } });
});

test('what the file says of fallbacks is changed there alone', async () => {
  await gateway.rewriteConfig(configuration({ fallbacks: [{ broken: ['gpt'] }] }));
  await expect.poll(async () => (await get('/fallback/broken')).status, { timeout: 60_000 }).toBe(200);
  expect((await post('/fallback', { model: 'gpt', fallback_models: ['broken'] })).status).toBe(400);
  expect(await remove('broken')).toBe(400);
  expect((await call(MASTER_KEY, 'broken')).status).toBe(200);
});

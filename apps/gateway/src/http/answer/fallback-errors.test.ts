import { openAiChunks, openAiCompletion, openAiError, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const HEADER = 'x-litellm-fallback-errors';

let broken: Awaited<ReturnType<typeof startScriptedUpstream>>;
let good: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
const config = (general: object) => ({
  model_list: [openAiModel('first', broken.url), openAiModel('second', broken.url), openAiModel('third', good.url)],
  general_settings: { master_key: MASTER_KEY, ...general },
  router_settings: { num_retries: 0, disable_cooldowns: true, fallbacks: [{ first: ['second', 'third'] }] },
});

beforeAll(async () => {
  broken = await startScriptedUpstream([{ status: 500, json: openAiError('Größenwahn') }]);
  good = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream === true ? { sse: openAiChunks() } : { json: openAiCompletion() },
  );
  gateway = await startGateway(config({ expose_fallback_errors_to_caller: true }));
});

afterAll(async () => {
  await gateway.stop();
  await broken.close();
  await good.close();
});

const wanted = { include_fallback_errors: true };

test('a caller who asks for it is told why others had to stand in', async () => {
  const answer = await gateway.post(ask('first', wanted));
  const told = JSON.parse(answer.headers.get(HEADER) ?? '') as object[];
  const error = { message: expect.stringContaining('Größenwahn') as string, code: '500' };
  expect(told).toMatchObject([error, error]);
  expect(answer.headers.get('x-litellm-attempted-fallbacks')).toBe('2');
  expect(good.requests.at(-1)?.body).not.toHaveProperty('include_fallback_errors');
});

test('a stream begins with it', async () => {
  const answer = await gateway.post(ask('first', { ...wanted, stream: true }));
  const [first = '', second = ''] = (await answer.text()).split('\n\n');
  expect(JSON.parse(first.slice('data: '.length))).toMatchObject({
    id: 'litellm-fallback-metadata',
    choices: [],
    litellm_fallback: { fallback_model: 'third', errors: [{ code: '500' }, { code: '500' }] },
  });
  expect(JSON.parse(second.slice('data: '.length))).toMatchObject({ object: 'chat.completion.chunk' });
});

test('nobody else is', async () => {
  const unasked = await gateway.post(ask('first'));
  const unneeded = await gateway.post(ask('third', wanted));
  expect([unasked.headers.get(HEADER), unneeded.headers.get(HEADER)]).toEqual([null, null]);
  await using closed = await startGateway(config({}));
  expect((await closed.post(ask('first', wanted))).headers.get(HEADER)).toBeNull();
});

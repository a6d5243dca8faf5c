import { openAiCompletion, openAiError, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const vectors = {
  object: 'list',
  data: [{ object: 'embedding', index: 0, embedding: [1] }],
  model: 'e',
  usage: { prompt_tokens: 1, total_tokens: 1 },
};

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;

beforeAll(async () => {
  upstream = await startScriptedUpstream(({ path, body }) => {
    if (path.endsWith('/embeddings')) return { json: vectors };
    const { model } = body as { model: string };
    return model === 'broken' ? { status: 401, json: openAiError('no such key') } : { json: openAiCompletion() };
  });
  const model = (name: string, vendorModel: string, model_info: object = {}): object => ({
    ...openAiModel(name, upstream.url, { model: `openai/${vendorModel}` }),
    model_info: { id: `id-of-${name}`, ...model_info },
  });
  gateway = await startGateway({
    model_list: [
      model('good', 'gpt-5.4', { health_check_max_tokens: 20 }),
      model('bad', 'broken'),
      model('vectors', 'text-embedding-3-small', { mode: 'embedding' }),
      model('any/*', '*', { health_check_model: 'any/gpt-4o-mini' }),
      model('sound', 'whisper-1', { mode: 'audio_transcription' }),
    ],
    router_settings: { num_retries: 2, fallbacks: [{ bad: ['good'] }] },
  });
});

afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

interface Told {
  readonly healthy_endpoints: readonly { readonly model_id: string }[];
  readonly unhealthy_endpoints: readonly { readonly model_id: string; readonly error: string }[];
}

async function health(query: string): Promise<Told> {
  const before = await gateway.get(`/health${query}`);
  expect(before.status).toBe(200);
  return (await before.json()) as Told;
}

test('health asks nobody by itself, and each model once where an administrator wants it', async () => {
  await health('');
  expect(upstream.requests).toHaveLength(0);
  const told = await health('?probe=true');
  expect(told.unhealthy_endpoints).toMatchObject([
    { model_id: 'id-of-bad', error: expect.stringContaining('key') as string },
  ]);
  expect(told.healthy_endpoints).toHaveLength(4);
  const asked = upstream.requests.map(({ path, body }) => `${path} ${(body as { model: string }).model}`);
  expect(asked.toSorted()).toEqual([
    '/v1/chat/completions broken',
    '/v1/chat/completions gpt-4o-mini',
    '/v1/chat/completions gpt-5.4',
    '/v1/embeddings text-embedding-3-small',
  ]);
  const good = upstream.requests.find(({ body }) => (body as { model: string }).model === 'gpt-5.4');
  expect(good?.body).toMatchObject({ max_completion_tokens: 20 });
  const rows = async () => (await (await gateway.get('/spend/logs')).json()) as { model_group: string }[];
  await expect.poll(async () => (await rows()).length, { timeout: 15_000 }).toBe(4);
});

test('one model may be asked about alone', async () => {
  const before = upstream.requests.length;
  expect(await health('?probe=true&model=good')).toMatchObject({
    healthy_count: 1,
    healthy_endpoints: [{ model_id: 'id-of-good' }],
    unhealthy_count: 0,
  });
  expect(upstream.requests.length - before).toBe(1);
  expect(await health('?model_id=id-of-bad')).toMatchObject({ healthy_count: 0, unhealthy_count: 1 });
});

test('nobody but an administrator spends by it', async () => {
  const made = await gateway.postTo('/key/generate', {});
  const { key } = (await made.json()) as { key: string };
  const before = upstream.requests.length;
  for (const [headers, status] of [
    [{}, 401],
    [{ authorization: `Bearer ${key}` }, 403],
    [{ authorization: `Bearer ${MASTER_KEY}x` }, 401],
  ] as const) {
    expect((await fetch(`${gateway.url}/health?probe=true`, { headers })).status).toBe(status);
  }
  expect(upstream.requests.length).toBe(before);
});

import { openAiCompletion, startScriptedUpstream, type ScriptedUpstream } from '@showrunner/testkit';
import { AzureOpenAI } from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

let upstream: ScriptedUpstream;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }) => ({
    json: openAiCompletion({ text: (body as { model: string }).model }),
  }));
  gateway = await startGateway(
    {
      model_list: [
        openAiModel('m', upstream.url, { model: 'openai/m', extra_body: { top_k: 4, chat_template_kwargs: { a: 1 } } }),
        openAiModel('org/größe', upstream.url, { model: 'openai/other' }),
        { ...openAiModel('vectors', upstream.url), model_info: { mode: 'embedding', access_groups: ['beta'] } },
        openAiModel('ears', upstream.url, { model: 'whisper-1' }),
        { ...openAiModel('films', upstream.url), model_info: { mode: 'video_generation' } },
        { ...openAiModel('nightly', upstream.url), model_info: { mode: 'batch' } },
      ],
    },
    { SERVER_ROOT_PATH: '/llm/' },
  );
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const post = async (path: string, body: object): Promise<{ status: number; text: string }> => {
  const headers = { 'api-key': MASTER_KEY, 'content-type': 'application/json' };
  const answer = await fetch(gateway.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
};

describe('the path may name the model', () => {
  const { messages } = ask('m');

  test.each([
    ['/openai/deployments/m/chat/completions?api-version=2024-10-21', 'm'],
    ['/openai/deployments/m/chat/completions', 'm'],
    ['/engines/m/chat/completions', 'm'],
    ['/v1/engines/m/chat/completions', 'm'],
    ['/openai/deployments/org/gr%C3%B6%C3%9Fe/chat/completions?api-version=v', 'other'],
    ['/openai/deployments/org%2Fgr%C3%B6%C3%9Fe/chat/completions', 'other'],
    ['/llm/openai/deployments/m/chat/completions?api-version=v', 'm'],
  ])('%s', async (path, sent) => {
    expect((await post(path, { messages })).status).toBe(200);
    expect(upstream.requests.at(-1)?.body).toMatchObject({ model: sent });
  });

  test('and counts over the body', async () => {
    await post('/engines/m/chat/completions', { messages, model: 'org/größe' });
    expect(upstream.requests.at(-1)?.body).toMatchObject({ model: 'm' });
  });

  test.each([
    ['/openai/deployments/nobody/chat/completions', 400],
    ['/openai/deployments/%E0%A4%A/chat/completions', 400],
    // They would go through to OpenAI, for which there is no key here.
    ['/openai/deployments/m/unknown', 501],
    ['/openai/deployments//chat/completions', 501],
  ])('%s is %s', async (path, status) => {
    expect((await post(path, { messages })).status).toBe(status);
  });

  test("Azure's client is served", async () => {
    const client = new AzureOpenAI({
      endpoint: gateway.url,
      apiKey: MASTER_KEY,
      apiVersion: '2024-10-21',
      maxRetries: 0,
    });
    const answer = await client.chat.completions.create({ model: 'm', messages });
    expect(answer.choices[0]?.message.content).toBe('m');
  });
});

test('what a proxy leaves before the path is no part of it', async () => {
  for (const path of ['/llm/v1/chat/completions', '/llm/chat/completions?x=1', '/v1/chat/completions']) {
    expect((await post(path, ask('m'))).status).toBe(200);
  }
  const models = await gateway.get('/llm/v1/models');
  expect([models.status, (await gateway.get('/metrics/')).status]).toEqual([200, 200]);
});

describe('extra_body', () => {
  test('of a deployment and of a request is part of the body; what stands beside it counts', async () => {
    await post('/v1/chat/completions', ask('m', { extra_body: { top_k: 9, min_p: 0.1, model: 'other' } }));
    expect(upstream.requests.at(-1)?.body).toEqual({
      ...ask('m'),
      top_k: 9,
      min_p: 0.1,
      chat_template_kwargs: { a: 1 },
    });
  });

  test.each([
    ['a key', { api_key: 'sk-mine' }, 'api_key'],
    ['an address', { api_base: 'http://evil.example' }, 'api_base'],
    ['a wrong value', { temperature: 'hot' }, 'temperature'],
    ['another one', { extra_body: {} }, 'extra_body.extra_body'],
    ['text', 'x', 'extra_body'],
  ])('may not hold %s', async (_, extra, param) => {
    const { status, text } = await post('/v1/chat/completions', ask('m', { extra_body: extra }));
    expect([status, (JSON.parse(text) as { error: { param: string } }).error.param]).toEqual([400, param]);
  });
});

test('store is sent, as all members of the API', async () => {
  await post('/v1/chat/completions', ask('m', { store: true, metadata: { team: 'a' } }));
  const body = upstream.requests.at(-1)?.body as Record<string, unknown>;
  expect([body.store, body.metadata]).toEqual([true, undefined]);
});

test('each model says what it is for, and a kind that is not served is told', async () => {
  const { data } = (await (await gateway.get('/v1/models')).json()) as { data: { id: string; mode: string }[] };
  expect(Object.fromEntries(data.map(({ id, mode }) => [id, mode]))).toEqual({
    m: 'chat',
    'org/größe': 'chat',
    vectors: 'embedding',
    ears: 'audio_transcription',
    films: 'video_generation',
    nightly: 'batch',
  });
  expect(gateway.logs.filter((line) => line.includes('not served here yet'))).toEqual([
    expect.stringContaining('model_list[4].model_info.mode'),
  ]);
});

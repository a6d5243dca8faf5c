import { generateKeyPairSync } from 'node:crypto';
import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Google's documented answer ("GenerateContentResponse" of Vertex AI, 2026-11). */
const piece = (parts: object[], finishReason?: string): object => ({
  candidates: [{ content: { role: 'model', parts }, ...(finishReason !== undefined && { finishReason }) }],
  usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 4, totalTokenCount: 14, trafficType: 'ON_DEMAND' },
  modelVersion: 'gemini-2.5-pro',
  responseId: 'abc',
});
const whole = piece([{ text: 'Grüße' }], 'STOP');
const call = piece([{ functionCall: { name: 'weather', args: { city: 'Wien' } }, thoughtSignature: 'c2ln' }], 'STOP');
const place = '/v1/projects/my-project/locations/europe-west1/publishers/google/models';

async function start(answers: readonly Behaviour[], params: object = {}) {
  let next = 0;
  const google = await startScriptedUpstream(({ path }) => {
    if (path === '/token') return { json: { access_token: 'ya29.test', expires_in: 3600 } };
    return answers[next++] ?? { status: 500, json: {} };
  });
  const credentials = {
    type: 'service_account',
    project_id: 'my-project',
    client_email: `gemini@${new URL(google.url).port}.iam.gserviceaccount.com`,
    private_key_id: 'k1',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    token_uri: `${google.url}/token`,
  };
  const litellm_params = {
    model: 'vertex_ai/gemini-2.5-pro',
    api_base: google.url,
    vertex_location: 'europe-west1',
    vertex_credentials: JSON.stringify(credentials),
    input_cost_per_token: 1,
    output_cost_per_token: 2,
    ...params,
  };
  const gateway = await startGateway({
    model_list: [{ model_name: 'm', litellm_params }],
    router_settings: { num_retries: 0 },
  });
  return {
    gateway,
    litellm_params,
    asked: () => google.requests.filter(({ path }) => path !== '/token'),
    tokens: () => google.requests.filter(({ path }) => path === '/token').length,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await google.close();
    },
  };
}

async function streamed(gateway: StartedGateway): Promise<string> {
  let text = '';
  for await (const chunk of await gateway.openai.chat.completions.create({ ...ask('m'), stream: true })) {
    text += chunk.choices[0]?.delta.content ?? '';
  }
  return text;
}

test('Gemini at Vertex is asked as a service account, whole and in pieces, with one token', async () => {
  const pieces = [piece([{ text: 'Grü' }]), piece([{ text: 'ße' }], 'STOP')];
  await using started = await start([{ json: whole }, { sse: pieces, done: false }]);
  const answer = await started.gateway.post(ask('m'));
  expect(await answer.json()).toMatchObject({
    model: 'm',
    choices: [{ message: { content: 'Grüße' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 4 },
  });
  expect(answer.headers.get('x-litellm-response-cost')).toBe('18');
  expect(await streamed(started.gateway)).toBe('Grüße');
  const [plain, stream] = started.asked();
  expect(plain).toMatchObject({ path: `${place}/gemini-2.5-pro:generateContent` });
  expect(plain?.headers.authorization).toBe('Bearer ya29.test');
  expect(plain?.headers).not.toHaveProperty('x-goog-api-key');
  expect(stream?.path).toBe(`${place}/gemini-2.5-pro:streamGenerateContent?alt=sse`);
  expect(started.tokens()).toBe(1);
});

test('tools go with the signature of the thought, a schema and thinking in Gemini’s words', async () => {
  await using started = await start([{ json: call }, { json: whole }, { json: piece([{ text: '{"a":1}' }], 'STOP') }]);
  const { openai } = started.gateway;
  const tools = [
    {
      type: 'function' as const,
      function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
    },
  ];
  const question = { role: 'user' as const, content: 'Wetter?' };
  const first = await openai.chat.completions.create({ model: 'm', messages: [question], tools });
  const message = first.choices[0]?.message;
  if (!message) throw new Error('nothing was answered');
  expect(message.tool_calls).toMatchObject([{ function: { name: 'weather', arguments: '{"city":"Wien"}' } }]);
  const result = { role: 'tool' as const, tool_call_id: message.tool_calls?.[0]?.id ?? '', content: 'Regen' };
  await openai.chat.completions.create({ model: 'm', messages: [question, message, result], tools });
  const sent = started.asked()[1]?.body as { contents: { parts: object[] }[] };
  expect(sent.contents[1]?.parts).toMatchObject([{ functionCall: { name: 'weather' }, thoughtSignature: 'c2ln' }]);
  expect(JSON.stringify(sent)).not.toContain('"id"');
  const schema = { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] };
  await openai.chat.completions.create({
    model: 'm',
    messages: [question],
    reasoning_effort: 'low',
    response_format: { type: 'json_schema', json_schema: { name: 'x', schema } },
  });
  expect(started.asked()[2]?.body).toMatchObject({
    generationConfig: { responseMimeType: 'application/json', thinkingConfig: { thinkingBudget: 1024 } },
  });
});

test('Anthropic’s clients and responses reach it by a chat, and tokens are estimated', async () => {
  await using started = await start([{ json: whole }, { json: whole }]);
  const { anthropic, openai } = started.gateway;
  const messages = [{ role: 'user' as const, content: 'Hallo' }];
  expect(await anthropic.messages.create({ model: 'm', max_tokens: 9, messages })).toMatchObject({
    content: [{ type: 'text', text: 'Grüße' }],
  });
  expect((await openai.responses.create({ model: 'm', input: 'Hallo' })).output_text).toBe('Grüße');
  expect((await anthropic.messages.countTokens({ model: 'm', messages })).input_tokens).toBeGreaterThan(0);
  expect(started.asked()).toHaveLength(2);
});

test('a wildcard serves Claude by Anthropic’s wire and Gemini by Google’s, and a tuned model is an endpoint', async () => {
  const claude = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'c',
    content: [{ type: 'text', text: 'Hi' }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
  await using started = await start([{ json: claude }, { json: whole }, { json: whole }], { model: 'vertex_ai/*' });
  await using wild = await startGateway({
    model_list: [{ model_name: 'vertex_ai/*', litellm_params: started.litellm_params }],
  });
  for (const name of ['claude-sonnet-4-6', 'gemini-2.0-flash', '1234567890']) {
    expect((await wild.post(ask(`vertex_ai/${name}`))).status).toBe(200);
  }
  expect(started.asked().map(({ path }) => path.replace(/^.*locations\/[\w-]+/, ''))).toEqual([
    '/publishers/anthropic/models/claude-sonnet-4-6:rawPredict',
    '/publishers/google/models/gemini-2.0-flash:generateContent',
    '/endpoints/1234567890:generateContent',
  ]);
});

test('what Google refuses is the router’s to act on', async () => {
  const error = { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded.' };
  await using started = await start([{ status: 429, json: { error } }]);
  const answer = await started.gateway.post(ask('m'));
  expect([answer.status, await answer.json()]).toMatchObject([429, { error: { type: 'throttling_error' } }]);
});

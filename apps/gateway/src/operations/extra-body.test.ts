import { anthropicMessage, openAiCompletion, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MASTER_KEY, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

/** What a vendor answers, by the end of its path. */
const answers: Readonly<Record<string, Behaviour>> = {
  'chat/completions': { json: openAiCompletion() },
  completions: {
    json: {
      id: 'c',
      object: 'text_completion',
      created: 1,
      model: 'x',
      choices: [{ index: 0, text: 'a', finish_reason: 'stop' }],
      usage,
    },
  },
  embeddings: {
    json: { object: 'list', data: [{ object: 'embedding', index: 0, embedding: [1] }], model: 'x', usage },
  },
  'images/generations': { json: { created: 1, data: [{ b64_json: 'aa' }] } },
  'audio/speech': { raw: 'sound', headers: { 'content-type': 'audio/mpeg' } },
  'audio/transcriptions': { json: { text: 'x' } },
  moderations: { json: { id: 'm', model: 'x', results: [{ flagged: false }] } },
  responses: {
    json: {
      id: 'resp_1',
      object: 'response',
      status: 'completed',
      model: 'x',
      output: [],
      usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
    },
  },
  messages: { json: anthropicMessage() },
  rerank: {
    json: { id: 'r', results: [{ index: 0, relevance_score: 1 }], meta: { billed_units: { search_units: 1 } } },
  },
};

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;

beforeAll(async () => {
  upstream = await startScriptedUpstream(({ path }) => {
    const kind = Object.keys(answers).find((end) => path.endsWith(`/${end}`)) ?? '';
    return answers[kind] ?? { status: 404, json: {} };
  });
  const model = (name: string, vendorModel: string, version = '/v1'): object => ({
    model_name: name,
    litellm_params: {
      model: vendorModel,
      api_key: 'k',
      api_base: upstream.url + version,
      baz: 'beside-it',
      extra_body: { foo: { bar: 1 }, baz: 'of-the-file' },
    },
  });
  gateway = await startGateway({
    model_list: [
      model('gpt', 'openai/gpt-4o'),
      model('groq', 'groq/llama-3.3-70b-versatile'),
      model('vectors', 'openai/text-embedding-3-small'),
      model('picture', 'openai/gpt-image-1'),
      model('speech', 'openai/tts-1'),
      model('text', 'openai/whisper-1'),
      model('moderation', 'openai/omni-moderation-latest'),
      model('prompt', 'text-completion-openai/gpt-3.5-turbo-instruct'),
      model('claude', 'anthropic/claude-sonnet-4-6', ''),
      model('rerank', 'cohere/rerank-v3.5', ''),
    ],
    router_settings: { num_retries: 0 },
  });
});

afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const messages = [{ role: 'user', content: 'Hi' }];

// What a caller of Anthropic's wire says beside it is for a vendor of that wire alone.
test.each<[path: string, model: string, members: object, told?: string]>([
  ['/v1/chat/completions', 'gpt', { messages }],
  ['/v1/chat/completions', 'claude', { messages }],
  ['/v1/completions', 'prompt', { prompt: 'Hi' }],
  ['/v1/completions', 'gpt', { prompt: 'Hi' }],
  ['/v1/embeddings', 'vectors', { input: 'Hi' }],
  ['/v1/images/generations', 'picture', { prompt: 'Hi' }],
  ['/v1/audio/speech', 'speech', { input: 'Hi', voice: 'alloy' }],
  ['/v1/moderations', 'moderation', { input: 'Hi' }],
  ['/v1/responses', 'gpt', { input: 'Hi' }],
  ['/v1/responses', 'groq', { input: 'Hi' }],
  ['/v1/messages', 'claude', { messages, max_tokens: 9 }],
  ['/v1/messages', 'gpt', { messages, max_tokens: 9 }, 'of-the-file'],
  ['/v1/messages', 'groq', { messages, max_tokens: 9 }, 'of-the-file'],
  ['/v1/rerank', 'rerank', { query: 'Hi', documents: ['a'] }],
])('extra_body of a deployment is in what is asked: %s of %s', async (path, model, members, told = 'of-the-caller') => {
  const asked = { model, ...members };
  expect((await gateway.postTo(path, asked)).status).toBe(200);
  expect(upstream.requests.at(-1)?.body).toMatchObject({ foo: { bar: 1 }, baz: 'of-the-file' });
  expect(upstream.requests.at(-1)?.body).not.toHaveProperty('extra_body');
  expect((await gateway.postTo(path, { ...asked, extra_body: { baz: 'of-the-caller' } })).status).toBe(200);
  expect(upstream.requests.at(-1)?.body).toMatchObject({ foo: { bar: 1 }, baz: told });
});

test('a form has what of it can stand in a form', async () => {
  const form = new FormData();
  form.append('model', 'text');
  form.append('file', new Blob(['abc']), 'a.wav');
  const headers = { authorization: `Bearer ${MASTER_KEY}` };
  const answer = await fetch(`${gateway.url}/v1/audio/transcriptions`, { method: 'POST', headers, body: form });
  expect(answer.status).toBe(200);
  const sent = String(upstream.requests.at(-1)?.body);
  expect(sent).toMatch(/name="baz"\r\n\r\nof-the-file\r\n/);
  expect(sent).not.toContain('name="foo"');
});

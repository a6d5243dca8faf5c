import { join } from 'node:path';
import {
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  startServer,
  type Behaviour,
} from '@showrunner/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { espressoAnswer } from '../testing/espresso.ts';

// What stands at LITELLM_BASE_URL and is no gateway, or a broken one, seen from outside.

const SECRET = 'sk-gateway-secret-of-ours';
const fine = JSON.stringify(espressoAnswer);
const models: Behaviour = { json: { data: [{ model_name: 'default', model_info: { mode: 'chat' } }] } };

let chat: Behaviour;
let list: Behaviour;
/** Where each ask gets another answer. */
let gatewayAnswers: (() => Behaviour) | undefined;
let api: Awaited<ReturnType<typeof startServer>>;
let gateway: Awaited<ReturnType<typeof startScriptedUpstream>>;
let elsewhere: Awaited<ReturnType<typeof startScriptedUpstream>>;

beforeAll(async () => {
  elsewhere = await startScriptedUpstream([{ json: openAiCompletion({ text: fine }) }]);
  gateway = await startScriptedUpstream(({ method }) => (method === 'POST' ? (gatewayAnswers?.() ?? chat) : list));
  api = await startServer(join(import.meta.dirname, '../main.ts'), {
    args: ['--port', '0'],
    env: {
      LITELLM_BASE_URL: gateway.url,
      LITELLM_API_KEY: SECRET,
      MPC_API_KEY: 'sk-mine-alone',
      NODE_ENV: 'production',
    },
  });
});
afterAll(async () => {
  await api.stop();
  await Promise.all([gateway.close(), elsewhere.close()]);
});
beforeEach(() => {
  list = models;
  gatewayAnswers = undefined;
});

async function ask(more: object = {}): Promise<{ status: number; text: string; error: Record<string, unknown> }> {
  const response = await fetch(`${api.url}/generate/script`, {
    method: 'POST',
    headers: { 'x-api-key': 'sk-mine-alone', 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'How espresso works', cache: false, deadline_ms: 5_000, ...more }),
  });
  const text = await response.text();
  const frame = /^event: failed\ndata: (.*)$/m.exec(text)?.[1];
  const { error = {} } = JSON.parse(frame ?? text) as { error?: Record<string, unknown> };
  return { status: response.status, text, error };
}

const lies: readonly (readonly [string, Behaviour, string])[] = [
  ['a page of HTML', { raw: '<html><body>Welcome to nginx!</body></html>' }, 'LLM_ERROR'],
  ['nothing', { raw: '' }, 'LLM_ERROR'],
  ['JSON that is no completion', { json: { hello: 'world' } }, 'LLM_ERROR'],
  ['choices that are none', { json: { choices: 'none' } }, 'LLM_ERROR'],
  ['a list', { json: [1, 2] }, 'LLM_ERROR'],
  ['an error with status 200', { json: { error: { message: 'out of memory', code: 500 } } }, 'LLM_ERROR'],
  ['half an answer', { json: openAiCompletion({ text: fine }), cutAfter: 300 }, 'SERVICE_UNAVAILABLE'],
  [
    'half an answer that says it is whole',
    { raw: JSON.stringify(openAiCompletion({ text: fine })).slice(0, 300) },
    'LLM_ERROR',
  ],
  ['more than any model writes', { raw: 'x'.repeat(17 * 1024 * 1024) }, 'LLM_ERROR'],
  [
    'a refusal of our key, with the key',
    { status: 401, json: { error: { message: `Invalid key ${SECRET}`, type: SECRET } } },
    'LLM_ERROR',
  ],
  [
    'a stack of its own',
    { status: 500, raw: 'Traceback (most recent call last):\n  File "/app/litellm/proxy.py", line 9' },
    'LLM_ERROR',
  ],
  ['an error as a text', { status: 500, json: { error: 'Internal Server Error' } }, 'LLM_ERROR'],
  ['a status that is none', { status: 299, json: openAiCompletion({ text: fine }) }, 'LLM_ERROR'],
  ['nothing ever', { hang: true }, 'GATEWAY_TIMEOUT'],
  [
    'headers and nothing else',
    { json: openAiCompletion({ text: fine }), cutAfter: 10, afterwards: 'hang' },
    'GATEWAY_TIMEOUT',
  ],
  ['a reset', { reset: true }, 'SERVICE_UNAVAILABLE'],
];
const statuses: Readonly<Record<string, number>> = { LLM_ERROR: 502, SERVICE_UNAVAILABLE: 503, GATEWAY_TIMEOUT: 504 };

function expectClean(text: string): void {
  for (const own of [SECRET, import.meta.dirname, 'node_modules', '.ts:', '    at ', '/app/'])
    expect(text).not.toContain(own);
}

describe('a gateway that answers with', () => {
  it.each(lies)('%s is told in the documented words, plain and streamed', async (_lie, behaviour, code) => {
    chat = behaviour;
    for (const form of [{ deadline_ms: 2_000 }, { deadline_ms: 2_000, stream: true }]) {
      const { status, text, error } = await ask(form);
      expect(error).toMatchObject({ code, statusCode: statuses[code] });
      expect('stream' in form ? [200, statuses[code]] : [statuses[code]]).toContain(status);
      expectClean(text);
    }
  });

  it('a connection that was closed while the request was sent is asked again over another, once', async () => {
    let asks = 0;
    gatewayAnswers = () => (asks++ === 0 ? { reset: true } : { json: openAiCompletion({ text: fine }) });
    expect(await ask()).toMatchObject({ status: 200 });
    expect(asks).toBe(2);
    asks = 0;
    gatewayAnswers = () => (asks++, { reset: true });
    expect(await ask()).toMatchObject({ status: 503 });
    expect(asks).toBe(2);
  });

  it('a redirect is not followed, and our key stays here', async () => {
    chat = { status: 307, headers: { location: `${elsewhere.url}/v1/chat/completions` }, raw: '' };
    expect(await ask()).toMatchObject({ status: 502, error: { code: 'LLM_ERROR' } });
    expect(elsewhere.requests).toEqual([]);
  });

  it('chunks that are none, in a stream, is a cut one', async () => {
    chat = { sse: ['data: {"choices":\n\n', 'data: hello\n\n', ...openAiChunks('{"title"').slice(0, 2)], done: false };
    const { text, error } = await ask({ stream: true });
    expect(error).toMatchObject({ code: 'LLM_ERROR', details: { retryable: true } });
    expectClean(text);
  });
});

describe('a list of models that is', () => {
  it.each([
    ['a page of HTML', { raw: '<html></html>' }],
    ['an error', { status: 500, json: { error: { message: `Invalid key ${SECRET}` } } }],
    ['no list', { json: { data: 7 } }],
    ['a list of nonsense', { json: { data: [null, 7, { model_name: 9, model_info: 'x' }] } }],
  ] as [string, Behaviour][])('%s is told or passed over, with nothing of ours in it', async (_lie, behaviour) => {
    list = behaviour;
    chat = { json: openAiCompletion({ text: fine }) };
    const response = await fetch(`${api.url}/models`, { headers: { 'x-api-key': 'sk-mine-alone' } });
    expect([200, 502, 503]).toContain(response.status);
    expectClean(await response.text());
  });
});

it('a gateway that is away is 503 that may be tried again, and health names it', async () => {
  await using alone = await startServer(join(import.meta.dirname, '../main.ts'), {
    args: ['--port', '0'],
    env: { LITELLM_BASE_URL: 'http://user:hunter2@127.0.0.1:9', LITELLM_API_KEY: SECRET, MPC_API_KEY: 'sk-mine-alone' },
  });
  const headers = { 'x-api-key': 'sk-mine-alone', 'content-type': 'application/json' };
  const asked = await fetch(`${alone.url}/generate/script`, { method: 'POST', headers, body: '{"prompt":"tea"}' });
  const text = await asked.text();
  expect(asked.status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ error: { details: { dependency: 'gateway', retryable: true } } });
  expect((await fetch(`${alone.url}/health/ready`)).status).toBe(503);
  const health = await (await fetch(`${alone.url}/health`, { headers })).text();
  expect(JSON.parse(health)).toMatchObject({ checks: { gateway: expect.anything() as unknown } });
  for (const own of [text, health]) {
    expectClean(own);
    expect(own).not.toContain('hunter2');
  }
});

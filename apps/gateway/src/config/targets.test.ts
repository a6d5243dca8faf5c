import { openAiCompletion, startScriptedUpstream, type ScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import { Router } from '../route/router.ts';
import { readConfig } from './load-config.ts';

let upstream: ScriptedUpstream;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }) => {
    const { model } = body as { model: string };
    return model === 'broken'
      ? { status: 500, json: { error: { message: 'no' } } }
      : { json: openAiCompletion({ text: model }) };
  });
  const broken = (name: string): object => openAiModel(name, upstream.url, { model: 'openai/broken' });
  gateway = await startGateway({
    model_list: [
      broken('to-an-id'),
      broken('to-one-of-two'),
      broken('to-a-changed-request'),
      broken('to-a-vendor-model'),
      broken('to-whatever-is-named'),
      { ...openAiModel('good', upstream.url, { model: 'openai/good' }), model_info: { id: 'good-1' } },
      { ...openAiModel('numbered', upstream.url, { model: 'openai/numbered' }), model_info: { id: 7 } },
      openAiModel('*', upstream.url, { model: '*' }),
      { ...openAiModel('out', upstream.url, { model: 'nlp_cloud/out' }), model_info: { id: 'out-1' } },
    ],
    router_settings: {
      num_retries: 0,
      fallbacks: [
        { 'to-an-id': ['good-1'] },
        { 'to-one-of-two': ['out-1', 'nlp_cloud/out', 'good-1'] },
        {
          'to-a-changed-request': [
            { model: 'good', messages: [{ role: 'user', content: 'instead' }], api_key: 'leaks', temperature: 0.5 },
          ],
        },
        { 'to-a-vendor-model': ['openai/good'] },
        { 'to-whatever-is-named': ['mistral/mistral-small', 'gpt-5.4'] },
      ],
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

async function said(model: string): Promise<string | undefined> {
  const body = (await (await gateway.post(ask(model))).json()) as { choices?: { message: { content: string } }[] };
  return body.choices?.[0]?.message.content;
}

test.each([
  ['the id of a deployment', 'to-an-id', 'good'],
  ['several, of which some are out of service', 'to-one-of-two', 'good'],
  ['a changed request', 'to-a-changed-request', 'good'],
  ["a vendor's model", 'to-a-vendor-model', 'good'],
  ['a name that a wildcard takes', 'to-whatever-is-named', 'mistral-small'],
])('a fallback may be %s', async (_, model, answer) => {
  expect(await said(model)).toBe(answer);
});

test('a fallback with members of its own changes the request, and brings no settings of a deployment', async () => {
  await said('to-a-changed-request');
  expect(upstream.requests.at(-1)?.body).toEqual({
    model: 'good',
    messages: [{ role: 'user', content: 'instead' }],
    temperature: 0.5,
  });
  const told = gateway.logs.filter((line) => line.includes('to-a-changed-request.api_key'));
  expect(told).toHaveLength(1);
});

test.each([
  ['gpt-5.4', 'gpt-5.4'],
  ['openai/gpt-5.4', 'gpt-5.4'],
  ['openrouter/z-ai/glm-5', 'z-ai/glm-5'],
  ['cerebras/llama-4', 'llama-4'],
])('where the model is * callers name the vendor: %s', async (asked, sent) => {
  expect(await said(asked)).toBe(sent);
});

test.each(['whatever', 'local/auto', 'nobody/model'])('%s names no vendor that callers may name', async (asked) => {
  const answer = await gateway.post(ask(asked));
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(`model=${asked}`)]);
});

test('only the entry that is out has an error', () => {
  const errors = gateway.logs
    .map((line) => JSON.parse(line) as { level: number | string; path?: string })
    .filter(({ level, path }) => path !== undefined && (level === 50 || level === 'error'));
  expect(errors.map(({ path }) => path)).toEqual(['model_list[8].litellm_params.model']);
});

test('a key for any vendor that callers name is the one of the environment', async () => {
  const { config } = await readConfig({
    from: { settings: { model_list: [{ model_name: '*', litellm_params: { model: '*' } }] } },
    environment: { ANTHROPIC_API_KEY: 'sk-ant', CEREBRAS_API_KEY: 'sk-cerebras' },
    lookUpModel: () => undefined,
  });
  if (!config) throw new Error('is not served');
  expect(config.findings).toEqual([]);
  const router = new Router(config);
  const named = (model: string) => router.resolve(model)?.deployments[0];
  expect(named('claude-opus-5')?.settings.apiKey).toBe('sk-ant');
  expect(named('cerebras/llama-4')).toMatchObject({ settings: { apiKey: 'sk-cerebras' }, vendorModel: 'llama-4' });
  expect(named('gpt-5.4')?.problem).toContain('OPENAI_API_KEY');
});

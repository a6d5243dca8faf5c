import { anthropicMessage, openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  anthropicModel,
  ask,
  MASTER_KEY,
  openAiModel,
  startGateway,
  type StartedGateway,
} from '../testing/start-gateway.ts';

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let all: StartedGateway;
let some: StartedGateway;

beforeAll(async () => {
  upstream = await startScriptedUpstream(({ path }) => ({
    json: path.endsWith('/messages') ? anthropicMessage() : openAiCompletion(),
  }));
  const model_list = [
    openAiModel('m', upstream.url, { extra_headers: { 'x-team': 'of-the-file' } }),
    openAiModel('other', upstream.url),
    anthropicModel('claude', upstream.url),
  ];
  const setting = { forward_client_headers_to_llm_api: true };
  all = await startGateway({ model_list, general_settings: { master_key: MASTER_KEY, ...setting } });
  const groups = { model_group_settings: { forward_client_headers_to_llm_api: ['oth*'] } };
  some = await startGateway({ model_list, litellm_settings: groups });
});

afterAll(async () => {
  await Promise.all([all.stop(), some.stop()]);
  await upstream.close();
});

const SAID = {
  'x-team': 'of-the-caller',
  'x-trace': 'abc',
  'x-stainless-os': 'Linux',
  'x-api-key': 'sk-ant-mine',
  'x-litellm-api-key': MASTER_KEY,
  'other-header': 'stays',
};

async function sentFor(gateway: StartedGateway, model: string): Promise<Record<string, unknown>> {
  expect((await gateway.post(ask(model), SAID)).status).toBe(200);
  return { ...upstream.requests.at(-1)?.headers };
}

test('headers of callers go on to vendors where the operator wants it, and keys never do', async () => {
  const sent = await sentFor(all, 'm');
  expect(sent).toMatchObject({ 'x-team': 'of-the-file', 'x-trace': 'abc', authorization: 'Bearer sk-upstream' });
  for (const name of ['x-stainless-os', 'x-api-key', 'x-litellm-api-key', 'other-header']) {
    expect(sent).not.toHaveProperty(name);
  }
  expect(await sentFor(all, 'claude')).toMatchObject({ 'x-trace': 'abc', 'x-api-key': 'sk-upstream' });
});

test('or for some models alone', async () => {
  expect(await sentFor(some, 'other')).toHaveProperty('x-trace', 'abc');
  expect(await sentFor(some, 'm')).not.toHaveProperty('x-trace');
});

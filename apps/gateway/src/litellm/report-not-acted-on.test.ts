import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';

test('each variable of LiteLLM that is set is acted on, or told once', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  const told = {
    SSL_VERIFY: 'False',
    WEB_CONCURRENCY: '4',
    LITELLM_MODE: 'PRODUCTION',
    LITELLM_LOCAL_MODEL_COST_MAP: 'True',
    REDIS_SSL: 'True',
    REDIS_CLUSTER_NODES: '[{"host": "redis-1", "port": 6379}]',
  };
  const acted = { LITELLM_LOG: 'INFO', OPENAI_ORGANIZATION: 'org-all', STORE_MODEL_IN_DB: 'True' };
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] }, { ...told, ...acted });
  expect((await gateway.post(ask('m'))).status).toBe(200);
  expect(upstream.requests[0]?.headers['openai-organization']).toBe(acted.OPENAI_ORGANIZATION);
  const lines = gateway.logs.filter((line) => line.includes('of LiteLLM'));
  const named = lines.map((line) => {
    const { variable, option } = JSON.parse(line) as { variable?: string; option?: string };
    return variable ?? option;
  });
  expect(new Set(named)).toEqual(new Set(Object.keys(told)));
  expect(named).toHaveLength(Object.keys(told).length);
});

test('a deployment says for itself as which organization it is called', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  const model = openAiModel('m', upstream.url, { organization: 'org-own' });
  await using gateway = await startGateway({ model_list: [model] }, { OPENAI_ORGANIZATION: 'org-all' });
  await gateway.post(ask('m'));
  expect(upstream.requests[0]?.headers['openai-organization']).toBe('org-own');
});

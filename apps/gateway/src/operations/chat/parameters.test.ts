import { startScriptedUpstream, openAiCompletion, type ScriptedUpstream } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { ask, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

/** A gateway with a model that does not reason, and what its vendor was sent. */
async function start(params: object = {}, more: object = {}): Promise<[StartedGateway, ScriptedUpstream]> {
  const upstream = await startScriptedUpstream(() => ({ json: openAiCompletion({ text: 'Grüße' }) }));
  const litellm_params = { model: 'openai/gpt-4o', api_key: 'k', api_base: `${upstream.url}/v1`, ...params };
  const gateway = await startGateway({
    model_list: [
      { model_name: 'm', litellm_params },
      { model_name: 'team/*', litellm_params: { ...litellm_params, model: 'openai/*' } },
    ],
    ...more,
  });
  onTestFinished(async () => {
    await gateway.stop();
    await upstream.close();
  });
  return [gateway, upstream];
}

test.each(['reasoning_effort', 'verbosity'])('%s is refused for a model that has none, or left out', async (member) => {
  const [gateway, upstream] = await start();
  const refused = await gateway.post(ask('m', { [member]: 'low' }));
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: { param: member } });
  expect((await gateway.post(ask('m', { [member]: 'low', drop_params: true }))).status).toBe(200);
  expect(upstream.requests.at(-1)?.body).not.toHaveProperty(member);
  expect((await gateway.post(ask('m', { [member]: 'low', allowed_openai_params: [member] }))).status).toBe(200);
  expect(upstream.requests.at(-1)?.body).toHaveProperty(member, 'low');
});

test('what a deployment or a request will not have sent is not sent, and what it insists on is', async () => {
  const [gateway, upstream] = await start({
    additional_drop_params: ['seed', 'response_format.json_schema.strict'],
    allowed_openai_params: ['verbosity'],
  });
  const response_format = { type: 'json_schema', json_schema: { name: '標題', strict: true, schema: {} } };
  const asked = { seed: 1, verbosity: 'low', top_p: 0.5, response_format, additional_drop_params: ['top_p'] };
  expect((await gateway.post(ask('m', asked))).status).toBe(200);
  const sent = upstream.requests[0]?.body as Record<string, unknown>;
  expect(Object.keys(sent).toSorted()).toEqual(['messages', 'model', 'response_format', 'verbosity']);
  expect(sent.response_format).toEqual({ type: 'json_schema', json_schema: { name: '標題', schema: {} } });
});

test('completion_model answers whatever is asked for, and streams end with their usage where all do', async () => {
  const [gateway] = await start(
    { mock_response: '晴れ' },
    {
      general_settings: { completion_model: 'm', always_include_stream_usage: true },
    },
  );
  const answer = await gateway.post(ask('whatever'));
  expect(await answer.json()).toMatchObject({ model: 'm', choices: [{ message: { content: '晴れ' } }] });
  const stream = await gateway.openai.chat.completions.create({ ...ask('whatever'), stream: true });
  const usages = [];
  for await (const { usage } of stream) if (usage) usages.push(usage.total_tokens);
  expect(usages).toEqual([30]);
});

test('callers are told the name that they asked for as the group, and how long it may take as it was written', async () => {
  const [gateway] = await start(
    {},
    {
      router_settings: { timeout: 30, model_group_alias: { spitzname: 'm' } },
    },
  );
  const told = async (model: string, more: object = {}, headers: Record<string, string> = {}) => {
    const answer = await gateway.post(ask(model, more), headers);
    return [answer.headers.get('x-litellm-model-group'), answer.headers.get('x-litellm-timeout')];
  };
  expect(await told('m')).toEqual(['m', '30']);
  expect(await told('spitzname')).toEqual(['spitzname', '30']);
  expect(await told('team/gpt-4o-mini', { timeout: 20 })).toEqual(['team/gpt-4o-mini', '20']);
  expect(await told('team/模型')).toEqual(['team%2F%E6%A8%A1%E5%9E%8B', '30']);
});

test('whole answers say what was thought, and why they ended, in the words that callers know', async () => {
  const said = (message: object, finish_reason: string) => ({
    json: { choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }] },
  });
  const content = 'Das Wort "reasoning": 推論';
  await using upstream = await startScriptedUpstream([
    said({ content, reasoning: '推論' }, 'stop'),
    said({ content }, 'eos'),
  ]);
  const entry = (model_name: string, model: string) => ({
    model_name,
    litellm_params: { model, api_key: 'k', api_base: `${upstream.url}/v1` },
  });
  await using gateway = await startGateway({
    model_list: [entry('vllm', 'openai/own'), entry('other', 'deepinfra/own')],
  });
  expect(await (await gateway.post(ask('vllm'))).json()).toMatchObject({
    choices: [{ message: { content, reasoning_content: '推論' }, finish_reason: 'stop' }],
  });
  expect(await (await gateway.post(ask('other'))).json()).toMatchObject({
    choices: [{ message: { content }, finish_reason: 'stop' }],
  });
});

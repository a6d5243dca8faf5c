import {
  emptyPostgresDatabase,
  freePort,
  openAiChunks,
  openAiCompletion,
  requireTool,
  startScriptedUpstream,
} from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { startGateway } from '../../testing/start-gateway.ts';

function model(url: string): object {
  return { model_name: 'm', litellm_params: { model: 'groq/llama', api_key: 'sk-u', api_base: `${url}/v1` } };
}

test('a conversation goes on in another replica on the same Postgres, at once', requireTool('postgres'), async () => {
  await using upstream = await startScriptedUpstream([{ sse: openAiChunks('Ann') }, { json: openAiCompletion() }]);
  const env = { LITELLM_DATABASE_URL: await emptyPostgresDatabase() };
  await using one = await startGateway({ model_list: [model(upstream.url)] }, env);
  await using other = await startGateway({ model_list: [model(upstream.url)] }, env);
  const first = await one.openai.responses.stream({ model: 'm', input: 'Name? \0' }).finalResponse();
  const next = await other.openai.responses.create({ model: 'm', input: 'Again', previous_response_id: first.id });
  expect(upstream.requests[1]?.body).toMatchObject({ messages: [{ content: 'Name? \0' }, { content: 'Ann' }, {}] });
  await one.openai.responses.delete(next.id);
  await expect(other.openai.responses.retrieve(next.id)).rejects.toMatchObject({ status: 404 });
});

test('a database that is away costs no answer: it says that it is not kept', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }, { sse: openAiChunks('Hello') }]);
  const url = `postgres://nobody@127.0.0.1:${await freePort()}/none`;
  await using gateway = await startGateway({ model_list: [model(upstream.url)] }, { LITELLM_DATABASE_URL: url });
  const { openai } = gateway;
  const whole = await openai.responses.create({ model: 'm', input: 'a' });
  expect(whole).toMatchObject({ output_text: 'Hello', store: false });
  expect(await openai.responses.stream({ model: 'm', input: 'a' }).finalResponse()).toMatchObject({ store: false });
  await expect(openai.responses.retrieve(whole.id)).rejects.toMatchObject({ status: 503 });
  const next = openai.responses.create({ model: 'm', input: 'a', previous_response_id: whole.id });
  await expect(next).rejects.toMatchObject({ status: 503 });
});

test('whoever leaves in the middle has nothing kept, and the provider is told', async () => {
  const sse = openAiChunks('A long answer that nobody hears to its end');
  await using upstream = await startScriptedUpstream([{ sse, gapMs: 200 }]);
  await using gateway = await startGateway({ model_list: [model(upstream.url)] });
  const stream = await gateway.openai.responses.create({ model: 'm', input: 'a', stream: true });
  let id = '';
  for await (const event of stream) {
    if (event.type === 'response.created') ({ id } = event.response);
    if (event.type === 'response.output_text.delta') break;
  }
  await expect.poll(() => upstream.requests[0]?.aborted, { timeout: 15_000 }).toBe(true);
  expect((await gateway.get(`/v1/responses/${id}`)).status).toBe(404);
});

import { join } from 'node:path';
import { openDatabase } from '@showrunner/store';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../stored/migrations/migrations.ts';
import type { KeptResponse } from '../../stored/responses/kept-response.ts';
import { StoredResponses } from '../../stored/responses/stored-responses.ts';
import type { GatewayTables } from '../../stored/tables.ts';
import { startGateway } from '../../testing/start-gateway.ts';

const DAY_SECONDS = 86_400;

/** A gateway that finds a conversation of two turns in its data folder, and somebody else's response. */
async function gatewayWithResponses() {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'gateway.sqlite');
  const database = await openDatabase<GatewayTables>({ url: undefined, file, owner: 'gateway' }, migrations);
  const store = new StoredResponses({ database: { open: async () => database }, keepSeconds: () => DAY_SECONDS });
  await store.keep(turn('resp_1', ['a', 'b'], null));
  await store.keep(turn('resp_2', ['c'], 'resp_1'));
  await store.keep({ ...turn('resp_3', ['d'], null), owner: 'another' });
  await database.dispose();
  const model = { model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'Hello' } };
  const gateway = await startGateway({ model_list: [model] }, { DATA_DIR: folder.path });
  onTestFinished(async () => {
    await gateway.stop();
    await folder.remove();
  });
  return gateway;
}

function turn(id: string, inputs: readonly string[], previousId: string | null): KeptResponse {
  return {
    id,
    owner: 'master',
    previousId,
    createdAt: Date.now(),
    input: inputs.map((name) => ({ id: `msg_${name}`, type: 'message', role: 'user', content: name })),
    response: {
      id,
      object: 'response',
      output: [{ id: `msg_${id}`, type: 'message', role: 'assistant', content: [] }],
    },
  };
}

test('a kept response is read, listed with what it was made from, and deleted, by OpenAI’s SDK', async () => {
  const { openai } = await gatewayWithResponses();
  expect(await openai.responses.retrieve('resp_2')).toMatchObject({ id: 'resp_2', object: 'response' });
  const newest = await openai.responses.inputItems.list('resp_2', { limit: 3 });
  expect(newest.data.map(({ id }) => id)).toEqual(['msg_c', 'msg_resp_1', 'msg_b']);
  expect(newest.has_more).toBe(true);
  const all: unknown[] = [];
  for await (const { id } of openai.responses.inputItems.list('resp_2', { limit: 2, order: 'asc' })) all.push(id);
  expect(all).toEqual(['msg_a', 'msg_b', 'msg_resp_1', 'msg_c']);
  await expect(openai.responses.cancel('resp_2')).rejects.toMatchObject({ status: 400 });
  await openai.responses.delete('resp_2');
  await expect(openai.responses.retrieve('resp_2')).rejects.toMatchObject({ status: 404 });
});

test('what is somebody else’s is answered as what never was, under each spelling', async () => {
  const gateway = await gatewayWithResponses();
  for (const path of ['/v1/responses/', '/responses/', '/openai/v1/responses/']) {
    const texts = ['resp_3', 'resp_4'].map(async (id) => {
      const answer = await gateway.get(path + id);
      expect(answer.status).toBe(404);
      return (await answer.text()).replaceAll(id, 'ID');
    });
    const [foreign, unknown] = await Promise.all(texts);
    expect(foreign).toBe(unknown);
  }
  expect((await gateway.get('/v1/responses/resp_1')).status).toBe(200);
});

test.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=x', 'limit'],
  ['order=up', 'order'],
  ['after=msg_x', 'after'],
])('a list is refused with the name of what is wrong in ?%s', async (query, param) => {
  const gateway = await gatewayWithResponses();
  const answer = await gateway.get(`/v1/responses/resp_1/input_items?${query}`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { param } });
});

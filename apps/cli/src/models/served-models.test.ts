import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { fetchModels } from './served-models.ts';

/** What the command line makes of an answer to `/model/info`. */
async function modelsFrom(answer: string) {
  const server = createServer((_request, response) => response.end(answer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const settings = { gatewayPort: port } as Parameters<typeof fetchModels>[0]['settings'];
    return await fetchModels(
      { settings, keys: { LITELLM_MASTER_KEY: undefined, MPC_API_KEY: undefined } },
      AbortSignal.timeout(5_000),
    );
  } finally {
    server.close();
  }
}

test('models are read with what is known of each', async () => {
  const data = [
    { model_name: 'default', litellm_params: { model: 'openai/gpt-5.4' }, model_info: { id: 'x', strategy: 'single' } },
    { model_name: 'bare', model_info: { strategy: null } },
  ];
  expect(await modelsFrom(JSON.stringify({ data }))).toEqual([
    { name: 'default', model: 'openai/gpt-5.4', strategy: 'single' },
    { name: 'bare', model: '' },
  ]);
});

test.each(['<h1>It works!</h1>', '[]', '{"data":{}}', '{"data":[7]}'])(
  'another program that answers in its place is told as that: %s',
  async (answer) => {
    await expect(modelsFrom(answer)).rejects.toThrow('What answers is not the gateway');
  },
);

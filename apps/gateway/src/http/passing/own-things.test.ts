import { startScriptedUpstream } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { onBothDatabases } from '../../testing/on-both-databases.ts';
import { MASTER_KEY, openAiModel, startGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A vendor of both wires: what is made has an id of its kind. */
const made: Readonly<Record<string, string>> = {
  '/v1/files': 'file-v1',
  '/v1/batches': 'batch_v1',
  '/v1/responses': 'resp_v1',
  '/v1/messages/batches': 'msgbatch_v1',
};

async function gatewayAt(env: Record<string, string>, general: object = {}) {
  const upstream = await startScriptedUpstream(({ method, path }) => {
    const id = method === 'POST' ? made[path] : undefined;
    const usage = { input_tokens: 9, output_tokens: 1 };
    return { json: id === undefined ? { data: [] } : { id, model: 'gpt-4o', usage } };
  });
  const gateway = await startGateway(
    { model_list: [openAiModel('gpt', upstream.url)], general_settings: { master_key: MASTER_KEY, ...general } },
    {
      OPENAI_API_KEY: 'k',
      OPENAI_BASE_URL: `${upstream.url}/v1`,
      ANTHROPIC_API_KEY: 'k',
      ANTHROPIC_API_BASE: upstream.url,
      ...env,
    },
  );
  const { key, done, post } = manager(() => gateway);
  const ask = async (method: string, path: string, secret: string) =>
    (await fetch(gateway.url + path, { method, headers: { authorization: `Bearer ${secret}` } })).status;
  return {
    upstream,
    post,
    ask,
    key,
    ofTeam: async () => key({ team_id: (await done('/team/new', {})).team_id }),
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

const THINGS = [
  '/openai_passthrough/v1/files/file-v1',
  '/openai_passthrough/v1/files/file-v1/content',
  '/openai_passthrough/v1/batches/batch_v1',
  '/openai_passthrough/v1/responses/resp_v1',
  '/openai_passthrough/v1/responses/resp_v1/input_items',
  '/anthropic/v1/messages/batches/msgbatch_v1/results',
];
const LISTS = ['/openai_passthrough/v1/files', '/openai_passthrough/v1/batches', '/anthropic/v1/messages/batches'];

onBothDatabases((env) => {
  test('what a vendor keeps is for whom it was made, on the way through as well', async () => {
    await using gateway = await gatewayAt(await env());
    const { upstream, post, ask } = gateway;
    const [mine, mate] = [await gateway.ofTeam(), await gateway.ofTeam()];
    for (const path of THINGS) expect([path, await ask('GET', path, mine)]).toEqual([path, 404]);
    expect(upstream.requests).toEqual([]);
    for (const path of Object.keys(made)) {
      const way = path.startsWith('/v1/messages') ? '/anthropic' : '/openai_passthrough';
      const body = path === '/v1/batches' ? { input_file_id: 'file-v1' } : {};
      expect([path, (await post(way + path, body, mine)).status]).toEqual([path, 200]);
    }
    for (const path of THINGS) expect([path, await ask('GET', path, mine)]).toEqual([path, 200]);
    expect((await post('/openai_passthrough/v1/responses', { previous_response_id: 'resp_v1' }, mine)).status).toBe(
      200,
    );
    const before = upstream.requests.length;
    for (const path of THINGS) {
      expect([path, await ask('GET', path, mate), await ask('DELETE', path, mate)]).toEqual([path, 404, 404]);
    }
    for (const path of LISTS) expect([path, await ask('GET', path, mate)]).toEqual([path, 403]);
    expect((await post('/openai_passthrough/v1/responses', { previous_response_id: 'resp_v1' }, mate)).status).toBe(
      404,
    );
    expect((await post('/openai_passthrough/v1/batches', { input_file_id: 'file-v1' }, mate)).status).toBe(404);
    expect(upstream.requests).toHaveLength(before);
    for (const path of [...THINGS, ...LISTS]) expect([path, await ask('GET', path, MASTER_KEY)]).toEqual([path, 200]);
    // What is no thing of theirs goes through.
    expect(await ask('GET', '/openai_passthrough/v1/models', mate)).toBe(200);
    expect((await post('/openai_passthrough/v1/responses/input_tokens', {}, mate)).status).toBe(200);
  });
});

test('an operator may let everybody name whatever a vendor has', async () => {
  await using gateway = await gatewayAt({}, { allow_unmanaged_response_ids: true });
  const key = await gateway.key();
  for (const path of [...THINGS, ...LISTS]) expect([path, await gateway.ask('GET', path, key)]).toEqual([path, 200]);
});

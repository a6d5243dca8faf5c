import { afterAll, beforeAll, expect, test } from 'vitest';
import { MASTER_KEY, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

let gateway: StartedGateway;
beforeAll(async () => {
  const entry = (name: string, model: string, params: object = {}, info: object = {}): object => ({
    model_name: name,
    litellm_params: { model, api_key: 'sk-secret', ...params },
    model_info: info,
  });
  gateway = await startGateway({
    model_list: [
      entry('gpt', 'openai/gpt-4o', { rpm: 10, tpm: 1000 }, { id: 'one', access_groups: ['beta'] }),
      entry('gpt', 'openai/gpt-4o-mini', { rpm: 5 }, { id: 'two' }),
      entry(
        '自前',
        'openai/own',
        { input_cost_per_token: 0.5 },
        { mode: 'embedding', description: 'ours', blocked: true },
      ),
      entry('openai/*', 'openai/*'),
    ],
    router_settings: {
      model_group_alias: { alias: 'gpt', hidden: { model: 'gpt', hidden: true } },
      fallbacks: [{ gpt: ['自前'] }],
    },
  });
});
afterAll(() => gateway.stop());

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(gateway.url + path, { headers: { authorization: `Bearer ${MASTER_KEY}`, ...headers } });
  return (await answer.json()) as { data: Record<string, unknown>[] } & Record<string, unknown>;
}
const ids = async (path: string): Promise<unknown[]> => (await get(path)).data.map(({ id }) => id);

test('a wildcard is listed by the models that are known for it, or as it is written', async () => {
  const listed = await ids('/v1/models');
  expect(listed).toEqual(expect.arrayContaining(['gpt', 'alias', 'openai/gpt-4o']));
  // It is blocked.
  expect(listed).not.toContain('自前');
  expect(listed).not.toContain('openai/*');
  expect(listed).not.toContain('hidden');
  expect(await ids('/models?return_wildcard_routes=True')).toEqual(
    expect.arrayContaining(['openai/*', 'openai/gpt-4o']),
  );
});

test('entries have their limits, and what stands in for them where that is asked for', async () => {
  const { data, object } = await get('/v1/models?include_metadata=true');
  expect(object).toBe('list');
  expect(data.find(({ id }) => id === 'gpt')).toMatchObject({
    object: 'model',
    mode: 'chat',
    max_input_tokens: 128_000,
    max_output_tokens: 16_384,
    metadata: { fallbacks: ['自前'] },
  });
  const ofWindows = await get('/v1/models?include_metadata=true&fallback_type=context_window');
  expect(ofWindows.data[0]).toMatchObject({ metadata: { fallbacks: [] } });
  expect(await get('/v1/models?fallback_type=none')).toMatchObject({ error: { code: '400', param: 'fallback_type' } });
  expect(await ids('/v1/models?only_model_access_groups=1')).toEqual(['beta']);
});

test("a client of Anthropic's wire sees Anthropic's list", async () => {
  const list = await get('/v1/models', { 'anthropic-version': '2023-06-01' });
  expect(list).toMatchObject({ has_more: false, first_id: 'alias' });
  expect(list.data[0]).toMatchObject({
    type: 'model',
    display_name: 'alias',
    max_tokens: 16_384,
    created_at: '2023-02-28T18:56:42Z',
  });
});

test('deployments are told with what is known of them, one by its id', async () => {
  const { data } = await get('/model/info');
  expect(data.map(({ model_name: name }) => name)).toEqual(['gpt', 'gpt', '自前', 'openai/*', 'alias', 'alias']);
  expect(JSON.stringify(data)).not.toContain('sk-secret');
  expect(data[0]?.model_info).toMatchObject({
    key: 'gpt-4o',
    litellm_provider: 'openai',
    max_tokens: 16_384,
    supports_vision: true,
  });
  expect(data[2]?.model_info).toMatchObject({
    max_tokens: null,
    input_cost_per_token: 0.5,
    mode: 'embedding',
    db_model: false,
  });
  expect((await get('/v1/model/info?litellm_model_id=two')).data).toHaveLength(1);
  expect(await get('/model/info?litellm_model_id=none')).toMatchObject({ error: { code: '400' } });
});

test.each([
  ['page=2&size=4', ['alias', 'alias'], { total_count: 6, current_page: 2, total_pages: 2, size: 4 }],
  ['page=9', [], { total_count: 6, current_page: 9, total_pages: 1, size: 50 }],
  ['model=gpt', ['gpt', 'gpt'], {}],
  ['search=%E8%87%AA', ['自前'], {}],
  ['search=GP&sortBy=costs&sortOrder=desc', ['gpt', 'gpt'], {}],
  ['modelId=two', ['gpt', 'alias'], {}],
  ['access_group=beta', ['gpt', 'alias'], {}],
  ['blocked=true', ['自前'], {}],
  ['wildcard_only=true', ['openai/*'], {}],
  ['sortBy=model_name&sortOrder=desc&size=1', ['自前'], {}],
])('deployments are searched page by page: %s', async (query, names, figures) => {
  const page = await get(`/v2/model/info?${query}`);
  expect(page.data.map(({ model_name: name }) => name)).toEqual(names);
  expect(page).toMatchObject(figures);
});

test.each(['page=0', 'size=-1', 'size=many', 'sortBy=luck', 'sortOrder=up'])(
  'a page has to be one: %s',
  async (query) => {
    expect(await get(`/v2/model/info?${query}`)).toMatchObject({ error: { code: '400', param: query.split('=')[0] } });
  },
);

test('a group has what its deployments have together', async () => {
  const { data } = await get('/model_group/info?model_group=gpt');
  expect(data).toMatchObject([
    {
      model_group: 'gpt',
      providers: ['openai'],
      max_input_tokens: 128_000,
      rpm: 15,
      tpm: 1000,
      mode: 'chat',
      supports_vision: true,
      input_cost_per_token: 0.000_002_5,
    },
  ]);
  expect((await get('/model_group/info')).data).toHaveLength(3);
  expect((await get('/model_group/info?model_group=nobody')).data).toEqual([]);
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { placeOf } from './reading/redis-place.ts';
import { readConfig } from './load-config.ts';

async function read(settings: object, environment: Record<string, string> = {}) {
  return readConfig({
    from: { settings: settings as Record<string, unknown> },
    environment,
    lookUpModel: () => undefined,
  });
}

const model = (params: object = {}, name = 'm'): object => ({
  model_name: name,
  litellm_params: { model: 'openai/gpt-5.4', api_key: 'sk-x', ...params },
});

const paths = (findings: readonly Finding[], level: Finding['level']): string[] =>
  findings.filter((finding) => finding.level === level).map(({ path }) => path);

test('references to the environment are resolved anywhere, in lists and in environment_variables too', async () => {
  const { config } = await read(
    {
      environment_variables: { OWN: 'os.environ/OUTER', PLAIN: 'sk-plain' },
      model_list: [
        model({ api_key: 'os.environ/OWN', api_base: '${BASE:-http://localhost:1234/v1}', stop: ['os.environ/STOP'] }),
      ],
      litellm_settings: { drop_params: 'os.environ/DROP' },
      general_settings: { master_key: 'os.environ/PLAIN' },
    },
    { OUTER: 'sk-outer', STOP: 'END', DROP: 'True' },
  );
  const [deployment] = config?.deployments ?? [];
  expect(deployment?.settings).toMatchObject({ apiKey: 'sk-outer', apiBase: 'http://localhost:1234/v1' });
  expect(deployment?.defaults).toEqual({ stop: ['END'] });
  expect(deployment?.dropUnsupported).toBe(true);
  expect(config?.access.masterKey?.reveal()).toBe('sk-plain');
  expect(JSON.stringify(config?.access)).not.toContain('sk-plain');
});

test('an unknown key is a warning with the nearest known one; a setting of LiteLLM is a hint', async () => {
  const { config, findings } = await read({
    model_list: [model({ api_bas: 'http://x', guided_json: {} })],
    router_settings: { num_retrys: 1, client_ttl: {} },
    search_tools: [],
  });
  expect(config).toBeDefined();
  expect(findings.find(({ path }) => path === 'router_settings.num_retrys')?.fix).toContain('num_retries');
  expect(findings.find(({ path }) => path.endsWith('api_bas'))?.fix).toContain('api_base');
  expect(paths(findings, 'hint')).toEqual(expect.arrayContaining(['search_tools', 'router_settings.client_ttl']));
  expect(config?.deployments[0]?.defaults).toEqual({ guided_json: {} });
});

test.each([
  ['a word of YAML 1.1', 'drop_params: yes', true, 0],
  ['the other one', 'drop_params: OFF', false, 0],
  ["Python's text", 'drop_params: "True"', true, 0],
  ['a number', 'drop_params: 1', true, 0],
  ['a text that LiteLLM takes for true', 'drop_params: "False"', false, 1],
])('a switch may be %s', async (_, line, isOn, warnings) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  const entry = stringify({ model_list: [model({ rpm: '1_000', tpm: 'TPM' })] }).replace('TPM', '100_000');
  await writeFile(file, `${entry}litellm_settings:\n  ${line}\n`);
  const { config, findings } = await readConfig({ from: { file }, environment: {}, lookUpModel: () => undefined });
  expect(config?.deployments[0]).toMatchObject({ dropUnsupported: isOn, rpm: 1000, tpm: 100_000 });
  expect(findings.map(({ path, level }) => [path, level])).toEqual(
    Array.from({ length: warnings }, () => ['litellm_settings.drop_params', 'warning']),
  );
});

test('a key that belongs elsewhere is told where', async () => {
  const { findings } = await read({
    model_list: [{ ...model(), api_version: 'v1', model: 'openai/x' }],
    litellm_settings: { cooldown_time: 9 },
    router_settings: { cache_params: {} },
  });
  expect(findings.map(({ path, fix }) => [path, fix])).toEqual([
    ['litellm_settings.cooldown_time', 'write it under router_settings'],
    ['router_settings.cache_params', 'write it under litellm_settings'],
    ['model_list[0].api_version', 'write it under litellm_params'],
    ['model_list[0].model', 'write it under litellm_params'],
  ]);
});

test('callbacks are told one by one, but for what is there without them', async () => {
  const { findings } = await read({
    model_list: [model()],
    litellm_settings: { callbacks: ['prometheus', 'arize', 'mine.handler'], success_callback: 'langfuse' },
  });
  expect(findings.map(({ level, path, message }) => [level, path, message.split(' ')[0]])).toEqual([
    ['warning', 'litellm_settings.callbacks', '"arize"'],
    ['warning', 'litellm_settings.callbacks', '"mine.handler"'],
    ['warning', 'callback_settings.langfuse.public_key', 'is'],
  ]);
});

test("the time to keep spend rows is read in LiteLLM's units; one without a unit is one of days, and told", async () => {
  const retention = async (settings: object) => {
    const { config, findings } = await read({ model_list: [model()], general_settings: settings });
    const told = (level: 'warning' | 'error') => paths(findings, level).filter((path) => path.includes('spend'));
    return [config?.accounting.spendRetention, told('warning'), told('error')];
  };
  const period = 'general_settings.maximum_spend_logs_retention_period';
  expect(await retention({})).toEqual([undefined, [], []]);
  expect(await retention({ maximum_spend_logs_retention_period: '30d' })).toEqual([
    { keepSeconds: 30 * 86_400, everySeconds: 86_400 },
    [],
    [],
  ]);
  expect(
    await retention({ maximum_spend_logs_retention_period: '1mo', maximum_spend_logs_retention_interval: '6h' }),
  ).toEqual([{ keepSeconds: 30 * 86_400, everySeconds: 6 * 3_600 }, [], []]);
  for (const days of [3, '3', '3 days', '3days', ' 3 day ']) {
    expect(await retention({ maximum_spend_logs_retention_period: days })).toEqual([
      { keepSeconds: 3 * 86_400, everySeconds: 86_400 },
      [period],
      [],
    ]);
  }
  for (const wrongPeriod of ['soon', 0, '0d', '-1d', '3 years', '']) {
    expect(await retention({ maximum_spend_logs_retention_period: wrongPeriod })).toEqual([undefined, [], [period]]);
  }
});

const wrong: [string, object, string][] = [
  ['a model without a name', { model_list: [{ litellm_params: { model: 'openai/x' } }] }, 'model_list[0].model_name'],
  [
    'a model without a model',
    { model_list: [{ model_name: 'm', litellm_params: {} }] },
    'model_list[0].litellm_params.model',
  ],
  ['an unknown provider', { model_list: [model({ model: 'opnai/x' })] }, 'model_list[0].litellm_params.model'],
  [
    'an address that is none',
    { model_list: [model({ api_base: 'localhost' })] },
    'model_list[0].litellm_params.api_base',
  ],
  ['a list that is a mapping', { model_list: { m: 1 } }, 'model_list'],
  ['text for a number', { model_list: [model({ rpm: 'many' })] }, 'model_list[0].litellm_params.rpm'],
  ['a negative number', { model_list: [model()], router_settings: { timeout: -1 } }, 'router_settings.timeout'],
  ['a fallback to nobody', { model_list: [model()], router_settings: { fallbacks: [{ m: ['gone'] }] } }, 'fallbacks.m'],
  [
    'an alias that is a list',
    { model_list: [model()], router_settings: { model_group_alias: { a: ['m'] } } },
    'router_settings.model_group_alias.a',
  ],
  [
    'a credential that is not there',
    { model_list: [model({ litellm_credential_name: 'gone' })] },
    'model_list[0].litellm_params.litellm_credential_name',
  ],
];

test.each(wrong)('%s is an error with its path and a fix', async (_, settings, path) => {
  const { findings } = await read(settings);
  const finding = findings.find((candidate) => candidate.path === path);
  expect(finding).toMatchObject({ level: 'error', message: expect.any(String), fix: expect.stringMatching(/.+/) });
});

const stopping: [string, object, string][] = [
  [
    'no model without an error',
    { model_list: [model({ rpm: 'many' }), model({ model: 'nlp_cloud/x' })] },
    'model_list',
  ],
  ['general settings that are no mapping', { general_settings: ['x'] }, 'general_settings'],
  ['a key that is no text', { general_settings: { master_key: ['sk-x'] } }, 'general_settings.master_key'],
  ['a misplaced key that is no text', { litellm_settings: { master_key: ['sk-x'] } }, 'litellm_settings.master_key'],
  ['a limit that is no number', { general_settings: { rpm_limit: 'many' } }, 'general_settings.rpm_limit'],
  ['a bound that nobody keeps', { general_settings: { allowed_ips: ['10.0.0.1'] } }, 'general_settings.allowed_ips'],
  ['routes that nobody keeps', { general_settings: { allowed_routes: ['/chat'] } }, 'general_settings.allowed_routes'],
  ['an include that is no list', { include: 'models.yaml' }, 'include'],
];

test.each(stopping)('%s stops everything', async (_, settings, path) => {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  await writeFile(file, stringify({ model_list: [model()], ...settings }));
  const { config, findings } = await readConfig({ from: { file }, environment: {}, lookUpModel: () => undefined });
  await folder.remove();
  expect(config).toBeUndefined();
  expect(findings).toContainEqual(expect.objectContaining({ level: 'error', path, stops: 'everything' }));
});

test('where a setting is wrong its default serves, and a cache with a wrong setting is off', async () => {
  const { config, findings } = await read({
    model_list: [model()],
    router_settings: { num_retries: 'many', timeout: 7 },
    litellm_settings: { cache: true, cache_params: { namespace: 'with space' } },
    general_settings: { allowed_ips: [], enforce_user_param: false },
  });
  expect(config?.routing).toMatchObject({ retries: 2, timeoutSeconds: 7 });
  expect(config?.cache).toBeUndefined();
  expect(paths(findings, 'error')).toEqual(['litellm_settings.cache_params.namespace', 'router_settings.num_retries']);
});

test.each<[string, object, string, string]>([
  ['without a threshold', {}, 'error', 'litellm_settings.cache_params.similarity_threshold'],
  [
    'with a threshold that is none',
    { similarity_threshold: 2 },
    'error',
    'litellm_settings.cache_params.similarity_threshold',
  ],
  ['with a group that is not there', { similarity_threshold: 0.9 }, 'error', 'litellm_settings.cache_params'],
  [
    'of another scope',
    { similarity_threshold: 0.9, semantic_cache_scope: 'all' },
    'error',
    'litellm_settings.cache_params.semantic_cache_scope',
  ],
  [
    'in Qdrant',
    { type: 'qdrant-semantic', similarity_threshold: 0.9 },
    'warning',
    'litellm_settings.cache_params.type',
  ],
])('a semantic cache %s has a finding', async (_, params, level, path) => {
  const { findings } = await read({
    model_list: [model()],
    litellm_settings: { cache: true, cache_params: { type: 'redis-semantic', ...params } },
  });
  expect(findings).toContainEqual(expect.objectContaining({ level, path }));
});

test('a cache whose parameters are no mapping is off', async () => {
  const { config } = await read({ model_list: [model()], litellm_settings: { cache: true, cache_params: 'redis' } });
  expect(config?.cache).toBeUndefined();
});

test('an entry that is out makes no further error, and ids are names to fall back to', async () => {
  const { config, findings } = await read({
    model_list: [model(), model({ model: 'nlp_cloud/x' }, 'out'), { ...model({}, 'n'), model_info: { id: 'n-1' } }],
    router_settings: { fallbacks: [{ m: ['out', 'n-1', 'gone'] }], model_group_alias: { a: 'out' } },
  });
  expect(config?.routing.fallbacks).toEqual(new Map([['m', ['out', 'n-1']]]));
  expect(paths(findings, 'error')).toEqual(['model_list[1].litellm_params.model', 'fallbacks.m']);
});

test('with a wildcard, a name that it does not take is one that is not there', async () => {
  const { findings } = await read({
    model_list: [model({ model: 'openai/gpt-*' }, 'openai/gpt-*')],
    router_settings: { default_fallbacks: ['openai/gpt-5.4', 'gpt-5.4', 'gone'] },
  });
  expect(findings.filter(({ path }) => path === 'default_fallbacks')).toMatchObject([
    { level: 'error', message: expect.stringContaining('"gone"') },
  ]);
});

test('a Redis Cluster is found by each of its nodes, in the file and in the environment', async () => {
  const nodes = [{ host: 'redis-1', port: 6379 }, { host: 'redis-2' }];
  const place = { host: 'redis-1', port: 6379, others: [{ host: 'redis-2' }] };
  const named = await read({
    litellm_settings: { cache: true, cache_params: { type: 'redis', redis_startup_nodes: nodes } },
  });
  expect(named.config?.cache?.redis).toMatchObject(place);
  expect(named.findings.filter(({ path }) => path.endsWith('redis_startup_nodes'))).toEqual([]);
  expect(placeOf({ REDIS_CLUSTER_NODES: JSON.stringify(nodes) })).toMatchObject(place);
  expect(placeOf({ REDIS_CLUSTER_NODES: 'redis-1:6379' })).toBeUndefined();
});

test('another way to get in than by the key is a warning, as nobody gets in by it', async () => {
  const { findings } = await read({ model_list: [model()], general_settings: { custom_auth: 'mine.py' } });
  expect(paths(findings, 'warning')).toEqual(['general_settings.custom_auth']);
});

test('a strategy that is none, a missing key and a duplicate are warnings, and the rest serves', async () => {
  const { config, findings } = await read({
    model_list: [
      model(),
      model(),
      { model_name: 'n', litellm_params: { model: 'openai/x', api_key: 'os.environ/GONE' } },
    ],
    router_settings: { routing_strategy: 'round-robin' },
  });
  expect(paths(findings, 'warning')).toEqual(
    expect.arrayContaining([
      'model_list[1]',
      'model_list[2].litellm_params.api_key',
      'router_settings.routing_strategy',
    ]),
  );
  expect(new Set(config?.deployments.map(({ id }) => id)).size).toBe(3);
  expect(config?.deployments[2]?.problem).toContain('GONE');
});

test('where the variable of the key is not set, LITELLM_MASTER_KEY is the key; without it, nothing serves', async () => {
  const settings = { model_list: [model()], general_settings: { master_key: 'os.environ/GONE' } };
  const other = await read(settings, { LITELLM_MASTER_KEY: 'sk-other' });
  expect(other.config?.access.masterKey?.reveal()).toBe('sk-other');
  expect(paths(other.findings, 'warning')).toContain('general_settings.master_key');
  const none = await read(settings, { GONE: '' });
  expect(none.config).toBeUndefined();
  expect(paths(none.findings, 'error')).toEqual(['general_settings.master_key']);
});

test('ids are the same for the same file and hold no secret', async () => {
  const settings = { model_list: [model({ api_key: 'os.environ/KEY' })] };
  const one = await read(settings, { KEY: 'a' });
  const other = await read(settings, { KEY: 'b' });
  expect(one.config?.deployments[0]?.id).toBe(other.config?.deployments[0]?.id);
});

test('router_settings win over litellm_settings, and a deployment over both', async () => {
  const { config } = await read({
    model_list: [model({ drop_params: false, num_retries: 1 })],
    litellm_settings: { num_retries: 5, drop_params: true },
    router_settings: { num_retries: 3 },
  });
  expect(config?.routing.retries).toBe(3);
  expect(config?.deployments[0]).toMatchObject({ retries: 1, dropUnsupported: false });
});

test('files are included, and a bomb of aliases is refused', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'parts'));
  await writeFile(join(folder.path, 'parts/models.yaml'), stringify({ model_list: [model({}, 'included')] }));
  const file = join(folder.path, 'config.yaml');
  await writeFile(file, stringify({ include: ['parts/models.yaml'], model_list: [model({}, 'own')] }));
  const load = () => readConfig({ from: { file }, environment: {}, lookUpModel: () => undefined });
  expect((await load()).config?.deployments.map(({ group }) => group)).toEqual(['included', 'own']);

  const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
  for (let level = 1; level < 9; level++) lines.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(10)}]`);
  await writeFile(file, lines.join('\n'));
  const startedAt = performance.now();
  expect((await load()).config).toBeUndefined();
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

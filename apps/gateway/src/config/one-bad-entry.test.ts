import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder, waitUntil } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, MASTER_KEY, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import type { Finding } from './finding.ts';

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));

const mocked = (name: string): object => ({
  model_name: name,
  litellm_params: { model: 'openai/x', mock_response: name },
});
const model = (name: string, params: object): object => ({
  model_name: name,
  litellm_params: { model: 'openai/gpt-5.4', api_key: 'sk-x', ...params },
});
const fifteen = Array.from({ length: 15 }, (_, index) => mocked(`good-${index + 1}`));

/** Each bad entry, the name that callers ask for, and where the finding is. */
const outOfService: readonly [kind: string, entry: unknown, asked: string, path: string][] = [
  ['a provider that is not known', model('p', { model: 'nlp_cloud/command-r' }), 'p', 'litellm_params.model'],
  ['no model', model('n', { model: undefined }), 'n', 'litellm_params.model'],
  ['a model whose variable is not set', model('v', { model: 'os.environ/UNSET' }), 'v', 'litellm_params.model'],
  [
    'a credential that is not there',
    model('c', { litellm_credential_name: 'gone' }),
    'c',
    'litellm_params.litellm_credential_name',
  ],
  [
    'an address whose variable is not set',
    model('a', { api_base: 'os.environ/UNSET' }),
    'a',
    'litellm_params.api_base',
  ],
  [
    'a header whose variable is not set',
    model('h', { extra_headers: { authorization: 'os.environ/UNSET' } }),
    'h',
    'litellm_params.extra_headers.authorization',
  ],
  ['text for a number', model('t', { rpm: 'many' }), 't', 'litellm_params.rpm'],
  [
    'a wildcard of a provider that is not served',
    model('w-*', { model: 'nlp_cloud/*' }),
    'w-1',
    'litellm_params.model',
  ],
  ['parameters that are no mapping', { model_name: 'l', litellm_params: ['openai/x'] }, 'l', 'litellm_params'],
  [
    'a bad credential, used by one',
    model('first', { litellm_credential_name: 'bad' }),
    'first',
    'litellm_params.litellm_credential_name',
  ],
  [
    'and by another',
    model('second', { litellm_credential_name: 'bad' }),
    'second',
    'litellm_params.litellm_credential_name',
  ],
  [
    'a credential with an address whose variable is not set',
    model('far', { litellm_credential_name: 'far' }),
    'far',
    'litellm_params.api_base',
  ],
];
const pathOf = (index: number, path: string): string => `model_list[${fifteen.length + index}].${path}`;

const config = {
  general_settings: { master_key: MASTER_KEY },
  credential_list: [
    { credential_name: 'bad', credential_values: 'sk-x' },
    { credential_name: 'far', credential_values: { api_key: 'sk-x', api_base: 'os.environ/UNSET' } },
    { credential_values: { api_key: 'sk-x' } },
  ],
  model_list: [
    ...fifteen,
    ...outOfService.map(([, entry]) => entry),
    'no mapping',
    { litellm_params: { model: 'openai/x', api_key: 'sk-x' } },
    model('failing', { mock_response: 'Exception: mock_failure' }),
    mocked('half'),
    model('half', { model: 'nlp_cloud/command-r' }),
  ],
  router_settings: {
    num_retries: 'many',
    fallbacks: [{ failing: ['gone', 'good-2'] }, { p: ['good-3'] }, { 'good-4': 'good-5' }],
    model_group_alias: { nothing: 'gone', listed: ['good-1'], fine: 'good-1' },
  },
};
const otherPaths = [
  'credential_list[0].credential_values',
  'credential_list[2].credential_name',
  `model_list[${fifteen.length + outOfService.length}]`,
  `model_list[${fifteen.length + outOfService.length + 1}].model_name`,
  'router_settings.num_retries',
  'fallbacks.failing',
  'router_settings.fallbacks',
  'router_settings.model_group_alias.nothing',
  'router_settings.model_group_alias.listed',
];

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway(config);
});
afterAll(() => gateway?.stop());

interface Told {
  choices?: { message: { content: string } }[];
  error?: { message: string; type: string; param: string; code: string };
}
const told = async (name: string, members: object = {}): Promise<Told> =>
  (await (await gateway.post(ask(name, members))).json()) as Told;
const content = ({ choices }: Told): string | undefined => choices?.[0]?.message.content;

test('models beside bad entries serve', async () => {
  for (const index of [1, 8, 15]) expect(content(await told(`good-${index}`))).toBe(`good-${index}`);
  expect(content(await told('fine'))).toBe('good-1');
  expect(content(await told('half'))).toBe('half');
});

test.each(outOfService.map(([kind, , asked, path], index) => [kind, asked, pathOf(index, path)] as const))(
  'a model with %s answers 400 with its finding',
  async (_, asked, path) => {
    const response = await gateway.post(ask(asked, { disable_fallbacks: true }));
    const { error } = (await response.json()) as Told;
    expect(error).toMatchObject({ type: 'invalid_request_error', param: 'model', code: '400' });
    expect(error?.message).toContain(`"${asked}"`);
    expect(error?.message).toContain(`${path}: `);
    expect(response.status).toBe(400);
  },
);

test.each([
  ['to nothing', 'nothing', 'router_settings.model_group_alias.nothing'],
  ['that is a list', 'listed', 'router_settings.model_group_alias.listed'],
])('an alias %s answers 400 with its finding', async (_, asked, path) => {
  expect((await told(asked)).error?.message).toContain(`${path}: `);
});

test('a fallback to nobody is passed by, and a model that is out of service falls back', async () => {
  expect(content(await told('failing'))).toBe('good-2');
  expect(content(await told('p'))).toBe('good-3');
});

test('models that are out of service are not listed', async () => {
  const { data } = (await (await gateway.get('/v1/models')).json()) as { data: { id: string }[] };
  const names = data.map(({ id }) => id);
  expect(names).toEqual(expect.arrayContaining(['good-1', 'good-15', 'fine', 'half']));
  for (const [, , asked] of outOfService) expect(names).not.toContain(asked);
  expect(names).not.toContain('nothing');
  const one = await gateway.get('/v1/models/c');
  expect([one.status, await one.text()]).toEqual([400, expect.stringContaining('litellm_credential_name: ')]);
});

const everyPath = [...outOfService.map(([, , , path], index) => pathOf(index, path)), ...otherPaths];

test('health and log name each error', async () => {
  const health = (await (await gateway.get('/health')).json()) as {
    status: string;
    unhealthy_endpoints: { model: string; error: string }[];
    problems: { configuration: string };
    configuration: { errors: Finding[] };
  };
  expect(health.status).toBe('degraded');
  expect(health.problems.configuration).toContain('errors');
  expect(health.configuration.errors.map(({ path }) => path)).toEqual(expect.arrayContaining(everyPath));
  expect(health.unhealthy_endpoints).toContainEqual({ model: 'p', error: expect.stringContaining('nlp_cloud') });
  for (const path of everyPath) expect(gateway.logs.some((line) => line.includes(`"path":"${path}"`))).toBe(true);
});

test('config check names each error and ends with 1; a strict start refuses', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  writeFileSync(file, JSON.stringify(config));
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, [mainFile, '--config', file, '--port', '0', ...flags], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATA_DIR: folder.path },
    });
  const check = run('--check', '--json');
  const { findings } = JSON.parse(check.stdout) as { findings: Finding[] };
  const errors = findings.filter(({ level }) => level === 'error');
  expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining(everyPath));
  expect(errors.find(({ path }) => path === pathOf(0, 'litellm_params.model'))?.stops).toEqual({ model: 'p' });
  expect(check.status).toBe(1);
  expect(run('--check').stdout).toContain('the configuration can be served without what has an error');

  const strict = run('--strict');
  expect(strict.stderr).toContain(pathOf(0, 'litellm_params.model'));
  expect(strict.status).toBe(1);
});

test('on reload the old configuration serves on while the new one has an error', async () => {
  await using other = await startGateway({ model_list: [mocked('m')] });
  const status = async () => ((await (await other.get('/health')).json()) as { status: string }).status;
  await other.rewriteConfig({ model_list: [mocked('n'), model('p', { model: 'nlp_cloud/command-r' })] });
  await waitUntil(async () => (await status()) === 'degraded', { what: 'the refusal in health' });
  expect((await other.post(ask('m'))).status).toBe(200);
  expect((await other.post(ask('n'))).status).toBe(400);
  await other.rewriteConfig({ model_list: [mocked('n')] });
  await waitUntil(async () => (await other.post(ask('n'))).status === 200, { what: 'the fixed configuration' });
  expect(await status()).toBe('healthy');
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAiCompletion, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, startGateway } from '../testing/start-gateway.ts';

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));

test.each([
  ['that is not there', undefined, /cannot be read \(ENOENT\)\n {2}fix: check the path/],
  ['that is no YAML', 'model_list: [', /is no valid YAML/],
])('a start with a configuration %s says why in a line and how to fix it, and exits with 1', async (_, text, said) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  if (text !== undefined) writeFileSync(file, text);
  const { status, stderr } = spawnSync(process.execPath, [mainFile, '--config', file, '--port', '0'], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder.path },
  });
  expect(stderr).toMatch(said);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});

const servable = '{"model_list":[{"model_name":"m","litellm_params":{"model":"openai/x","mock_response":"fine"}}]}';
const withKey = (key: string): string => servable.replace('{', `{"general_settings":{"master_key":"${key}"},`);

test.each([
  ['in the environment', servable, { LITELLM_MASTER_KEY: '' }, /^LITELLM_MASTER_KEY is set but empty; .*\n$/],
  [
    'in the variable that the file names',
    withKey('os.environ/GATE_KEY'),
    { GATE_KEY: '' },
    /GATE_KEY is not set or empty/,
  ],
  ['in the file', withKey(' '), {}, /general_settings\.master_key.* is empty, which would let everybody in/],
])('an empty master key %s opens nothing: the start fails and says so', async (_, text, env, said) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  writeFileSync(file, text);
  const { status, stderr } = spawnSync(process.execPath, [mainFile, '--config', file, '--port', '0'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_DIR: folder.path, ...env },
  });
  expect(stderr).toMatch(said);
  expect(status).toBe(1);
});

test.each([
  ['a key that everybody knows', withKey('sk-1234'), {}, /everybody knows, and other machines can reach this address/],
  ['no key', servable, {}, /there is no key, and other machines can reach this address/],
])('with %s nothing listens where other machines reach it', async (_, text, env, said) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  writeFileSync(file, text);
  const { status, stderr } = spawnSync(
    process.execPath,
    [mainFile, '--config', file, '--port', '0', '--host', '0.0.0.0'],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATA_DIR: folder.path, ...env },
      timeout: 20_000,
    },
  );
  expect(stderr).toMatch(said);
  expect(status).toBe(1);
});

test('on this machine alone a key that everybody knows is a warning', async () => {
  await using gateway = await startGateway(withKey('sk-1234'));
  expect(gateway.logs.some((line) => line.includes('is a key that everybody knows'))).toBe(true);
  expect((await fetch(`${gateway.url}/v1/models`, { headers: { authorization: 'Bearer sk-1234' } })).status).toBe(200);
});

test.each([
  ['groq', 'GROQ_API_KEY'],
  ['fireworks_ai', 'FIREWORKS_AI_API_KEY'],
])('a key of %s is read from the file that %s_FILE names', async (vendor, variable) => {
  await using folder = await temporaryFolder();
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'Hello' }) }]);
  const file = join(folder.path, 'key');
  writeFileSync(file, 'key-from-a-file\n');
  const params = { model: `${vendor}/any`, api_base: `${upstream.url}/v1` };
  await using gateway = await startGateway(
    { model_list: [{ model_name: 'default', litellm_params: params }] },
    { [`${variable}_FILE`]: file },
  );
  expect((await gateway.post(ask('default'))).status).toBe(200);
  expect(upstream.requests[0]?.headers.authorization).toBe('Bearer key-from-a-file');
});

test('a key that stands in a file is read from there', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'key');
  writeFileSync(file, 'sk-from-a-file\n');
  await using gateway = await startGateway(withKey('os.environ/LITELLM_MASTER_KEY'), { LITELLM_MASTER_KEY_FILE: file });
  const models = (key: string): Promise<Response> =>
    fetch(`${gateway.url}/v1/models`, { headers: { authorization: `Bearer ${key}` } });
  expect((await models('sk-from-a-file')).status).toBe(200);
  expect((await models('sk-other')).status).toBe(401);
});

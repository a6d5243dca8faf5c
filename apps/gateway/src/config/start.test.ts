import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { openAiCompletion, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, startGateway } from '../testing/start-gateway.ts';

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));

/** Starts the gateway with a file that it cannot serve with, and gives what it says and ends with. */
async function refusedStart(
  text: string | undefined,
  { env = {}, args = [] }: { readonly env?: Record<string, string>; readonly args?: readonly string[] } = {},
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  if (text !== undefined) writeFileSync(file, text);
  const gateway = spawn(process.execPath, [mainFile, '--config', file, '--port', '0', ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: folder.path, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [stderr, [status]] = await Promise.all([textOf(gateway.stderr), once(gateway, 'exit')]);
  return { status: status as number | null, stderr };
}

const servable = '{"model_list":[{"model_name":"m","litellm_params":{"model":"openai/x","mock_response":"fine"}}]}';
const withKey = (key: string): string => servable.replace('{', `{"general_settings":{"master_key":"${key}"},`);

test.each([
  ['that is not there', undefined, /cannot be read \(ENOENT\)\n {2}fix: check the path/],
  ['that is no YAML', 'model_list: [', /is no valid YAML/],
])('a start with a configuration %s says why in a line and how to fix it, and exits with 1', async (_, text, said) => {
  const { status, stderr } = await refusedStart(text);
  expect(stderr).toMatch(said);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});

test.each([
  ['in the environment', servable, { LITELLM_MASTER_KEY: '' }, /^LITELLM_MASTER_KEY is set but empty; .*\n$/],
  ['in the variable that the file names', withKey('os.environ/GATE_KEY'), { GATE_KEY: '' }, /GATE_KEY is not set or e/],
  ['in the file', withKey(' '), {}, /general_settings\.master_key.* is empty, which would let everybody in/],
] as [string, string, Record<string, string>, RegExp][])(
  'an empty master key %s opens nothing: the start fails and says so',
  async (_, text, env, said) => {
    const { status, stderr } = await refusedStart(text, { env });
    expect(stderr).toMatch(said);
    // What is wrong in the environment itself is told by a code of its own.
    expect(status).toBe('LITELLM_MASTER_KEY' in env ? 78 : 1);
  },
);

test.each([
  ['a key that everybody knows', withKey('sk-1234'), /everybody knows, and other machines can reach this address/],
  ['no key', servable, /there is no key, and other machines can reach this address/],
])('with %s nothing listens where other machines reach it', async (_, text, said) => {
  const { status, stderr } = await refusedStart(text, { args: ['--host', '0.0.0.0'] });
  expect(stderr).toMatch(said);
  expect(status).toBe(1);
});

test('on this machine alone a key that everybody knows is a warning', async () => {
  await using gateway = await startGateway(withKey('sk-1234'));
  expect(gateway.logs.some((line) => line.includes('is a key that everybody knows'))).toBe(true);
  expect((await fetch(`${gateway.url}/v1/models`, { headers: { authorization: 'Bearer sk-1234' } })).status).toBe(200);
});

test('keys of vendors and of the gateway are read from the files that their variables with _FILE name', async () => {
  await using folder = await temporaryFolder();
  const files = Object.fromEntries(
    ['LITELLM_MASTER_KEY', 'GROQ_API_KEY', 'FIREWORKS_AI_API_KEY'].map((name) => [
      `${name}_FILE`,
      join(folder.path, name),
    ]),
  );
  for (const [name, file] of Object.entries(files)) writeFileSync(file, `sk-of-${name}\n`);
  const reply = { json: openAiCompletion({ text: 'Hello' }) };
  await using upstream = await startScriptedUpstream([reply, reply]);
  const models = ['groq', 'fireworks_ai'].map((vendor) => ({
    model_name: vendor,
    litellm_params: { model: `${vendor}/any`, api_base: `${upstream.url}/v1` },
  }));
  const general = { master_key: 'os.environ/LITELLM_MASTER_KEY' };
  await using gateway = await startGateway({ model_list: models, general_settings: general }, files);

  const authorization = 'Bearer sk-of-LITELLM_MASTER_KEY_FILE';
  expect((await gateway.post(ask('groq'), { authorization: 'Bearer sk-other' })).status).toBe(401);
  for (const vendor of ['groq', 'fireworks_ai'])
    expect((await gateway.post(ask(vendor), { authorization })).status).toBe(200);
  expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer sk-of-GROQ_API_KEY_FILE',
    'Bearer sk-of-FIREWORKS_AI_API_KEY_FILE',
  ]);
});

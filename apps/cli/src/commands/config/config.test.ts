import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { init } from '../init/init.handler.ts';
import { logs } from '../logs/logs.handler.ts';
import { up } from '../up/up.handler.ts';
import { check } from './check.handler.ts';
import { diff } from './diff.handler.ts';
import { show } from './show.handler.ts';
import { use } from './use.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
});
afterEach(() => checkout.dispose());

test('use writes the choice to .env and starts the running gateway again with it', async () => {
  await checkout.run(up);
  const { stdout } = await checkout.run(use, { args: ['openai-only'] });
  expect(stdout).toContain('Serving with openai-only.');
  expect(readFileSync(join(checkout.root, '.env'), 'utf8')).toMatch(/^SHOWRUNNER_CONFIG=openai-only$/m);
  const written = await checkout.run(logs, { args: ['gateway'] });
  expect(written.stdout).toMatch(/config=.*openai-only\.yaml/);
});

test('use refuses a name that is none, and leaves .env as it is', async () => {
  await checkout.run(init);
  const before = readFileSync(join(checkout.root, '.env'), 'utf8');
  await expect(checkout.run(use, { args: ['../../etc/passwd'] })).rejects.toThrow('There is no provider configuration');
  expect(readFileSync(join(checkout.root, '.env'), 'utf8')).toBe(before);
});

test('check tells a path where no file lies from a name of no configuration', async () => {
  await expect(checkout.run(check, { args: ['mine.yaml'] })).rejects.toThrow('There is no file mine.yaml');
  const environment = { SHOWRUNNER_CONFIG: 'gone' };
  await expect(checkout.run(check, { args: ['mine.yaml'], environment })).rejects.toThrow('There is no file mine.yaml');
  await expect(checkout.run(check, { args: ['mine'] })).rejects.toThrow('There is no provider configuration "mine"');
});

test('show prints the file that serves', async () => {
  expect((await checkout.run(show)).stdout).toContain('model: local/auto');
});

test('diff names what two configurations do not have in common', async () => {
  const { stdout } = await checkout.run(diff, { args: ['openai-only'] });
  expect(stdout.trim().split('\n')).toEqual([
    '- model_list[default local/auto].model_name: "default"',
    '- model_list[default local/auto].litellm_params.model: "local/auto"',
    '+ model_list[default openai/gpt-5].model_name: "default"',
    '+ model_list[default openai/gpt-5].litellm_params.model: "openai/gpt-5"',
  ]);
});

test('diff without a name compares .env with .env.example by name and shows no value', async () => {
  writeFileSync(join(checkout.root, '.env'), 'MPC_API_KEY=secret-value\nGROQ_API_KEY_FILE=/run/groq\nOLD_SETTING=1\n');
  writeFileSync(join(checkout.root, '.env.example'), 'MPC_API_KEY=\n# LOG_LEVEL=info\n');
  writeFileSync(join(checkout.root, 'docker-compose.yml'), 'GROQ_API_KEY: ${GROQ_API_KEY:-}\n');
  const { stdout } = await checkout.run(diff);
  expect(stdout).not.toContain('GROQ');
  expect(stdout).toContain('? OLD_SETTING is not a setting of this version');
  expect(stdout).toContain('LOG_LEVEL is at its default');
  expect(stdout).not.toContain('secret-value');
});

test('use refuses a configuration that the gateway would refuse, and what serves goes on serving', async () => {
  await checkout.run(up);
  const file = join(checkout.root, 'ai-infra/litellm/config/openai-only.yaml');
  writeFileSync(file, 'model_list: broken\n');
  const before = readFileSync(join(checkout.root, '.env'), 'utf8');
  await expect(checkout.run(use, { args: ['openai-only'] })).rejects.toMatchObject({
    problem: { where: file, lines: ['model_list: is broken'] },
  });
  expect(readFileSync(join(checkout.root, '.env'), 'utf8')).toBe(before);
  const response = await fetch(`http://127.0.0.1:${checkout.gatewayPort}/health/readiness`);
  expect(response.ok).toBe(true);
});

test('use is the way out of a choice that names no file', async () => {
  writeFileSync(join(checkout.root, '.env'), 'SHOWRUNNER_CONFIG=gone\n');
  await expect(checkout.run(show)).rejects.toThrow('There is no provider configuration "gone"');
  await checkout.run(use, { args: ['local'] });
  expect((await checkout.run(show)).stdout).toContain('local/auto');
});

test('diff names the file that is no YAML, and one whose anchors grow without end', async () => {
  const file = join(checkout.root, 'ai-infra/litellm/config/openai-only.yaml');
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, index) => {
      const before = 'abcdefgh'[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
    }),
  ].join('\n');
  for (const text of ['model_list: [\n', bomb]) {
    writeFileSync(file, text);
    await expect(checkout.run(diff, { args: ['openai-only'] })).rejects.toMatchObject({ problem: { where: file } });
  }
});

test('a configuration that this user may not read is named', async () => {
  const folder = join(checkout.root, 'a-folder.yaml');
  mkdirSync(folder);
  const run = checkout.run(show, { environment: { CONFIG_FILE_PATH: folder } });
  await expect(run).rejects.toMatchObject({ problem: { where: folder } });
});

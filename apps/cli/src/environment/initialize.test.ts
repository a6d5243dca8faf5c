import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { servingConfiguration } from './configuration-choice.ts';
import { readEnvText } from './env-file.ts';
import { initialize } from './initialize.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function rootWith(envText?: string): { root: string; read: () => string } {
  const root = mkdtempSync(join(tmpdir(), 'init-'));
  folders.push(root);
  const path = join(root, '.env');
  if (envText !== undefined) writeFileSync(path, envText);
  return { root, read: () => readFileSync(path, 'utf8') };
}

test("a new .env has secrets of letters and digits, a master key that begins with sk-, and is its owner's alone", () => {
  const { root, read } = rootWith();
  expect(initialize(root, {}).created).toBe(true);
  const values = readEnvText(read());
  expect(values.LITELLM_MASTER_KEY).toMatch(/^sk-[A-Za-z0-9]{40}$/);
  expect(values.MPC_API_KEY).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(values.REDIS_PASSWORD).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(values.SHOWRUNNER_CONFIG).toBe('local');
  expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
});

test('two installations have different secrets', () => {
  const [left, right] = [rootWith(), rootWith()];
  initialize(left.root, {});
  initialize(right.root, {});
  expect(readEnvText(left.read()).MPC_API_KEY).not.toBe(readEnvText(right.read()).MPC_API_KEY);
});

test('an .env that is there keeps every value and every remark, and only gets what it lacks', () => {
  const text = '# mine\r\nMPC_API_KEY=keep-me\r\nOPENAI_API_KEY=sk-x # from the console\r\nLITELLM_MASTER_KEY=\r\n';
  const { root, read } = rootWith(text);
  expect(initialize(root, {}).filled).toEqual(['LITELLM_MASTER_KEY', 'REDIS_PASSWORD', 'SHOWRUNNER_CONFIG']);
  const lines = read().split('\r\n');
  expect(lines.slice(0, 3)).toEqual(text.split('\r\n').slice(0, 3));
  expect(lines[3]).toMatch(/^LITELLM_MASTER_KEY=sk-/);
  expect(readEnvText(read())).toMatchObject({ MPC_API_KEY: 'keep-me', SHOWRUNNER_CONFIG: 'openai-only' });
});

test('a key that a file holds is not made a second time beside it', () => {
  const { root, read } = rootWith('LITELLM_MASTER_KEY_FILE=/run/secrets/master\n');
  const { filled } = initialize(root, { MPC_API_KEY_FILE: '/run/secrets/api' });
  expect(filled).toEqual(['REDIS_PASSWORD', 'SHOWRUNNER_CONFIG']);
  expect(readEnvText(read())).not.toHaveProperty('LITELLM_MASTER_KEY');
});

test('the second time there is nothing to do', () => {
  const { root, read } = rootWith();
  initialize(root, {});
  const before = read();
  expect(initialize(root, {})).toMatchObject({ created: false, filled: [] });
  expect(read()).toBe(before);
});

test.each([
  [{}, 'local'],
  [{ OPENAI_API_KEY: 'sk-1' }, 'openai-only'],
  [{ ANTHROPIC_API_KEY: 'sk-2' }, 'anthropic-only'],
  [{ OPENAI_API_KEY: 'sk-1', ANTHROPIC_API_KEY: 'sk-2' }, 'multi-provider'],
])('with the keys %j it chooses %s', (keys, configuration) => {
  const { root, read } = rootWith();
  initialize(root, keys);
  expect(readEnvText(read()).SHOWRUNNER_CONFIG).toBe(configuration);
});

test('a key that is added later serves, unless the operator has chosen local himself', () => {
  const { root, read } = rootWith();
  initialize(root, {});
  const chosenByInit = read();
  const withKey = { ...readEnvText(chosenByInit), OPENAI_API_KEY: 'sk-1' };
  expect(servingConfiguration(withKey, chosenByInit)).toBe('openai-only');
  expect(servingConfiguration(withKey, 'SHOWRUNNER_CONFIG=local\n')).toBe('local');
});

import { join } from 'node:path';
import { vendorVariables } from '@showrunner/providers';
import { expect, test } from 'vitest';
import { commandEnvironment } from '../environment.ts';
import { configurationForKeys } from './configuration-choice.ts';
import { knownSettings } from './known-settings.ts';

const known = knownSettings(join(import.meta.dirname, '../../../..'));
const vendorNames = vendorVariables.map(({ name }) => name);

test('whatever a vendor reads is a setting of this version', () => {
  expect(vendorNames.filter((name) => !known.has(name))).toEqual([]);
});

test('whatever the command line reads is one, but for what only a shell says', () => {
  expect(Object.keys(commandEnvironment.variables).filter((name) => !known.has(name))).toEqual(['CONFIG_FILE_PATH']);
});

test.each([
  ['openai', 'openai-only'],
  ['anthropic', 'anthropic-only'],
])('the key that %s reads first chooses its configuration, and the command line reads it', (vendor, configuration) => {
  const key = vendorVariables.find((variable) => variable.vendor.name === vendor)?.name ?? '';
  expect(configurationForKeys({ [key]: 'a key' })).toBe(configuration);
  expect(commandEnvironment.variables[key]?.secret).toBe(true);
});

import { vendorVariables } from '@showrunner/providers';
import { expect, test } from 'vitest';
import { vendorSettings } from './vendor-settings.ts';

test('every variable of a vendor is a setting, and every key a secret', () => {
  expect(Object.keys(vendorSettings)).toEqual(vendorVariables.map(({ name }) => name));
  const secrets = Object.keys(vendorSettings).filter((name) => vendorSettings[name]?.secret);
  expect(secrets).toEqual(vendorVariables.flatMap(({ name, isSecret }) => (isSecret ? [name] : [])));
});

test('the example of an .env shows a few, each one that some vendor reads', () => {
  const shown = Object.keys(vendorSettings).filter((name) => vendorSettings[name]?.inExample !== false);
  expect(shown).toEqual(['ANTHROPIC_API_KEY', 'AZURE_API_KEY', 'AZURE_API_BASE', 'OLLAMA_API_BASE', 'OPENAI_API_KEY']);
});

test('a further name of a key says after which it is read', () => {
  expect(vendorSettings.AZURE_OPENAI_API_KEY?.description).toBe('Read where AZURE_API_KEY is not set.');
});

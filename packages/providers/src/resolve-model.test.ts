import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { operationsSource, registrySource } from '../scripts/generate-registry.ts';
import { providers } from './registry.generated.ts';
import { resolveModel } from './resolve-model.ts';

describe('the registry of vendors', () => {
  it.each([
    ['registry.generated.ts', registrySource],
    ['spec/operations.generated.ts', operationsSource],
  ])('lists what the folders hold: %s', async (file, source) => {
    const written = await readFile(new URL(file, import.meta.url), 'utf8');
    expect(written, 'run npm run generate').toBe(source());
  });

  it('gives each prefix to one vendor', () => {
    const prefixes = providers.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe('a model name', () => {
  it.each([
    ['groq/llama-3.3-70b-versatile', 'groq', 'llama-3.3-70b-versatile'],
    ['openrouter/anthropic/claude-opus-4.5', 'openrouter', 'anthropic/claude-opus-4.5'],
    ['ollama_chat/qwen3:8b', 'ollama', 'qwen3:8b'],
    ['openai/my-own/model', 'openai', 'my-own/model'],
    ['gpt-5.4-mini', 'openai', 'gpt-5.4-mini'],
    ['o3-mini', 'openai', 'o3-mini'],
    ['ft:gpt-4o-mini-2024-07-18:acme::x', 'openai', 'ft:gpt-4o-mini-2024-07-18:acme::x'],
    ['claude-opus-4-8', 'anthropic', 'claude-opus-4-8'],
  ])('%s is %s’s %s', (written, vendor, model) => {
    expect(resolveModel(written)).toMatchObject({ adapter: { name: vendor }, model });
  });

  it.each([
    ['llama-3', 'azure', 'azure', 'llama-3'],
    ['azure/production', 'azure', 'azure', 'production'],
    ['anthropic/claude', 'openrouter', 'openrouter', 'anthropic/claude'],
  ])('%s goes to custom_llm_provider %s', (written, custom, vendor, model) => {
    expect(resolveModel(written, custom)).toMatchObject({ adapter: { name: vendor }, model });
  });

  it.each([
    ['llama-3', /no provider is known for the model "llama-3": write provider\/model/],
    ['nobody/llama-3', /the provider "nobody" is not known; known are .*anthropic.*openai/],
    ['openai/', /names a provider but no model/],
  ])('%s is explained', (written, problem) => {
    expect(resolveModel(written)).toEqual({ problem: expect.stringMatching(problem) as string });
  });
});

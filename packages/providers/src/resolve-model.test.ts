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
    ['whisper-1', 'openai', 'whisper-1'],
    ['tts-1', 'openai', 'tts-1'],
    ['omni-moderation-latest', 'openai', 'omni-moderation-latest'],
    ['chat-latest', 'openai', 'chat-latest'],
    ['daybreak-red-latest', 'openai', 'daybreak-red-latest'],
    ['jamba-large-1.7', 'ai21_chat', 'jamba-large-1.7'],
    ['cerebras/llama-4-scout', 'cerebras', 'llama-4-scout'],
    ['nano-gpt/glm-5', 'nano-gpt', 'glm-5'],
    ['openai_like/own', 'openai', 'own'],
    ['anthropic.claude-3-sonnet-20240229-v1:0', 'bedrock', 'anthropic.claude-3-sonnet-20240229-v1:0'],
    ['eu.amazon.nova-pro-v1:0', 'bedrock', 'eu.amazon.nova-pro-v1:0'],
    ['cohere.embed-english-v3:0', 'bedrock', 'cohere.embed-english-v3:0'],
  ])('%s is %s’s %s', (written, vendor, model) => {
    expect(resolveModel(written)).toMatchObject({ adapter: { name: vendor }, model });
  });

  it.each([
    ['llama-3', 'azure', 'azure', 'llama-3'],
    ['azure/production', 'azure', 'azure', 'production'],
    ['anthropic/claude', 'openrouter', 'openrouter', 'anthropic/claude'],
  ])('%s goes to custom_llm_provider %s', (written, custom, vendor, model) => {
    expect(resolveModel(written, { provider: custom })).toMatchObject({ adapter: { name: vendor }, model });
  });

  it.each([
    ['llama-3', 'https://api.groq.com/openai/v1', 'groq'],
    ['meta-llama/llama-3', 'https://api.deepinfra.com/v1/openai', 'deepinfra'],
  ])('%s is known by the address %s', (written, apiBase, vendor) => {
    expect(resolveModel(written, { apiBase })).toMatchObject({ adapter: { name: vendor }, model: written });
  });

  it.each([
    ['nlp_cloud/llama', /the provider "nlp_cloud" is not served here yet/],
    [
      'vertex_ai/jamba-1.5',
      /"jamba-1.5" cannot be called: of Vertex AI, Claude and Google’s own models are served here yet/,
    ],
    ['llama-3', /no provider is known for the model "llama-3": write provider\/model/],
    ['nobody/llama-3', /the provider "nobody" is not known/],
    ['openai/', /names a provider but no model/],
  ])('%s is explained', (written, problem) => {
    expect(resolveModel(written)).toEqual({ problem: expect.stringMatching(problem) as string });
  });
});

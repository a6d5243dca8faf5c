import { expect, test } from 'vitest';
import { findProvider } from '../../resolve-model.ts';
import type { HttpVendor } from '../../spec/adapter.ts';
import type { ProviderSettings } from '../../spec/call.ts';
import { passedHeaders, passedUrl } from './passage.ts';

function vendorCalled(name: string): HttpVendor {
  const vendor = findProvider(name);
  if (vendor?.transport !== 'http') throw new Error(name);
  return vendor;
}

test.each<[string, string, ProviderSettings, string]>([
  ['openai', '/v1/assistants', {}, 'https://api.openai.com/v1/assistants'],
  ['openai', '/chat/completions', {}, 'https://api.openai.com/v1/chat/completions'],
  ['openai', '/v1/files', { apiBase: 'http://localhost:8000' }, 'http://localhost:8000/v1/files'],
  ['openai', '/v1/files', { apiBase: 'http://localhost:8000/team/v1/' }, 'http://localhost:8000/team/v1/files'],
  ['anthropic', '/v1/messages', {}, 'https://api.anthropic.com/v1/messages'],
  ['anthropic', '/v1/skills', { apiBase: 'http://up/v1/messages' }, 'http://up/v1/skills'],
  [
    'gemini',
    '/v1/models/g:generateContent',
    {},
    'https://generativelanguage.googleapis.com/v1/models/g:generateContent',
  ],
  ['gemini', '/upload/v1beta/files', {}, 'https://generativelanguage.googleapis.com/upload/v1beta/files'],
  ['cohere', '/v2/chat', {}, 'https://api.cohere.com/v2/chat'],
  ['mistral', '/v1/ocr', {}, 'https://api.mistral.ai/v1/ocr'],
  ['openrouter', '/v1/credits', {}, 'https://openrouter.ai/api/v1/credits'],
  [
    'azure',
    '/openai/deployments/d/chat/completions',
    { apiBase: 'https://r.openai.azure.com/openai' },
    'https://r.openai.azure.com/openai/deployments/d/chat/completions',
  ],
  [
    'bedrock',
    '/model/us.amazon.nova-lite-v1:0/converse-stream',
    { options: { aws_region_name: 'eu-west-1' } },
    'https://bedrock-runtime.eu-west-1.amazonaws.com/model/us.amazon.nova-lite-v1%3A0/converse-stream',
  ],
  [
    'bedrock',
    '/model/arn:aws:bedrock:us-east-1:1:application-inference-profile/a/invoke',
    { options: { aws_region_name: 'eu-west-1' } },
    'https://bedrock-runtime.us-east-1.amazonaws.com/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Aapplication-inference-profile%2Fa/invoke',
  ],
  [
    'bedrock',
    '/knowledgebases/k/retrieve',
    { options: { aws_region_name: 'eu-west-1' } },
    'https://bedrock-agent-runtime.eu-west-1.amazonaws.com/knowledgebases/k/retrieve',
  ],
  [
    'vertex_ai',
    '/v1/projects/p/locations/europe-west1/publishers/google/models/g:generateContent',
    {},
    'https://europe-west1-aiplatform.googleapis.com/v1/projects/p/locations/europe-west1/publishers/google/models/g:generateContent',
  ],
  [
    'vertex_ai',
    '/publishers/google/models/g:generateContent',
    { options: { vertex_project: 'mine', vertex_location: 'global' } },
    'https://aiplatform.googleapis.com/v1/projects/mine/locations/global/publishers/google/models/g:generateContent',
  ],
  [
    'vertex_ai',
    '/cachedContents',
    { options: { vertex_project: 'mine', vertex_location: 'eu' } },
    'https://aiplatform.eu.rep.googleapis.com/v1beta1/projects/mine/locations/eu/cachedContents',
  ],
])('what is passed on to %s at %s goes where the vendor has it', (name, rest, settings, url) => {
  expect(passedUrl(vendorCalled(name), rest, settings)).toBe(url);
});

test('a server whose address nobody said is nowhere', () => {
  expect(passedUrl(vendorCalled('hosted_vllm'), '/v1/models', {})).toBeUndefined();
});

test.each<[string, ProviderSettings, Record<string, string>]>([
  ['mistral', { apiKey: 'k' }, { authorization: 'Bearer k' }],
  ['openai', { apiKey: 'k', organization: 'o' }, { authorization: 'Bearer k', 'openai-organization': 'o' }],
  ['anthropic', { apiKey: 'k' }, { 'x-api-key': 'k' }],
  [
    'anthropic',
    { apiKey: 'sk-ant-oat-1' },
    { authorization: 'Bearer sk-ant-oat-1', 'anthropic-beta': 'oauth-2025-04-20' },
  ],
  ['gemini', { apiKey: 'k' }, { 'x-goog-api-key': 'k' }],
  ['azure', { apiKey: 'k' }, { 'api-key': 'k' }],
  ['azure', { options: { azure_ad_token: 't' } }, { authorization: 'Bearer t' }],
  ['azure_ai', { apiKey: 'k', apiBase: 'https://mine.models.ai.azure.com' }, { authorization: 'Bearer k' }],
  ['bedrock', { apiKey: 'k' }, { authorization: 'Bearer k' }],
  ['hosted_vllm', { extraHeaders: { 'X-Team': 'a' } }, { 'x-team': 'a' }],
])('%s knows by whom it is called', (name, settings, headers) => {
  expect(passedHeaders(vendorCalled(name), settings)).toEqual(headers);
});

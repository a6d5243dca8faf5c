import { expect, test } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

const resource = 'https://mine.services.ai.azure.com';

test.each([
  [resource, undefined, `${resource}/models/chat/completions`, 'api-key'],
  [
    `${resource}/models/`,
    '2024-05-01-preview',
    `${resource}/models/chat/completions?api-version=2024-05-01-preview`,
    'api-key',
  ],
  [
    `${resource}/models/chat/completions?api-version=v`,
    'other',
    `${resource}/models/chat/completions?api-version=v`,
    'api-key',
  ],
  [
    'https://mistral-serverless.inference.azure.com/v1',
    undefined,
    'https://mistral-serverless.inference.azure.com/v1/chat/completions',
    'authorization',
  ],
])('%s in version %s is called at %s', (apiBase, apiVersion, expected, header) => {
  const { url, headers } = encodeCall(
    chat,
    {},
    { settings: { apiKey: 'k', apiBase, ...(apiVersion && { apiVersion }) } },
  );
  expect(url).toBe(expected);
  expect(Object.keys(headers)).toContain(header);
});

import { expect, test } from 'vitest';
import { responses } from './responses.ts';

test.each([
  [undefined, 'https://r.openai.azure.com/openai/v1/responses?api-version=preview'],
  ['preview', 'https://r.openai.azure.com/openai/v1/responses?api-version=preview'],
  ['v1', 'https://r.openai.azure.com/openai/v1/responses'],
  ['2025-04-01-preview', 'https://r.openai.azure.com/openai/responses?api-version=2025-04-01-preview'],
])('Azure’s responses of version %s are asked for at %s', (apiVersion, expected) => {
  const settings = {
    apiKey: 'k',
    apiBase: 'https://r.openai.azure.com/',
    ...(apiVersion !== undefined && { apiVersion }),
  };
  const call = { model: 'o_series/mine', settings, dropUnsupported: false };
  const { url, body } = responses.encode({ ...call, request: { model: 'm', input: 'Hi' } });
  expect(url).toBe(expected);
  expect(JSON.parse(body)).toEqual({ model: 'mine', input: 'Hi' });
});

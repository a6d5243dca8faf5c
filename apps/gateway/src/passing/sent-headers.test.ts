import { expect, test } from 'vitest';
import { sentHeaders } from './sent-headers.ts';

const headers = {
  authorization: 'Bearer sk-gateway',
  connection: 'keep-alive, X-Hop',
  'x-hop': '1',
  host: 'gateway',
  'content-length': '3',
  'content-type': 'application/json',
  cookie: 'session=1',
  'x-forwarded-for': '10.0.0.1',
  'x-litellm-tags': 'a',
  'accept-encoding': 'br',
  'user-agent': 'me/1',
  'anthropic-beta': 'skills-1',
  'openai-organization': 'another',
  'x-pass-openai-organization': 'named',
  'x-pass-authorization': 'Bearer stolen',
  'x-pass-host': 'evil.example',
  'x-pass-x-amz-date': '1',
  'x-team': 'blue',
};

test('a vendor is sent what it understands, and never who calls or who pays', () => {
  expect(sentHeaders(headers, { choice: 'known', withoutKeys: ['authorization'], own: { 'x-api-key': 'k' } })).toEqual({
    'content-type': 'application/json',
    'user-agent': 'me/1',
    'anthropic-beta': 'skills-1',
    'openai-organization': 'named',
    'x-api-key': 'k',
    'accept-encoding': 'identity',
  });
});

test('a target that gets all headers gets none of the connection and no key of the gateway', () => {
  expect(sentHeaders(headers, { choice: 'all', withoutKeys: ['authorization'], own: { 'x-team': 'red' } })).toEqual({
    'content-type': 'application/json',
    'user-agent': 'me/1',
    'anthropic-beta': 'skills-1',
    'openai-organization': 'named',
    'x-team': 'red',
    'accept-encoding': 'identity',
  });
});

test('betas of the caller and of the key stand beside each other', () => {
  const own = { 'anthropic-beta': 'oauth-1' };
  expect(sentHeaders(headers, { choice: 'known', withoutKeys: [], own })['anthropic-beta']).toBe('skills-1,oauth-1');
});

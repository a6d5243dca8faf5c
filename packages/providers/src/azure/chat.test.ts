import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

const settings = { apiKey: 'k', apiBase: 'https://res.openai.azure.com/' };

describe('Azure OpenAI', () => {
  it('is addressed by deployment and version, with its own key header', () => {
    const version = { apiVersion: '2025-04-01-preview' };
    const { url, headers } = encodeCall(chat, {}, { model: 'my gpt', settings: { ...settings, ...version } });
    expect(url).toBe(
      'https://res.openai.azure.com/openai/deployments/my%20gpt/chat/completions?api-version=2025-04-01-preview',
    );
    expect(headers).toMatchObject({ 'api-key': 'k' });
    expect(headers).not.toHaveProperty('authorization');
  });

  it('is addressed without either by its newer versions, and takes a token in place of the key', () => {
    const newer = { ...settings, apiVersion: 'v1', options: { azure_ad_token: 't' } };
    const { url, headers } = encodeCall(chat, {}, { settings: newer });
    expect(url).toBe('https://res.openai.azure.com/openai/v1/chat/completions');
    expect(headers).toMatchObject({ authorization: 'Bearer t' });
    expect(headers).not.toHaveProperty('api-key');
  });
});

import { expect, test } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { compatibleVendors } from './compatible-vendors.ts';

test.each(compatibleVendors.map(({ name, chat, defaultApiBase }) => [name, chat, defaultApiBase] as const))(
  '%s is called where LiteLLM calls it, with its key',
  (_, chat, defaultApiBase) => {
    if (!chat) throw new Error('has no chat');
    const own = { apiKey: 'sk-own' };
    const settings = defaultApiBase === undefined ? { ...own, apiBase: 'https://own.example/v1' } : own;
    const { url, headers, body } = encodeCall(chat, { max_completion_tokens: 5 }, { settings });
    expect(url).toBe(`${defaultApiBase ?? 'https://own.example/v1'}/chat/completions`);
    expect(headers).toMatchObject({ authorization: 'Bearer sk-own' });
    expect(JSON.stringify(body)).toMatch(/max(_completion)?_tokens[^a-z]*5/);
  },
);

test('a member has the name that the vendor gives it', () => {
  const limits = (vendor: string): unknown => {
    const chat = compatibleVendors.find(({ name }) => name === vendor)?.chat;
    return chat && encodeCall(chat, { max_completion_tokens: 5 }, { settings: { apiKey: 'k' } }).body;
  };
  expect(JSON.stringify(limits('cerebras'))).toContain('max_tokens');
  expect(JSON.stringify(limits('dashscope'))).toContain('max_completion_tokens');
});

import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import type { ChatCall, ChatRequest } from '../spec/operations/chat.ts';
import { chat } from './chat.ts';

function encode(request: Partial<ChatRequest>, call: Partial<ChatCall>) {
  return encodeCall(chat, request, call);
}

describe('OpenAI', () => {
  it.each([
    ['gpt-4.1', 'system'],
    ['o3-mini', 'developer'],
    ['gpt-5.4', 'developer'],
  ])('gives a developer message to %s as %s', (model, role) => {
    const messages = [{ role: 'developer' as const, content: 'Be brief.' }];
    expect(encode({ messages }, { model }).body.messages).toEqual([{ role, content: 'Be brief.' }]);
  });

  it.each([
    ['https://proxy.example/v1', 'https://proxy.example/v1/chat/completions'],
    ['https://proxy.example/v1/', 'https://proxy.example/v1/chat/completions'],
    ['https://proxy.example/v1/?code=a%2Fb', 'https://proxy.example/v1/chat/completions?code=a%2Fb'],
  ])('is asked below %s, whose query stands behind the path', (apiBase, url) => {
    expect(encode({}, { settings: { apiKey: 'k', apiBase } }).url).toBe(url);
  });

  it('speaks to reasoning models in their terms', () => {
    expect(encode({ max_tokens: 7, temperature: 1 }, { model: 'o3' }).body).toMatchObject({
      max_completion_tokens: 7,
      temperature: 1,
    });
    expect(encode({ max_tokens: 7 }, { model: 'o3' }).body).not.toHaveProperty('max_tokens');
    expect(() => encode({ temperature: 0.2 }, { model: 'gpt-5' })).toThrow(/"temperature" \(the model refuses it/);
    const dropped = encode({ temperature: 0.2 }, { model: 'gpt-5', dropUnsupported: true });
    expect(dropped.body).not.toHaveProperty('temperature');
    expect(dropped.warnings).toEqual([expect.objectContaining({ feature: 'temperature' })]);
  });

  it('samples as told where a model does not reason unless asked to', () => {
    const facts = { supportsNoReasoning: true };
    expect(encode({ temperature: 0.2 }, { model: 'gpt-5.4', facts }).body.temperature).toBe(0.2);
    const request = { temperature: 0.2, reasoning_effort: 'low' };
    expect(() => encode(request, { model: 'gpt-5.4', facts })).toThrow(/temperature/);
  });
});

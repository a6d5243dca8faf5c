import { describe, expect, test } from 'vitest';
import type { ChatRequest } from '../../spec/operations/chat.ts';
import { readGeneration } from './read-generation.ts';

function read(request: Partial<ChatRequest>) {
  const whole = { model: 'auto', messages: [{ role: 'user' as const, content: 'Say ja.' }], ...request };
  return readGeneration({ request: whole, model: 'auto', settings: {}, dropUnsupported: false }).generation;
}

describe('a generation read from a request', () => {
  test.each([
    ['Write a hook about coffee.', false],
    ['Write a hook about coffee in Japanese.', true],
    ['Topic: coffee. Language: ko', true],
    ['コーヒーについて', true],
  ])('may be answered in East Asian letters where it asks for them: %s', (content, allowed) => {
    expect(read({ messages: [{ role: 'user', content }] }).allowsEastAsian).toBe(allowed);
  });

  test('takes the newer name of the token limit first, and every text of `stop`', () => {
    expect(read({ max_tokens: 5, max_completion_tokens: 7, stop: 'END' })).toMatchObject({
      maxTokens: 7,
      stop: ['END'],
    });
  });

  test('refuses a repeat penalty that is none', () => {
    expect(() => read({ repeat_penalty: 0.5 })).toThrow('repeat_penalty is a number from 1 (none) to 2');
  });

  test('carries a tool and its result on as text', () => {
    const call = { id: 'call_1', type: 'function' as const, function: { name: 'get_time', arguments: '{}' } };
    const { messages } = read({
      messages: [
        { role: 'assistant', content: null, tool_calls: [call] },
        { role: 'tool', tool_call_id: 'call_1', name: 'get_time', content: '12:00' },
      ],
    });
    expect(messages).toEqual([
      { role: 'assistant', text: 'Called get_time({})' },
      { role: 'user', text: 'Result of the function get_time:\n12:00' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

describe('xAI', () => {
  it('has its reasoning models spared what they refuse', () => {
    expect(() => encodeCall(chat, { stop: 'x' }, { model: 'grok-4' })).toThrow(/"stop"/);
    expect(encodeCall(chat, { stop: 'x' }, { model: 'grok-3' }).body.stop).toBe('x');
  });
});

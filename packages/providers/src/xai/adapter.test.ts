import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat-call.ts';
import { adapter } from './adapter.ts';

describe('xAI', () => {
  it('has its reasoning models spared what they refuse', () => {
    expect(() => encodeCall(adapter, { stop: 'x' }, { model: 'grok-4' })).toThrow(/"stop"/);
    expect(encodeCall(adapter, { stop: 'x' }, { model: 'grok-3' }).body.stop).toBe('x');
  });
});

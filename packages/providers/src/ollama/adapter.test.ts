import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat-call.ts';
import { adapter } from './adapter.ts';

describe('Ollama', () => {
  it.each(['http://gpu:11434', 'http://gpu:11434/v1/'])('is found at its root, written %s', (apiBase) => {
    expect(encodeCall(adapter, {}, { settings: { apiBase } }).url).toBe('http://gpu:11434/v1/chat/completions');
  });
});

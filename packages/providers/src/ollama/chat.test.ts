import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

describe('Ollama', () => {
  it.each(['http://gpu:11434', 'http://gpu:11434/v1/'])('is found at its root, written %s', (apiBase) => {
    expect(encodeCall(chat, {}, { settings: { apiBase } }).url).toBe('http://gpu:11434/v1/chat/completions');
  });
});

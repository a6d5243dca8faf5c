import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

describe('Fireworks AI', () => {
  it.each([
    ['llama-v3p3-70b-instruct', 'accounts/fireworks/models/llama-v3p3-70b-instruct'],
    ['accounts/acme/models/own', 'accounts/acme/models/own'],
  ])('knows %s as %s', (model, known) => {
    expect(encodeCall(chat, {}, { model }).body.model).toBe(known);
  });
});

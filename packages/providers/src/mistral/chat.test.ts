import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

describe('Mistral', () => {
  it('gets its own names, and is not asked for usage', () => {
    const request = { max_completion_tokens: 5, seed: 1, tool_choice: 'required' as const, stream: true };
    const { body } = encodeCall(chat, request);
    expect(body).toMatchObject({ max_tokens: 5, random_seed: 1, tool_choice: 'any', stream: true });
    for (const member of ['seed', 'max_completion_tokens', 'stream_options']) expect(body).not.toHaveProperty(member);
  });
});

import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

describe('LM Studio', () => {
  it('is asked for any JSON object as a schema, because it has no JSON mode', () => {
    const { body } = encodeCall(chat, { response_format: { type: 'json_object' } });
    expect(body.response_format).toEqual({
      type: 'json_schema',
      json_schema: { name: 'object', schema: { type: 'object' } },
    });
  });
});

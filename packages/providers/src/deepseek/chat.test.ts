import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

describe('DeepSeek', () => {
  it('is asked for a schema in words', () => {
    const json_schema = { name: 'video', schema: { type: 'object', properties: { title: { type: 'string' } } } };
    const { body, warnings } = encodeCall(chat, { response_format: { type: 'json_schema', json_schema } });
    expect(body).toMatchObject({
      response_format: { type: 'json_object' },
      messages: [{ role: 'system', content: expect.stringContaining('"title"') as string }, { role: 'user' }],
    });
    expect(warnings).toEqual([expect.objectContaining({ feature: 'response_format' })]);
  });

  it('gets its reasoning back', () => {
    const messages = [{ role: 'assistant' as const, content: 'Yes.', reasoning_content: 'Hm.' }];
    expect(encodeCall(chat, { messages }).body.messages).toEqual(messages);
  });
});

import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat-call.ts';
import { adapter } from './adapter.ts';

describe('DeepSeek', () => {
  it('is asked for a schema in words', () => {
    const json_schema = { name: 'video', schema: { type: 'object', properties: { title: { type: 'string' } } } };
    const { body, warnings } = encodeCall(adapter, { response_format: { type: 'json_schema', json_schema } });
    expect(body).toMatchObject({
      response_format: { type: 'json_object' },
      messages: [{ role: 'system', content: expect.stringContaining('"title"') as string }, { role: 'user' }],
    });
    expect(warnings).toEqual([expect.objectContaining({ feature: 'response_format' })]);
  });

  it('gets its reasoning back', () => {
    const messages = [{ role: 'assistant' as const, content: 'Yes.', reasoning_content: 'Hm.' }];
    expect(encodeCall(adapter, { messages }).body.messages).toEqual(messages);
  });
});

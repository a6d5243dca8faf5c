import { describe, expect, test } from 'vitest';
import type { EncodedRequest } from '../../spec/call.ts';
import type { HttpProviderAdapter } from '../../spec/adapter.ts';
import { operationOf } from '../../spec/operation-of.ts';
import type { MessagesCall, MessagesRequest } from '../../spec/operations/messages.ts';
import { distinctVendors } from '../distinct-vendors.ts';
import { testSettings } from '../send-request.ts';

const vendors = distinctVendors
  .filter((adapter) => adapter.transport === 'http')
  .filter(({ messages }) => messages !== undefined);

/** What a program for coding sends; none of it is OpenAI's. */
const request: MessagesRequest = {
  model: 'shown',
  max_tokens: 100,
  system: [{ type: 'text', text: 'Be short', cache_control: { type: 'ephemeral' } }],
  messages: [
    { role: 'user', content: 'Grüße' },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'hm', signature: 'c2lnbmVk' },
        { type: 'tool_use', id: 'toolu_1', name: 'Read', input: { path: 'a' } },
      ],
    },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'x' }] },
  ],
  tools: [{ name: 'Read', input_schema: { type: 'object' }, eager_input_streaming: true }],
  thinking: { type: 'enabled', budget_tokens: 1024 },
};

function encode(adapter: HttpProviderAdapter, members: object = {}, call: Partial<MessagesCall> = {}): EncodedRequest {
  return operationOf(adapter, 'messages').encode({
    request: { ...request, ...members },
    model: 'claude-conformance',
    settings: testSettings('http://127.0.0.1:9'),
    dropUnsupported: false,
    ...call,
  });
}

describe.each(vendors)('$title as a vendor of messages', (adapter) => {
  const sent = (members: object): unknown => JSON.parse(encode(adapter, members).body);

  test('is sent what the caller sent', () => {
    const { model: _model, ...rest } = request;
    expect(sent({})).toMatchObject(rest);
  });

  test('is not sent what means "not set", nor what the gateway alone goes by', () => {
    const body = sent({ temperature: null, metadata: { user_id: 'u', tags: ['a'] } });
    expect(body).not.toHaveProperty('temperature');
    expect(body).toMatchObject({ metadata: { user_id: 'u' } });
    expect(body).not.toHaveProperty('metadata.tags');
  });

  test('is not sent thinking that nobody signed', () => {
    const content = [
      { type: 'thinking', thinking: 'of another model', signature: '' },
      { type: 'text', text: 'Hi' },
    ];
    expect(sent({ messages: [{ role: 'assistant', content }] })).toMatchObject({
      messages: [{ content: [{ type: 'text', text: 'Hi' }] }],
    });
  });
});

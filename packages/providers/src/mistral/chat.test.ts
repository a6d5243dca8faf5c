import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { compatibleVendors } from '../litellm/compatible-vendors.ts';
import type { ChatMessage, ChatRequest } from '../spec/operations/chat.ts';
import { chat } from './chat.ts';

describe('Mistral', () => {
  it('gets its own names, and is not asked for usage', () => {
    const request = { max_completion_tokens: 5, seed: 1, tool_choice: 'required' as const, stream: true };
    const { body } = encodeCall(chat, request);
    expect(body).toMatchObject({ max_tokens: 5, random_seed: 1, tool_choice: 'any', stream: true });
    for (const member of ['seed', 'max_completion_tokens', 'stream_options']) expect(body).not.toHaveProperty(member);
  });

  it('goes on with a history of others: calls without what streams add, and no turn that says nothing', () => {
    const called = { id: 'call_005AKQn2j5TE', type: 'function' as const, function: { name: 'f', arguments: '{}' } };
    const messages = [
      { role: 'user', content: 'Hello', name: 'ann' },
      { role: 'assistant', content: '', refusal: null, annotations: [] },
      { role: 'assistant', content: null, tool_calls: [{ ...called, index: 0, provider_specific_fields: null }] },
      { role: 'tool', tool_call_id: called.id, content: '1' },
      { role: 'assistant', content: [], tool_calls: [] },
      { role: 'user', content: 'And?' },
    ] as ChatMessage[];
    const codestral = compatibleVendors.find(({ name }) => name === 'codestral')?.chat;
    for (const of of [chat, codestral]) {
      const { body } = encodeCall(of ?? chat, { messages });
      const sent = body.messages as { tool_calls?: object[]; tool_call_id?: string }[];
      expect(sent).toHaveLength(4);
      const id = sent[2]?.tool_call_id;
      expect(id).toMatch(/^[a-zA-Z0-9]{9}$/);
      expect(sent[1]?.tool_calls).toEqual([{ ...called, id }]);
      expect(sent[0]).toEqual({ role: 'user', content: 'Hello' });
    }
  });

  it.each([
    'user',
    'modalities',
    'prompt_cache_key',
    'safety_identifier',
    'web_search_options',
    'function_call',
  ] as const)('is not sent %s, which it refuses', (member) => {
    const request: Partial<ChatRequest> = { [member]: 'auto' };
    expect(() => encodeCall(chat, request)).toThrow(member);
    const { body, warnings } = encodeCall(chat, request, { dropUnsupported: true });
    expect(body).not.toHaveProperty(member);
    expect(warnings).toMatchObject([{ feature: member }]);
  });

  it('is asked for an effort where the model takes one; Magistral thinks anyway', () => {
    const request = { reasoning_effort: 'high' };
    const reasons = { model: 'mistral-small-latest', facts: { reasons: true } };
    expect(encodeCall(chat, request, reasons).body).toMatchObject(request);
    const magistral = encodeCall(chat, request, { model: 'magistral-medium-latest' });
    expect([magistral.body.reasoning_effort, magistral.warnings]).toMatchObject([undefined, [{}]]);
    expect(() => encodeCall(chat, request, { model: 'mistral-tiny' })).toThrow('reasoning_effort');
  });

  it.each([
    ['https://m.test', 'https://m.test/v1/chat/completions'],
    ['https://m.test/v1/', 'https://m.test/v1/chat/completions'],
    ['https://m.test/eu', 'https://m.test/eu/v1/chat/completions'],
    ['https://m.test/v1/chat/completions', 'https://m.test/v1/chat/completions'],
  ])('is reached at %s as LiteLLM reaches it', (apiBase, url) => {
    expect(encodeCall(chat, {}, { settings: { apiKey: 'k', apiBase } }).url).toBe(url);
  });
});

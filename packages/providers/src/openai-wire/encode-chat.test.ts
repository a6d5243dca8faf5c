import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import type { ChatCall, ChatRequest } from '../spec/operations/chat.ts';
import { openAiChat } from './chat.ts';
import { defineOpenAiVendor } from './openai-vendor.ts';

const hello = [{ role: 'user' as const, content: 'Hello' }];

const plain = openAiChat(
  defineOpenAiVendor({
    name: 'plain',
    title: 'Plain',
    environment: {},
    keyRequired: true,
    defaultApiBase: 'https://plain.example/v1',
  }),
);

const acmeVendor = defineOpenAiVendor({
  name: 'acme',
  title: 'Acme',
  environment: { apiBase: ['ACME_API_BASE'] },
  keyRequired: false,
  defaultApiBase: undefined,
});

/** A vendor that differs in everything that a dialect can say in data. */
const acme = openAiChat(acmeVendor, {
  unsupported: ['logprobs', 'logit_bias'],
  renamed: { max_completion_tokens: 'max_tokens' },
  takesStreamOptions: false,
  extraMessageMembers: ['reasoning_content', 'cache_control'],
});

function encode(request: Partial<ChatRequest>, call: Partial<ChatCall> = {}) {
  return encodeCall(plain, request, { model: 'plain-1', settings: { apiKey: 'sk-test' }, ...call });
}

describe('a request on OpenAI’s wire', () => {
  it('goes out as it came, under the vendor’s model name', () => {
    const request = { temperature: 0.3, logit_bias: { '50256': -100 }, brand_new_member: { kept: true } };
    expect(encode(request)).toMatchObject({
      url: 'https://plain.example/v1/chat/completions',
      headers: { authorization: 'Bearer sk-test', 'content-type': 'application/json', 'accept-encoding': 'identity' },
      body: { ...request, messages: hello, model: 'plain-1' },
      warnings: [],
    });
  });

  it('leaves the caller’s request as it was', () => {
    const request: ChatRequest = Object.freeze({
      model: 'group',
      messages: [Object.freeze({ role: 'developer' as const, content: 'Be brief.' }), ...hello],
      max_tokens: 5,
      stream: true,
    });
    const before = structuredClone(request);
    encode(request);
    encodeCall(acme, request);
    expect(request).toEqual(before);
  });

  it('holds no null, and nothing that is meant for the gateway', () => {
    const { body } = encode({ stop: null, user: null, metadata: { team: 'a' } } as never);
    expect(Object.keys(body).sort()).toEqual(['messages', 'model']);
  });

  it('asks for usage in streams only', () => {
    expect(encode({ stream: true }).body.stream_options).toEqual({ include_usage: true });
    expect(encode({ stream: true, stream_options: { include_usage: false } }).body.stream_options).toEqual({
      include_usage: true,
    });
    expect(encode({ stream_options: { include_usage: true } }).body).not.toHaveProperty('stream_options');
  });

  it('carries on a conversation that began with another vendor', () => {
    const messages = [
      {
        role: 'user' as const,
        content: [{ type: 'text' as const, text: 'Hi', cache_control: { type: 'ephemeral' as const } }],
      },
      {
        role: 'assistant' as const,
        content: 'Yes?',
        reasoning_content: 'Hm.',
        thinking_blocks: [],
        provider_specific_fields: {},
      },
    ];
    expect(encode({ messages }).body.messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
      { role: 'assistant', content: 'Yes?' },
    ]);
    expect(encodeCall(acme, { messages }).body.messages).toEqual([
      messages[0],
      { role: 'assistant', content: 'Yes?', reasoning_content: 'Hm.' },
    ]);
  });

  it('lets the deployment’s own headers win, and joins addresses without double slashes', () => {
    const settings = { apiBase: 'http://host/v1//', extraHeaders: { Authorization: 'Basic x', 'X-Team': 'a' } };
    const { url, headers } = encode({}, { settings: { ...settings, organization: 'org-1' } });
    expect(url).toBe('http://host/v1/chat/completions');
    expect(headers).toMatchObject({ authorization: 'Basic x', 'x-team': 'a', 'openai-organization': 'org-1' });
  });

  it('says which address is missing where a vendor has none of its own', () => {
    expect(() => encodeCall(acme, {}, { settings: {} })).toThrow(/set litellm_params.api_base, or ACME_API_BASE/);
  });

  it('uses the names of a vendor, and does not ask for usage where that is refused', () => {
    const { body } = encodeCall(acme, { max_completion_tokens: 5, stream: true });
    expect(body).toMatchObject({ max_tokens: 5, stream: true });
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['max_completion_tokens']));
    expect(body).not.toHaveProperty('stream_options');
  });

  it('is refused with all members that a vendor cannot honour named at once', () => {
    expect(() => encodeCall(acme, { logprobs: true, logit_bias: {} })).toThrow(
      expect.objectContaining({
        status: 400,
        vendorParam: 'logprobs',
        message: expect.stringMatching(/logprobs.*logit_bias.*drop_params/) as string,
      }),
    );
  });
});

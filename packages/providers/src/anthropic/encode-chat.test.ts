import { describe, expect, it } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import type { ChatCall, ChatRequest } from '../spec/operations/chat.ts';
import type { ModelFacts } from '@showrunner/models';
import { chat } from './chat.ts';

const hello = [{ role: 'user' as const, content: 'Hello' }];

/** A model that samples as told and thinks within a budget, as Claude Haiku 4.5 does. */
const budgeted: ModelFacts = { maxOutputTokens: 64_000 };

const adaptive: ModelFacts = {
  maxOutputTokens: 128_000,
  supportsAdaptiveThinking: true,
  supportsSamplingParameters: false,
};

function encode(request: Partial<ChatRequest>, call: Partial<ChatCall> = {}) {
  return encodeCall(chat, request, {
    model: 'claude-haiku-4-5',
    settings: { apiKey: 'sk-ant-test' },
    facts: budgeted,
    ...call,
  });
}

const weather = {
  type: 'function' as const,
  function: { name: 'get_weather', parameters: { type: 'object', properties: {} } },
};

describe('a request to Anthropic', () => {
  it('holds what the Messages API wants and nothing else', () => {
    expect(encode({})).toEqual({
      url: 'https://api.anthropic.com/v1/messages',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-encoding': 'identity',
        'anthropic-version': '2023-06-01',
        'x-api-key': 'sk-ant-test',
      },
      body: {
        model: 'claude-haiku-4-5',
        max_tokens: 64_000,
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      },
      warnings: [],
    });
  });

  it.each(['http://host', 'http://host/', 'http://host/v1', 'http://host/v1/messages'])(
    'goes to the one address, written %s',
    (apiBase) => {
      expect(encode({}, { settings: { apiBase } }).url).toBe('http://host/v1/messages');
    },
  );

  it('asks for as much as the caller does, else as the model can write', () => {
    expect(encode({ max_tokens: 9 }).body.max_tokens).toBe(9);
    expect(encode({ max_tokens: 9, max_completion_tokens: 8 }).body.max_tokens).toBe(8);
    expect(encodeCall(chat, {}, { model: 'claude-next' }).body.max_tokens).toBe(32_000);
  });

  it('translates stop, user and native members', () => {
    const { body } = encode({
      stop: ['a', 'b'],
      user: 'u-1',
      stream: true,
      top_k: 5,
      cache_control: { type: 'ephemeral' },
    });
    expect(body).toMatchObject({
      stop_sequences: ['a', 'b'],
      metadata: { user_id: 'u-1' },
      stream: true,
      top_k: 5,
      cache_control: { type: 'ephemeral' },
    });
    expect(encode({ stop: 'x', user: 'someone@example.org' }).body).toMatchObject({ stop_sequences: ['x'] });
    expect(encode({ user: 'someone@example.org' }).body).not.toHaveProperty('metadata');
  });

  it('refuses what Anthropic does not have, or leaves it out with a warning', () => {
    const request = { seed: 1, frequency_penalty: 0.5, n: 1, presence_penalty: 0, logprobs: false };
    expect(() => encode(request)).toThrow(/"frequency_penalty".*"seed".*drop_params/);
    const dropped = encode(request, { dropUnsupported: true });
    expect(dropped.warnings.map(({ feature }) => feature)).toEqual(['frequency_penalty', 'seed']);
    expect(Object.keys(dropped.body).sort()).toEqual(['max_tokens', 'messages', 'model']);
  });
});

describe('a conversation for Anthropic', () => {
  it('has its instructions apart and its turns in alternation', () => {
    const { body } = encode({
      messages: [
        { role: 'system', content: 'A' },
        { role: 'user', content: 'One' },
        { role: 'user', content: 'Two' },
        { role: 'developer', content: [{ type: 'text', text: 'B', cache_control: { type: 'ephemeral' } }] },
        { role: 'assistant', content: 'Three ' },
      ],
    });
    expect(body.system).toEqual([
      { type: 'text', text: 'A' },
      { type: 'text', text: 'B', cache_control: { type: 'ephemeral' } },
    ]);
    expect(body.messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'One' },
          { type: 'text', text: 'Two' },
        ],
      },
      { role: 'assistant', content: [{ type: 'text', text: 'Three' }] },
    ]);
  });

  it('brings the results of parallel calls back in one turn, under ids that Anthropic takes', () => {
    const call = (id: string) => ({
      id,
      type: 'function' as const,
      function: { name: 'get_weather', arguments: '{"city":"Bern"}' },
    });
    const { body } = encode({
      tools: [weather],
      messages: [
        ...hello,
        { role: 'assistant', content: null, tool_calls: [call('functions.get:0'), call('b')] },
        { role: 'tool', tool_call_id: 'functions.get:0', content: 'Sun' },
        { role: 'tool', tool_call_id: 'b', content: [{ type: 'text', text: 'Rain' }] },
      ],
    });
    expect(body.messages).toMatchObject([
      {},
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'functions_get_0_AZoBbG2a', input: { city: 'Bern' } },
          { type: 'tool_use', id: 'b' },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'functions_get_0_AZoBbG2a', content: 'Sun' },
          { type: 'tool_result', tool_use_id: 'b', content: [{ type: 'text', text: 'Rain' }] },
        ],
      },
    ]);
  });

  it('gives thinking back, signed, before the call that it led to', () => {
    const thinking_blocks = [
      { type: 'thinking', thinking: 'Hm.', signature: 's' },
      { type: 'redacted_thinking', data: 'd' },
    ];
    const tool_calls = [{ id: 'a', type: 'function' as const, function: { name: 'f', arguments: '' } }];
    const { body } = encode({ messages: [...hello, { role: 'assistant', content: '', thinking_blocks, tool_calls }] });
    expect(body.messages).toMatchObject([{}, { content: [...thinking_blocks, { type: 'tool_use', input: {} }] }]);
  });

  it('shows images by address and by their bytes, and documents', () => {
    const image = (url: string) => ({ type: 'image_url' as const, image_url: { url } });
    const content = [
      image('https://example.org/a.png'),
      image('data:image/PNG;base64,AAAA'),
      { type: 'file', file: { file_data: 'data:application/pdf;base64,BBBB' } },
    ];
    expect(encode({ messages: [{ role: 'user', content }] }).body.messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'url', url: 'https://example.org/a.png' } },
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
          { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'BBBB' } },
        ],
      },
    ]);
  });

  it('is a turn of the user where there are instructions alone', () => {
    const { body } = encode({ messages: [{ role: 'system', content: 'Sing.' }] });
    expect(body).toMatchObject({ messages: [{ role: 'user', content: [{ type: 'text', text: 'Sing.' }] }] });
    expect(body).not.toHaveProperty('system');
  });

  it.each<[string, ChatRequest['messages'], RegExp]>([
    [
      'a sound',
      [{ role: 'user', content: [{ type: 'input_audio' }] }],
      /messages\[0\]\.content\[0\].*"input_audio".*reads text, image_url and file/,
    ],
    [
      'an image of a kind',
      [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:image/tiff;base64,AA' } }] }],
      /image_url\.url.*image\/png.*image\/tiff/,
    ],
    [
      'arguments that are no object',
      [{ role: 'assistant', tool_calls: [{ id: 'a', type: 'function', function: { name: 'f', arguments: '[1' } }] }],
      /tool_calls\[0\]\.function\.arguments/,
    ],
    ['a result without its call', [{ role: 'tool', content: 'x' }], /messages\[0\]\.tool_call_id is missing/],
    ['a function message', [{ role: 'function', name: 'f', content: 'x' }], /send tools and role "tool" instead/],
  ])('that holds %s it cannot read is refused, with the place and the fix', (_title, messages, words) => {
    expect(() => encode({ messages }, { dropUnsupported: true })).toThrow(
      expect.objectContaining({
        status: 400,
        kind: 'invalid_request',
        message: expect.stringMatching(words) as string,
      }),
    );
  });
});

describe('tools and structured output for Anthropic', () => {
  it.each<[Partial<ChatRequest>, object | undefined]>([
    [{}, undefined],
    [{ tool_choice: 'auto' }, undefined],
    [{ tool_choice: 'none' }, { type: 'none' }],
    [{ tool_choice: 'required' }, { type: 'any' }],
    [{ tool_choice: { type: 'function', function: { name: 'get_weather' } } }, { type: 'tool', name: 'get_weather' }],
    [{ parallel_tool_calls: false }, { type: 'auto', disable_parallel_tool_use: true }],
  ])('translate %j', (request, choice) => {
    const { body } = encode({ tools: [weather], ...request });
    expect(body.tool_choice).toEqual(choice);
    expect(body.tools).toEqual([
      { type: 'custom', name: 'get_weather', input_schema: { type: 'object', properties: {} } },
    ]);
  });

  const schema = { type: 'object', properties: { title: { type: 'string', maxLength: 100 } }, required: ['title'] };
  const response_format = { type: 'json_schema' as const, json_schema: { name: 'video', schema } };

  it('hold answers to a schema by the output format, what it cannot hold said in words', () => {
    expect(encode({ response_format }).body).toMatchObject({
      output_config: {
        format: {
          type: 'json_schema',
          schema: {
            type: 'object',
            properties: { title: { type: 'string', description: 'maxLength: 100' } },
            required: ['title'],
            additionalProperties: false,
          },
        },
      },
    });
  });

  it.each(['claude-3-haiku-20240307', 'claude-sonnet-4-20250514', 'claude-opus-4-0'])(
    'force a tool on %s, which has no format',
    (model) => {
      const { body } = encode({ response_format }, { model });
      expect(body).toMatchObject({
        tools: [{ name: 'json_tool_call', input_schema: schema }],
        tool_choice: { type: 'tool', name: 'json_tool_call', disable_parallel_tool_use: true },
      });
      expect(body).not.toHaveProperty('output_config');
    },
  );

  it('use the tool for maps with free keys, without forcing it while the model thinks or has other tools', () => {
    const map = { type: 'object', additionalProperties: { type: 'number' } };
    const asked = { response_format: { type: 'json_schema' as const, json_schema: { name: 'map', schema: map } } };
    expect(encode({ ...asked, reasoning_effort: 'low' }).body.tool_choice).toMatchObject({ type: 'auto' });
    expect(encode({ ...asked, tools: [weather] }).body.tool_choice).toMatchObject({ type: 'any' });
  });

  it('ask for JSON without a schema in vain, and say so', () => {
    expect(encode({ response_format: { type: 'json_object' } }).warnings).toEqual([
      expect.objectContaining({ feature: 'response_format' }),
    ]);
  });
});

describe('thinking and sampling with Anthropic', () => {
  it.each([
    ['low', 1024],
    ['medium', 2048],
    ['high', 4096],
  ])('effort %s is a budget of %i tokens', (reasoning_effort, budget_tokens) => {
    expect(encode({ reasoning_effort }).body.thinking).toEqual({ type: 'enabled', budget_tokens });
  });

  it('leaves room for the answer, or does not think at all', () => {
    expect(encode({ reasoning_effort: 'high', max_tokens: 3000 }).body.thinking).toEqual({
      type: 'enabled',
      budget_tokens: 1500,
    });
    const cramped = encode({ reasoning_effort: 'low', max_tokens: 500 });
    expect(cramped.body).not.toHaveProperty('thinking');
    expect(cramped.warnings).toEqual([expect.objectContaining({ feature: 'reasoning_effort' })]);
  });

  it('is an effort where the model decides, also for a model that nobody knows yet', () => {
    for (const facts of [{ facts: adaptive }, { facts: undefined }]) {
      const { body } = encode({ reasoning_effort: 'medium' }, facts as Partial<ChatCall>);
      expect(body).toMatchObject({ thinking: { type: 'adaptive' }, output_config: { effort: 'medium' } });
    }
  });

  it('is switched off by none, and passed on as the caller wrote it', () => {
    expect(encode({ reasoning_effort: 'none' }).body.thinking).toEqual({ type: 'disabled' });
    const thinking = { type: 'enabled', budget_tokens: 3333 };
    expect(encode({ thinking, reasoning_effort: 'low' }).body.thinking).toEqual(thinking);
  });

  it('refuses an effort that it does not know, with those that it knows', () => {
    expect(() => encode({ reasoning_effort: 'huge' })).toThrow(/"huge" is not known; allowed are none, minimal, low/);
  });

  it('keeps temperature within Anthropic’s range', () => {
    expect(encode({ temperature: 0.4 }).body.temperature).toBe(0.4);
    expect(encode({ temperature: 1.7 }).warnings).toEqual([expect.objectContaining({ feature: 'temperature' })]);
  });

  it('sends no sampling where the model refuses it', () => {
    expect(() => encode({ temperature: 0.4 }, { facts: adaptive })).toThrow(/"temperature" \(the model refuses it\)/);
    expect(() => encode({ temperature: 0.4, reasoning_effort: 'low' })).toThrow(/while it thinks/);
    expect(() => encode({ temperature: 0.4, top_p: 0.9 })).toThrow(
      /"top_p" \(it is refused together with temperature\)/,
    );
    expect(encode({ temperature: 1, top_p: 1 }, { facts: adaptive }).warnings).toEqual([]);
  });
});

describe('what Anthropic has beside OpenAI’s members', () => {
  const sent = (content: object[], members: Partial<ChatRequest> = {}) =>
    encodeCall(chat, { messages: [{ role: 'user', content: content as never }], ...members }).body;

  it('takes files as documents: PDF, text of any kind, an id, an address, and blocks of its own', () => {
    const text = `data:text/markdown;base64,${Buffer.from('# Größe').toString('base64')}`;
    const native = {
      type: 'document',
      source: { type: 'url', url: 'https://example.com/b.pdf' },
      citations: { enabled: true },
    };
    const body = sent([
      { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBERg==' } },
      { type: 'file', file: { filename: 'a.md', file_data: text } },
      { type: 'file', file: { file_id: 'file_1' } },
      { type: 'file', file: { file_data: 'https://example.com/a.pdf' } },
      native,
    ]);
    expect(body.messages).toEqual([
      {
        role: 'user',
        content: [
          {
            type: 'document',
            title: 'a.pdf',
            source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERg==' },
          },
          { type: 'document', title: 'a.md', source: { type: 'text', media_type: 'text/plain', data: '# Größe' } },
          { type: 'document', source: { type: 'file', file_id: 'file_1' } },
          { type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } },
          native,
        ],
      },
    ]);
  });

  it('searches the web with a tool of its own, and holds tools to their schema where asked', () => {
    const body = sent([{ type: 'text', text: 'x' }], {
      web_search_options: {
        search_context_size: 'high',
        user_location: { type: 'approximate', approximate: { country: 'AT', city: 'Wien' } },
      },
      tools: [{ type: 'function', function: { name: 'a', strict: true, parameters: { type: 'object' } } }],
    });
    expect(body.tools).toMatchObject([
      { name: 'a', strict: true },
      {
        type: 'web_search_20250305',
        name: 'web_search',
        max_uses: 10,
        user_location: { type: 'approximate', country: 'AT', city: 'Wien' },
      },
    ]);
  });
});

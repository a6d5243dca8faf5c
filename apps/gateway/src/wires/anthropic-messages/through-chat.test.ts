import Anthropic from '@anthropic-ai/sdk';
import { openAiChunks, openAiCompletion, openAiError, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { chatModel, startGateway } from '../../testing/start-gateway.ts';

const weather = {
  name: 'get_weather',
  description: 'The weather of a city',
  input_schema: { type: 'object' as const, properties: { city: { type: 'string' } }, required: ['city'] },
};
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function question(members: object = {}): Anthropic.MessageCreateParamsNonStreaming {
  return { model: 'm', max_tokens: 100, messages: [{ role: 'user', content: 'Say hello' }], ...members };
}

test('a message is answered by a vendor of chat completions', async () => {
  const usage = { promptTokens: 20, completionTokens: 3, cachedTokens: 8 };
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'Grüße', usage }) }]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const message = await gateway.anthropic.messages.create(
    question({
      system: [{ type: 'text', text: 'Be short', cache_control: { type: 'ephemeral' } }],
      stop_sequences: ['END'],
    }),
  );
  expect(message).toMatchObject({
    type: 'message',
    role: 'assistant',
    model: 'm',
    content: [{ type: 'text', text: 'Grüße' }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 12, cache_read_input_tokens: 8, output_tokens: 3 },
  });
  expect(upstream.requests[0]?.body).toEqual({
    model: 'gpt-5.4',
    max_completion_tokens: 100,
    messages: [
      { role: 'system', content: [{ type: 'text', text: 'Be short' }] },
      { role: 'user', content: 'Say hello' },
    ],
    stop: ['END'],
  });
});

test('calls of tools go there and back, several at once, with images in a result', async () => {
  const toolCalls = [
    { id: 'call_1', name: 'get_weather', arguments: '{"city":"Wien"}' },
    { id: 'call.2', name: 'get_weather', arguments: '{"city":"東京"}' },
  ];
  await using upstream = await startScriptedUpstream([
    { json: openAiCompletion({ toolCalls }) },
    { json: openAiCompletion({ text: 'Sunny' }) },
  ]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const asked = question({ tools: [weather], tool_choice: { type: 'any', disable_parallel_tool_use: false } });
  const called = await gateway.anthropic.messages.create(asked);
  expect(called.stop_reason).toBe('tool_use');
  expect(called.content).toEqual([
    { type: 'tool_use', id: 'call_1', name: 'get_weather', input: { city: 'Wien' } },
    { type: 'tool_use', id: 'call_2', name: 'get_weather', input: { city: '東京' } },
  ]);
  expect(upstream.requests[0]?.body).toMatchObject({
    tools: [{ type: 'function', function: { name: 'get_weather', parameters: weather.input_schema } }],
    tool_choice: 'required',
  });
  await gateway.anthropic.messages.create({
    ...asked,
    tool_choice: { type: 'auto' },
    messages: [
      ...asked.messages,
      { role: 'assistant', content: called.content },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 'call_1',
            content: [
              { type: 'text', text: 'see' },
              { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PIXEL } },
            ],
          },
          { type: 'tool_result', tool_use_id: 'call_2', content: 'no such city', is_error: true },
          { type: 'text', text: 'And now?' },
        ],
      },
    ],
  });
  expect(upstream.requests[1]?.body).toHaveProperty('messages', [
    { role: 'user', content: 'Say hello' },
    {
      role: 'assistant',
      tool_calls: [
        { id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Wien"}' } },
        { id: 'call_2', type: 'function', function: { name: 'get_weather', arguments: '{"city":"東京"}' } },
      ],
    },
    { role: 'tool', tool_call_id: 'call_1', content: 'see' },
    { role: 'tool', tool_call_id: 'call_2', content: 'Error: no such city' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What the tool call call_1 returned:' },
        { type: 'image_url', image_url: { url: `data:image/png;base64,${PIXEL}` } },
        { type: 'text', text: 'And now?' },
      ],
    },
  ]);
});

test('documents become files and text', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const content: Anthropic.ContentBlockParam[] = [
    { type: 'document', title: 'a.pdf', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERg==' } },
    { type: 'document', title: 'Notes', source: { type: 'text', media_type: 'text/plain', data: 'Größe: 3' } },
    { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } },
  ];
  await gateway.anthropic.messages.create(question({ messages: [{ role: 'user', content }] }));
  expect(upstream.requests[0]?.body).toMatchObject({
    messages: [
      {
        content: [
          { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBERg==' } },
          { type: 'text', text: 'Notes\n\nGröße: 3' },
          { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
        ],
      },
    ],
  });
});

test('a stream has the events of the Messages API in their order', async () => {
  await using upstream = await startScriptedUpstream([{ sse: openAiChunks('Hello there') }]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const stream = await gateway.anthropic.messages.create({ ...question(), stream: true });
  const events = await Array.fromAsync(stream);
  const types = events.map(({ type }) => type);
  // The SDK keeps pings to itself.
  expect(types.filter((type, place) => type !== types[place - 1])).toEqual([
    'message_start',
    'content_block_start',
    'content_block_delta',
    'content_block_stop',
    'message_delta',
    'message_stop',
  ]);
  expect(events[0]).toMatchObject({ message: { model: 'm', content: [], stop_reason: null } });
  expect(events.at(-2)).toMatchObject({
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { input_tokens: 9, output_tokens: 12 },
  });
  expect(upstream.requests[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
});

test('thinking, words and calls that come interleaved are blocks one behind the other', async () => {
  const chunk = (delta: object, finish_reason: string | null = null): object => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'up',
    choices: [{ index: 0, delta, finish_reason }],
  });
  const call = (index: number, members: object): object => ({ tool_calls: [{ index, ...members }] });
  const opened = (index: number): object =>
    call(index, { id: `call_${index}`, type: 'function', function: { name: 'get_weather', arguments: '' } });
  const sse = [
    chunk({ role: 'assistant', reasoning_content: 'Let me ' }),
    chunk({ reasoning_content: 'think' }),
    chunk({ content: 'I will look' }),
    chunk(opened(0)),
    chunk(opened(1)),
    chunk(call(1, { function: { arguments: '{"city":' } })),
    chunk(call(0, { function: { arguments: '{"city":"W' } })),
    chunk(call(1, { function: { arguments: '"Rom"}' } })),
    chunk(call(0, { function: { arguments: 'ien"}' } })),
    chunk({}, 'tool_calls'),
  ];
  await using upstream = await startScriptedUpstream([{ sse }]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const message = await gateway.anthropic.messages.stream(question({ tools: [weather] })).finalMessage();
  expect(message.content).toMatchObject([
    { type: 'thinking', thinking: 'Let me think', signature: '' },
    { type: 'text', text: 'I will look' },
    { type: 'tool_use', id: 'call_0', input: { city: 'Wien' } },
    { type: 'tool_use', id: 'call_1', input: { city: 'Rom' } },
  ]);
  expect(message.stop_reason).toBe('tool_use');
});

test('a stream that is cut is an error and no end', async () => {
  const sse = openAiChunks('Hello there').slice(0, 3);
  await using upstream = await startScriptedUpstream([{ sse, done: false }]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const stream = await gateway.anthropic.messages.create({ ...question(), stream: true });
  await expect(Array.fromAsync(stream)).rejects.toThrow(Anthropic.APIError);
});

test('errors have Anthropic’s shape, whoever makes them', async () => {
  await using upstream = await startScriptedUpstream([
    { status: 429, json: openAiError('slow down', 'rate_limit_error'), headers: { 'retry-after': '7' } },
  ]);
  await using gateway = await startGateway({
    model_list: [chatModel('m', upstream.url)],
    router_settings: { num_retries: 0 },
  });
  const limited = await gateway.anthropic.messages.create(question()).catch((error: unknown) => error);
  expect(limited).toBeInstanceOf(Anthropic.RateLimitError);
  expect(limited).toMatchObject({
    error: {
      type: 'error',
      error: { type: 'rate_limit_error', message: expect.stringContaining('slow down') as string },
    },
  });
  const unknown = await gateway.anthropic.messages
    .create(question({ model: 'nobody' }))
    .catch((error: unknown) => error);
  expect(unknown).toBeInstanceOf(Anthropic.BadRequestError);
  const wrongKey = await new Anthropic({ baseURL: gateway.url, apiKey: 'sk-wrong', maxRetries: 0 }).messages
    .create(question())
    .catch((error: unknown) => error);
  expect(wrongKey).toBeInstanceOf(Anthropic.AuthenticationError);
});

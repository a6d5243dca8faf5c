import type Anthropic from '@anthropic-ai/sdk';
import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../../testing/start-gateway.ts';

const weather = {
  name: 'get_weather',
  description: 'The weather of a city',
  input_schema: { type: 'object' as const, properties: { city: { type: 'string' } } },
};
const usage = {
  input_tokens: 20,
  input_tokens_details: { cached_tokens: 8 },
  output_tokens: 30,
  output_tokens_details: { reasoning_tokens: 9 },
  total_tokens: 50,
};
const thought = {
  type: 'reasoning',
  id: 'rs_1',
  summary: [
    { type: 'summary_text', text: 'Wien?' },
    { type: 'summary_text', text: '東京？' },
  ],
  encrypted_content: 'gAAAsealed==',
};
const called = (id: string, city: string): object => ({
  type: 'function_call',
  id: `fc_${id}`,
  call_id: `call_${id}`,
  name: 'get_weather',
  arguments: JSON.stringify({ city }),
});
const said = {
  type: 'message',
  id: 'msg_1',
  role: 'assistant',
  content: [{ type: 'output_text', text: 'Ich sehe nach' }],
};
const response = (output: object[], more: object = {}): object => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1_763_856_000,
  status: 'completed',
  model: 'gpt-5.4-2026-03-05',
  output,
  usage,
  ...more,
});

function question(members: object = {}): Anthropic.MessageCreateParamsNonStreaming {
  return { model: 'm', max_tokens: 100, messages: [{ role: 'user', content: 'Say hello' }], ...members };
}

test('OpenAI’s own models are asked for responses, and what they thought goes on with the next turn', async () => {
  await using upstream = await startScriptedUpstream([
    { json: response([thought, said, called('1', 'Wien'), called('2', '東京')]) },
    { json: response([{ ...said, content: [{ type: 'output_text', text: '晴れ' }] }]) },
  ]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const asked = question({
    system: 'Sei kurz',
    tools: [weather],
    tool_choice: { type: 'any' },
    thinking: { type: 'enabled', budget_tokens: 2048 },
    temperature: 1,
    metadata: { user_id: 'u-1' },
  });
  const first = await gateway.anthropic.messages.create(asked);
  expect(first).toMatchObject({
    model: 'm',
    stop_reason: 'tool_use',
    content: [
      { type: 'thinking', thinking: 'Wien?\n\n東京？', signature: expect.stringContaining('gAAAsealed==') as string },
      { type: 'text', text: 'Ich sehe nach' },
      { type: 'tool_use', id: 'call_1', name: 'get_weather', input: { city: 'Wien' } },
      { type: 'tool_use', id: 'call_2', input: { city: '東京' } },
    ],
    usage: { input_tokens: 12, cache_read_input_tokens: 8, output_tokens: 30 },
  });
  expect(upstream.requests[0]).toMatchObject({
    path: '/v1/responses',
    body: {
      model: 'gpt-5.4',
      instructions: 'Sei kurz',
      input: [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Say hello' }] }],
      include: ['reasoning.encrypted_content'],
      max_output_tokens: 100,
      reasoning: { effort: 'medium' },
      tool_choice: 'required',
      tools: [{ type: 'function', name: 'get_weather', parameters: weather.input_schema, strict: false }],
      user: 'u-1',
    },
  });
  const results = ['call_1', 'call_2'].map((tool_use_id) => ({
    type: 'tool_result' as const,
    tool_use_id,
    content: 'sunny',
  }));
  await gateway.anthropic.messages.create({
    ...asked,
    messages: [...asked.messages, { role: 'assistant', content: first.content }, { role: 'user', content: results }],
  });
  expect(upstream.requests[1]?.body).toMatchObject({
    input: [
      { role: 'user' },
      { type: 'reasoning', encrypted_content: 'gAAAsealed==', summary: [{ type: 'summary_text' }] },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Ich sehe nach' }] },
      { type: 'function_call', call_id: 'call_1', arguments: '{"city":"Wien"}' },
      { type: 'function_call', call_id: 'call_2' },
      { type: 'function_call_output', call_id: 'call_1', output: 'sunny' },
      { type: 'function_call_output', call_id: 'call_2', output: 'sunny' },
    ],
  });
});

test('the requests of Claude Code 2.1.197 go through, with all that other vendors do not have', async () => {
  await using upstream = await startScriptedUpstream([{ json: response([said]) }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const mark = { cache_control: { type: 'ephemeral' } };
  const request = {
    model: 'm',
    max_tokens: 32_000,
    system: [
      { type: 'text', text: 'x-anthropic-billing-header: cc_version=2.1.197.41f; cc_entrypoint=sdk-cli;' },
      { type: 'text', text: 'You are an agent.', ...mark },
      { type: 'text', text: 'Work in /srv/größe.', ...mark },
    ],
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'Read note.txt' }] },
      { role: 'system', content: 'Available agents: none' },
      {
        role: 'assistant',
        content: [
          { type: 'redacted_thinking', data: 'openai:gAAAsealed==' },
          { type: 'tool_use', id: 'call_1', name: 'Read', input: { file_path: 'note.txt' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'call_1', content: '東京', ...mark }] },
    ],
    tools: [{ name: 'Read', description: 'Reads', input_schema: { type: 'object' } }],
    thinking: { type: 'adaptive' },
    output_config: { effort: 'high' },
    context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
    metadata: { user_id: JSON.stringify({ device_id: 'd'.repeat(64), account_uuid: '', session_id: 's' }) },
  };
  const headers = {
    'anthropic-version': '2023-06-01',
    'anthropic-beta': 'claude-code-20250219,interleaved-thinking-2025-05-14,effort-2025-11-24',
  };
  expect((await gateway.postTo('/v1/messages?beta=true', request, headers)).status).toBe(200);
  expect(upstream.requests[0]?.body).toEqual({
    model: 'gpt-5.4',
    instructions: 'You are an agent.\nWork in /srv/größe.',
    input: [
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Read note.txt' }] },
      { type: 'message', role: 'system', content: [{ type: 'input_text', text: 'Available agents: none' }] },
      { type: 'reasoning', summary: [], encrypted_content: 'gAAAsealed==' },
      { type: 'function_call', call_id: 'call_1', name: 'Read', arguments: '{"file_path":"note.txt"}' },
      { type: 'function_call_output', call_id: 'call_1', output: '東京' },
    ],
    include: ['reasoning.encrypted_content'],
    max_output_tokens: 32_000,
    reasoning: { effort: 'high' },
    tools: [{ type: 'function', name: 'Read', description: 'Reads', parameters: { type: 'object' }, strict: false }],
  });
});

/** The events of the first response above. */
const events: object[] = [
  { type: 'response.created', response: response([], { status: 'in_progress', usage: null }) },
  { type: 'response.output_item.added', output_index: 0, item: { type: 'reasoning', id: 'rs_1', summary: [] } },
  { type: 'response.reasoning_summary_part.added', output_index: 0, summary_index: 0 },
  { type: 'response.reasoning_summary_text.delta', output_index: 0, delta: 'Wien?' },
  { type: 'response.reasoning_summary_part.added', output_index: 0, summary_index: 1 },
  { type: 'response.reasoning_summary_text.delta', output_index: 0, delta: '東京？' },
  { type: 'response.output_item.done', output_index: 0, item: thought },
  { type: 'response.output_item.added', output_index: 1, item: { ...said, content: [] } },
  { type: 'response.output_text.delta', output_index: 1, delta: 'Ich sehe' },
  { type: 'response.output_text.delta', output_index: 1, delta: ' nach' },
  { type: 'response.output_item.done', output_index: 1, item: said },
  { type: 'response.output_item.added', output_index: 2, item: { ...called('1', ''), arguments: '' } },
  { type: 'response.function_call_arguments.delta', output_index: 2, delta: '{"city":' },
  { type: 'response.function_call_arguments.delta', output_index: 2, delta: '"Wien"}' },
  { type: 'response.output_item.done', output_index: 2, item: called('1', 'Wien') },
  { type: 'response.output_item.added', output_index: 3, item: { ...called('2', ''), arguments: '' } },
  { type: 'response.output_item.done', output_index: 3, item: called('2', '東京') },
  { type: 'response.completed', response: response([]) },
];

test('the same in a stream, block by block, whose usage is known at its end', async () => {
  await using upstream = await startScriptedUpstream([{ sse: events, done: false, afterwards: 'hang' }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const message = await gateway.anthropic.messages.stream(question({ tools: [weather] })).finalMessage();
  expect(message).toMatchObject({
    stop_reason: 'tool_use',
    content: [
      { type: 'thinking', thinking: 'Wien?\n\n東京？', signature: expect.stringContaining('gAAAsealed==') as string },
      { type: 'text', text: 'Ich sehe nach' },
      { type: 'tool_use', id: 'call_1', input: { city: 'Wien' } },
      { type: 'tool_use', id: 'call_2', input: { city: '東京' } },
    ],
    usage: { output_tokens: 30 },
  });
});

test.each<[string, object, string]>([
  ['the longest answer', { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }, 'max_tokens'],
  ['a filter', { status: 'incomplete', incomplete_details: { reason: 'content_filter' } }, 'refusal'],
])('a response that %s ended says so', async (_, more, stop_reason) => {
  await using upstream = await startScriptedUpstream([{ json: response([said], more) }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  expect(await gateway.anthropic.messages.create(question())).toMatchObject({ stop_reason });
});

test('a response that failed is an error, in a stream too, and no stop', async () => {
  const error = { code: 'rate_limit_exceeded', message: 'zu viel' };
  const failed = { type: 'response.failed', response: response([], { status: 'failed', error }) };
  await using upstream = await startScriptedUpstream([
    { json: response([], { status: 'failed', error }) },
    { sse: [...events.slice(0, 9), failed], done: false, gapMs: 5 },
  ]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url)],
    router_settings: { num_retries: 0 },
  });
  await expect(gateway.anthropic.messages.create(question())).rejects.toThrow('zu viel');
  const stream = await gateway.anthropic.messages.create({ ...question(), stream: true });
  await expect(Array.fromAsync(stream)).rejects.toThrow('zu viel');
});

test.each<[string, object, object, object]>([
  ['what stops an answer is a chat’s alone', { stop_sequences: ['終'] }, {}, {}],
  ['nobody knows the model', {}, { model: 'openai/eigenes' }, {}],
  ['its deployment wants chats', {}, { use_chat_completions_api: true }, {}],
  ['the file wants chats', {}, {}, { litellm_settings: { use_chat_completions_url_for_anthropic_messages: true } }],
])('a chat is asked for where %s', async (_, members, params, settings) => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'Grüße' }) }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, params)], ...settings });
  expect(await gateway.anthropic.messages.create(question(members))).toMatchObject({ content: [{ text: 'Grüße' }] });
  expect(upstream.requests[0]?.path).toBe('/v1/chat/completions');
});

test('a model that gives responses alone answers chats', async () => {
  await using upstream = await startScriptedUpstream([{ json: response([said]) }, { sse: events, done: false }]);
  const entry = { ...openAiModel('m', upstream.url, { model: 'openai/eigenes' }), model_info: { mode: 'responses' } };
  await using gateway = await startGateway({ model_list: [entry] });
  const whole = await gateway.openai.chat.completions.create(ask('m', { max_tokens: 1 }));
  expect(whole.choices[0]).toMatchObject({ message: { content: 'Ich sehe nach' }, finish_reason: 'stop' });
  expect(upstream.requests[0]).toMatchObject({ path: '/v1/responses', body: { max_output_tokens: 16 } });
  const stream = await gateway.openai.chat.completions.create({ ...ask('m'), stream: true });
  const calls: string[] = [];
  for await (const { choices } of stream) {
    for (const call of choices[0]?.delta.tool_calls ?? []) calls.push(call.function?.arguments ?? '');
  }
  expect(calls.join('')).toBe('{"city":"Wien"}{"city":"東京"}');
});

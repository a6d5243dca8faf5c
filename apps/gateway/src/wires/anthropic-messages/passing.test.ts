import { APIError } from '@anthropic-ai/sdk';
import {
  anthropicError,
  anthropicEvents,
  anthropicMessage,
  openAiCompletion,
  startScriptedUpstream,
} from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { anthropicModel, chatModel, MASTER_KEY, startGateway } from '../../testing/start-gateway.ts';

const question = { model: 'm', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Say hello' }] };

/** What a program for coding sends (members and headers of Claude Code's requests, 2026-11). */
const codingRequest = {
  ...question,
  system: [
    { type: 'text', text: 'x-anthropic-billing-header: cc_version=2.1' },
    { type: 'text', text: 'You write code', cache_control: { type: 'ephemeral', ttl: '1h' } },
  ],
  messages: [
    { role: 'user', content: [{ type: 'text', text: 'Größe?', cache_control: { type: 'ephemeral' } }] },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'hm', signature: 'EqQBCkYIBxgCKkDsigned==' },
        { type: 'redacted_thinking', data: 'c2VjcmV0' },
        { type: 'tool_use', id: 'toolu_1', name: 'Read', input: { path: 'a.ts' } },
      ],
    },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'x', is_error: false }] },
  ],
  tools: [
    {
      name: 'Read',
      input_schema: { type: 'object' },
      eager_input_streaming: true,
      cache_control: { type: 'ephemeral' },
    },
  ],
  thinking: { type: 'adaptive' },
  output_config: { effort: 'high' },
  context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
  metadata: { user_id: '{"device_id":"d","session_id":"s"}' },
};

async function ask(url: string, body: object, path = '/v1/messages?beta=true'): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-api-key': MASTER_KEY,
      'anthropic-version': '2023-06-01',
      'anthropic-beta': 'context-management-2025-06-27,fine-grained-tool-streaming-2025-05-14',
    },
    body: JSON.stringify(body),
  });
}

test('a request for Anthropic arrives as it was sent, but for model and key', async () => {
  await using upstream = await startScriptedUpstream([{ json: anthropicMessage() }]);
  const extra_headers = { 'anthropic-beta': 'context-1m-2025-08-07' };
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url, { extra_headers })] });
  expect((await ask(gateway.url, codingRequest)).status).toBe(200);
  const [sent] = upstream.requests;
  expect(sent?.path).toBe('/v1/messages');
  expect(sent?.body).toEqual({ ...codingRequest, model: 'claude-sonnet-4-6' });
  expect(sent?.headers).toMatchObject({
    'x-api-key': 'sk-upstream',
    'anthropic-version': '2023-06-01',
    'anthropic-beta': 'context-1m-2025-08-07,context-management-2025-06-27,fine-grained-tool-streaming-2025-05-14',
  });
  expect(sent?.headers).not.toHaveProperty('authorization');
});

test('an answer of Anthropic’s passes as the bytes that came, but for the model, and is counted', async () => {
  const usage = { inputTokens: 10, outputTokens: 5, cacheReadTokens: 100, cacheWriteTokens: 50 };
  const raw = JSON.stringify(
    { unknown: { model: 'x' }, ...anthropicMessage({ text: 'Größe 🙂', thinking: 'hm', usage }) },
    null,
    1,
  );
  await using upstream = await startScriptedUpstream([{ raw, headers: { 'content-type': 'application/json' } }]);
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url)] });
  const answer = await ask(gateway.url, codingRequest);
  expect(await answer.text()).toBe(raw.replace('"claude-test"', '"m"'));
  expect(Number(answer.headers.get('x-litellm-response-cost'))).toBeGreaterThan(0);
  const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
  expect(rows[0]).toMatchObject({ call_type: 'anthropic_messages', prompt_tokens: 160, completion_tokens: 5 });
});

test('a stream passes as the events that came', async () => {
  const sse = anthropicEvents('Größe 🙂', {
    thinking: 'hm',
    toolUses: [{ id: 'toolu_1', name: 'Read', input: { a: 1 } }],
  });
  const script = { sse, sliceBytes: 7 };
  await using upstream = await startScriptedUpstream([{ sse }, script]);
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url)] });
  const direct = await (await ask(upstream.url, question)).text();
  const passed = await ask(gateway.url, { ...codingRequest, stream: true });
  expect(passed.headers.get('content-type')).toContain('text/event-stream');
  expect(await passed.text()).toBe(direct.replace('"claude-test"', '"m"'));
  const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
  expect(rows[0]).toMatchObject({ prompt_tokens: 9, completion_tokens: 12, status: 'success' });
});

test.each([1, 5, 1000])(
  'the caller’s name of the model stands in an event of several lines, too, sliced by %i',
  async (sliceBytes) => {
    const [start, ...others] = anthropicEvents('Grüße');
    const lines = JSON.stringify((start as { data: object }).data, null, 1).replaceAll('\n', '\r\ndata: ');
    const sse = [`event: message_start\r\ndata: ${lines}\r\n\r\n`, ...others];
    await using upstream = await startScriptedUpstream([{ sse, sliceBytes }]);
    await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url)] });
    const text = await (await ask(gateway.url, { ...question, stream: true })).text();
    expect(text).not.toContain('claude-test');
    const [data] = /(?<=^data: ).*message_start.*$/m.exec(text) ?? [];
    expect(JSON.parse(data ?? '')).toMatchObject({ type: 'message_start', message: { model: 'm' } });
  },
);

test('a stream that fails before its first content is tried again, one that fails later says so', async () => {
  const events = anthropicEvents('Hello there');
  const overloaded = { event: 'error', data: anthropicError('overloaded_error', 'Overloaded') };
  await using upstream = await startScriptedUpstream([
    { sse: [...events.slice(0, 2), overloaded] },
    { sse: events },
    { sse: [...events.slice(0, 4), overloaded], gapMs: 50 },
    { sse: events.slice(0, 4), gapMs: 50 },
  ]);
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url)] });
  const whole = await gateway.anthropic.messages.stream(question).finalMessage();
  expect(whole.content).toMatchObject([{ type: 'text', text: 'Hello there' }]);
  expect(upstream.requests).toHaveLength(2);
  const broken = await (await ask(gateway.url, { ...question, stream: true })).text();
  expect(broken).toMatch(
    /event: error\ndata: \{"type":"error","error":\{"type":"overloaded_error",.*Overloaded.*\n\n$/,
  );
  const cut = await (await ask(gateway.url, { ...question, stream: true })).text();
  expect(cut).toMatch(/event: error\ndata: .*"api_error".*\n\n$/);
  expect(cut).not.toContain('message_stop');
});

test('Anthropic’s own status comes through where it is overloaded', async () => {
  await using upstream = await startScriptedUpstream([
    { status: 529, json: anthropicError('overloaded_error', 'Overloaded') },
    { status: 413, json: anthropicError('request_too_large', 'Too large') },
  ]);
  await using gateway = await startGateway({
    model_list: [anthropicModel('m', upstream.url)],
    router_settings: { num_retries: 0 },
  });
  const overloaded = await ask(gateway.url, question);
  expect(overloaded.status).toBe(529);
  expect(await overloaded.json()).toMatchObject({ type: 'error', error: { type: 'overloaded_error' } });
  const large = await ask(gateway.url, question);
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ error: { type: 'request_too_large' } });
});

test('thinking that nobody signed is not sent back to Anthropic, and falls to others with its words', async () => {
  await using anthropic = await startScriptedUpstream([{ json: anthropicMessage() }, { status: 500, json: {} }]);
  await using other = await startScriptedUpstream([{ json: openAiCompletion({ text: 'from the other' }) }]);
  await using gateway = await startGateway({
    model_list: [anthropicModel('m', anthropic.url), chatModel('other', other.url)],
    router_settings: { num_retries: 0, fallbacks: [{ m: ['other'] }] },
  });
  const messages = [
    { role: 'user', content: 'Hello' },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'of another vendor', signature: '' },
        { type: 'text', text: 'Hi' },
      ],
    },
    { role: 'user', content: 'Again' },
  ];
  await ask(gateway.url, { ...question, messages });
  expect(anthropic.requests[0]?.body).toMatchObject({
    messages: [{}, { content: [{ type: 'text', text: 'Hi' }] }, {}],
  });
  const fallen = await ask(gateway.url, { ...question, messages });
  expect(await fallen.json()).toMatchObject({ model: 'm', content: [{ type: 'text', text: 'from the other' }] });
  expect(fallen.headers.get('x-litellm-attempted-fallbacks')).toBe('1');
});

test('a coding program’s request is taken by a vendor of chat completions too', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const answer = await ask(gateway.url, codingRequest);
  expect(answer.status).toBe(200);
  expect(upstream.requests[0]?.body).toMatchObject({
    reasoning_effort: 'high',
    tools: [{ function: { name: 'Read' } }],
  });
  expect(JSON.stringify(upstream.requests[0]?.body)).not.toMatch(/cache_control|eager_input|context_management/);
});

test('the deployment’s own members are filled in, in the words of whoever is asked', async () => {
  await using upstream = await startScriptedUpstream([{ json: anthropicMessage() }]);
  const params = { temperature: 0.2, stop: 'END', seed: 1 };
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url, params)] });
  await ask(gateway.url, question);
  expect(upstream.requests[0]?.body).toEqual({
    ...question,
    model: 'claude-sonnet-4-6',
    temperature: 0.2,
    stop_sequences: ['END'],
  });
});

test('an Anthropic key beside the gateway’s is not needed, and a wrong answer is told', async () => {
  await using upstream = await startScriptedUpstream([{ raw: '<!doctype html><title>Sign in</title>' }]);
  await using gateway = await startGateway({
    model_list: [anthropicModel('m', upstream.url)],
    router_settings: { num_retries: 0 },
  });
  const failure = await gateway.anthropic.messages.create(question).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(APIError);
  expect(failure).toMatchObject({ status: 502, message: expect.stringContaining('Sign in') as string });
});

test.each<[string, object, string]>([
  ['no messages', { messages: undefined }, 'messages'],
  ['an empty list', { messages: [] }, 'messages'],
  ['no max_tokens', { max_tokens: undefined }, 'max_tokens'],
  ['a turn that is none', { messages: [null] }, 'messages[0]'],
  ['content that is a number', { messages: [{ role: 'user', content: 5 }] }, 'messages[0].content'],
  ['a block without a type', { messages: [{ role: 'user', content: [{}] }] }, 'messages[0].content'],
  ['a tool that is none', { tools: [null] }, 'tools'],
  ['stop sequences that are no texts', { stop_sequences: [1] }, 'stop_sequences'],
  [
    'an unknown block',
    { messages: [{ role: 'user', content: [{ type: 'hologram' }] }] },
    'messages[0].content[0].type',
  ],
  [
    'an image without a source',
    { messages: [{ role: 'user', content: [{ type: 'image' }] }] },
    'messages[0].content[0].source',
  ],
  ['a result without its call', { messages: [{ role: 'user', content: [{ type: 'tool_result' }] }] }, 'tool_use_id'],
  [
    'a call without a name',
    { messages: [{ role: 'assistant', content: [{ type: 'tool_use', id: 'a' }] }] },
    'tool_use',
  ],
  ['a choice of no kind', { tools: [{ name: 'a' }], tool_choice: { type: 'maybe' } }, 'tool_choice.type'],
  ['a tool of Anthropic’s own', { tools: [{ type: 'computer_20250124', name: 'computer' }] }, 'tools[0]'],
])('%s is a 400 that names the place', async (_title, members, place) => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  await using gateway = await startGateway({ model_list: [chatModel('m', upstream.url)] });
  const answer = await ask(gateway.url, { ...question, ...members });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    type: 'error',
    error: { type: 'invalid_request_error', message: expect.stringContaining(place) as string },
  });
  expect(upstream.requests).toHaveLength(0);
});

import {
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  temporaryFolder,
  type Behaviour,
} from '@showrunner/testkit';
import type OpenAI from 'openai';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

type Event = OpenAI.Responses.ResponseStreamEvent;

/** A model of a vendor that has chat alone. */
function chatModel(name: string, url: string, params: object = {}): object {
  return {
    model_name: name,
    litellm_params: { model: 'groq/llama', api_key: 'sk-upstream', api_base: `${url}/v1`, ...params },
  };
}

function claude(url: string): object {
  return { model_name: 'c', litellm_params: { model: 'anthropic/claude-sonnet-4-5', api_key: 'sk-a', api_base: url } };
}

async function gatewayOn(...script: readonly [Behaviour, ...Behaviour[]]) {
  const upstream = await startScriptedUpstream(script);
  const gateway = await startGateway({
    model_list: [
      chatModel('m', upstream.url, { input_cost_per_token: 1, output_cost_per_token: 2 }),
      claude(upstream.url),
    ],
    router_settings: { num_retries: 0 },
  });
  onTestFinished(async () => {
    await gateway.stop();
    await upstream.close();
  });
  const sent = (index = 0): Record<string, unknown> => upstream.requests[index]?.body as Record<string, unknown>;
  return { gateway, openai: gateway.openai, upstream, sent };
}

function post(gateway: StartedGateway, body: unknown, path = '/v1/responses'): Promise<Response> {
  return fetch(gateway.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.openai.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function eventsOf(stream: AsyncIterable<Event>): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of stream) events.push(event);
  expect(events.map(({ sequence_number: number }) => number)).toEqual(events.map((_, index) => index));
  return events;
}

const weather = {
  type: 'function',
  name: 'weather',
  description: 'Tells the weather.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  strict: true,
} as const;

describe('responses of a model for chat', () => {
  test('are a chat that was asked and written as a response, on each path', async () => {
    const { gateway, openai, sent } = await gatewayOn({ json: openAiCompletion({ text: '¡Hola!' }) });
    const response = await openai.responses.create({
      model: 'm',
      instructions: 'Be short.',
      input: 'Saluda',
      max_output_tokens: 50,
      temperature: 0.5,
      metadata: { film: 'uno' },
      truncation: 'auto',
      user: 'u1',
    });
    expect(response.output_text).toBe('¡Hola!');
    expect(response).toMatchObject({
      id: expect.stringMatching(/^resp_[0-9a-f]{48}$/) as string,
      object: 'response',
      status: 'completed',
      model: 'm',
      error: null,
      incomplete_details: null,
      instructions: 'Be short.',
      max_output_tokens: 50,
      temperature: 0.5,
      metadata: { film: 'uno' },
      truncation: 'auto',
      store: true,
      tools: [],
      tool_choice: 'auto',
      output: [
        {
          id: expect.stringMatching(/^msg_/) as string,
          type: 'message',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text: '¡Hola!', annotations: [], logprobs: [] }],
        },
      ],
      usage: {
        input_tokens: 9,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: 12,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: 21,
      },
    });
    expect(sent()).toEqual({
      model: 'llama',
      messages: [
        { role: 'system', content: 'Be short.' },
        { role: 'user', content: 'Saluda' },
      ],
      max_tokens: 50,
      temperature: 0.5,
      user: 'u1',
    });
    for (const path of ['/responses', '/openai/v1/responses']) {
      const answer = await post(gateway, { model: 'm', input: 'Hi' }, path);
      expect(answer.headers.get('x-litellm-response-cost')).toBe('33');
      expect(await answer.json()).toMatchObject({ object: 'response' });
    }
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ call_type: 'aresponses', spend: 33, prompt_tokens: 9, completion_tokens: 12 });
  });

  test('take a conversation of items: parts, pictures, files, calls and their results, reasoning', async () => {
    const { openai, sent } = await gatewayOn({ json: openAiCompletion({ text: 'ok' }) });
    await openai.responses.create({
      model: 'm',
      store: false,
      input: [
        { role: 'developer', content: 'Antworte kurz.' },
        {
          role: 'user',
          content: [
            { type: 'input_text', text: '這是什麼?' },
            { type: 'input_image', image_url: 'data:image/png;base64,AA==', detail: 'low' },
            { type: 'input_file', filename: 'a.pdf', file_data: 'data:application/pdf;base64,AA==' },
          ],
        },
        { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'Look. ' }] },
        {
          type: 'message',
          id: 'msg_1',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text: 'Eine Katze', annotations: [] }],
        },
        { type: 'function_call', call_id: 'call_1', name: 'weather', arguments: '{"city":"Köln"}' },
        { type: 'function_call', call_id: 'call_2', name: 'weather', arguments: '{"city":"京都"}' },
        { type: 'function_call_output', call_id: 'call_1', output: 'Regen' },
        { type: 'function_call_output', call_id: 'call_2', output: [{ type: 'input_text', text: '晴れ' }] },
      ],
    });
    expect(sent().messages).toEqual([
      { role: 'system', content: 'Antworte kurz.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: '這是什麼?' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==', detail: 'low' } },
          { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,AA==' } },
        ],
      },
      {
        role: 'assistant',
        content: 'Eine Katze',
        tool_calls: [
          { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Köln"}' } },
          { id: 'call_2', type: 'function', function: { name: 'weather', arguments: '{"city":"京都"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'call_1', content: 'Regen' },
      { role: 'tool', tool_call_id: 'call_2', content: '晴れ' },
    ]);
  });

  test('take the items of one turn and its results in whatever order they come', async () => {
    const { openai, sent } = await gatewayOn({ json: openAiCompletion({ text: 'ok' }) });
    const call = (id: string) => ({ type: 'function_call' as const, call_id: id, name: 'f', arguments: '{}' });
    const result = (id: string) => ({ type: 'function_call_output' as const, call_id: id, output: id });
    const said = (content: string) => ({ role: 'assistant' as const, content });
    await openai.responses.create({
      model: 'm',
      store: false,
      input: [
        { role: 'user', content: 'go' },
        call('a'),
        said('One.'),
        said('Two.'),
        { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'And b. ' }] },
        call('b'),
        result('b'),
        said('Between.'),
        result('a'),
        call('c'),
        { role: 'user', content: 'wait' },
        result('c'),
      ],
    });
    const called = (...ids: string[]) => ids.map((id) => expect.objectContaining({ id }));
    expect(sent().messages).toEqual([
      { role: 'user', content: 'go' },
      expect.objectContaining({ role: 'assistant', content: 'One.\n\nTwo.', tool_calls: called('a', 'b') }),
      { role: 'tool', tool_call_id: 'b', content: 'b' },
      { role: 'tool', tool_call_id: 'a', content: 'a' },
      { role: 'assistant', content: 'Between.', tool_calls: called('c') },
      { role: 'tool', tool_call_id: 'c', content: 'c' },
      { role: 'user', content: 'wait' },
    ]);
  });

  test('call functions side by side, and have the format and the reasoning that was asked for', async () => {
    const toolCalls = [
      { id: 'call_a', name: 'weather', arguments: '{"city":"Lima"}' },
      { id: 'call_b', name: 'weather', arguments: '{"city":"Oslo"}' },
    ];
    const { openai, sent } = await gatewayOn({ json: openAiCompletion({ toolCalls }) });
    const response = await openai.responses.create({
      model: 'm',
      input: 'Weather?',
      tools: [weather],
      tool_choice: { type: 'function', name: 'weather' },
      parallel_tool_calls: true,
      text: { format: { type: 'json_schema', name: 'answer', schema: { type: 'object' }, strict: true } },
      reasoning: { effort: 'low', summary: 'auto' },
      include: ['reasoning.encrypted_content'],
    });
    expect(response.output).toMatchObject([
      { type: 'function_call', call_id: 'call_a', name: 'weather', arguments: '{"city":"Lima"}', status: 'completed' },
      { type: 'function_call', call_id: 'call_b', name: 'weather', arguments: '{"city":"Oslo"}', status: 'completed' },
    ]);
    expect(response.tools).toEqual([weather]);
    const { type, ...described } = weather;
    expect(sent()).toMatchObject({
      tools: [{ type, function: described }],
      tool_choice: { type: 'function', function: { name: 'weather' } },
      parallel_tool_calls: true,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', schema: { type: 'object' }, strict: true },
      },
      reasoning_effort: 'low',
    });
  });

  test('are incomplete where the model was cut short, and say why', async () => {
    const { openai } = await gatewayOn(
      { json: openAiCompletion({ text: 'Once', finishReason: 'length' }) },
      { json: openAiCompletion({ text: '', finishReason: 'content_filter' }) },
    );
    expect(await openai.responses.create({ model: 'm', input: 'a' })).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
      output: [{ status: 'incomplete' }],
    });
    expect(await openai.responses.create({ model: 'm', input: 'a' })).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'content_filter' },
    });
  });

  test('stream as OpenAI’s events, in their order and numbered', async () => {
    const usage = { promptTokens: 7, completionTokens: 3, cachedTokens: 2, reasoningTokens: 1 };
    const { openai } = await gatewayOn({ sse: openAiChunks('Grüße', { charactersPerChunk: 3, usage }) });
    const events = await eventsOf(await openai.responses.create({ model: 'm', input: 'a', stream: true }));
    expect(events.map(({ type }) => type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(events[0]).toMatchObject({ response: { status: 'in_progress', output: [], usage: null, model: 'm' } });
    expect(events[6]).toMatchObject({ text: 'Grüße', output_index: 0, content_index: 0 });
    const last = events.at(-1);
    expect(last).toMatchObject({
      response: {
        status: 'completed',
        output: [{ type: 'message', content: [{ type: 'output_text', text: 'Grüße' }] }],
        usage: {
          input_tokens: 7,
          input_tokens_details: { cached_tokens: 2 },
          output_tokens: 3,
          output_tokens_details: { reasoning_tokens: 1 },
        },
      },
    });
    const ids = new Set(events.flatMap((event) => ('item_id' in event ? [event.item_id] : [])));
    expect(ids.size).toBe(1);
  });

  test('stream calls side by side, which the SDK puts together', async () => {
    const toolCalls = [
      { id: 'call_a', name: 'weather', arguments: '{"city":"Lima"}' },
      { id: 'call_b', name: 'weather', arguments: '{"city":"Осло"}' },
    ];
    const { openai } = await gatewayOn({ sse: openAiChunks('', { toolCalls, charactersPerChunk: 9 }) });
    const stream = openai.responses.stream({ model: 'm', input: 'a', tools: [weather] });
    const events = await eventsOf(stream);
    const final = await stream.finalResponse();
    expect(final.output).toMatchObject([
      { type: 'function_call', call_id: 'call_a', arguments: '{"city":"Lima"}' },
      { type: 'function_call', call_id: 'call_b', arguments: '{"city":"Осло"}' },
    ]);
    const done = events.filter(({ type }) => type === 'response.function_call_arguments.done');
    expect(done).toMatchObject([{ output_index: 0 }, { output_index: 1 }]);
  });

  test('show what a model thinks, and take it back with its signature', async () => {
    const content = [
      { type: 'thinking', thinking: 'Hmm.', signature: 'c2ln' },
      { type: 'text', text: 'Ja' },
    ];
    const { openai, sent } = await gatewayOn(
      { json: { ...anthropicMessage(), content } },
      { json: anthropicMessage() },
    );
    const first = await openai.responses.create({ model: 'c', input: 'a', reasoning: { effort: 'low' }, store: false });
    expect(first.output).toMatchObject([
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hmm.' }] },
      { type: 'message' },
    ]);
    const input = [{ role: 'user' as const, content: 'a' }, ...first.output, { role: 'user' as const, content: 'b' }];
    await openai.responses.create({ model: 'c', input: input as never, reasoning: { effort: 'low' }, store: false });
    expect(sent(1).messages).toMatchObject([
      { role: 'user' },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Hmm.', signature: 'c2ln' },
          { type: 'text', text: 'Ja' },
        ],
      },
      { role: 'user' },
    ]);
  });

  test('stream what a vendor of another wire says', async () => {
    const { openai } = await gatewayOn({ sse: anthropicEvents({ text: 'Bonjour' } as never) });
    const events = await eventsOf(await openai.responses.create({ model: 'c', input: 'a', stream: true }));
    expect(events.at(-1)).toMatchObject({ type: 'response.completed', response: { status: 'completed' } });
  });

  test.each<[string, object, string]>([
    ['a tool that OpenAI runs', { tools: [{ type: 'web_search' }] }, 'tools[0].type'],
    ['a stored prompt', { prompt: { id: 'pmpt_1' } }, 'prompt'],
    ['a conversation of OpenAI’s', { conversation: 'conv_1' }, 'conversation'],
    [
      'a file by its id',
      { input: [{ role: 'user', content: [{ type: 'input_file', file_id: 'f' }] }] },
      'input[0].content[0].file_id',
    ],
    ['an item that a chat has not', { input: [{ type: 'computer_call' }] }, 'input[0].type'],
    ['a reference to nothing', { input: [{ type: 'item_reference', id: 'msg_1' }] }, 'input[0].type'],
    ['a role that nobody has', { input: [{ role: 'nobody', content: 'a' }] }, 'input[0].role'],
    ['an input that is no list', { input: 5 }, 'input'],
    ['no input', { input: null }, 'input'],
    ['an item that is none', { input: [null] }, 'input[0]'],
    ['a format that is none', { text: { format: { type: 'xml' } } }, 'text.format.type'],
    ['a tool that is none', { tools: [null] }, 'tools[0]'],
    ['a truncation that is none', { truncation: 'all' }, 'truncation'],
    ['too many logprobs', { top_logprobs: 50 }, 'top_logprobs'],
  ])('are refused for %s, and the member is named', async (_, members, param) => {
    const { gateway, upstream } = await gatewayOn({ json: openAiCompletion() });
    const answer = await post(gateway, { model: 'm', input: 'a', ...members });
    expect(await answer.json()).toMatchObject({ error: { param, code: '400' } });
    expect(upstream.requests).toEqual([]);
  });

  test('tell a vendor’s refusal with its status, and a stream that breaks off as failed', async () => {
    const { openai, gateway } = await gatewayOn(
      { status: 429, headers: { 'retry-after': '3' }, json: openAiError('slow down') },
      { sse: openAiChunks('Half an answer'), cutAfter: '" an' },
      { sse: openAiChunks('Half an answer'), cutAfter: '" an' },
    );
    await expect(openai.responses.create({ model: 'm', input: 'a' })).rejects.toMatchObject({ status: 429 });
    const broken = (await openai.responses.create({ model: 'm', input: 'a', stream: true }))[Symbol.asyncIterator]();
    const begun = await broken.next();
    const id = (begun.value as { response: { id: string } }).response.id;
    await expect(Array.fromAsync({ [Symbol.asyncIterator]: () => broken })).rejects.toThrow(/before its answer|CLOSED/);
    expect((await gateway.get(`/v1/responses/${id}`)).status).toBe(404);
    const text = await (await post(gateway, { model: 'm', input: 'a', stream: true })).text();
    expect(text.match(/event: .*/g)?.slice(-2)).toEqual(['event: error', 'event: response.failed']);
    expect(text).toContain('"status":"failed","background":false,"completed_at":null,"error":{"code":"server_error"');
    expect(text).not.toContain('[DONE]');
  });
});

describe('a conversation that is kept here', () => {
  test('goes on over a restart, in a stream, with another model, and is found with all that was said', async () => {
    await using folder = await temporaryFolder();
    await using upstream = await startScriptedUpstream([
      { json: openAiCompletion({ text: 'Ann' }) },
      { sse: openAiChunks('Hi Ann') },
      { json: anthropicMessage() },
    ]);
    const start = () =>
      startGateway({ model_list: [chatModel('m', upstream.url), claude(upstream.url)] }, { DATA_DIR: folder.path });
    const before = await start();
    const first = await before.openai.responses.create({ model: 'm', input: 'Name?', instructions: 'Once.' });
    await before.stop();
    await using gateway = await start();
    const { openai } = gateway;
    const stream = openai.responses.stream({ model: 'm', input: 'Greet', previous_response_id: first.id });
    const second = await stream.finalResponse();
    expect(second).toMatchObject({ previous_response_id: first.id, store: true });
    const third = await openai.responses.create({
      model: 'c',
      input: [{ role: 'user', content: 'Again' }],
      previous_response_id: second.id,
    });
    const messagesOf = (index: number): unknown =>
      (upstream.requests[index]?.body as { messages?: unknown } | undefined)?.messages;
    const history = [
      { role: 'user', content: 'Name?' },
      { role: 'assistant', content: 'Ann' },
      { role: 'user', content: 'Greet' },
    ];
    expect(messagesOf(1)).toEqual(history);
    const turns = (messagesOf(2) as { role: string }[]).map(({ role }) => role);
    expect(turns).toEqual(['user', 'assistant', 'user', 'assistant', 'user']);
    expect(JSON.stringify(messagesOf(2))).toMatch(/Name\?.*Ann.*Greet.*Hi Ann.*Again/);
    const { data } = await openai.responses.inputItems.list(third.id, { order: 'asc', limit: 100 });
    expect(data.map((item) => ('role' in item ? item.role : item.type))).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
      'user',
    ]);
    expect(await openai.responses.retrieve(second.id)).toMatchObject({ id: second.id, output_text: 'Hi Ann' });
    await openai.responses.delete(first.id);
    const gone = openai.responses.create({ model: 'm', input: 'x', previous_response_id: third.id });
    await expect(gone).rejects.toMatchObject({ status: 404, param: 'previous_response_id' });
    expect(upstream.requests).toHaveLength(3);
  });

  test('is not kept where that is not wanted, by the request or by the operator', async () => {
    await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
    await using keeping = await startGateway({ model_list: [chatModel('m', upstream.url)] });
    const unkept = await keeping.openai.responses.create({ model: 'm', input: 'a', store: false });
    expect(unkept).toMatchObject({ store: false });
    await expect(keeping.openai.responses.retrieve(unkept.id)).rejects.toMatchObject({ status: 404 });
    await using gateway = await startGateway({
      general_settings: { master_key: keeping.openai.apiKey, disable_stored_responses: true },
      model_list: [chatModel('m', upstream.url)],
    });
    const response = await gateway.openai.responses.create({ model: 'm', input: 'a' });
    expect(response).toMatchObject({ store: false, output_text: 'Hello' });
    await expect(gateway.openai.responses.retrieve(response.id)).rejects.toMatchObject({ status: 404 });
  });
});

import { startScriptedUpstream, temporaryFolder, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const usage = {
  input_tokens: 36,
  input_tokens_details: { cached_tokens: 4 },
  output_tokens: 87,
  output_tokens_details: { reasoning_tokens: 7 },
  total_tokens: 123,
};
const message = {
  type: 'message',
  id: 'msg_67ccd2bf17f0819081ff3bb2cf6508e6',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_text', text: '昔々 "resp_vendor1"', annotations: [] }],
};

/** OpenAI's documented answer (API reference, "The response object", 2026-11), as bytes with its own spacing. */
function responseText(id: string, members: object = {}): string {
  const response = {
    id,
    object: 'response',
    created_at: 1_741_476_542,
    status: 'completed',
    background: false,
    error: null,
    incomplete_details: null,
    model: 'gpt-5.4-2026-03-05',
    output: [message],
    previous_response_id: null,
    store: true,
    usage,
    metadata: { model: 'not this one' },
    ...members,
  };
  return JSON.stringify(response, null, 2);
}

const json = (text: string): Behaviour => ({ raw: text, headers: { 'content-type': 'application/json' } });

function vendorEvents(id: string): object[] {
  const response = JSON.parse(responseText(id)) as object;
  const open = { ...response, status: 'in_progress', output: [], usage: null };
  const place = { item_id: message.id, output_index: 0, content_index: 0 };
  return [
    { type: 'response.created', response: open },
    { type: 'response.in_progress', response: open },
    { type: 'response.output_item.added', output_index: 0, item: { ...message, content: [] } },
    { type: 'response.output_text.delta', ...place, delta: '昔々' },
    { type: 'response.web_search_call.searching', output_index: 1, item_id: 'ws_1' },
    { type: 'response.completed', response },
  ].map((event, index) => ({ event: event.type, data: { ...event, sequence_number: index } }));
}

async function gatewayOn(...script: readonly [Behaviour, ...Behaviour[]]) {
  const upstream = await startScriptedUpstream(script);
  const prices = { input_cost_per_token: 1, output_cost_per_token: 1, output_cost_per_reasoning_token: 1 };
  const gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url, { ...prices, cache_read_input_token_cost: 1 })],
    router_settings: { num_retries: 0 },
  });
  onTestFinished(async () => {
    await gateway.stop();
    await upstream.close();
  });
  return { gateway, openai: gateway.openai, upstream };
}

function post(gateway: StartedGateway, body: unknown): Promise<Response> {
  return fetch(`${gateway.url}/v1/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.openai.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('responses of a vendor that has them', () => {
  test('pass as the bytes that came, but for ids and the model’s name, and are booked', async () => {
    const { gateway, upstream } = await gatewayOn(json(responseText('resp_vendor1')));
    const body = {
      input: 'Tell',
      tools: [{ type: 'web_search' }],
      store: true,
      metadata: { a: 'b' },
      background: false,
    };
    const answer = await post(gateway, { model: 'm', ...body, num_retries: 0 });
    const text = await answer.text();
    const { id } = JSON.parse(text) as { id: string };
    expect(id).toMatch(/^resp_[\w-]{80,}$/);
    expect(text).toBe(responseText(id, { model: 'm' }));
    expect(upstream.requests[0]).toMatchObject({ path: '/v1/responses', body: { model: 'gpt-5.4', ...body } });
    expect(answer.headers.get('x-litellm-response-cost')).toBe('123');
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([
      { call_type: 'aresponses', spend: 123, prompt_tokens: 36, completion_tokens: 87, total_tokens: 123 },
    ]);
  });

  test('are followed up, read, listed, cancelled and deleted where they lie, by the id that was given out', async () => {
    await using folder = await temporaryFolder();
    const answers: Record<string, Behaviour> = {
      'POST /v1/responses': json(responseText('resp_vendor1')),
      'GET /v1/responses/resp_vendor1': json(responseText('resp_vendor1', { previous_response_id: 'resp_vendor0' })),
      'GET /v1/responses/resp_vendor1/input_items?limit=2&order=asc': {
        json: { object: 'list', data: [message], first_id: message.id, last_id: message.id, has_more: false },
      },
      'POST /v1/responses/resp_vendor1/cancel': json(responseText('resp_vendor1', { status: 'cancelled' })),
      'DELETE /v1/responses/resp_vendor1': { json: { id: 'resp_vendor1', object: 'response', deleted: true } },
    };
    const lost = { status: 404, json: { error: { message: 'no', type: 'invalid_request_error' } } };
    const script = ({ method, path }: RecordedRequest): Behaviour => answers[`${method} ${path}`] ?? lost;
    await using own = await startScriptedUpstream(script);
    await using other = await startScriptedUpstream([{ json: { never: true } }]);
    const start = (...urls: readonly string[]) =>
      startGateway({ model_list: urls.map((url) => openAiModel('m', url)) }, { DATA_DIR: folder.path });
    const alone = await start(own.url);
    const { id } = await alone.openai.responses.create({ model: 'm', input: 'a' });
    await alone.stop();
    await using gateway = await start(own.url, other.url);
    const { openai } = gateway;
    for (let turn = 0; turn < 5; turn++) {
      const next = await openai.responses.create({ model: 'm', input: 'b', previous_response_id: id });
      expect(next.previous_response_id).toBe(id);
    }
    expect(own.requests.at(-1)?.body).toMatchObject({ previous_response_id: 'resp_vendor1' });
    const read = await openai.responses.retrieve(id);
    expect(read).toMatchObject({ id, model: 'm', output: [message] });
    expect(read.previous_response_id).toMatch(/^resp_[\w-]{80,}$/);
    expect((await openai.responses.inputItems.list(id, { limit: 2, order: 'asc' })).data).toEqual([message]);
    expect(await openai.responses.cancel(id)).toMatchObject({ id, status: 'cancelled' });
    await openai.responses.delete(id);
    expect(other.requests).toEqual([]);
    const forged = `${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`;
    await expect(openai.responses.retrieve(forged)).rejects.toMatchObject({ status: 404 });
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toHaveLength(6);
  });

  test('stream as the bytes that came, with one id in all events', async () => {
    const { gateway, upstream } = await gatewayOn({ sse: vendorEvents('resp_vendor1'), done: false, sliceBytes: 7 });
    const text = await (await post(gateway, { model: 'm', input: 'a', stream: true })).text();
    expect(upstream.requests[0]?.body).toEqual({ model: 'gpt-5.4', input: 'a', stream: true });
    const ids = new Set(Array.from(text.matchAll(/"response":\{"id":"([^"]+)"/g), ([, id]) => id));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    const expected = vendorEvents(id)
      .map((event) => {
        const { event: name, data } = event as { event: string; data: { response?: { model: string } } };
        if (data.response) data.response.model = 'm';
        return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
      })
      .join('');
    expect(text).toBe(expected);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ spend: 123, total_tokens: 123 }]);
  });

  test('that fail or break off in a stream are told, and fall back before their first content alone', async () => {
    const [created, , added] = vendorEvents('resp_vendor1');
    const error = { code: 'rate_limit_exceeded', message: 'Slow down' };
    const failed = {
      event: 'response.failed',
      data: { type: 'response.failed', sequence_number: 1, response: { id: 'resp_vendor1', status: 'failed', error } },
    };
    const errored = { event: 'error', data: { type: 'error', sequence_number: 1, ...error, param: null } };
    const { gateway, openai } = await gatewayOn(
      { sse: [created, failed] as object[], done: false },
      { sse: [created, errored] as object[], done: false },
      { sse: [created, added, failed] as object[], done: false, gapMs: 300 },
      { sse: vendorEvents('resp_vendor1'), done: false, cutAfter: '"response.web', gapMs: 100 },
      { raw: '<html>Sign in</html>' },
    );
    const stream = (): Promise<Response> => post(gateway, { model: 'm', input: 'a', stream: true });
    expect((await stream()).status).toBe(429);
    expect((await stream()).status).toBe(429);
    const told = await (await stream()).text();
    expect(told.match(/event: .*/g)?.at(-1)).toBe('event: response.failed');
    expect(told).not.toContain('resp_vendor1"');
    const cut = await (await stream()).text();
    expect(cut.match(/event: .*/g)?.at(-1)).toBe('event: error');
    expect(cut).toContain('"sequence_number":4');
    await expect(openai.responses.create({ model: 'm', input: 'a', stream: true })).rejects.toMatchObject({
      status: 502,
    });
  });

  test('go on from what is kept here, with its items in place of its id', async () => {
    await using upstream = await startScriptedUpstream([json(responseText('resp_vendor1'))]);
    const mock = { model_name: 'here', litellm_params: { model: 'groq/llama', mock_response: 'Ann' } };
    await using gateway = await startGateway({ model_list: [mock, openAiModel('m', upstream.url)] });
    const first = await gateway.openai.responses.create({ model: 'here', input: 'Name?' });
    const next = await gateway.openai.responses.create({ model: 'm', input: 'b', previous_response_id: first.id });
    expect(next.previous_response_id).toBe(first.id);
    const { body } = upstream.requests[0] ?? {};
    expect(body).not.toHaveProperty('previous_response_id');
    expect(body).toMatchObject({
      input: [
        { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Name?' }] },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Ann' }] },
        { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'b' }] },
      ],
    });
    const back = gateway.openai.responses.create({ model: 'here', input: 'c', previous_response_id: next.id });
    await expect(back).rejects.toMatchObject({ status: 400, param: 'previous_response_id' });
  });

  test('are asked by a chat where the deployment says so', async () => {
    const { openAiCompletion } = await import('@showrunner/testkit');
    await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { use_chat_completions_api: true })],
    });
    expect((await gateway.openai.responses.create({ model: 'm', input: 'a' })).output_text).toBe('Hello');
    expect(upstream.requests[0]?.path).toBe('/v1/chat/completions');
  });
});

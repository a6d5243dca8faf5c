import { gunzipSync } from 'node:zlib';
import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

type Event = Readonly<Record<string, unknown>>;

async function started(script: Parameters<typeof startScriptedUpstream>[0]): Promise<ScriptedUpstream> {
  const upstream = await startScriptedUpstream(script);
  onTestFinished(() => upstream.close());
  return upstream;
}

async function gatewayWith(
  litellm: object,
  env: Record<string, string>,
  model: Behaviour,
  more: object = {},
): Promise<StartedGateway> {
  const upstream = await started([model]);
  const config = {
    model_list: [openAiModel('m', upstream.url, { num_retries: 0 })],
    litellm_settings: litellm,
    ...more,
  };
  const gateway = await startGateway(config, env);
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

const whole = { json: openAiCompletion({ text: 'Grüß Gott', usage: { promptTokens: 3, completionTokens: 4 } }) };
const events = (sink: ScriptedUpstream): Event[] => sink.requests.flatMap(({ body }) => body as Event[]);
// Each starts servers, and waits for what they tell.
vi.setConfig({ testTimeout: 90_000 });
const wait = { timeout: 30_000 };

test('generic_api gets LiteLLM’s payload, member for member, of what went well and what did not', async () => {
  const sink = await started([{ json: {} }]);
  const env = { GENERIC_LOGGER_ENDPOINT: `${sink.url}/there`, GENERIC_LOGGER_HEADERS: 'Authorization=Bearer x,X-B=c' };
  const gateway = await gatewayWith({ callbacks: ['generic_api'] }, env, whole);
  await gateway.post(ask('m', { user: 'u', temperature: 1 }), { 'user-agent': 'agent/1' });
  await gateway.post(ask('nobody'));
  await expect.poll(() => events(sink).length, wait).toBe(2);
  const [good, bad] = events(sink);
  expect(sink.requests[0]).toMatchObject({ path: '/there', headers: { authorization: 'Bearer x', 'x-b': 'c' } });
  expect(Object.keys(good ?? {}).toSorted()).toEqual(
    `api_base autorouter_baseline_observation autorouter_savings autorouter_savings_estimate cache_hit cache_key call_type
    completionStartTime completion_tokens cost_breakdown custom_llm_provider endTime end_user error_information error_str
    guardrail_information hidden_params id litellm_call_id messages metadata model model_group model_id model_map_information
    model_parameters prompt_tokens request_tags requester_ip_address response response_cost response_cost_failure_debug_info
    response_time saved_cache_cost session_id standard_built_in_tools_params startTime status status_fields stream
    total_tokens trace_id user_agent`
      .split(/\s+/)
      .toSorted(),
  );
  expect(good).toMatchObject({
    status: 'success',
    call_type: 'acompletion',
    total_tokens: 7,
    prompt_tokens: 3,
    completion_tokens: 4,
    model_group: 'm',
    custom_llm_provider: 'openai',
    end_user: 'u',
    user_agent: 'agent/1',
    stream: false,
    cache_hit: false,
    messages: [{ role: 'user', content: 'Say hello' }],
    response: { choices: [{ message: { content: 'Grüß Gott' } }] },
    model_parameters: { temperature: 1 },
    error_str: null,
    metadata: { user_api_key_hash: 'litellm_proxy_master_key' },
  });
  expect(bad).toMatchObject({ status: 'failure', error_information: { error_code: '400' }, response: null });
  expect((good?.startTime as number) * 1000).toBeGreaterThan(Date.now() - 120_000);
});

test('a stream is told as the answer that it was', async () => {
  const sink = await started([{ json: {} }]);
  const gateway = await gatewayWith(
    { success_callback: ['generic_api'] },
    { GENERIC_LOGGER_ENDPOINT: sink.url },
    { sse: openAiChunks('Hello wörld') },
  );
  await (await gateway.post(ask('m', { stream: true }))).text();
  await expect
    .poll(() => events(sink)[0], wait)
    .toMatchObject({ stream: true, response: { choices: [{ message: { content: 'Hello wörld' } }] } });
});

test('what is asked and answered is redacted for who is not to see it, errors that quote it as well', async () => {
  const [open, closed] = [await started([{ json: {} }]), await started([{ json: {} }])];
  const settings = {
    open: { callback_type: 'generic_api', endpoint: open.url },
    closed: { callback_type: 'generic_api', endpoint: closed.url, turn_off_message_logging: true },
  };
  const refusing = { status: 400, json: openAiError('no: MARKER-1', 'invalid_request_error') };
  const gateway = await gatewayWith({ callbacks: ['open', 'closed'] }, {}, refusing, { callback_settings: settings });
  const marked = ask('m', { messages: [{ role: 'user', content: 'MARKER-1' }] });
  await gateway.post(marked);
  await gateway.post({ ...marked, 'no-log': true });
  await gateway.post(marked, { 'x-litellm-enable-message-redaction': 'true' });
  await expect.poll(() => [events(open).length, events(closed).length], wait).toEqual([2, 2]);
  expect(JSON.stringify(events(closed))).not.toContain('MARKER-1');
  expect(JSON.stringify(events(open)[0])).toContain('no: MARKER-1');
  expect(JSON.stringify(events(open)[1])).not.toContain('MARKER-1');
});

test('what is content in one wire is content in each, and stands in no parameter', async () => {
  const sink = await started([{ json: {} }]);
  const gateway = await gatewayWith({ callbacks: ['generic_api'] }, { GENERIC_LOGGER_ENDPOINT: sink.url }, whole);
  const text = 'MARKER-1';
  const asked: readonly (readonly [string, object])[] = [
    [
      '/v1beta/models/m:generateContent',
      { contents: [{ parts: [{ text }] }], systemInstruction: { parts: [{ text }] } },
    ],
    ['/v1/rerank', { model: 'm', query: text, documents: [text] }],
    ['/v1/completions', { model: 'm', prompt: text }],
    ['/v1/responses', { model: 'm', input: text, instructions: text }],
  ];
  for (const [path, body] of asked) await (await gateway.postTo(path, body)).text();
  await expect.poll(() => events(sink).length, wait).toBe(asked.length);
  expect(JSON.stringify(events(sink).map(({ model_parameters: told }) => told))).not.toContain(text);
  for (const { messages } of events(sink)) expect(JSON.stringify(messages)).toContain(text);
  // Beside it, tools, schemas and stop words may say anything.
  const more = {
    temperature: 1,
    tools: [{ type: 'function', function: { name: 'f', description: text } }],
    stop: [text],
    web_search_options: { user_location: { type: 'approximate', approximate: { city: text } } },
  };
  const closed = { 'x-litellm-enable-message-redaction': 'true' };
  for (const [path, body] of [...asked, ['/v1/chat/completions', ask('m', more)] as const]) {
    await (await gateway.postTo(path, body, closed)).text();
  }
  await expect.poll(() => events(sink).length, wait).toBe(2 * asked.length + 1);
  const told = events(sink).slice(asked.length);
  expect(JSON.stringify(told)).not.toContain(text);
  expect(told.at(-1)).toMatchObject({ model_parameters: { temperature: 1 } });
});

test('whatever ends a request, who is not to see content sees none, and who may sees it', async () => {
  const sinks = [await started([{ json: {} }]), await started([{ json: {} }]), await started([{ json: {} }])] as const;
  const [open, closed, langfuse] = sinks;
  const upstream = await started(({ body }: RecordedRequest): Behaviour => {
    const said = JSON.stringify(body);
    const quoted = openAiError(`no: ${said}`, 'server_error');
    if (said.includes('[400]')) return { status: 400, json: quoted };
    if (said.includes('[500]')) return { status: 500, json: quoted };
    if (said.includes('[hang]')) return { hang: true };
    if (said.includes('[cut]')) return { sse: openAiChunks(`${said} and so on`), cutAfter: 900 };
    return { json: openAiCompletion({ text: said }) };
  });
  const model = (name: string, params: object) => openAiModel(name, upstream.url, params);
  const config = {
    model_list: [
      model('m', { num_retries: 0 }),
      model('again', { num_retries: 1 }),
      model('quick', { timeout: 1, num_retries: 0 }),
    ],
    router_settings: { fallbacks: [{ again: ['m'] }], retry_after: 0 },
    litellm_settings: { callbacks: ['open', 'closed', 'langfuse'] },
    guardrails: [
      {
        guardrail_name: 'words',
        litellm_params: {
          guardrail: 'litellm_content_filter',
          mode: 'pre_call',
          blocked_words: [{ keyword: 'persimmon', action: 'BLOCK' }],
        },
      },
    ],
    callback_settings: {
      open: { callback_type: 'generic_api', endpoint: open.url },
      closed: { callback_type: 'generic_api', endpoint: closed.url, turn_off_message_logging: true },
      langfuse: { turn_off_message_logging: true },
    },
  };
  const env = { LANGFUSE_HOST: langfuse.url, LANGFUSE_PUBLIC_KEY: 'pk', LANGFUSE_SECRET_KEY: 'sk' };
  const gateway = await startGateway(config, env);
  onTestFinished(async () => void (await gateway.stop()));
  const asked = (name: string, content: string, more: object = {}) =>
    ask(name, { messages: [{ role: 'user', content: `MARKER ${content}` }], ...more });
  const ends = [
    asked('m', 'goes well'),
    asked('m', '[400]'),
    asked('again', '[500]'),
    asked('quick', '[hang]'),
    asked('m', '[cut]', { stream: true }),
    asked('m', 'persimmon', { guardrails: ['words'] }),
    asked('nobody', 'no such model'),
  ];
  for (const body of ends) await (await gateway.post(body)).text().catch(() => '');
  const leaving = new AbortController();
  const left = fetch(`${gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(asked('m', '[hang] [left]')),
    signal: leaving.signal,
  });
  await expect.poll(() => JSON.stringify(upstream.requests.at(-1)?.body), wait).toContain('[left]');
  leaving.abort();
  await expect(left).rejects.toThrow('aborted');
  await expect.poll(() => [events(open).length, events(closed).length], wait).toEqual([8, 8]);
  await expect.poll(() => JSON.stringify(langfuse.requests).match(/generation-create/g)?.length, wait).toBe(8);
  for (const sink of [closed, langfuse])
    expect(JSON.stringify(sink.requests.map(({ body }) => body))).not.toContain('MARKER');
  // A guardrail refused one of them before all had looked.
  expect(events(open).filter((one) => !JSON.stringify(one).includes('MARKER'))).toHaveLength(1);
});

test('each event arrives once, over failures that pass, and in parts where they are too many', async () => {
  let calls = 0;
  const sink = await started(({ body }: RecordedRequest): Behaviour => {
    calls++;
    if (calls <= 2) return { status: 503, json: {} };
    return (body as Event[]).length > 3 ? { status: 413, json: {} } : { json: {} };
  });
  const gateway = await gatewayWith({ callbacks: ['generic_api'] }, { GENERIC_LOGGER_ENDPOINT: sink.url }, whole);
  await Promise.all(Array.from({ length: 10 }, () => gateway.post(ask('m'))));
  const taken = (): unknown[] =>
    sink.requests
      .slice(2)
      .flatMap(({ body }) => ((body as Event[]).length > 3 ? [] : (body as Event[]).map(({ id }) => id)));
  await expect.poll(() => taken().length, { timeout: 30_000 }).toBe(10);
  expect(new Set(taken()).size).toBe(10);
});

test('a refusal is not sent again, and counted; a clean stop sends what waits', async () => {
  const sink = await started([{ status: 401, json: {} }, { json: {} }]);
  const gateway = await gatewayWith({ callbacks: ['generic_api'] }, { GENERIC_LOGGER_ENDPOINT: sink.url }, whole);
  await gateway.post(ask('m'));
  await expect.poll(() => sink.requests.length, wait).toBe(1);
  await expect
    .poll(async () => (await gateway.get('/metrics')).text(), wait)
    .toContain('showrunner_callback_events_dropped_total{callback_name="generic_api"} 1');
  await gateway.post(ask('m'));
  await gateway.stop();
  expect(sink.requests).toHaveLength(2);
});

test('langfuse gets a trace and a generation, and once more what it says may pass', async () => {
  let calls = 0;
  const sink = await started(({ body }: RecordedRequest): Behaviour => {
    const { batch } = body as { batch: { id: string }[] };
    calls++;
    return {
      status: 207,
      json:
        calls === 1 ? { successes: [], errors: [{ id: batch[1]?.id, status: 500 }] } : { successes: [], errors: [] },
    };
  });
  const env = { LANGFUSE_PUBLIC_KEY: 'pk', LANGFUSE_SECRET_KEY: 'sk', LANGFUSE_HOST: sink.url };
  const gateway = await gatewayWith({ success_callback: ['langfuse'] }, env, whole);
  await gateway.post(ask('m', { user: 'u' }));
  await expect.poll(() => sink.requests.length, wait).toBe(2);
  const [first, second] = sink.requests;
  expect(first).toMatchObject({
    path: '/api/public/ingestion',
    headers: { authorization: `Basic ${Buffer.from('pk:sk').toString('base64')}` },
  });
  const batches = [first, second].map((one) => (one?.body ?? {}) as { batch?: Event[] });
  const batch = batches[0]?.batch ?? [];
  expect(batch).toMatchObject([
    { type: 'trace-create', body: { userId: 'u', input: [{ content: 'Say hello' }] } },
    { type: 'generation-create', body: { usage: { input: 3, output: 4, total: 7, unit: 'TOKENS' }, level: 'DEFAULT' } },
  ]);
  expect(batches[1]?.batch?.map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
});

test('datadog gets logs, and a bucket an object for each event, signed', async () => {
  const [logs, bucket] = [await started([{ status: 202, json: {} }]), await started([{ json: {} }])];
  const env = { DD_API_KEY: 'k', DD_BASE_URL: logs.url, AWS_ACCESS_KEY_ID: 'AKIAX', AWS_SECRET_ACCESS_KEY: 's' };
  const s3 = { s3_bucket_name: 'b', s3_region_name: 'eu-west-1', s3_endpoint_url: bucket.url, s3_path: 'logs/' };
  const gateway = await gatewayWith({ callbacks: ['datadog', 's3_v2'], s3_callback_params: s3 }, env, whole);
  await gateway.post(ask('m'));
  await expect.poll(() => [logs.requests.length, bucket.requests.length], wait).toEqual([1, 1]);
  expect(logs.requests[0]).toMatchObject({
    path: '/api/v2/logs',
    headers: { 'dd-api-key': 'k', 'content-encoding': 'gzip' },
  });
  const [log] = JSON.parse(gunzipSync(logs.requests[0]?.bytes ?? Buffer.alloc(0)).toString()) as [
    { message: string; status: string; ddsource: string },
  ];
  expect(log).toMatchObject({ status: 'info', ddsource: 'litellm' });
  expect(JSON.parse(log.message)).toMatchObject({ status: 'success', total_tokens: 7 });
  expect(bucket.requests[0]?.path).toMatch(
    /^\/b\/logs\/\d{4}-\d\d-\d\d\/time-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{6}_[\w-]+\.json$/,
  );
  expect(bucket.requests[0]).toMatchObject({ method: 'PUT', body: { status: 'success' } });
  expect(bucket.requests[0]?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIAX\/\d{8}\/eu-west-1\/s3\/aws4_request/,
  );
});

test('a virtual key is told with whom it belongs to and what it has spent; what goes through is told as well', async () => {
  const sink = await started([{ json: {} }]);
  const elsewhere = await started([{ json: { secret: 'MARKER-2' } }]);
  const passing = [{ path: '/else', target: elsewhere.url }];
  const gateway = await gatewayWith({ callbacks: ['generic_api'] }, { GENERIC_LOGGER_ENDPOINT: sink.url }, whole, {
    general_settings: { master_key: MASTER_KEY, pass_through_endpoints: passing },
  });
  const { done, key } = manager(() => gateway);
  const { team_id: team } = await done('/team/new', { team_alias: 'blue', max_budget: 9 });
  const secret = await key({ key_alias: 'editor', team_id: team, max_budget: 5, budget_duration: '1d' });
  await gateway.post(ask('m'), { authorization: `Bearer ${secret}` });
  await gateway.postTo('/else', { words: 'MARKER-3' });
  await expect.poll(() => events(sink).length, { timeout: 30_000 }).toBe(2);
  const [called, passed] = events(sink);
  expect(called).toMatchObject({
    requester_ip_address: '127.0.0.1',
    metadata: {
      user_api_key_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      user_api_key_alias: 'editor',
      user_api_key_max_budget: 5,
      user_api_key_budget_reset_at: expect.stringMatching(/^20/),
      user_api_key_team_id: team,
      user_api_key_team_alias: 'blue',
      user_api_key_team_max_budget: 9,
      user_api_key_request_route: '/v1/chat/completions',
    },
  });
  expect(passed).toMatchObject({ status: 'success', metadata: { user_api_key_request_route: '/else' } });
  expect(JSON.stringify(passed)).not.toMatch(/MARKER-[23]/);
}, 90_000);

test('what a key, its caller, the cache and the vendor say beside the answer is told as well, and no secret with it', async () => {
  const sink = await started([{ json: {} }]);
  const headers = { 'x-ratelimit-limit-requests': '100', 'x-ratelimit-remaining-requests': '99' };
  const gateway = await gatewayWith(
    { callbacks: ['generic_api'], cache: true, cache_params: { type: 'local' } },
    { GENERIC_LOGGER_ENDPOINT: sink.url },
    { ...whole, headers },
  );
  const variables = {
    langfuse_public_key: 'pk',
    langfuse_secret_key: 'MARKER-4',
    langfuse_host: `${sink.url}/langfuse`,
  };
  const logging = [{ callback_name: 'langfuse', callback_type: 'failure', callback_vars: variables }];
  const secret = await manager(() => gateway).key({ metadata: { department: 'film', logging } });
  const said = {
    authorization: `Bearer ${secret}`,
    'x-workflow': 'nightly',
    'x-my-token': 'MARKER-5',
    'x-litellm-session-id': 'session-7',
    'x-litellm-spend-logs-metadata': '{"job":"j1"}',
  };
  const question = ask('m', { metadata: { scene: '12' }, web_search_options: { search_context_size: 'low' } });
  await gateway.post(question, said);
  await gateway.post(question, said);
  await expect.poll(() => events(sink).length, wait).toBe(2);
  const [fresh, hit] = events(sink);
  const key = fresh?.cache_key;
  expect(key).toEqual(expect.stringMatching(/./));
  expect(fresh).toMatchObject({
    session_id: 'session-7',
    cache_hit: false,
    saved_cache_cost: 0,
    model_map_information: { model_map_value: { mode: 'chat' } },
    hidden_params: {
      cache_key: key,
      additional_headers: { x_ratelimit_limit_requests: 100, x_ratelimit_remaining_requests: 99 },
    },
    standard_built_in_tools_params: { web_search_options: { search_context_size: 'low' }, file_search: null },
    metadata: {
      user_api_key_auth_metadata: { department: 'film' },
      spend_logs_metadata: { job: 'j1' },
      requester_metadata: { scene: '12' },
      requester_custom_headers: { 'x-workflow': 'nightly' },
    },
  });
  expect(hit).toMatchObject({
    cache_hit: true,
    cache_key: key,
    response_cost: 0,
    hidden_params: { additional_headers: null },
  });
  expect(hit?.saved_cache_cost).toBeCloseTo(Number(fresh?.response_cost), 10);
  expect(Number(fresh?.response_cost)).toBeGreaterThan(0);
  expect(JSON.stringify(events(sink))).not.toMatch(/MARKER-[45]/);
});

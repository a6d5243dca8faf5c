import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { anthropicEvents, anthropicMessage, openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

// Each starts servers of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

const bearer = { authorization: `Bearer ${MASTER_KEY}` };
const model = openAiModel('m', 'http://127.0.0.1:9');
/** A model whose price is known. */
const priced = { model: 'claude-sonnet-4-6' };

/** A gateway with these endpoints, and vendors at the upstream's address. */
function passing(
  upstream: string,
  endpoints: readonly object[] = [],
  general: object = {},
  env: Record<string, string> = {},
) {
  return startGateway(
    {
      model_list: [model],
      general_settings: { master_key: MASTER_KEY, pass_through_endpoints: endpoints, ...general },
    },
    {
      ANTHROPIC_API_KEY: 'vendor-key',
      ANTHROPIC_API_BASE: upstream,
      OPENAI_API_KEY: 'vendor-key',
      OPENAI_BASE_URL: `${upstream}/v1`,
      GEMINI_API_KEY: 'vendor-key',
      GEMINI_API_BASE: upstream,
      ...env,
    },
  );
}

async function rowsOf(gateway: StartedGateway, count: number): Promise<Record<string, unknown>[]> {
  const read = async () => (await (await gateway.get('/spend/logs')).json()) as Record<string, unknown>[];
  await expect.poll(read, { timeout: 15_000 }).toHaveLength(count);
  return read();
}

test('Anthropic’s SDK speaks to Anthropic through the gateway, with the gateway’s key', async () => {
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream
      ? { sse: anthropicEvents('Hello', priced) }
      : { json: anthropicMessage(priced) },
  );
  await using gateway = await passing(upstream.url);
  const client = new Anthropic({ baseURL: `${gateway.url}/anthropic`, apiKey: MASTER_KEY, maxRetries: 0 });
  const asked = {
    model: 'claude-sonnet-4-6',
    max_tokens: 10,
    messages: [{ role: 'user' as const, content: 'こんにちは' }],
  };
  const whole = await client.messages.create(asked);
  expect(whole.content[0]).toMatchObject({ type: 'text' });
  const streamed = await client.messages.stream(asked).finalMessage();
  expect(streamed.stop_reason).toBe('end_turn');
  for (const { path, headers, body } of upstream.requests) {
    expect([path, headers['x-api-key'], headers.authorization, headers['anthropic-version']]).toEqual([
      '/v1/messages',
      'vendor-key',
      undefined,
      expect.any(String),
    ]);
    expect(body).toMatchObject({ messages: [{ content: 'こんにちは' }] });
  }
  const rows = await rowsOf(gateway, 2);
  for (const row of rows) {
    expect(row).toMatchObject({
      call_type: 'pass_through_endpoint',
      model_group: '/anthropic',
      custom_llm_provider: 'anthropic',
      status: 'success',
    });
    expect(row.spend).toBeGreaterThan(0);
    expect(row.prompt_tokens).toBeGreaterThan(0);
  }
});

test('OpenAI’s SDK reaches what the gateway has no endpoint for', async () => {
  await using upstream = await startScriptedUpstream([
    { json: { id: 'ft_1', object: 'fine_tuning.job' }, headers: { 'x-request-id': 'req_vendor' } },
  ]);
  await using gateway = await passing(upstream.url);
  const client = new OpenAI({ baseURL: `${gateway.url}/openai_passthrough/v1`, apiKey: MASTER_KEY, maxRetries: 0 });
  expect(await client.fineTuning.jobs.retrieve('ft_1')).toMatchObject({ id: 'ft_1' });
  expect(upstream.requests[0]).toMatchObject({
    method: 'GET',
    path: '/v1/fine_tuning/jobs/ft_1',
    headers: { authorization: 'Bearer vendor-key' },
  });
  // Reading asks no model, and costs nothing.
  expect(await rowsOf(gateway, 1)).toMatchObject([{ spend: 0, model_group: '/openai_passthrough' }]);
});

test('Gemini’s clients write the gateway’s key into the query, and Gemini sees its own', async () => {
  await using upstream = await startScriptedUpstream([{ json: { candidates: [] } }]);
  await using gateway = await passing(upstream.url);
  const path = '/gemini/v1beta/models/gemini-2.5-pro:streamGenerateContent';
  const answer = await fetch(`${gateway.url}${path}?alt=sse&key=${MASTER_KEY}`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(200);
  expect(upstream.requests[0]).toMatchObject({
    path: '/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse',
    headers: { 'x-goog-api-key': 'vendor-key' },
  });
  expect((await fetch(`${gateway.url}${path}?key=wrong`, { method: 'POST', body: '{}' })).status).toBe(401);
  expect(upstream.requests).toHaveLength(1);
});

test('Azure’s deployments are named as this gateway names its models', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  const azure = { model: 'azure/prod-4', api_key: 'azure-key', api_base: upstream.url, api_version: '2024-10-21' };
  await using gateway = await startGateway({ model_list: [{ model_name: 'gpt', litellm_params: azure }] });
  const answer = await gateway.postTo('/azure/openai/deployments/gpt/chat/completions?api-version=2024-10-21', {
    messages: [],
  });
  expect(answer.status).toBe(200);
  expect(upstream.requests[0]).toMatchObject({
    path: '/openai/deployments/prod-4/chat/completions?api-version=2024-10-21',
    headers: { 'api-key': 'azure-key' },
  });
  expect((await gateway.postTo('/azure/openai/models', {})).status).toBe(501);
});

test('Bedrock gets a body that is signed', async () => {
  await using upstream = await startScriptedUpstream([
    { json: { output: {}, usage: { inputTokens: 1, outputTokens: 2 } } },
  ]);
  const aws = {
    AWS_ACCESS_KEY_ID: 'AKID',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION_NAME: 'eu-west-1',
    AWS_BEDROCK_RUNTIME_ENDPOINT: upstream.url,
  };
  await using gateway = await passing(upstream.url, [], {}, aws);
  const answer = await gateway.postTo('/bedrock/model/amazon.nova-lite-v1:0/converse', {
    messages: [{ role: 'user' }],
  });
  expect([answer.status, await answer.json()]).toMatchObject([200, { usage: { outputTokens: 2 } }]);
  const [seen] = upstream.requests;
  expect(seen).toMatchObject({
    path: '/model/amazon.nova-lite-v1%3A0/converse',
    body: { messages: [{ role: 'user' }] },
  });
  expect(seen?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-west-1\/bedrock\/aws4_request/,
  );
});

test('a deployment with use_in_pass_through lends its key', async () => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  const params = {
    model: 'mistral/mistral-large-latest',
    api_key: 'lent',
    api_base: `${upstream.url}/v1`,
    use_in_pass_through: true,
  };
  await using gateway = await startGateway({ model_list: [{ model_name: 'm', litellm_params: params }] });
  expect((await gateway.postTo('/mistral/v1/ocr', {})).status).toBe(200);
  expect(upstream.requests[0]).toMatchObject({ path: '/v1/ocr', headers: { authorization: 'Bearer lent' } });
});

test('a configured endpoint goes to its target with its headers, query and price', async () => {
  await using upstream = await startScriptedUpstream([
    { status: 201, json: { ok: true }, headers: { 'x-vendor': 'v', server: 'nginx', connection: 'close' } },
  ]);
  await using gateway = await passing(
    upstream.url,
    [
      {
        path: '/my/rank/',
        target: `${upstream.url}/base/rank?version=1`,
        headers: { Authorization: 'Bearer os.environ/RANK_KEY', 'X-Team': 'blue' },
        default_query_params: { size: 5 },
        cost_per_request: 0.25,
        methods: ['POST'],
      },
    ],
    {},
    { RANK_KEY: 'secret' },
  );
  const answer = await gateway.postTo(
    '/my/rank?q=%E6%96%87',
    { query: 'ü' },
    { 'x-team': 'red', 'x-pass-x-trace': 't' },
  );
  expect([answer.status, await answer.json(), answer.headers.get('x-vendor'), answer.headers.get('server')]).toEqual([
    201,
    { ok: true },
    'v',
    null,
  ]);
  expect(answer.headers.get('x-litellm-call-id')).toBeTruthy();
  expect(upstream.requests[0]).toMatchObject({
    method: 'POST',
    path: '/base/rank?q=%E6%96%87&version=1&size=5',
    headers: { authorization: 'Bearer secret', 'x-team': 'blue', 'x-trace': 't', host: new URL(upstream.url).host },
    body: { query: 'ü' },
  });
  expect(await rowsOf(gateway, 1)).toMatchObject([{ spend: 0.25, model_group: '/my/rank' }]);
  const wrong = await gateway.get('/my/rank');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await gateway.postTo('/my/rank/below', {})).status).toBe(404);
  expect((await fetch(`${gateway.url}/my/rank`, { method: 'POST', body: '{}' })).status).toBe(401);
});

test('every method goes through below a path, with what each target makes of it', async () => {
  await using upstream = await startScriptedUpstream(({ method }) =>
    method === 'DELETE' ? { status: 204, raw: '' } : { raw: method, headers: { 'content-type': 'text/plain' } },
  );
  await using gateway = await passing(upstream.url, [
    { path: '/all', target: `${upstream.url}/t`, include_subpath: true },
  ]);
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await fetch(`${gateway.url}/all/a/%E6%96%87?x=1`, { method, headers: bearer });
    expect([answer.status, await answer.text()]).toEqual(method === 'DELETE' ? [204, ''] : [200, method]);
  }
  expect(upstream.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => `${method} /t/a/%E6%96%87?x=1`),
  );
});

test('without auth anybody may, and a key of the gateway’s goes nowhere', async () => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  await using gateway = await passing(upstream.url, [
    { path: '/open', target: upstream.url, auth: false, forward_headers: true },
  ]);
  const send = (headers: Record<string, string>) => fetch(`${gateway.url}/open`, { headers });
  expect((await send({ authorization: 'Bearer theirs', 'x-custom': '1' })).status).toBe(200);
  expect((await send(bearer)).status).toBe(200);
  expect(upstream.requests.map(({ headers }) => [headers.authorization, headers['x-custom']])).toEqual([
    ['Bearer theirs', '1'],
    [undefined, undefined],
  ]);
});

test.each([
  ['GET /open/../../secret HTTP/1.1', 400],
  ['GET /open/%2e%2e/secret HTTP/1.1', 400],
  ['GET /open/%252e%252e%252fsecret HTTP/1.1', 400],
  ['GET http://evil.example/open/x HTTP/1.1', 404],
  ['GET //evil.example/open/x HTTP/1.1', 404],
])('%s does not leave the target', async (line, status) => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  await using gateway = await passing(upstream.url, [
    { path: '/open', target: `${upstream.url}/base`, include_subpath: true },
  ]);
  const { hostname, port } = new URL(gateway.url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(`${line}\r\nhost: ${hostname}\r\nauthorization: ${bearer.authorization}\r\nconnection: close\r\n\r\n`);
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(upstream.requests).toHaveLength(0);
});

test('events come one by one, and a body goes on before it is whole', async () => {
  await using upstream = await startScriptedUpstream([{ sse: [{ one: 1 }, { two: 2 }], gapMs: 1_500 }]);
  await using gateway = await passing(upstream.url, [{ path: '/events', target: upstream.url }]);
  const answer = await fetch(`${gateway.url}/events`, { headers: bearer });
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(Buffer.from(first?.value ?? []).toString()).toBe('data: {"one":1}\n\n');
  await reader?.cancel();
  await expect.poll(() => upstream.requests[0]?.aborted, { timeout: 15_000 }).toBe(true);
});

test('a body of any length goes on as it comes', async () => {
  const seen: number[] = [];
  const server = createServer((request, response) => {
    let size = 0;
    request.on('data', (piece: Buffer) => {
      if (size === 0) seen.push(Date.now());
      size += piece.length;
    });
    request.on('end', () => response.end(String(size)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await using gateway = await passing('http://127.0.0.1:9', [{ path: '/up', target: `http://127.0.0.1:${port}/up` }]);
  const piece = Buffer.alloc(1024 * 1024);
  const outgoing = httpRequest(`${gateway.url}/up`, {
    method: 'PUT',
    headers: { ...bearer, 'transfer-encoding': 'chunked' },
  });
  const answered = new Promise<string>((resolve, reject) => {
    outgoing.on('response', (response) => resolve(text(response)));
    outgoing.on('error', reject);
  });
  outgoing.write(piece);
  await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(1);
  for (let count = 0; count < 63; count++) {
    if (!outgoing.write(piece)) await new Promise((resolve) => outgoing.once('drain', resolve));
  }
  outgoing.end();
  expect(await answered).toBe(String(64 * 1024 * 1024));
  server.close();
});

test('what a vendor refuses is passed on as it says it, and written down as a failure', async () => {
  await using upstream = await startScriptedUpstream([
    { status: 418, json: { type: 'error', error: { message: 'no' } }, headers: { 'retry-after': '7' } },
  ]);
  await using gateway = await passing(upstream.url);
  const answer = await gateway.postTo('/anthropic/v1/messages', {});
  expect([answer.status, await answer.json(), answer.headers.get('retry-after')]).toEqual([
    418,
    { type: 'error', error: { message: 'no' } },
    '7',
  ]);
  expect(await rowsOf(gateway, 1)).toMatchObject([{ status: 'failure' }]);
});

test('a vendor that is gone, breaks off, or points elsewhere is told in the standard shape, or cut', async () => {
  await using upstream = await startScriptedUpstream([
    { reset: true },
    { status: 302, raw: '', headers: { location: 'http://169.254.169.254/latest' } },
    { raw: 'half of it', headers: { 'content-length': '100' }, afterwards: 'reset' },
  ]);
  await using gateway = await passing(upstream.url, [
    { path: '/gone', target: 'http://127.0.0.1:9' },
    { path: '/here', target: upstream.url },
  ]);
  for (const path of ['/gone', '/here', '/here']) {
    const answer = await gateway.get(path);
    expect([answer.status, await answer.json()]).toMatchObject([
      502,
      { error: { code: '502', type: 'internal_server_error' } },
    ]);
  }
  await expect(gateway.get('/here').then((answer) => answer.text())).rejects.toThrow('terminated');
  expect(upstream.requests).toHaveLength(3);
});

test('limits of the key hold, by what the vendor counted', async () => {
  await using upstream = await startScriptedUpstream([
    { json: { model: 'x', usage: { input_tokens: 600, output_tokens: 300 } } },
  ]);
  await using gateway = await passing(upstream.url, [], { tpm_limit: 900 });
  const first = await gateway.postTo('/anthropic/v1/messages', {});
  expect([first.status, first.headers.get('x-ratelimit-limit-tokens')]).toEqual([200, '900']);
  await first.text();
  await expect
    .poll(async () => (await gateway.postTo('/anthropic/v1/messages', {})).status, { timeout: 15_000 })
    .toBe(429);
});

test('a vendor whose budget is spent is not asked', async () => {
  await using upstream = await startScriptedUpstream([{ json: anthropicMessage(priced) }]);
  await using gateway = await startGateway(
    {
      model_list: [model],
      router_settings: { provider_budget_config: { anthropic: { budget_limit: 0.000001, time_period: '1d' } } },
    },
    { ANTHROPIC_API_KEY: 'k', ANTHROPIC_API_BASE: upstream.url },
  );
  expect((await gateway.postTo('/anthropic/v1/messages', {})).status).toBe(200);
  await expect
    .poll(async () => (await gateway.postTo('/anthropic/v1/messages', {})).status, { timeout: 15_000 })
    .toBe(429);
});

test('what an operator demands of bodies is demanded here as well', async () => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  await using gateway = await passing(upstream.url, [], { enforce_user_param: true, max_request_size_mb: 0.01 });
  expect((await gateway.postTo('/anthropic/v1/messages', { max_tokens: 1 })).status).toBe(400);
  expect((await gateway.postTo('/anthropic/v1/messages', { user: 'u' })).status).toBe(200);
  expect((await gateway.postTo('/anthropic/v1/messages', { user: 'u'.repeat(20_000) })).status).toBe(413);
  expect(upstream.requests).toHaveLength(1);
});

test('a guardrail that does not run refuses what it was to guard, and a vendor without a key is named', async () => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  await using gateway = await passing(upstream.url, [
    { path: '/guarded', target: upstream.url, guardrails: { pii: null } },
  ]);
  const guarded = await gateway.get('/guarded');
  expect([guarded.status, await guarded.json()]).toMatchObject([
    400,
    { error: { message: expect.stringContaining('"pii"') as string } },
  ]);
  const keyless = await gateway.get('/cohere/v1/models');
  expect([keyless.status, await keyless.json()]).toMatchObject([
    501,
    { error: { message: expect.stringContaining('COHERE_API_KEY') as string } },
  ]);
  expect((await gateway.get('/watsonx/ml/v1')).status).toBe(501);
  expect(upstream.requests).toHaveLength(0);
});

test('callers who may pay their vendors by themselves do so here as well, and cookies stay here', async () => {
  await using upstream = await startScriptedUpstream([{ json: {}, headers: { 'set-cookie': 'session=vendor' } }]);
  const send = async (gateway: StartedGateway, path: string, headers: Record<string, string>) => {
    const answer = await fetch(gateway.url + path, { headers: { 'x-litellm-api-key': MASTER_KEY, ...headers } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    return upstream.requests.at(-1)?.headers;
  };
  const subscription = { authorization: 'Bearer sk-ant-oat01-theirs' };
  await using forwarding = await passing(upstream.url, [], { forward_llm_provider_auth_headers: true });
  expect(await send(forwarding, '/anthropic/v1/models', { 'x-api-key': 'theirs' })).toMatchObject({
    'x-api-key': 'theirs',
  });
  const subscribed = await send(forwarding, '/anthropic/v1/models', subscription);
  expect(subscribed).toMatchObject({ ...subscription, 'anthropic-beta': 'oauth-2025-04-20' });
  expect(subscribed).not.toHaveProperty('x-api-key');
  expect(await send(forwarding, '/gemini/v1beta/models', { 'x-goog-api-key': 'theirs' })).toMatchObject({
    'x-goog-api-key': 'theirs',
  });
  expect(await send(forwarding, '/anthropic/v1/models', {})).toMatchObject({ 'x-api-key': 'vendor-key' });
  await using usual = await passing(upstream.url);
  const kept = await send(usual, '/anthropic/v1/models', { 'x-api-key': 'theirs', ...subscription });
  expect(kept).toMatchObject({ 'x-api-key': 'vendor-key' });
  expect(kept).not.toHaveProperty('authorization');
});

test('a changed file changes what leads where', async () => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  await using gateway = await passing(upstream.url, []);
  expect((await gateway.get('/later')).status).toBe(404);
  await gateway.rewriteConfig({
    model_list: [model],
    general_settings: { master_key: MASTER_KEY, pass_through_endpoints: [{ path: '/later', target: upstream.url }] },
  });
  await expect.poll(async () => (await gateway.get('/later')).status, { timeout: 15_000 }).toBe(200);
});

test('what passes goes to where its vendor points, as long as it is short', async () => {
  await using upstream = await startScriptedUpstream(({ path }) =>
    path.startsWith('/moved') ? { json: { ok: true } } : { status: 307, json: {}, headers: { location: '/moved?a=1' } },
  );
  await using gateway = await passing(upstream.url, [{ path: '/tool', target: `${upstream.url}/tool` }]);
  const post = (body: string): Promise<Response> =>
    fetch(`${gateway.url}/tool`, { method: 'POST', headers: bearer, body });
  const answer = await post('{"say":"hi"}');
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  expect(upstream.requests.map(({ path, body }) => [path, body])).toEqual([
    ['/tool', { say: 'hi' }],
    ['/moved?a=1', { say: 'hi' }],
  ]);
  expect((await post('x'.repeat(3_000_000))).status).toBe(502);
});

import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway({
    model_list: [
      { model_name: 'mock', litellm_params: { model: 'openai/x', mock_response: 'fine' } },
      { model_name: 'any/*', litellm_params: { model: 'openai/*', mock_response: 'fine' } },
      openAiModel('unreachable', 'http://127.0.0.1:9', { num_retries: 0 }),
      ...['anthropic', 'deepseek', 'local'].map((vendor) => ({
        model_name: vendor,
        litellm_params: { model: `${vendor}/m`, api_key: 'k', api_base: 'http://127.0.0.1:9', num_retries: 0 },
      })),
    ],
  });
});
afterAll(() => gateway.stop());

const message = '{"role":"user","content":"hi"}';
const bad: [string, string, number][] = [
  ['JSON that is none', '{"model":', 400],
  ['an empty body', '', 400],
  ['a NUL byte', '{"model":"mock","messages":[]\0}', 400],
  ['a list in place of an object', '[]', 400],
  ['null', 'null', 400],
  ['half a surrogate pair', `{"model":"mock","messages":[{"role":"user","content":"\\ud83d"}]}`, 400],
  ['a prototype', `{"model":"mock","__proto__":{"a":1},"messages":[${message}]}`, 400],
  ['NaN', `{"model":"mock","temperature":NaN,"messages":[${message}]}`, 400],
  ['infinity', `{"model":"mock","temperature":1e999,"messages":[${message}]}`, 400],
  ['negative max_tokens', `{"model":"mock","max_tokens":-1,"messages":[${message}]}`, 400],
  ['2^53 tokens', `{"model":"mock","max_tokens":9007199254740993,"messages":[${message}]}`, 400],
  ['ten thousand choices', `{"model":"mock","n":10000,"messages":[${message}]}`, 400],
  ['temperature as text', `{"model":"mock","temperature":"1","messages":[${message}]}`, 400],
  ['stream as text', `{"model":"mock","stream":"true","messages":[${message}]}`, 400],
  ['no messages', '{"model":"mock"}', 400],
  ['an empty list of messages', '{"model":"mock","messages":[]}', 400],
  ['an unknown role', '{"model":"mock","messages":[{"role":"wizard","content":"hi"}]}', 400],
  ['no model', `{"messages":[${message}]}`, 400],
  ['an unknown model', `{"model":"nobody","messages":[${message}]}`, 400],
  ['an address to send it to', `{"model":"mock","api_base":"http://evil.example","messages":[${message}]}`, 400],
  ['a key to send it with', `{"model":"mock","api_key":"sk-other","messages":[${message}]}`, 400],
  ['headers to send it with', `{"model":"mock","extra_headers":{"x":"y"},"messages":[${message}]}`, 400],
];

test.each(bad)('refuses %s in LiteLLM’s error shape', async (_, body, status) => {
  const response = await gateway.post(body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { message: expect.any(String), code: String(status) } });
});

const calls = (tool_calls: unknown) => ({ messages: [{ role: 'assistant', content: null, tool_calls }] });

test.each([
  ['anthropic', calls('abc'), 'messages[0].tool_calls'],
  ['anthropic', calls([null]), 'messages[0].tool_calls[0]'],
  ['anthropic', calls([{}]), 'messages[0].tool_calls[0].function'],
  ['anthropic', { tools: [null] }, 'tools[0]'],
  ['anthropic', { response_format: { type: 'json_schema' } }, 'response_format.json_schema'],
  ['anthropic', { stop: [1, 2] }, 'stop[0]'],
  ['local', { tools: [{ type: 'function' }], tool_choice: 'required' }, 'tools[0].function'],
  ['deepseek', { response_format: { type: 'json_schema' } }, 'response_format.json_schema'],
])('names to a caller of %s what its encoder cannot read: %j', async (model, members, param) => {
  const response = await gateway.post(ask(model, members));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { param } });
});

test.each([
  ['__proto__', `{"model":"mock","__proto__":{"a":1},"messages":[${message}]}`, 'a member named __proto__'],
  ['__proto__ in escapes', `{"model":"mock","_\\u005fproto__":1,"messages":[${message}]}`, 'a member named __proto__'],
  ['a byte order mark', `\ufeff{"model":"mock","messages":[${message}]}`, 'a byte order mark'],
  ['a missing comma', `{"model":"mock" "messages":[${message}]}`, 'not valid JSON (at position 16)'],
])('says that the body has %s', async (_, body, problem) => {
  const response = await gateway.post(body);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(problem);
});

test('names the member that is wrong', async () => {
  const response = await gateway.post(ask('mock', { temperature: 'hot' }));
  expect(await response.json()).toMatchObject({ error: { param: 'temperature', type: 'invalid_request_error' } });
});

test('takes whole surrogate pairs, escaped backslashes and a large message', async () => {
  const content = 'a'.repeat(1_000_000);
  expect(
    (await gateway.post(`{"model":"mock","messages":[{"role":"user","content":"\\ud83d\\ude42 \\\\ud83d"}]}`)).status,
  ).toBe(200);
  expect((await gateway.post(ask('mock', { messages: [{ role: 'user', content }] }))).status).toBe(200);
});

test('refuses invalid UTF-8, other media types and bodies over the limit', async () => {
  const send = (body: string | Uint8Array<ArrayBuffer>, type: string): Promise<Response> =>
    fetch(`${gateway.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': type },
      body,
    });
  expect((await send(Uint8Array.of(0x22, 0xff, 0x22), 'application/json')).status).toBe(400);
  expect((await send('{}', 'text/plain')).status).toBe(415);
  expect((await send('"'.padEnd(33 * 1024 * 1024, 'a'), 'application/json')).status).toBe(413);
});

test('a body without a length is refused as soon as it is over the limit', async () => {
  const asked = request(`${gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' },
  });
  asked.on('error', () => {});
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  const piece = Buffer.alloc(1024 * 1024, 'a');
  for (let sent = 0; sent < 33 && !asked.destroyed; sent++) {
    if (!asked.write(piece)) await Promise.race([once(asked, 'drain'), answered]);
  }
  const [response] = await answered;
  asked.destroy();
  expect([response.statusCode, response.headers.connection]).toEqual([413, 'close']);
});

test('what is refused in the middle of its body is answered, and then not listened to for ever', async () => {
  const head = {
    authorization: `Bearer ${MASTER_KEY}`,
    'content-type': 'multipart/form-data; boundary=b',
  };
  const begin =
    '--b\r\ncontent-disposition: form-data; name="model"\r\n\r\nnowhere\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.wav"\r\n\r\n';
  const piece = Buffer.alloc(1024 * 1024, 'a');
  function* upload(megabytes: number): Generator<Uint8Array> {
    yield Buffer.from(begin);
    for (let sent = 0; sent < megabytes; sent++) yield piece;
    yield Buffer.from('\r\n--b--\r\n');
  }
  for (let round = 0; round < 5; round++) {
    const answer = await fetch(`${gateway.url}/v1/audio/transcriptions`, {
      method: 'POST',
      headers: head,
      body: ReadableStream.from(upload(20)),
      duplex: 'half',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('nowhere');
  }
  const endless = request(`${gateway.url}/v1/audio/transcriptions`, { method: 'POST', headers: head });
  const broken = once(endless, 'close');
  endless.on('error', () => {});
  endless.on('response', (response: IncomingMessage) => response.resume());
  endless.write(begin);
  let sent = 0;
  while (!endless.destroyed) {
    sent++;
    if (!endless.write(piece)) await Promise.race([once(endless, 'drain').catch(() => undefined), broken]);
  }
  expect(sent).toBeLessThan(200);
});

test('the chat route is the same however its path is spelled, and only for POST', async () => {
  const send = (path: string, headers: Record<string, string>, method = 'POST'): Promise<Response> =>
    fetch(gateway.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'POST' && { body: JSON.stringify(ask('mock')) }),
    });
  const key = { authorization: `Bearer ${MASTER_KEY}` };
  for (const path of ['/chat/completions', '/v1/chat/completions?trace=1', '/v1/chat/completion%73']) {
    expect((await send(path, key)).status).toBe(200);
    expect((await send(path, {})).status).toBe(401);
    expect((await send(path, { ...key, 'content-encoding': 'gzip' })).status).toBe(415);
  }
  const wrongMethod = await send('/v1/chat/completions', key, 'GET');
  expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a model of a wildcard may be called what nobody can print, and for pages', async () => {
  for (const name of ['\ud83d\ude42'.repeat(50_000), 'x'.repeat(100_000), 'a\r\nb: c\0']) {
    const response = await gateway.post(ask(`any/${name}`));
    expect(response.status).toBe(200);
    expect(response.headers.get('x-showrunner-model')?.length).toBeLessThan(5_000);
  }
});

test('JSON that is 200 000 levels deep is refused before it is sent anywhere', async () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const response = await gateway.post(`{"model":"unreachable","messages":[${message}],"tools":${deep}}`);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('nested too deeply');
});

test('JSON that is flat is served however many lists and objects it has, in it or in its texts', async () => {
  const messages = Array.from({ length: 1_500 }, () => ({ role: 'user', content: '[{[{ and "[{" in quotes' }));
  const response = await gateway.post(JSON.stringify({ model: 'mock', messages }));
  expect(response.status).toBe(200);
});

test.each([
  ['none', {}, 'auth_error'],
  ['a wrong one', { authorization: 'Bearer sk-wrong' }, 'token_not_found_in_db'],
  ['SQL', { authorization: "Bearer ' OR 1=1 --" }, 'token_not_found_in_db'],
  ['an empty one', { authorization: 'Bearer ' }, 'auth_error'],
  ['ten thousand characters', { authorization: `Bearer ${'k'.repeat(10_000)}` }, 'token_not_found_in_db'],
  ['the key without a scheme', { authorization: MASTER_KEY }, 'auth_error'],
  [
    'a wrong one beside the right one in another header',
    { authorization: 'Bearer no', 'x-api-key': MASTER_KEY },
    'token_not_found_in_db',
  ],
])('refuses a key that is %s with 401', async (_, headers, type) => {
  const response = await fetch(`${gateway.url}/v1/models`, { headers: headers as Record<string, string> });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { type, code: '401' } });
});

test.each([
  ['authorization', `bearer ${MASTER_KEY}`],
  ['x-api-key', MASTER_KEY],
  ['api-key', MASTER_KEY],
  ['x-goog-api-key', MASTER_KEY],
  ['ocp-apim-subscription-key', MASTER_KEY],
  ['x-litellm-api-key', `Bearer ${MASTER_KEY}`],
])('takes the key from %s', async (header, value) => {
  expect((await fetch(`${gateway.url}/v1/models`, { headers: { [header]: value } })).status).toBe(200);
});

test('guards paths however they are written, answers unknown ones without a key, and serves probes', async () => {
  for (const path of ['/metrics', '/model/info', '/v1/model/info']) {
    expect((await fetch(gateway.url + path)).status).toBe(401);
  }
  for (const path of ['/%6detrics', '//metrics', '/METRICS', '/metrics/', '/v1%2fmodels']) {
    expect([401, 404]).toContain((await fetch(gateway.url + path)).status);
  }
  const unknown = await fetch(`${gateway.url}/nowhere`);
  expect([unknown.status, await unknown.json()]).toEqual([404, { detail: 'Not Found' }]);
  expect(await (await fetch(`${gateway.url}/health/liveliness`)).json()).toBe("I'm alive!");
  expect(await (await fetch(`${gateway.url}/health/readiness`)).json()).toMatchObject({ status: 'healthy' });
  expect(await (await fetch(`${gateway.url}/health`)).json()).toEqual({ status: 'healthy' });
  expect(await (await gateway.get('/health')).json()).toMatchObject({
    healthy_count: expect.any(Number),
    unhealthy_count: expect.any(Number),
  });
});

test.each([
  ['two Authorization headers', `Authorization: Bearer ${MASTER_KEY}\r\nAuthorization: Bearer other\r\n`, 400],
  ['both lengths', `Authorization: Bearer ${MASTER_KEY}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n`, 400],
  ['two Hosts', `Authorization: Bearer ${MASTER_KEY}\r\nHost: y\r\n`, 400],
  ['headers without end', `X-Flood: ${'f'.repeat(40_000)}\r\n`, 431],
])('refuses %s', async (_, headers, status) => {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`GET /v1/models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('a hundred junk model names add no metric series', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, index) => gateway.post(ask(`junk-${index}`))));
  const metrics = await (await gateway.get('/metrics')).text();
  expect(metrics).not.toContain('junk-');
  expect(metrics).toMatch(/litellm_proxy_failed_requests_metric_total\{requested_model="other"/);
});

test('after all of that it still serves', async () => {
  expect((await gateway.post(ask('mock'))).status).toBe(200);
});

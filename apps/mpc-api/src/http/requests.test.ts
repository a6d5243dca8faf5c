import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, KEY, startApi, type Envelope, type RunningApi } from '../testing/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const script = '/generate/script';

describe('the requests of the first version', () => {
  it.each([
    [script, { prompt: 'test', style: 'calm', duration: '60 seconds', context: 'for beginners' }, 'script'],
    [
      '/generate/thumbnail-prompt',
      { script_content: 'How espresso works.', style_preferences: 'bold', keywords: ['coffee'] },
      'prompt',
    ],
    ['/generate/metadata', { content: 'How espresso works.', title: 'Espresso' }, 'title'],
  ])('%s answers in its envelope', async (path, body, member) => {
    const response = await api.post(path, body, { 'x-request-id': 'first-version-1' });
    const envelope = (await response.json()) as Envelope;
    expect(response.status).toBe(200);
    expect(envelope).toMatchObject({
      success: true,
      meta: { request_id: 'first-version-1', repairs: 0, cache_hit: false },
    });
    expect(envelope.data[member]).toEqual(expect.any(String));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-request-id': 'first-version-1',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('are read from plain curl -d, which sends a form content type', async () => {
    const response = await api.post(script, '{"prompt":"curl"}', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(response.status).toBe(200);
  });
});

describe('the key', () => {
  it.each([
    ['Authorization: Bearer', { authorization: `Bearer ${KEY}` }, 200],
    ['a bearer scheme in another case', { authorization: `bearer ${KEY}` }, 200],
    ['X-API-Key', { authorization: undefined, 'x-api-key': KEY }, 200],
    ['none', { authorization: undefined }, 401],
    ['a wrong one', { authorization: 'Bearer sk-wrong' }, 401],
    ['a wrong bearer beside a right X-API-Key', { authorization: 'Bearer sk-wrong', 'x-api-key': KEY }, 400],
    ['SQL', { authorization: "Bearer ' OR 1=1 --" }, 401],
    ['10,000 characters', { authorization: `Bearer ${'a'.repeat(10_000)}` }, 401],
  ])('by %s', async (_how, headers, status) => {
    const response = await fetch(`${api.url}/jobs`, { headers: definedHeaders(headers) });
    expect(response.status).toBe(status);
    expect(response.headers.get('www-authenticate') ?? '').toMatch(status === 401 ? /^Bearer realm=/ : /^$/);
  });

  it('is wanted before a body is read', async () => {
    const response = await fetch(api.url + script, { method: 'POST', body: 'not JSON' });
    expect(response.status).toBe(401);
  });

  it('opens the details of /health and /metrics; the probes need none', async () => {
    expect(await (await fetch(`${api.url}/health`)).json()).toEqual({ status: 'ok' });
    expect(await (await api.get('/health')).json()).toMatchObject({ status: 'ok', checks: { gateway: { ok: true } } });
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${api.url}/metrics`)).status).toBe(401);
    expect(await (await api.get('/metrics')).text()).toContain('mpc_generations_total');
  });
});

describe('input that cannot be taken', () => {
  it.each([
    ['an empty body', '', 400, ''],
    ['text that is no JSON', '{"prompt":', 400, ''],
    ['a list', '[]', 400, ''],
    ['a text', '"prompt"', 400, ''],
    ['no prompt', '{}', 400, 'prompt'],
    ['a null prompt', '{"prompt":null}', 400, 'prompt'],
    ['an empty prompt', '{"prompt":""}', 422, 'prompt'],
    ['a prompt of another type', '{"prompt":7}', 422, 'prompt'],
    ['8,001 characters', JSON.stringify({ prompt: 'a'.repeat(8_001) }), 422, 'prompt'],
    ['a duration out of range', '{"prompt":"x","duration":4}', 422, 'duration'],
    ['an unknown platform', '{"prompt":"x","platform":"myspace"}', 422, 'platform'],
    ['a temperature out of range', '{"prompt":"x","temperature":3}', 422, 'temperature'],
    ['a deadline out of range', '{"prompt":"x","deadline_ms":600001}', 422, 'deadline_ms'],
    ['U+0000', String.raw`{"prompt":"a\u0000b"}`, 422, 'prompt'],
    ['U+0000, raw', '{"prompt":"a\0b"}', 422, 'prompt'],
    ['U+0000 within', String.raw`{"prompt":"x","brand_voice":{"rules":["ok","प\u0000"]}}`, 422, 'brand_voice.rules[1]'],
    ['U+0000 in what nobody reads', String.raw`{"prompt":"x","more":[[{"a":"\u0000"}]]}`, 422, 'more[0][0].a'],
    ['U+0000 in a name', String.raw`{"prompt":"x","a\u0000":1}`, 422, ''],
    ['U+0000 in a name within', String.raw`{"prompt":"x","brand_voice":{"\u0000":{}}}`, 422, 'brand_voice'],
    ['a number too large for JSON', '{"prompt":"x","seed":1e999}', 422, 'seed'],
  ])('%s', async (_what, body, status, path) => {
    const response = await api.post(script, body);
    const { error } = (await response.json()) as { error: { code: string; details: { issues: object[] } } };
    expect(response.status).toBe(status);
    expect(error.code).toBe(status === 400 ? 'BAD_REQUEST' : 'VALIDATION_ERROR');
    expect(error.details.issues).toEqual([
      { path, reason: expect.any(String), allowed: expect.toSatisfy(isTextOrNull) },
    ]);
  });

  it.each([
    ['10,000 levels of nesting', `{"prompt":"x","a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400],
    ['200,000 openings', '['.repeat(200_000), 400],
    ['__proto__', '{"prompt":"x","__proto__":{"admin":true}}', 400],
    ['constructor.prototype', '{"prompt":"x","constructor":{"prototype":{"admin":true}}}', 400],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['a raw NUL between members', '{\0"prompt":"a"}', 400],
    ['half a surrogate pair', String.raw`{"prompt":"\ud83d"}`, 400],
    ['a byte order mark', '\uFEFF{"prompt":"x"}', 400],
    ['10 MB', JSON.stringify({ prompt: 'x', source_text: 'a'.repeat(10_000_000) }), 413],
  ])('%s → a 4xx envelope, and the server lives', async (_what, body, status) => {
    const response = await api.post(script, body);
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_REQUEST', statusCode: status } });
    expect(response.status).toBe(status);
    expect((await api.get('/health/live')).status).toBe(200);
  });

  it.each([
    ['application/xml', '<prompt/>'],
    ['application/x-www-form-urlencoded', 'prompt=test'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/json; charset=utf-16', undefined],
  ])('content type %s', async (type, body) => {
    const response = await api.post(script, body ?? '{"prompt":"x"}', { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error: { details: { reason: 'unsupported_media_type' } } });
  });

  it('says what is wrong with a body that is no JSON', async () => {
    const reasonOf = async (body: string) =>
      ((await (await api.post(script, body)).json()) as { error: { message: string } }).error.message;
    expect(await reasonOf('{"prompt":"x","seed":NaN}')).toMatch(/not valid JSON: .*NaN/);
    expect(await reasonOf('{"prompt":"x",}')).toMatch(/position 14/);
    expect(await reasonOf('{"prompt":"x","__proto__":{}}')).toMatch(/member "__proto__"/);
  });

  it('takes the last of two members of one name, the same for the check and for the work', async () => {
    const response = await api.post(script, '{"prompt":"first","prompt":"only the last one"}');
    expect(response.status).toBe(200);
    expect(JSON.stringify(api.provider.requests.at(-1)?.body)).toContain('only the last one');
    expect((await api.post(script, '{"prompt":"x","prompt":7}')).status).toBe(422);
  });

  it.each(['/jobs/job_%00', '/jobs?recipe=%00', '/export/job_1%00/srt', '/generate/script?%00', '/docs?%00=1'])(
    'U+0000 in an address: %s',
    async (path) => {
      const answer = await (path.startsWith('/generate') ? api.post(path, { prompt: 'x' }) : api.get(path));
      expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'BAD_REQUEST' } }]);
    },
  );

  it('takes backslashes before u0000 for what they are', async () => {
    expect((await api.post(script, String.raw`{"prompt":"How one writes a \\u0000 escape"}`)).status).toBe(200);
  });

  it('names at most fifty of the members that nothing reads', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`m${index}`, index]));
    const response = await api.post(script, { prompt: 'many members', ...many });
    expect(((await response.json()) as Envelope).meta.ignored).toHaveLength(50);
  });

  it('names members that nothing reads', async () => {
    const response = await api.post(script, { prompt: 'ignored', promt: 'x', seeed: 1 });
    expect(((await response.json()) as Envelope).meta.ignored).toEqual(['promt', 'seeed']);
  });

  it('a model that the gateway does not know', async () => {
    const response = await api.post(script, { prompt: 'x', model: 'gpt-99' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error: { details: { issues: [{ path: 'model', allowed: expect.stringContaining('default') }] } },
    });
  });
});

describe('routes and methods', () => {
  it('that do not exist', async () => {
    const missing = await api.get('/generate/poem');
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const wrong = await api.get(script);
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('POST');
  });

  it('answer as problem+json when that is asked for', async () => {
    const response = await api.get('/nothing', { accept: 'application/problem+json' });
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('answer bytes that are no HTTP with a 4xx and close', async () => {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.end('GET / HTTP/1.1\r\nHost: x\r\nBroken header\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('the same request again', () => {
  it('gets the same data, says so, and costs nothing', async () => {
    const body = { prompt: 'the cache' };
    const first = await envelopeOf(api.post(script, body));
    const again = await envelopeOf(api.post(script, { ...body, duration: 60 }));
    expect(again.data).toEqual(first.data);
    expect(again.meta).toMatchObject({ cache_hit: true, attempts: 0, cost_usd: 0, job_id: first.meta.job_id });
  });

  it.each([
    [{ cache: false }, {}],
    [{}, { 'cache-control': 'no-cache' }],
    [{ seed: 7 }, {}],
  ])('is written anew when that is wanted: %o %o', async (body, headers) => {
    const first = await envelopeOf(api.post(script, { prompt: 'no cache' }));
    const again = await envelopeOf(api.post(script, { prompt: 'no cache', ...body }, headers));
    expect(again.meta.cache_hit).toBe(false);
    expect(again.data.id).not.toBe(first.data.id);
  });

  it.each([
    [{ cache: false }, {}, true],
    [{}, { 'cache-control': 'no-cache' }, true],
    [{}, { 'cache-control': 'no-store' }, false],
    [{ store: false }, {}, false],
  ])('after a new answer was wanted by %o %o is given that one: %s', async (body, headers, isRenewed) => {
    const prompt = `How an answer is renewed: ${JSON.stringify([body, headers])}`;
    const first = await envelopeOf(api.post(script, { prompt }));
    const second = await envelopeOf(api.post(script, { prompt, ...body }, headers));
    const third = await envelopeOf(api.post(script, { prompt }));
    expect(second.meta.cache_hit).toBe(false);
    expect(third.meta.cache_hit).toBe(true);
    expect(third.data.id).toBe(isRenewed ? second.data.id : first.data.id);
  });

  it('twenty times at once asks the model once', async () => {
    const before = api.provider.requests.length;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => envelopeOf(api.post(script, { prompt: 'flock' }))),
    );
    expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1);
    expect(api.provider.requests.length - before).toBe(1);
  });
});

describe('server-sent events', () => {
  it.each([
    ['stream: true', { stream: true }, {}],
    ['Accept', {}, { accept: 'text/event-stream' }],
  ])('asked for by %s tell scenes and end in the same envelope', async (how, body, headers) => {
    const response = await api.post(script, { prompt: `events ${how}`, ...body }, headers);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const events = await eventsOf(response);
    const names = events.map(({ event }) => event);
    expect(names[0]).toBe('start');
    expect(names.filter((name) => name === 'scene')).toHaveLength(6);
    expect(names).toContain('check');
    expect(events.at(-1)).toMatchObject({
      event: 'result',
      data: { success: true, meta: { attempts: 1, cost_usd: expect.any(Number) } },
    });
    expect(events.at(-1)?.data.data).toMatchObject({
      scenes: events.filter(({ event }) => event === 'scene').map(({ data }) => data),
    });
  });

  it('are no way around validation, which keeps its status', async () => {
    const response = await api.post(script, { stream: true });
    expect(response.status).toBe(400);
  });
});

async function envelopeOf(response: Promise<Response>): Promise<Envelope> {
  return (await (await response).json()) as Envelope;
}

function definedHeaders(headers: Record<string, string | undefined>): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

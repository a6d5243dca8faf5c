import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
} from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';

const json = { 'content-type': 'application/json' };
const once = { router_settings: { num_retries: 0 } };

describe('content that is encoded, although nobody asked for it', () => {
  const codings: [string, (text: string) => Buffer][] = [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['Deflate', deflateRawSync],
    ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    // What is no coding, and stands there all the same.
    ['utf-8', (text) => Buffer.from(text)],
    ['None', (text) => Buffer.from(text)],
  ];

  test.each(codings)('%s: an error is understood, and its fallback answers', async (coding, encode) => {
    const raw = encode(JSON.stringify(openAiError('Too long.', 'invalid_request_error', 'context_length_exceeded')));
    const headers = { ...json, 'content-encoding': coding };
    await using small = await startScriptedUpstream([{ status: 400, raw, headers }]);
    await using big = await startScriptedUpstream([
      { raw: encode(JSON.stringify(openAiCompletion({ text: 'grüezi' }))), headers },
    ]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', small.url), openAiModel('big', big.url)],
      router_settings: { num_retries: 0, context_window_fallbacks: [{ m: ['big'] }] },
    });
    const answer = await gateway.openai.chat.completions.create(ask('m'));
    expect(answer.choices[0]?.message.content).toBe('grüezi');
  });

  test.each([1, 7, 10_000])('a stream in slices of %d bytes arrives whole', async (sliceBytes) => {
    const frames = [
      ...openAiChunks('Hello wörld').map((chunk) => `data: ${JSON.stringify(chunk)}`),
      'data: [DONE]',
      '',
    ];
    const headers = { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' };
    await using upstream = await startScriptedUpstream([{ raw: gzipSync(frames.join('\n\n')), headers, sliceBytes }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], ...once });
    const stream = await gateway.openai.chat.completions.create({ ...ask('m'), stream: true });
    const text = (await Array.fromAsync(stream)).map(({ choices }) => choices[0]?.delta.content ?? '').join('');
    expect(text).toBe('Hello wörld');
  });

  test('what is not encoded as it says, is cut, or in a coding that nobody knows is an honest error', async () => {
    const whole = gzipSync(JSON.stringify(openAiCompletion()));
    const answers: [Behaviour, ...Behaviour[]] = [
      { raw: 'plain', headers: { ...json, 'content-encoding': 'gzip' } },
      { raw: whole.subarray(0, whole.length - 20), headers: { ...json, 'content-encoding': 'gzip' } },
      { raw: whole, headers: { ...json, 'content-encoding': 'rot13' } },
    ];
    await using upstream = await startScriptedUpstream(answers);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], ...once });
    for (const _ of answers) {
      const response = await gateway.post(ask('m'));
      expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('The answer')]);
    }
    expect(await (await gateway.post(ask('m'))).text()).toContain('rot13');
  });

  test('a bomb ends at the bound of an answer, and the gateway goes on', async () => {
    const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024, 0x20));
    await using upstream = await startScriptedUpstream([
      { raw: bomb, headers: { ...json, 'content-encoding': 'gzip' } },
      { json: openAiCompletion() },
    ]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], ...once });
    const response = await gateway.post(ask('m'));
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('more than')]);
    expect((await gateway.post(ask('m'))).status).toBe(200);
  });
});

describe('a redirect', () => {
  test.each([307, 308])('%d within the origin is followed, with method and body', async (status) => {
    await using upstream = await startScriptedUpstream([
      { status, json: {}, headers: { location: '/v2/chat/completions?x=1' } },
      { json: openAiCompletion() },
    ]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], ...once });
    expect((await gateway.post(ask('m'))).status).toBe(200);
    const [first, second] = upstream.requests;
    expect(second).toMatchObject({ method: 'POST', path: '/v2/chat/completions?x=1', body: first?.body });
    expect(second?.headers.authorization).toBe('Bearer sk-upstream');
  });

  test.each([{}, { 'content-length': '99' }])('is followed though its own body never ends (%j)', async (length) => {
    await using upstream = await startScriptedUpstream([
      { status: 308, raw: 'x', headers: { location: '/elsewhere', ...length }, afterwards: 'hang' },
      { json: openAiCompletion() },
    ]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], ...once });
    expect((await gateway.post(ask('m'))).status).toBe(200);
    expect(upstream.requests.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/elsewhere']);
  });

  test('of a stream is followed too', async () => {
    await using upstream = await startScriptedUpstream([
      { status: 307, json: {}, headers: { location: '/elsewhere' } },
      { sse: openAiChunks('Hello') },
    ]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], ...once });
    expect(await (await gateway.post(ask('m', { stream: true }))).text()).toMatch(/\[DONE\]\n\n$/);
  });

  test.each([
    ['to another host', 307, 'https://user:secret@elsewhere.example/v1/x?key=secret', 'https://elsewhere.example/v1/x'],
    ['that changes the method', 302, '/v1/login', '/v1/login'],
    ['to a port of its own', 308, 'http://127.0.0.1:1/v1', 'http://127.0.0.1:1/v1'],
    ['to nowhere', 307, 'http://', 'no address'],
  ])('%s is named and not followed', async (_, status, location, named) => {
    await using upstream = await startScriptedUpstream([{ status, json: {}, headers: { location } }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const response = await gateway.post(ask('m'));
    const text = await response.text();
    expect([response.status, text]).toEqual([502, expect.stringContaining(named)]);
    expect(text).not.toContain('secret');
    expect(upstream.requests).toHaveLength(1);
  });

  test('in a circle ends after the first step', async () => {
    await using upstream = await startScriptedUpstream([
      { status: 307, json: {}, headers: { location: '/v1/chat/completions' } },
    ]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], ...once });
    expect((await gateway.post(ask('m'))).status).toBe(502);
    expect(upstream.requests).toHaveLength(2);
  });
});

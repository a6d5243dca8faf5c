import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiError } from './api-error.ts';
import { jsonErrorResponse } from './error-response.ts';
import { ErrorTypes } from './error-types.ts';
import { errorServerOptions, errorsPlugin, installErrors } from './fastify.ts';

describe('the Fastify errors plugin', () => {
  let app: FastifyInstance;
  const seen: ApiError[] = [];

  beforeEach(async () => {
    seen.length = 0;
    const options = { production: true, onError: (error: ApiError) => void seen.push(error) };
    app = Fastify({ bodyLimit: 1_000, http: { maxHeaderSize: 4_096 }, ...errorServerOptions(options) });
    await app.register(errorsPlugin, options);
    app.post('/echo', async ({ body }) => body);
    app.get('/jobs/:id', async () => ({ id: 1 }));
    app.get('/files/*', async () => ({ file: 1 }));
    app.get('/throws', async () => {
      throw new Error('the password is hunter2');
    });
    app.get('/rejected', async () => {
      throw ErrorTypes.UNAUTHORIZED();
    });
    app.get('/half', async (_request, reply) => {
      reply.raw.write('half an answer');
      throw new Error('then it broke');
    });
    app.post('/checked', { schema: { body: bodySchema } }, async ({ body }) => body);
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => app.close());

  const bodySchema = {
    type: 'object',
    required: ['prompt'],
    properties: { prompt: { type: 'string' }, platform: { enum: ['youtube', 'shorts'] } },
  };

  async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      payload: body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: answer.statusCode, headers: answer.headers, ...answer.json<object>() };
  }

  it('does not tell whoever may not ask at all what is here', async () => {
    const refusing = Fastify(errorServerOptions());
    installErrors(refusing);
    refusing.addHook('onRequest', async () => {
      throw ErrorTypes.FORBIDDEN();
    });
    refusing.get('/here', async () => 'here');
    for (const url of ['/here', '/nowhere']) expect((await refusing.inject(url)).statusCode).toBe(403);
    expect((await refusing.inject({ method: 'POST', url: '/here' })).statusCode).toBe(403);
    await refusing.close();
  });

  it('answers what a handler throws and keeps its words to itself', async () => {
    const answer = await app.inject('/throws');
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ error: { code: 'INTERNAL_ERROR', details: {} } });
    expect(answer.body).not.toContain('hunter2');
    expect(seen[0]?.cause).toMatchObject({ message: 'the password is hunter2' });
  });

  it.each([
    ['no JSON', '{', {}, { status: 400, reason: 'invalid_json' }],
    ['nothing', '', {}, { status: 400, reason: 'empty_body' }],
    ['a prototype', '{"__proto__": {"admin": true}}', {}, { status: 400, reason: 'invalid_json' }],
    ['ten thousand levels', '['.repeat(10_000), {}, { status: 413, reason: 'too_large' }],
    ['too much', `"${'x'.repeat(2_000)}"`, {}, { status: 413, reason: 'too_large' }],
    [
      'another type',
      'a=b',
      { 'content-type': 'application/x-yaml' },
      { status: 415, reason: 'unsupported_media_type' },
    ],
  ])('answers a body that is %s with its own status', async (_what, body, headers, { status, reason }) => {
    expect(await post('/echo', body, headers)).toMatchObject({
      status,
      error: { code: 'BAD_REQUEST', details: { reason } },
    });
  });

  it('names the limit that a body passes, which is that of its route', async () => {
    const tooLong = { status: 413, error: { details: { reason: 'too_large', limit: 1_000 } } };
    expect(await post('/echo', `"${'x'.repeat(2_000)}"`)).toMatchObject(tooLong);
    const wide = Fastify({ bodyLimit: 1_000 });
    installErrors(wide);
    wide.post('/wide', { bodyLimit: 3_000 }, async () => 'read');
    const answer = await wide.inject({ method: 'POST', url: '/wide', payload: { text: 'x'.repeat(4_000) } });
    expect(answer.json()).toMatchObject({
      error: {
        message: 'The body is larger than this server accepts: at most 3000 bytes.',
        details: { reason: 'too_large', limit: 3_000 },
      },
    });
    await wide.close();
  });

  it('tells a missing input from a wrong one', async () => {
    expect(await post('/checked', '{}')).toMatchObject({
      status: 400,
      error: { code: 'BAD_REQUEST', details: { issues: [{ path: 'prompt', reason: 'is required' }] } },
    });
    expect(await post('/checked', '{"prompt": "x", "platform": "vhs"}')).toMatchObject({
      status: 422,
      error: { code: 'VALIDATION_ERROR', details: { issues: [{ path: 'platform', allowed: 'youtube, shorts' }] } },
    });
  });

  it('answers 405 with Allow for the wrong method and 404 for an unknown path', async () => {
    const wrongMethod = await app.inject({ method: 'DELETE', url: '/jobs/job_1?x=1' });
    expect(wrongMethod.statusCode).toBe(405);
    expect(wrongMethod.headers.allow).toBe('GET, HEAD');
    expect(wrongMethod.json()).toMatchObject({
      error: { code: 'BAD_REQUEST', details: { reason: 'method_not_allowed' } },
    });
    expect((await app.inject({ method: 'PUT', url: '/files/a/b' })).statusCode).toBe(405);
    expect((await app.inject('/jobs/job_1/more')).statusCode).toBe(404);
    expect((await app.inject('/jobs/')).statusCode).not.toBe(405);
  });

  it('names the missing route or the wrong method whatever the body is', async () => {
    const wrongMethod = await app.inject({
      method: 'PUT',
      url: '/jobs/job_1',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect([wrongMethod.statusCode, wrongMethod.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(await post('/nothing', 'x'.repeat(2_000))).toMatchObject({ status: 404 });
  });

  it('answers paths that cannot be decoded and paths that are too long', async () => {
    expect((await app.inject('/%ff')).json()).toMatchObject({
      error: { code: 'BAD_REQUEST', details: { reason: 'invalid_url' } },
    });
    const long = await app.inject(`/jobs/${'x'.repeat(200)}`);
    expect(long.statusCode).toBe(414);
    expect(long.json()).toMatchObject({ error: { code: 'BAD_REQUEST', details: { reason: 'uri_too_long' } } });
  });

  it('speaks problem+json when asked to, and challenges with 401', async () => {
    const answer = await app.inject({ url: '/rejected', headers: { accept: 'application/problem+json' } });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json()).toMatchObject({ status: 401, code: 'UNAUTHORIZED', instance: '/rejected' });
  });

  it('breaks off an answer that has begun', async () => {
    await expect(fetch(`${app.listeningOrigin}/half`).then((answer) => answer.text())).rejects.toThrow('terminated');
    expect((await fetch(`${app.listeningOrigin}/jobs/1`)).status).toBe(200);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['headers too large', `GET / HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(8_000)}\r\n\r\n`, 431],
  ])('answers %s in the same form', async (_what, bytes, status) => {
    const answer = await sendRaw(app, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      error: { code: 'BAD_REQUEST', statusCode: status },
    });
  });

  it('lets an API render errors in a form of its own', async () => {
    const options = {
      render: (error: ApiError) =>
        jsonErrorResponse(error, 'application/json', {
          error: { message: error.message, code: String(error.statusCode) },
        }),
      newRequestId: () => 'req_made',
    };
    const other = Fastify(errorServerOptions(options));
    installErrors(other, options);
    const answer = await other.inject('/nothing');
    expect(answer.json()).toEqual({ error: { message: 'There is no GET /nothing here.', code: '404' } });
    expect((await other.inject('/%ff')).headers['x-request-id']).toMatch(/^req-/);
    await other.listen({ port: 0, host: '127.0.0.1' });
    const unreadable = await sendRaw(other, 'hello\r\n\r\n');
    expect(unreadable).toContain('x-request-id: req_made');
    expect(unreadable).toContain('{"error":{"message":"This is not an HTTP request that can be read.","code":"400"}}');
    await other.close();
  });
});

async function sendRaw(app: FastifyInstance, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(app.listeningOrigin).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

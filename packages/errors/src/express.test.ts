import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiError } from './api-error.ts';
import type { ErrorEnvelope } from './envelope.ts';
import { ErrorTypes } from './error-types.ts';
import { asyncHandler, errorHandler, notFoundHandler } from './express.ts';

const seen: ApiError[] = [];

function exampleApp(): Express {
  const app = express();
  app.use(express.json({ limit: 1_000 }));
  app.post('/echo', (request, response) => void response.json(request.body));
  app.get('/throws', () => {
    throw new Error('the password is hunter2');
  });
  app.get(
    '/rejects',
    asyncHandler(async () => Promise.reject(ErrorTypes.LLM_ERROR('Refused.', { status: 402 }))),
  );
  app.get(
    '/rejects-with-nothing',
    asyncHandler(async () => Promise.reject()),
  );
  app.get(
    '/rejects-with-route',
    asyncHandler(async () => Promise.reject('route')),
  );
  app.get('/compressed', (_request, response, next) => {
    response.setHeader('content-encoding', 'gzip').setHeader('cache-control', 'max-age=60');
    next(ErrorTypes.NOT_FOUND());
  });
  app.get('/half', (_request, response) => {
    response.write('half an answer');
    throw new Error('then it broke');
  });
  app.use(notFoundHandler());
  app.use(errorHandler({ production: true, onError: (error) => void seen.push(error) }));
  return app;
}

describe('the Express error handler', () => {
  let url = '';
  let close: () => void;

  beforeEach(async () => {
    seen.length = 0;
    const server = exampleApp().listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => void server.close();
  });
  afterEach(() => close());

  async function ask(path: string, init?: RequestInit) {
    const answer = await fetch(url + path, init);
    return { status: answer.status, headers: answer.headers, error: ((await answer.json()) as ErrorEnvelope).error };
  }

  const post = (body: string, type = 'application/json') => ({
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });

  it('answers what a handler throws and keeps its words to itself', async () => {
    const { status, headers, error } = await ask('/throws');
    expect(status).toBe(500);
    expect(error).toMatchObject({ code: 'INTERNAL_ERROR', message: 'Something went wrong on our side.', details: {} });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(seen[0]?.cause).toMatchObject({ message: 'the password is hunter2' });
  });

  it('answers what an asynchronous handler rejects with, whatever that is', async () => {
    expect(await ask('/rejects')).toMatchObject({
      status: 502,
      error: { code: 'LLM_ERROR', details: { status: 402 } },
    });
    expect(await ask('/rejects-with-nothing')).toMatchObject({ status: 500, error: { code: 'INTERNAL_ERROR' } });
    expect(await ask('/rejects-with-route')).toMatchObject({ status: 500, error: { code: 'INTERNAL_ERROR' } });
  });

  it('answers unreadable bodies without quoting them', async () => {
    const invalid = await ask('/echo', post('{"secret": hunter2'));
    expect(invalid).toMatchObject({ status: 400, error: { code: 'BAD_REQUEST', details: { reason: 'invalid_json' } } });
    expect(JSON.stringify(invalid.error)).not.toContain('hunter2');
    expect(await ask('/echo', post(`"${'x'.repeat(2_000)}"`))).toMatchObject({
      status: 413,
      error: { code: 'BAD_REQUEST', details: { reason: 'too_large', limit: 1_000 } },
    });
    expect(await ask('/echo', post('{}', 'application/json; charset=ebcdic'))).toMatchObject({
      status: 415,
      error: { details: { reason: 'unsupported_media_type' } },
    });
  });

  it('answers unknown routes and paths that cannot be decoded', async () => {
    expect(await ask('/nothing?key=k')).toMatchObject({
      status: 404,
      error: { code: 'NOT_FOUND', message: 'There is no GET /nothing here.' },
    });
    expect(await ask('/%ff')).toMatchObject({ status: 404 });
  });

  it('speaks problem+json when asked to', async () => {
    const answer = await fetch(`${url}/nothing`, { headers: { accept: 'application/problem+json' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND', instance: '/nothing' });
  });

  it('takes back what the failed handler said of its own body', async () => {
    const { headers } = await ask('/compressed');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('cache-control')).toBeNull();
  });

  it('gives HEAD the headers alone', async () => {
    const answer = await fetch(`${url}/nothing`, { method: 'HEAD' });
    expect(answer.status).toBe(404);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
    expect(await answer.text()).toBe('');
  });

  it('breaks off an answer that has begun', async () => {
    const outcome = await new Promise<string>((resolve) => {
      httpRequest(`${url}/half`, (answer) => {
        answer.on('aborted', () => resolve('aborted'));
        answer.on('end', () => resolve('whole'));
        answer.on('error', () => undefined);
        answer.resume();
      }).end();
    });
    expect(outcome).toBe('aborted');
  });
});

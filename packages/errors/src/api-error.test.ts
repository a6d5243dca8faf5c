import { describe, expect, it, vi } from 'vitest';
import { ApiError } from './api-error.ts';
import { errorCatalogue, errorCodes } from './catalogue.ts';
import { errorResponse } from './error-response.ts';
import { ErrorTypes, methodNotAllowed } from './error-types.ts';
import { toProblemJson, wantsProblemJson } from './problem-details.ts';

describe('ApiError', () => {
  it('takes status, message and retryability from the catalogue', () => {
    for (const code of errorCodes) {
      const error = ErrorTypes[code]();
      expect({ status: error.statusCode, message: error.message, isRetryable: error.isRetryable }).toEqual(
        errorCatalogue[code],
      );
    }
  });

  it('is JSON in the envelope', () => {
    const error = ErrorTypes.NOT_FOUND('There is no such job.', { job_id: 'job_1' });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      error: {
        code: 'NOT_FOUND',
        message: 'There is no such job.',
        statusCode: 404,
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
        details: { job_id: 'job_1' },
      },
    });
  });

  it('knows errors of another copy of the package, and nothing else', async () => {
    vi.resetModules();
    const copy = await import('./api-error.ts');
    const foreign = new copy.ApiError('FORBIDDEN');
    expect(foreign).not.toBeInstanceOf(ApiError);
    expect(ApiError.isInstance(foreign)).toBe(true);
    for (const other of [new Error('x'), undefined, null, 'ApiError', { name: 'ApiError' }]) {
      expect(ApiError.isInstance(other)).toBe(false);
    }
  });

  it('lets details say that this failure will not pass by itself', () => {
    expect(ErrorTypes.LLM_ERROR('No credit.', { status: 402, retryable: false }).isRetryable).toBe(false);
  });

  it('tells statuses outside of the eleven apart by a reason', () => {
    expect(ErrorTypes.BAD_REQUEST('In flight.', {}, { status: 409 })).toMatchObject({
      code: 'BAD_REQUEST',
      statusCode: 409,
      details: { reason: 'conflict' },
    });
    expect(methodNotAllowed('PUT', ['GET', 'HEAD']).headers).toEqual({ allow: 'GET, HEAD' });
  });

  it('rounds Retry-After up to whole seconds', () => {
    expect(ErrorTypes.RATE_LIMIT_EXCEEDED('Slower.', {}, { retryAfterSeconds: 2.2 }).headers).toEqual({
      'retry-after': '3',
    });
  });
});

describe('an error response', () => {
  it('challenges with 401 and says when to come back with 429', () => {
    expect(errorResponse(ErrorTypes.UNAUTHORIZED()).headers).toMatchObject({ 'www-authenticate': 'Bearer' });
    expect(errorResponse(ErrorTypes.RATE_LIMIT_EXCEEDED()).headers).toMatchObject({ 'retry-after': '1' });
  });

  it('is problem+json where the request names it, and the envelope for every wildcard', () => {
    const error = ErrorTypes.NOT_FOUND('There is no such job.', { job_id: 'job_1' });
    const answer = errorResponse(error, {
      accept: 'text/html, application/problem+json;q=0.9',
      url: '/jobs/job_1?key=k',
    });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.body)).toEqual({
      type: 'urn:showrunner:error:not-found',
      title: 'There is nothing here.',
      status: 404,
      detail: 'There is no such job.',
      instance: '/jobs/job_1',
      code: 'NOT_FOUND',
      timestamp: error.timestamp,
      details: { job_id: 'job_1' },
    });
    for (const accept of [undefined, '*/*', 'application/json', 'application/problem+json;q=0']) {
      expect(wantsProblemJson(accept)).toBe(false);
    }
    expect(toProblemJson(error)).not.toHaveProperty('instance');
  });

  it('drops a header that would break the answer', () => {
    const error = ErrorTypes.LLM_ERROR(
      'Refused.',
      {},
      { headers: { 'retry-after': '5\r\nset-cookie: a=b', 'x-ok': 'yes' } },
    );
    expect(errorResponse(error).headers).toMatchObject({ 'x-ok': 'yes' });
    expect(errorResponse(error).headers).not.toHaveProperty('retry-after');
  });

  it('is written although its details are no JSON', () => {
    const cyclic: Record<string, unknown> = { count: 1n };
    cyclic.itself = cyclic;
    expect(JSON.parse(errorResponse(ErrorTypes.INTERNAL_ERROR('Odd.', cyclic)).body)).toMatchObject({
      error: { details: { count: '1', itself: '[repeated]' } },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ErrorTypes } from './error-types.ts';
import { toApiError } from './to-api-error.ts';

describe('toApiError', () => {
  it('leaves an ApiError as it is', () => {
    const error = ErrorTypes.FORBIDDEN();
    expect(toApiError(error)).toBe(error);
  });

  it('hides what an unexpected error says in production, and keeps it as the cause', () => {
    const thrown = new Error('connect to postgres://user:hunter2@db failed');
    const error = toApiError(thrown, { production: true });
    expect(error.code).toBe('INTERNAL_ERROR');
    expect(JSON.stringify(error)).not.toContain('hunter2');
    expect(JSON.stringify(error)).not.toContain('to-api-error.test');
    expect(error.cause).toBe(thrown);
  });

  it('shows it in development', () => {
    const error = toApiError(new TypeError('x is not a function'), { production: false });
    expect(error.message).toBe('x is not a function');
    expect(error.details.name).toBe('TypeError');
    expect(error.details.stack).toEqual(expect.arrayContaining([expect.stringContaining('to-api-error.test')]));
  });

  it.each([[undefined], [null], ['text'], [42], [{ message: 'no error' }]])('makes an error of %j', (thrown) => {
    expect(toApiError(thrown, { production: true })).toMatchObject({ code: 'INTERNAL_ERROR', statusCode: 500 });
  });

  it('keeps the status of an HTTP error and takes no SDK’s status for ours', () => {
    expect(toApiError(Object.assign(new Error('Taken.'), { statusCode: 409 }))).toMatchObject({
      code: 'BAD_REQUEST',
      statusCode: 409,
      message: 'Taken.',
      details: { reason: 'conflict' },
    });
    expect(toApiError(Object.assign(new Error('Busy.'), { statusCode: 503, expose: false }))).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: 'The service cannot take requests at the moment.',
    });
    expect(toApiError(Object.assign(new Error('Bad upstream.'), { statusCode: 502 }))).toMatchObject({
      code: 'INTERNAL_ERROR',
    });
    expect(toApiError(Object.assign(new Error('No such model.'), { status: 404 }), { production: true })).toMatchObject(
      {
        code: 'INTERNAL_ERROR',
        message: 'Something went wrong on our side.',
      },
    );
  });

  it('takes a time-out for one', async () => {
    const thrown: unknown = await new Promise((resolve) => {
      const signal = AbortSignal.timeout(1);
      signal.addEventListener('abort', () => resolve(signal.reason));
    });
    expect(toApiError(thrown)).toMatchObject({ code: 'GATEWAY_TIMEOUT', statusCode: 504 });
  });

  const schema = z.object({
    prompt: z.string(),
    duration: z.number().min(5).max(3600).optional(),
    scenes: z.array(z.object({ pace: z.enum(['slow', 'fast']) })).optional(),
  });

  it('answers 400 where zod misses a required input', () => {
    expect(toApiError(schema.safeParse({ duration: 1 }).error)).toMatchObject({
      code: 'BAD_REQUEST',
      statusCode: 400,
      details: { issues: [{ path: 'prompt', reason: 'is required', allowed: 'string' }] },
    });
  });

  it('answers 422 where zod refuses values, with path and what is allowed', () => {
    const error = toApiError(schema.safeParse({ prompt: 'x', duration: 1, scenes: [{ pace: 'odd' }] }).error);
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', statusCode: 422 });
    expect(error.details.issues).toMatchObject([
      { path: 'duration', allowed: 'at least 5' },
      { path: 'scenes[0].pace', allowed: 'slow, fast' },
    ]);
    expect(error.message).toContain('duration');
    expect(error.message).toContain('1 more');
  });
});

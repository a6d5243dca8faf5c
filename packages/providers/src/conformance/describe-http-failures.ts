import type { Behaviour } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import type { HttpVendor } from '../spec/adapter.ts';
import { ProviderError } from '../spec/error.ts';

/** One kind of call of a vendor over HTTP, in each form that it has. */
export interface HttpSubject {
  readonly vendor: HttpVendor;
  /** For example `chat`. */
  readonly kind: string;
  /** Each makes one call of a vendor that behaves like this: whole, streamed. */
  readonly calls: readonly ((behaviour: Behaviour) => Promise<unknown>)[];
}

/** What is true of each vendor over HTTP, whatever kind of call is made. */
export function describeHttpFailures({ vendor, kind, calls }: HttpSubject): void {
  describe(`${vendor.title} over HTTP, asked for ${kind}`, () => {
    test.each<[string, Behaviour, object]>([
      [
        'a wrong key',
        { status: 401, json: errorBody('authentication_error') },
        { kind: 'authentication', status: 401, isRetryable: false },
      ],
      [
        'an unknown model',
        { status: 404, json: errorBody('not_found_error') },
        { kind: 'not_found', status: 404, isRetryable: false },
      ],
      [
        'a rate limit with its wait',
        { status: 429, headers: { 'retry-after': '7' }, json: errorBody('rate_limit_error') },
        { kind: 'rate_limit', status: 429, isRetryable: true, retryAfterSeconds: 7 },
      ],
      [
        'a vendor that is overloaded',
        { status: 529, json: errorBody('overloaded_error') },
        { kind: 'overloaded', status: 503, isRetryable: true },
      ],
      ['a failure of the vendor', { status: 500, raw: 'oops' }, { kind: 'server', status: 500, isRetryable: true }],
      [
        'an HTML page with status 200',
        { raw: '<!doctype html><title>Sign in</title>' },
        { kind: 'malformed_answer', status: 502, isRetryable: true },
      ],
      [
        'an error inside a 200',
        { json: errorBody('rate_limit_error') },
        { kind: 'rate_limit', status: 429, isRetryable: true },
      ],
    ])('reports %s', async (_title, behaviour, expected) => {
      for (const call of calls) {
        const error = await failureOf(call(behaviour));
        expect(error).toMatchObject({ provider: vendor.name, ...expected });
        expect(error.message).toContain(vendor.title);
        expect(error.message).not.toContain('sk-conformance');
      }
    });
  });
}

/** OpenAI's shape and Anthropic's at once: each reads its own members. */
export function errorBody(type: string): object {
  return { type: 'error', error: { message: 'The vendor says why.', type } };
}

/** The vendor's error with which a call ended. */
export async function failureOf(call: Promise<unknown>): Promise<ProviderError> {
  try {
    await call;
  } catch (error) {
    if (ProviderError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}

import type { Behaviour } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { providers } from '../registry.generated.ts';
import type { HttpProviderAdapter } from '../spec/adapter.ts';
import { ProviderError } from '../spec/provider-error.ts';
import { describeConformance } from './describe-conformance.ts';
import { hasOwnFixture, readFixture, streamFrames } from './fixtures.ts';
import { openHttpSession } from './http-session.ts';
import { scenarios, type Scenario, type ScenarioName } from './scenarios.ts';

/** What only some vendors have; they show it by an answer of their own. */
const special: readonly ScenarioName[] = ['reasoning', 'cached-prompt'];

const hello = { model: 'conformance', messages: [{ role: 'user' as const, content: 'Hello' }] };

for (const adapter of providers.filter((candidate) => candidate.transport === 'http')) {
  const refused = scenarios.filter((scenario) => refusalOf(adapter, scenario));

  describeConformance({
    name: adapter.title,
    lacks: [...special.filter((name) => !hasOwnFixture(adapter.name, name)), ...refused.map(({ name }) => name)],
    async open({ name }) {
      const { json, events } = readFixture(adapter.name, name);
      return openHttpSession(adapter, ({ body }) =>
        isStreamed(body) ? { sse: streamFrames(events), sliceBytes: 11, gapMs: 1 } : { json },
      );
    },
  });

  describe(`${adapter.title} over HTTP`, () => {
    test.each(refused.map(({ title, name }) => ({ title, name })))(
      'refuses a request that it cannot honour, naming the member: $title',
      ({ name }) => {
        const scenario = scenarios.find((candidate) => candidate.name === name);
        const refusal = scenario && refusalOf(adapter, scenario);
        expect(refusal).toMatchObject({ kind: 'invalid_request', status: 400, isRetryable: false });
        expect(refusal?.message).toContain(`"${refusal?.vendorParam}"`);
      },
    );

    test('is called with its key, and asked for bytes that nobody packed', async ({ signal }) => {
      const { json } = readFixture(adapter.name, 'text');
      await using session = await openHttpSession(adapter, [{ json }]);
      await session.complete(hello, signal);
      const [sent] = session.upstream.requests;
      expect(Object.values(sent?.headers ?? {}).join()).toContain('sk-conformance');
      expect(sent?.headers['accept-encoding']).toBe('identity');
    });

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
    ])('reports %s, whole and streamed', async (_title, behaviour, expected) => {
      for (const stream of [false, true]) {
        const error = await failure(adapter, behaviour, stream);
        expect(error).toMatchObject({ provider: adapter.name, ...expected });
        expect(error.message).toContain(adapter.title);
        expect(error.message).not.toContain('sk-conformance');
      }
    });

    test('never takes a cut stream for a whole one, wherever the cut is', async () => {
      const { events } = readFixture(adapter.name, 'text');
      const wholeBytes = JSON.stringify(streamFrames(events)).length;
      for (const cutAfter of [0, 40, Math.floor(wholeBytes / 2)]) {
        const behaviour: Behaviour = { sse: streamFrames(events), cutAfter, afterwards: 'end' };
        expect(await failure(adapter, behaviour, true)).toMatchObject({ isRetryable: true, status: 502 });
      }
    });

    test('reports an error in the midst of a stream after what came before it', async ({ signal }) => {
      const { events } = readFixture(adapter.name, 'text');
      const frames = streamFrames([...events.slice(0, 5), errorBody('overloaded_error')]);
      await using session = await openHttpSession(adapter, [{ sse: frames, done: false }]);
      const received: unknown[] = [];
      const reading = (async () => {
        for await (const chunk of session.stream({ ...hello, stream: true }, signal)) received.push(chunk);
      })();
      await expect(reading).rejects.toMatchObject({ kind: 'overloaded', status: 503 });
      expect(received.length).toBeGreaterThan(2);
    });
  });
}

function isStreamed(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'stream' in body && body.stream === true;
}

/** OpenAI's shape and Anthropic's at once: each reads its own members. */
function errorBody(type: string): object {
  return { type: 'error', error: { message: 'The vendor says why.', type } };
}

function refusalOf(adapter: HttpProviderAdapter, { request }: Scenario): ProviderError | undefined {
  try {
    adapter.encodeChat({
      request: { ...request, model: 'conformance' },
      model: 'conformance',
      settings: { apiKey: 'sk-conformance', apiBase: 'http://127.0.0.1:9' },
      dropUnsupported: false,
    });
    return undefined;
  } catch (error) {
    if (ProviderError.isInstance(error)) return error;
    throw error;
  }
}

async function failure(adapter: HttpProviderAdapter, behaviour: Behaviour, stream: boolean): Promise<ProviderError> {
  await using session = await openHttpSession(adapter, [behaviour]);
  const signal = AbortSignal.timeout(10_000);
  try {
    if (stream) for await (const _ of session.stream({ ...hello, stream }, signal));
    else await session.complete(hello, signal);
  } catch (error) {
    if (ProviderError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}

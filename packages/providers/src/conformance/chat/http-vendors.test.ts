import type { Behaviour, RecordedRequest } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { distinctVendors } from '../distinct-vendors.ts';
import type { HttpProviderAdapter } from '../../spec/adapter.ts';
import { ProviderError } from '../../spec/error.ts';
import { operationOf } from '../../spec/operation-of.ts';
import { describeHttpFailures, errorBody, failureOf } from '../describe-http-failures.ts';
import { hasOwnFixture, hasOwnWire, readFixture, streamFrames } from '../fixtures.ts';
import { testSettings } from '../send-request.ts';
import { ofTexts } from '../../text-wire/vendors.ts';
import { describeChat } from './describe-chat.ts';
import { openHttpSession } from './http-session.ts';
import { scenarios, type Scenario, type ScenarioName } from './scenarios.ts';

/** What only some vendors have; they show it by an answer of their own. */
const special: readonly ScenarioName[] = ['reasoning', 'cached-prompt'];

const hello = { model: 'conformance', messages: [{ role: 'user' as const, content: 'Hello' }] };

/** Each vendor, and those of its models that speak another wire; `answers` is whose recorded answers are played. */
const subjects = distinctVendors
  .filter((candidate) => candidate.transport === 'http')
  .filter(({ name, chat }) => chat !== undefined && !ofTexts.includes(name))
  .flatMap((adapter) => [{ adapter, answers: adapter.name, vendorTitle: adapter.title }, ...othersOf(adapter)]);

function othersOf(
  adapter: HttpProviderAdapter,
): { adapter: HttpProviderAdapter; answers: string; vendorTitle: string }[] {
  if (!adapter.chat || adapter.chat.wire === 'bridge') return [];
  return (adapter.chat.others ?? []).map(({ name, title, chat }) => ({
    adapter: { ...adapter, chat, title },
    answers: name,
    vendorTitle: adapter.title,
  }));
}

for (const { adapter, answers, vendorTitle } of subjects) {
  const refusals = await Promise.all(scenarios.map((scenario) => refusalOf(adapter, scenario)));
  const refused = scenarios.filter((_, index) => refusals[index]);

  describeChat({
    name: adapter.title,
    lacks: [...unseen(adapter, answers), ...refused.map(({ name }) => name)],
    async open({ name }) {
      const { json, events } = readFixture(answers, name);
      return openHttpSession(adapter, (asked) =>
        isStreamed(asked) ? { sse: streamFrames(events), sliceBytes: 11, gapMs: 1 } : { json },
      );
    },
  });

  describeHttpFailures({
    vendor: { ...adapter, title: vendorTitle },
    kind: 'chat',
    calls: [false, true].map((stream) => (behaviour) => attempt(adapter, behaviour, stream)),
  });

  describe(`${adapter.title} over HTTP`, () => {
    test.each(refused.map(({ title, name }) => ({ title, name })))(
      'refuses a request that it cannot honour, naming the member: $title',
      ({ name }) => {
        const refusal = refusals[scenarios.findIndex((candidate) => candidate.name === name)];
        expect(refusal).toMatchObject({ kind: 'invalid_request', status: 400, isRetryable: false });
        expect(refusal?.message).toContain(`"${refusal?.vendorParam}"`);
      },
    );

    test('is called with its key, and asked for bytes that nobody packed', async ({ signal }) => {
      const { json } = readFixture(answers, 'text');
      await using session = await openHttpSession(adapter, [{ json }]);
      await session.complete(hello, signal);
      const [sent] = session.upstream.requests;
      expect(Object.values(sent?.headers ?? {}).join()).toContain('sk-conformance');
      expect(sent?.headers['accept-encoding']).toBe('identity');
    });

    test('never takes a cut stream for a whole one, wherever the cut is', async () => {
      const { events } = readFixture(answers, 'text');
      const wholeBytes = JSON.stringify(streamFrames(events)).length;
      for (const cutAfter of [0, 40, Math.floor(wholeBytes / 2)]) {
        const behaviour: Behaviour = { sse: streamFrames(events), cutAfter, afterwards: 'end' };
        expect(await failureOf(attempt(adapter, behaviour, true))).toMatchObject({ isRetryable: true, status: 502 });
      }
    });

    test('reports an error in the midst of a stream after what came before it', async ({ signal }) => {
      const { events } = readFixture(answers, 'text');
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

/** What no recorded answer shows. Vendors of OpenAI's wire answer as OpenAI does, but for what only some have. */
function unseen({ chat }: HttpProviderAdapter, answers: string): ScenarioName[] {
  const own = chat?.wire === 'bridge' || hasOwnWire(answers) ? scenarios.map((scenario) => scenario.name) : special;
  return own.filter((scenario) => !hasOwnFixture(answers, scenario));
}

/** Most say it in the body, Gemini in the address. */
function isStreamed({ body, path }: RecordedRequest): boolean {
  if (/[:_-]stream(\b|[A-Z])/.test(path)) return true;
  return typeof body === 'object' && body !== null && 'stream' in body && body.stream === true;
}

/** The 400 with which a request is refused before it is sent: nobody is there who could. */
async function refusalOf(adapter: HttpProviderAdapter, { request }: Scenario): Promise<ProviderError | undefined> {
  const chat = operationOf(adapter, 'chat');
  const call = {
    request: { ...request, model: 'conformance' },
    model: 'conformance',
    settings: testSettings('http://127.0.0.1:9'),
    dropUnsupported: false,
  };
  try {
    if (chat.wire === 'bridge') await chat.complete(call, AbortSignal.timeout(10_000));
    else chat.encode(call);
    return undefined;
  } catch (error) {
    if (!ProviderError.isInstance(error)) throw error;
    return error.kind === 'connection' ? undefined : error;
  }
}

/** One call of a vendor that behaves like this. */
async function attempt(adapter: HttpProviderAdapter, behaviour: Behaviour, stream: boolean): Promise<void> {
  await using session = await openHttpSession(adapter, [behaviour]);
  const signal = AbortSignal.timeout(10_000);
  if (stream) for await (const _ of session.stream({ ...hello, stream }, signal));
  else await session.complete(hello, signal);
}

import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';
import { Showrunner } from './index.ts';
import { readRetryAfter } from './retry-after.ts';

const done = { json: { success: true, message: 'Done.', data: { id: 'job_1' }, meta: {}, timestamp: '' } };

function refused(status: number, headers: Record<string, string> = {}, details: object = {}): Behaviour {
  const code = { 409: 'BAD_REQUEST', 422: 'VALIDATION_ERROR', 429: 'RATE_LIMIT_EXCEEDED', 503: 'SERVICE_UNAVAILABLE' }[
    status
  ];
  return {
    status,
    headers,
    json: { error: { code, message: 'Not now.', statusCode: status, timestamp: '', details } },
  };
}

async function scripted(...behaviours: [Behaviour, ...Behaviour[]]) {
  const upstream = await startScriptedUpstream(behaviours);
  const client = new Showrunner({ baseUrl: upstream.url, silence: 200 });
  return { upstream, client, [Symbol.asyncDispose]: () => upstream.close() };
}

describe('a call that may succeed later', () => {
  it.each([
    ['429', refused(429, { 'retry-after': '0' })],
    ['503 while the server drains', refused(503, { 'retry-after': '0' })],
    [
      '409 while the same key is at work',
      refused(409, { 'retry-after': '0' }, { reason: 'conflict', retryable: true }),
    ],
    ['a connection that breaks', { reset: true } as const],
  ])('is sent again after %s, with the same key', async (_, first) => {
    await using world = await scripted(first, done);
    await world.client.generate.script({ prompt: 'tea' });
    const keys = world.upstream.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('has another key each time it is made, or the one that was given', async () => {
    await using world = await scripted(done);
    await world.client.generate.script({ prompt: 'tea' });
    await world.client.generate.script({ prompt: 'tea' });
    await world.client.generate.script({ prompt: 'tea' }, { idempotencyKey: 'mine' });
    const [one, other, mine] = world.upstream.requests.map(({ headers }) => headers['idempotency-key']);
    expect(one).not.toBe(other);
    expect(mine).toBe('mine');
  });

  it('waits as long as it is told to', async () => {
    await using world = await scripted(refused(429, { 'retry-after': '1' }), done);
    const startedAt = performance.now();
    await world.client.jobs.get('job_1');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1_000);
  });

  it('is thrown at once where it has to wait for more than a minute, with the time in the error', async () => {
    await using world = await scripted(refused(429, { 'retry-after': '86400' }));
    await expect(world.client.generate.script({ prompt: 'tea' })).rejects.toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      message: expect.stringContaining('86400 seconds'),
      details: { retry_after_seconds: 86_400 },
    });
    expect(world.upstream.requests).toHaveLength(1);
  });

  it('is never sent again when it is refused, nor where nobody wants that', async () => {
    await using world = await scripted(refused(422), refused(409, {}, { reason: 'conflict' }), refused(503));
    await expect(world.client.generate.script({ prompt: '' })).rejects.toMatchObject({ statusCode: 422 });
    await expect(world.client.jobs.delete('job_1')).rejects.toMatchObject({ statusCode: 409 });
    await expect(world.client.jobs.get('job_1', { maxRetries: 0 })).rejects.toMatchObject({ statusCode: 503 });
    expect(world.upstream.requests).toHaveLength(3);
  });

  it('gives up a try that is not answered in its time, and at last says so', async () => {
    await using world = await scripted({ hang: true });
    const asked = world.client.jobs.get('job_1', { timeout: 50, maxRetries: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'GATEWAY_TIMEOUT', details: { timeout_ms: 50 } });
    expect(world.upstream.requests).toHaveLength(2);
  });

  it.each([
    ['breaks off', { json: done.json, cutAfter: 20 } satisfies Behaviour],
    ['stands still', { raw: '{"success": true, ', afterwards: 'hang' } satisfies Behaviour],
  ])('is sent again where the answer %s, with the same key', async (_, first) => {
    await using world = await scripted(first, done);
    const { data } = await world.client.generate.script({ prompt: 'tea' }, { timeout: 5_000 });
    expect(data).toEqual({ id: 'job_1' });
    const [one, other] = world.upstream.requests.map(({ headers }) => headers['idempotency-key']);
    expect(other).toBe(one);
  });

  it('says so where its answer always breaks off', async () => {
    await using world = await scripted({ json: done.json, cutAfter: 20 });
    const asked = world.client.jobs.get('job_1', { maxRetries: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('is over as soon as its caller aborts, also between two tries', async () => {
    await using world = await scripted(refused(503, { 'retry-after': '30' }));
    const caller = new AbortController();
    const asked = world.client.jobs.get('job_1', { signal: caller.signal });
    await expect.poll(() => world.upstream.requests.length, { timeout: 10_000 }).toBe(1);
    caller.abort(new Error('changed my mind'));
    await expect(asked).rejects.toThrow('changed my mind');
  });
});

describe('a key', () => {
  it('is sent without the blanks around it, and not at all where it is empty', async () => {
    await using world = await scripted(done);
    for (const apiKey of ['sk-key', ' sk-key\n', '', ' \n', undefined])
      await new Showrunner({ baseUrl: world.upstream.url, apiKey }).jobs.get('job_1');
    const sent = world.upstream.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual(['Bearer sk-key', 'Bearer sk-key', undefined, undefined, undefined]);
  });

  it.each(['sk-a b', 'sk-a\nb', 'sk\u2013key', 'sk-key\u200b', 'schlüssel'])(
    'that no header takes is refused without being shown: %j',
    (apiKey) => {
      const made = () => new Showrunner({ apiKey });
      expect(made).toThrow('Copy it again');
      expect(made).not.toThrow(apiKey);
    },
  );
});

describe('a stream', () => {
  const headers = { 'content-type': 'text/event-stream' };
  const event = (id: number, name: string, data: object = {}) =>
    `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

  it('that is silent is gone on with behind the last event, and ends by itself', async () => {
    await using world = await scripted(
      { raw: event(7, 'start'), headers, afterwards: 'hang' },
      { raw: `: heartbeat\n\n${event(8, 'result', done.json)}`, headers },
    );
    const told = await Array.fromAsync(world.client.jobs.events('job_1'));
    expect(told.map(({ id, event: name }) => [id, name])).toEqual([
      ['7', 'start'],
      ['8', 'result'],
    ]);
    expect(world.upstream.requests.map(({ headers: sent }) => sent['last-event-id'])).toEqual([undefined, '7']);
  });

  it.each([
    ['line ends of two letters', (text: string) => text.replaceAll('\n', '\r\n')],
    ['line ends of two letters, of which the first comes alone', (text: string) => text.replaceAll('\n', '\r\n'), 1],
    ['the old line ends', (text: string) => `${text.replaceAll('\n', '\r')}: the end\r`],
    ['no space behind its colons', (text: string) => text.replaceAll(': ', ':')],
    ['a mark at its beginning', (text: string) => `\ufeff${text}`],
    ['its data on two lines', (text: string) => text.replaceAll('{', '{\ndata: ')],
    ['fields that nobody knows', (text: string) => text.replaceAll('event:', 'colour: red\nlonely\nevent:')],
    ['pieces of one byte', (text: string) => text, 1],
  ])('that comes with %s is the same', async (_, rewritten, sliceBytes = 4_096) => {
    const raw = rewritten(`${event(7, 'start')}: heartbeat\n\nretry: 5\n\n${event(8, 'result', done.json)}`);
    await using world = await scripted({ raw, headers, sliceBytes });
    const told = await Array.fromAsync(world.client.jobs.events('job_1'));
    expect(told.map(({ id, event: name }) => [id, name])).toEqual([
      ['7', 'start'],
      ['8', 'result'],
    ]);
    expect(told[1]?.data).toEqual(done.json);
  });

  it('of all jobs is gone on with behind the last event, and ends when its reader leaves', async () => {
    await using world = await scripted(
      { raw: `event: job\ndata: {"job_id":"job_1"}\n\n${event(7, 'result', done.json)}`, headers, afterwards: 'hang' },
      { raw: event(8, 'start'), headers },
      { raw: event(9, 'start'), headers },
    );
    const told: [string | undefined, string][] = [];
    for await (const { id, event: name } of world.client.jobs.allEvents()) {
      told.push([id, name]);
      if (told.length === 4) break;
    }
    expect(told).toEqual([
      [undefined, 'job'],
      ['7', 'result'],
      ['8', 'start'],
      ['9', 'start'],
    ]);
    expect(world.upstream.requests.map(({ path, headers: sent }) => [path, sent['last-event-id']])).toEqual([
      ['/jobs/events', undefined],
      ['/jobs/events', '7'],
      ['/jobs/events', '8'],
    ]);
  });

  it('of an answer is gone on with by its key', async () => {
    await using world = await scripted(
      { raw: event(7, 'start'), headers, cutAfter: 40 },
      { raw: event(8, 'result', done.json), headers },
    );
    const told = await Array.fromAsync(world.client.stream('script', { prompt: 'tea' }));
    expect(told.map(({ event: name }) => name)).toEqual(['start', 'result']);
    const [first, second] = world.upstream.requests.map(({ headers: sent }) => sent);
    expect(second).toMatchObject({ 'last-event-id': '7', 'idempotency-key': first?.['idempotency-key'] });
  });

  it('that is silent for ever is an error that names the job', async () => {
    await using world = await scripted({ raw: event(7, 'start'), headers, afterwards: 'hang' });
    const reading = Array.fromAsync(world.client.jobs.events('job_1'));
    await expect(reading).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      details: { job_id: 'job_1', after: '7' },
    });
  }, 30_000);

  it('is over as soon as its reader aborts, and its connection is closed', async () => {
    const upstream = await startScriptedUpstream([{ raw: event(7, 'start'), headers, afterwards: 'hang' }]);
    const caller = new AbortController();
    const events = new Showrunner({ baseUrl: upstream.url }).jobs.events('job_1', { signal: caller.signal });
    await events.next();
    caller.abort(new Error('changed my mind'));
    await expect(events.next()).rejects.toThrow('changed my mind');
    await expect.poll(() => upstream.requests[0]?.aborted, { timeout: 10_000 }).toBe(true);
    await upstream.close();
  });
});

it.each([
  ['0', 0],
  ['1.5', 1_500],
  ['86400', 86_400_000],
  ['99999999999999', 99_999_999_999_999_000],
  ['Sun, 29 Nov 2026 12:00:05 GMT', 5_000],
  ['Sun, 29 Nov 2026 11:00:00 GMT', undefined],
  ['-1', undefined],
  ['abc', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After: %s asks for %s ms', (header, milliseconds) => {
  expect(readRetryAfter(header, Date.parse('2026-11-29T12:00:00Z'))).toBe(milliseconds);
});

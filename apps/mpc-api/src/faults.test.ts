import { openAiChunks, openAiCompletion, openAiError, type Behaviour } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { espressoAnswer } from './testing/espresso.ts';
import { eventsOf, startApi, type Envelope, type RunningApi } from './testing/start-api.ts';

// What a provider does wrong, seen from outside: through the real gateway and the real API, each its own process.

const fine = JSON.stringify(espressoAnswer);
const german = JSON.stringify({
  ...espressoAnswer,
  scenes: espressoAnswer.scenes.map((scene) => ({
    ...scene,
    narration:
      'Das Wasser wird mit neun Bar durch das fein gemahlene Pulver gedrückt, und dabei löst es die Öle und den Geschmack. So entsteht die Crema in der Tasse.',
  })),
});

let api: RunningApi;
let script: readonly Behaviour[] = [];
let asked = 0;

beforeAll(async () => {
  const next = (): Behaviour => {
    asked += 1;
    return script[Math.min(asked, script.length) - 1] ?? { reset: true };
  };
  api = await startApi(next, { routerSettings: 'num_retries: 0, disable_cooldowns: true' });
});
afterAll(() => api[Symbol.asyncDispose]());

function play(...behaviours: [Behaviour, ...Behaviour[]]): void {
  script = behaviours;
  asked = 0;
}

function scriptFrom(...behaviours: [Behaviour, ...Behaviour[]]): Promise<Response> {
  play(...behaviours);
  return api.post('/generate/script', { prompt: 'test', cache: false });
}

function says(text: string, finishReason: 'stop' | 'length' = 'stop'): Behaviour {
  return { json: openAiCompletion({ text, finishReason }) };
}

describe('an answer that can be repaired', () => {
  it.each([
    ['fenced JSON', [says(`\`\`\`json\n${fine}\n\`\`\``)], 1],
    ['prose around JSON', [says(`Here is your script:\n${fine}\nEnjoy!`)], 1],
    ['<think> text', [says(`<think>The user wants {"a": "script"}.</think>\n${fine}`)], 1],
    ['an empty answer, then a good one', [says(''), says(fine)], 2],
    ['a truncated answer, then a good one', [says(fine.slice(0, 400), 'length'), says(fine)], 2],
    ['a refusal, then a good answer', [{ json: openAiCompletion({ refusal: 'I cannot do that.' }) }, says(fine)], 2],
  ] as [string, [Behaviour, ...Behaviour[]], number][])(
    '%s → 200 with the script',
    async (_fault, behaviours, attempts) => {
      const response = await scriptFrom(...behaviours);
      const { data, meta } = (await response.json()) as Envelope;
      expect(response.status).toBe(200);
      expect(data.narration).toContain('nine bars');
      expect(meta).toMatchObject({ attempts, model_requested: 'default', model: 'openai/gpt-test', cache_hit: false });
      expect(meta.cost_usd).toBeCloseTo(attempts * (9 * 1e-6 + 12 * 2e-6));
    },
  );
});

describe('an answer that nothing came of', () => {
  it.each([
    ['always empty', says(''), { truncated: false, checks: [{ name: 'empty' }] }],
    ['always truncated', says('{"title":"Es', 'length'), { truncated: true, checks: [{ name: 'truncated' }] }],
    ['always refused', { json: openAiCompletion({ refusal: 'I cannot.' }) }, { refused: true }],
    ['always prose', says('{ "I do not write JSON"'), { truncated: false }],
  ] as [string, Behaviour, object][])(
    '%s → 500 GENERATION_FAILED with why, attempts and cost',
    async (_fault, behaviour, details) => {
      const response = await scriptFrom(behaviour);
      expect(response.status).toBe(500);
      const { error } = (await response.json()) as { error: { details: Record<string, unknown> } };
      expect(error).toMatchObject({ code: 'GENERATION_FAILED', details });
      expect(error.details.attempts).toBeGreaterThan(1);
      expect(error.details.cost_usd).toBeGreaterThan(0);
    },
  );

  it('in the wrong language to the end → GENERATION_FAILED naming the check', async () => {
    const response = await scriptFrom(says(german));
    expect(response.status).toBe(500);
    const { error } = (await response.json()) as { error: { code: string; details: { checks: { name: string }[] } } };
    expect(error.code).toBe('GENERATION_FAILED');
    expect(error.details.checks.map(({ name }) => name)).toContain('language');
  });
});

describe('a provider that refuses or fails', () => {
  it.each([
    [
      '429',
      { status: 429, headers: { 'retry-after': '7' }, json: openAiError('Slow down') },
      { status: 429, retryable: true },
    ],
    ['402', { status: 402, json: openAiError('Insufficient credit') }, { status: 402, retryable: false }],
    ['500', { status: 500, json: openAiError('Broken') }, { retryable: true }],
    ['HTML with status 200', { raw: '<html><body>Welcome</body></html>' }, { retryable: true }],
    ['a connection that breaks', { reset: true }, { retryable: true }],
  ] as [string, Behaviour, object][])('%s → 502 LLM_ERROR', async (_fault, behaviour, details) => {
    const response = await scriptFrom(behaviour);
    const body = (await response.json()) as { error: object };
    expect(response.status).toBe(502);
    expect(body.error).toMatchObject({ code: 'LLM_ERROR', statusCode: 502, details });
    expect(body).not.toHaveProperty('data');
  });

  it('429 passes Retry-After on', async () => {
    const response = await scriptFrom({ status: 429, headers: { 'retry-after': '7' }, json: openAiError('Slow down') });
    expect(response.headers.get('retry-after')).toBe('7');
  });

  it('asks a provider without credit once only', async () => {
    await scriptFrom({ status: 402, json: openAiError('Insufficient credit') });
    expect(asked).toBe(1);
  });

  it('that hangs → 504 at the deadline, and the work upstream ends', async () => {
    play({ hang: true });
    const response = await api.post('/generate/script', { prompt: 'test', deadline_ms: 400, cache: false });
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ error: { code: 'GATEWAY_TIMEOUT', details: { deadline_ms: 400 } } });
    await expect.poll(() => api.provider.requests.at(-1)?.aborted).toBe(true);
  });

  it('is let go when the caller goes', async () => {
    play({ hang: true });
    const caller = new AbortController();
    const answer = fetch(`${api.url}/generate/script`, {
      method: 'POST',
      headers: { 'x-api-key': 'sk-test-key', 'content-type': 'application/json' },
      body: '{"prompt":"test","cache":false}',
      signal: caller.signal,
    });
    await expect.poll(() => asked).toBe(1);
    caller.abort();
    await expect(answer).rejects.toThrow('aborted');
    await expect.poll(() => api.provider.requests.at(-1)?.aborted).toBe(true);
  });
});

describe('a stream that is cut', () => {
  it('is asked for again, and the result is whole', async () => {
    const cut: Behaviour = { sse: openAiChunks(fine), cutAfter: 4_000 };
    play(cut, { sse: openAiChunks(fine) });
    const events = await eventsOf(await api.post('/generate/script', { prompt: 'test', stream: true, cache: false }));
    expect(events.at(-1)).toMatchObject({ event: 'result', data: { success: true, meta: { attempts: 2 } } });
  });

  it('every time ends in an error event, never in half a script', async () => {
    play({ sse: openAiChunks(fine), cutAfter: 4_000 });
    const events = await eventsOf(await api.post('/generate/script', { prompt: 'test', stream: true, cache: false }));
    expect(events.at(-1)).toMatchObject({
      event: 'failed',
      data: { error: { code: 'LLM_ERROR', details: { retryable: true } } },
    });
    expect(events.some(({ event }) => event === 'result')).toBe(false);
  });
});

import { join } from 'node:path';
import { routes } from '@showrunner/contract';
import { ApiError } from '@showrunner/errors';
import {
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  startServer,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
  type StartedServer,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { Showrunner, type Script } from './index.ts';

// The SDK against the real server; behind that a gateway that plays a script.

const KEY = 'sk-test-key';
/** Members that stand for no route of their own: a stream is a form of each that writes. */
const WRITTEN_BY_HAND = new Set(['constructor', 'stream', 'submit', 'estimate', 'jobs.events', 'jobs.allEvents']);
let gateway: ScriptedUpstream;
let server: StartedServer;
let client: Showrunner;
let answer: (request: RecordedRequest) => Behaviour = writes;

beforeAll(async () => {
  gateway = await startScriptedUpstream((request) =>
    request.method === 'GET' ? { json: { data: [model] } } : answer(request),
  );
  server = await startServer(join(import.meta.dirname, '../../../apps/mpc-api/src/main.ts'), {
    args: ['--port', '0'],
    env: { LITELLM_BASE_URL: gateway.url, MPC_API_KEY: KEY },
  });
  client = new Showrunner({ baseUrl: `${server.url}/`, apiKey: KEY });
});
afterAll(async () => {
  await server.stop();
  await gateway.close();
});

describe('the SDK', () => {
  it('gives the whole envelope, typed by the recipe', async () => {
    answer = writes;
    const { data, meta } = await client.generate.script({ prompt: 'tea', duration: 20 }, { requestId: 'sdk-1' });
    expectTypeOf(data).toExtend<Script>();
    expect(data.scenes.map(({ narration }) => narration).join(' ')).toContain('tea');
    expect(meta).toMatchObject({ request_id: 'sdk-1', recipe: 'script' });
    expect(await client.jobs.get(meta.job_id ?? '')).toMatchObject({ state: 'succeeded', result: data });
    expect((await client.jobs.list({ limit: 1 })).data).toHaveLength(1);
  });

  it('gives a stored script, and one given as data, as files', async () => {
    answer = writes;
    const { data, meta } = await client.generate.script({ prompt: 'tea', duration: 20 });
    const stored = await client.exports.job(meta.job_id ?? '', 'csv', { bom: false });
    expect(stored).toMatchObject({ data: { format: 'csv', byte_order_mark: false }, meta: { ignored: [] } });
    const given = await client.exports.script('csv', { script: data });
    expect(given.data.text).toBe(stored.data.text);
    await expect(client.exports.job('job_nothing', 'srt')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('makes, changes, rotates and removes keys, and looks into their workspace', async () => {
    const { data: made } = await client.keys.create({ name: 'n8n', scopes: ['jobs:read'], workspace: 'studio' });
    const named = new Showrunner({ baseUrl: server.url, apiKey: made.key });
    expect((await named.jobs.list()).data).toEqual([]);
    await expect(named.keys.list()).rejects.toMatchObject({ code: 'FORBIDDEN', details: { scope: 'admin' } });
    const listed = await client.keys.list({ limit: 1 }, { workspace: 'studio' });
    expect(listed).toMatchObject({ data: [{ id: made.id, workspace: 'studio' }], meta: { next_cursor: null } });
    expect(await client.keys.change(made.id, { priority: 7 })).toMatchObject({ data: { priority: 7 } });
    expect((await client.jobs.list({}, { workspace: 'studio' })).data).toEqual([]);
    expect((await client.keys.rotate(made.id)).key).not.toBe(made.key);
    expect(await client.keys.delete(made.id)).toBeUndefined();
    expect(await client.usage({ by: 'key,recipe' }, { workspace: 'studio' })).toMatchObject({ total: { count: 0 } });
    await expect(client.keys.get(made.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps presets and brand voices, and asks with them', async () => {
    answer = writes;
    const { data: voice } = await client.brandVoices.create({ name: 'Kitchen', banned_words: ['delve'] });
    const { data: preset } = await client.presets.create({
      name: 'Weekly',
      recipe: 'script',
      input: { duration: 20, brand_voice: voice.id },
    });
    expect((await client.generate.script({ prompt: 'tea by preset', preset: preset.id })).meta.ignored).toEqual([]);
    expect(await client.presets.list()).toMatchObject({ data: [{ id: preset.id }], meta: { next_cursor: null } });
    expect(await client.brandVoices.change(voice.id, { rules: ['Say no jokes'] })).toMatchObject({
      data: { banned_words: ['delve'], rules: ['Say no jokes'] },
    });
    await client.brandVoices.delete(voice.id);
    await expect(client.generate.script({ prompt: 'tea', preset: preset.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await client.presets.delete(preset.id);
  });

  it('has a method for each route that the contract names one for, and no other', () => {
    const named = Object.values(routes).flatMap(({ sdk }) => sdk ?? []);
    const inObjects = Object.entries(client).flatMap(([object, methods]: [string, object]) =>
      Object.keys(methods).map((name) => `${object}.${name}`),
    );
    const has = [...inObjects, ...Object.getOwnPropertyNames(Showrunner.prototype)];
    expect(has.filter((name) => !WRITTEN_BY_HAND.has(name)).toSorted()).toEqual(named.toSorted());
  });

  it('estimates what any recipe would take, and has nothing written', async () => {
    answer = writes;
    const { data, meta } = await client.estimate('script', { prompt: 'tea', duration: 20 });
    expect([data.asks, meta.recipe, meta.strategy]).toEqual([1, 'script', 'single']);
    await expect(client.estimate('package', { prompt: '' })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it('tells a stream as it goes and ends with the envelope', async () => {
    answer = writes;
    const events = await Array.fromAsync(
      client.stream('script', { prompt: 'How tea is made in a stream', duration: 20 }),
    );
    const names = events.map(({ event }) => event);
    expect(names[0]).toBe('start');
    expect(names.filter((name) => name === 'scene')).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ event: 'result', data: { success: true, data: { title: 'On tea' } } });
  });

  it('throws the error that the server answered with', async () => {
    const error = await client.generate.script({ duration: 20 }).catch((thrown: unknown) => thrown);
    expect(ApiError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'BAD_REQUEST',
      statusCode: 400,
      details: { issues: [{ path: 'prompt' }] },
      requestId: expect.stringMatching(/^req_/),
    });
  });

  it('throws the error that ends a stream', async () => {
    answer = () => ({ status: 402, json: { error: { message: 'No credit left', code: '402' } } });
    const events = Array.fromAsync(client.stream('script', { prompt: 'unpaid' }));
    await expect(events).rejects.toMatchObject({ code: 'LLM_ERROR', isRetryable: false, message: 'No credit left' });
  });

  it('ends the work on the server when it is aborted, where nobody can come back for it', async () => {
    answer = () => ({ hang: true });
    const before = gateway.requests.length;
    const caller = new AbortController();
    const asked = client.generate.script({ prompt: 'never' }, { signal: caller.signal, maxRetries: 0 });
    await expect.poll(() => gateway.requests.length).toBe(before + 1);
    caller.abort(new Error('changed my mind'));
    await expect(asked).rejects.toThrow('changed my mind');
    await expect.poll(() => gateway.requests.at(-1)?.aborted).toBe(true);
  });

  it('ends a stream in an error of the catalogue when the connection breaks, and in the reason when it is aborted', async () => {
    const start = 'event: start\ndata: {}\n\n';
    const headers = { 'content-type': 'text/event-stream' };
    const breaks = await startScriptedUpstream([{ raw: `${start}event: sc`, headers, cutAfter: 30 }]);
    const broken = Array.fromAsync(new Showrunner({ baseUrl: breaks.url }).stream('script', { prompt: 'tea' }));
    await expect(broken).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', isRetryable: true });
    await breaks.close();

    const hangs = await startScriptedUpstream([{ raw: start, headers, afterwards: 'hang' }]);
    const caller = new AbortController();
    const { signal } = caller;
    const aborted = new Showrunner({ baseUrl: hangs.url }).stream('script', { prompt: 'tea' }, { signal });
    expect((await aborted.next()).value).toMatchObject({ event: 'start' });
    caller.abort(new Error('changed my mind'));
    await expect(aborted.next()).rejects.toThrow('changed my mind');
    await hangs.close();
  });

  it('passes over what a newer server tells, and takes nothing unreadable for a result', async () => {
    const raw = 'event: start\ndata: {}\n\nevent: weather\ndata: "fine"\n\nevent: result\ndata: {"success":\n\n';
    const newer = await startScriptedUpstream([{ raw, headers: { 'content-type': 'text/event-stream' } }]);
    const told: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const { event } of new Showrunner({ baseUrl: newer.url }).stream('script', { prompt: 'tea' }))
        told.push(event);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(told).toEqual(['start']);
    await newer.close();
  });

  it('says when nothing answers, and when something else does', async () => {
    const nobody = new Showrunner({ baseUrl: 'http://127.0.0.1:1' });
    await expect(nobody.health()).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringContaining('127.0.0.1:1'),
    });
    const page = await startScriptedUpstream([{ raw: '<html>Hello</html>' }]);
    const other = new Showrunner({ baseUrl: page.url });
    await expect(other.jobs.get('job_1')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await page.close();
    const api = await startScriptedUpstream([{ json: { data: { id: 'job_1' } } }, { json: [] }]);
    const third = new Showrunner({ baseUrl: api.url });
    await expect(third.jobs.get('job_1')).rejects.toThrow('is not the content API (status 200, JSON of another form)');
    await expect(third.health()).rejects.toThrow('JSON of another form');
    await api.close();
  });

  it('accepts work that is not waited for, and tells of it until it has ended', async () => {
    answer = writes;
    const job = await client.submit('script', { prompt: 'tea for later', duration: 22, stream: true });
    expect(job).toMatchObject({ recipe: 'script', result: null });
    const told = await Array.fromAsync(client.jobs.events(job.id));
    expect(told.at(-1)).toMatchObject({ event: 'result', data: { success: true } });
    const [first] = told;
    const rest = await Array.fromAsync(client.jobs.events(job.id, { after: first?.id ?? '' }));
    expect(rest).toEqual(told.slice(1));
    expect(await client.jobs.get(job.id)).toMatchObject({ state: 'succeeded', result: { title: 'On tea' } });
  });

  it('reads health without throwing, whatever it is', async () => {
    expect(await client.health()).toMatchObject({ status: 'ok' });
  });

  it('carries a wrong key as UNAUTHORIZED', async () => {
    const stranger = new Showrunner({ baseUrl: server.url, apiKey: 'sk-wrong-key' });
    await expect(stranger.jobs.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED', statusCode: 401 });
  });
});

const model = { model_name: 'default', litellm_params: { model: 'openai/gpt-test' }, model_info: { mode: 'chat' } };

function writes({ body }: RecordedRequest): Behaviour {
  const text = JSON.stringify(script);
  return (body as { stream?: boolean }).stream ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
}

const script = {
  title: 'On tea',
  logline: 'Why tea turns bitter.',
  cta: 'Taste it at three minutes.',
  scenes: [
    'Your tea turns bitter in the fourth minute, and the leaves are not to blame.',
    'Hot water pulls the sweet parts out first. Tannins need longer, and heat gives them the time that they want.',
    'So pour it off early, or let the kettle cool a little. Taste it at three minutes.',
  ].map((narration, index) => ({
    narration,
    on_screen_text: '',
    visual: ['glass cup of black tea', 'kettle on a stove', 'clock on a wall'][index],
    broll: [{ query_en: 'tea cup window', description: 'a cup of tea', image_prompt: 'glass cup of tea, soft light' }],
    pace: 'normal',
    emphasis: [],
  })),
  claims: [],
};

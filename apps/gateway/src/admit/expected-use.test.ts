import { startScriptedUpstream, type RecordedRequest } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A minute in the smallest usual form. */
const MINUTE = Buffer.alloc(60 * 4_000, 7);

/** Answers of vendors that bill pictures, sound, letters and searches, as their references have them (2026-11). */
const ANSWERS: Readonly<Record<string, object>> = {
  '/v1/audio/transcriptions': { text: 'Guten Morgen', usage: { type: 'duration', seconds: 60 } },
  '/v1/audio/translations': { text: 'Good morning', duration: 60 },
  '/v1/images/generations': { created: 1, data: Array.from({ length: 4 }, () => ({ b64_json: 'AA==' })) },
  '/v1/images/edits': { created: 1, data: Array.from({ length: 4 }, () => ({ b64_json: 'AA==' })) },
  '/v1/rerank': { id: 'r', results: [{ index: 0, relevance_score: 1 }], meta: { billed_units: { search_units: 1 } } },
  '/v1/embeddings': {
    object: 'list',
    model: 'e',
    data: [{ object: 'embedding', index: 0, embedding: [1] }],
    usage: { prompt_tokens: 30, total_tokens: 30 },
  },
};

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ path }: RecordedRequest) =>
    path === '/v1/audio/speech' ? { raw: 'sound', headers: { 'content-type': 'audio/mpeg' } } : { json: ANSWERS[path] },
  );
  const model = (name: string, params: object) => openAiModel(name, upstream.url, params);
  gateway = await startGateway({
    model_list: [
      model('heard', { model: 'openai/whisper-1', input_cost_per_second: 0.001, output_cost_per_second: 0 }),
      model('drawn', { model: 'openai/dall-e-9', output_cost_per_image: 0.01 }),
      model('said', { model: 'openai/tts-9', input_cost_per_character: 0.001 }),
      model('ranked', { model: 'hosted_vllm/rerank-9', input_cost_per_query: 0.02 }),
      model('found', { model: 'openai/embedding-9', input_cost_per_token: 0.001 }),
    ],
  });
});
afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
});

const { key, get } = manager(() => gateway);

/** What is asked, and what one such call costs. */
const KINDS: Readonly<
  Record<string, { readonly path: string; readonly body: () => object | FormData; readonly dollars: number }>
> = {
  'a minute that is heard': { path: '/v1/audio/transcriptions', body: () => form('heard'), dollars: 0.06 },
  'a minute that is translated': { path: '/v1/audio/translations', body: () => form('heard'), dollars: 0.06 },
  'four pictures': {
    path: '/v1/images/generations',
    body: () => ({ model: 'drawn', prompt: 'a cat', n: 4 }),
    dollars: 0.04,
  },
  'four pictures of another': {
    path: '/v1/images/edits',
    body: () => form('drawn', { prompt: 'a', n: '4' }),
    dollars: 0.04,
  },
  'speech of thirty letters': {
    path: '/v1/audio/speech',
    body: () => ({ model: 'said', voice: 'alloy', input: 'a'.repeat(30) }),
    dollars: 0.03,
  },
  'a search': {
    path: '/v1/rerank',
    body: () => ({ model: 'ranked', query: 'q', documents: ['one', 'two'] }),
    dollars: 0.02,
  },
  'a text of thirty tokens': {
    path: '/v1/embeddings',
    body: () => ({ model: 'found', input: 'four'.repeat(30) }),
    dollars: 0.03,
  },
};

function form(model: string, members: Readonly<Record<string, string>> = {}, sound = MINUTE): FormData {
  const made = new FormData();
  made.set('model', model);
  for (const [name, value] of Object.entries(members)) made.set(name, value);
  if (model === 'drawn') made.set('image', new Blob(['picture']), 'a.png');
  else made.set('file', new Blob([new Uint8Array(sound)]), 'a.mp3');
  return made;
}

async function post(path: string, body: object, holder: string, type = 'application/json'): Promise<number> {
  const isForm = body instanceof FormData;
  const response = await fetch(gateway.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${holder}`, ...(!isForm && { 'content-type': type }) },
    body: isForm || body instanceof ReadableStream ? body : JSON.stringify(body),
    duplex: 'half',
  });
  await response.arrayBuffer();
  return response.status;
}

describe('calls at once that no tokens are counted of', () => {
  test.each(Object.entries(KINDS))(
    'are let in as a budget can pay for them: %s',
    async (_, { path, body, dollars }) => {
      const budget = 3.5 * dollars;
      const holder = await key({ max_budget: budget });
      const burst = await Promise.all(Array.from({ length: 20 }, () => post(path, body(), holder)));
      const admitted = burst.filter((status) => status === 200).length;
      expect(new Set(burst)).toEqual(new Set([200, 429]));
      expect(admitted).toBeLessThanOrEqual(4);
      const spent = async () => (await get(`/key/info?key=${holder}`)).body.info as { spend: number };
      await expect.poll(async () => (await spent()).spend, { timeout: 20_000 }).toBeCloseTo(admitted * dollars, 6);
    },
  );
});

/** Short enough to wait in memory, and so long that the rest of it is passed on while it comes. */
test.each([
  ['a minute', MINUTE],
  ['ten', Buffer.alloc(600 * 4_000, 7)],
])('%s of sound of which nobody says how long it is holds its budget too', async (_, sound) => {
  const holder = await key({ max_budget: 0.07 });
  const encoded = new Response(form('heard', {}, sound));
  const type = encoded.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await encoded.arrayBuffer());
  const send = (): Promise<number> => post('/v1/audio/transcriptions', new Blob([bytes]).stream(), holder, type);
  const burst = await Promise.all(Array.from({ length: 12 }, send));
  expect(burst.filter((status) => status === 200).length).toBeLessThanOrEqual(2);
  expect(burst).toContain(200);
});

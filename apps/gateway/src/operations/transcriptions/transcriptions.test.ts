import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { toFile } from 'openai';
import { describe, expect, test } from 'vitest';
import { MASTER_KEY, openAiModel, startGateway } from '../../testing/start-gateway.ts';

/** Bytes that are no text, and hold what looks like the end of a part. */
const sound = Buffer.concat([Buffer.from([0, 255, 13, 10]), Buffer.from('--x\r\n'), Buffer.alloc(3000, 7)]);
const file = () => toFile(sound, 'Grüße 東京.mp3', { type: 'audio/mpeg' });

/** OpenAI's documented answer (API reference, "Create transcription", 2026-11). */
const heard = {
  text: 'Guten Morgen',
  usage: {
    type: 'tokens',
    input_tokens: 14,
    input_token_details: { text_tokens: 4, audio_tokens: 10 },
    output_tokens: 5,
  },
};

/** The parts of a form as a vendor got it. */
async function partsOf(upstream: { requests: readonly { headers: object; bytes: Buffer }[] }, index = 0) {
  const request = upstream.requests[index];
  const headers = request?.headers as Record<string, string>;
  const response = new Response(new Uint8Array(request?.bytes ?? []), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  });
  return response.formData();
}

describe('text of speech through the gateway', () => {
  test('is not asked for without a file, as in LiteLLM', async () => {
    await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
    const form = new FormData();
    form.set('model', 'm');
    const answer = await fetch(`${gateway.url}/v1/audio/transcriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${MASTER_KEY}` },
      body: form,
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { param: 'file', code: '422' } });
  });

  test('reaches OpenAI’s SDK as the vendor heard it; the file goes out byte for byte', async () => {
    await using upstream = await startScriptedUpstream([{ json: heard }]);
    const prices = { input_cost_per_token: 1, input_cost_per_audio_token: 10, output_cost_per_token: 100 };
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, prices)] });
    const { data, response } = await gateway.openai.audio.transcriptions
      .create({ file: await file(), model: 'm', language: 'de', timestamp_granularities: ['word', 'segment'] })
      .withResponse();
    expect(data).toMatchObject(heard);
    expect(response.headers.get('x-litellm-response-cost')).toBe('604');
    expect(upstream.requests[0]).toMatchObject({
      path: '/v1/audio/transcriptions',
      headers: { authorization: 'Bearer sk-upstream' },
    });
    const form = await partsOf(upstream);
    expect([...form.keys()].sort()).toEqual([
      'file',
      'language',
      'model',
      'timestamp_granularities[]',
      'timestamp_granularities[]',
    ]);
    expect(form.get('model')).toBe('gpt-5.4');
    const sent = form.get('file') as File;
    expect([sent.name, sent.type]).toEqual(['Grüße 東京.mp3', 'audio/mpeg']);
    expect(Buffer.from(await sent.arrayBuffer()).equals(sound)).toBe(true);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'atranscription', spend: 604, prompt_tokens: 14 }]);
  });

  test.each([
    ['text', 'Guten Morgen\n', 'text/plain; charset=utf-8'],
    ['srt', '1\n00:00:00,000 --> 00:00:01,000\nGuten Morgen\n', 'text/plain; charset=utf-8'],
    ['vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\n東京\n', 'text/vtt'],
  ])('passes on %s as it came', async (format, raw, type) => {
    await using upstream = await startScriptedUpstream([{ raw, headers: { 'content-type': type } }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const answer = await gateway.openai.audio.transcriptions
      .create({ file: await file(), model: 'm', response_format: format as 'text' })
      .asResponse();
    expect(answer.headers.get('content-type')).toBe(type);
    expect(await answer.text()).toBe(raw);
    expect((await partsOf(upstream)).get('response_format')).toBe(format);
  });

  test('comes by and by where it is streamed', async () => {
    const sse = [
      { type: 'transcript.text.delta', delta: 'Guten ' },
      { type: 'transcript.text.done', ...heard },
    ];
    await using upstream = await startScriptedUpstream([{ sse, sliceBytes: 9 }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const stream = await gateway.openai.audio.transcriptions.create({ file: await file(), model: 'm', stream: true });
    const types: string[] = [];
    for await (const event of stream) types.push(event.type);
    expect(types).toEqual(['transcript.text.delta', 'transcript.text.done']);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ completion_tokens: 5 }]);
  });

  test('is retried and falls back with the whole form, and is cached by what was said', async () => {
    const script: [Behaviour, ...Behaviour[]] = [
      { status: 500, json: { error: { message: 'oops' } } },
      { json: heard },
    ];
    await using upstream = await startScriptedUpstream(script);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { temperature: 0.2 })],
      router_settings: { num_retries: 1 },
      litellm_settings: { cache: true },
    });
    const ask = async () =>
      gateway.openai.audio.transcriptions.create({ file: await file(), model: 'm' }).withResponse();
    await ask();
    const again = await ask();
    expect(again.data).toMatchObject(heard);
    expect(again.response.headers.get('x-litellm-cache-key')).toMatch(/\S/);
    expect(upstream.requests).toHaveLength(2);
    for (const index of [0, 1]) {
      const form = await partsOf(upstream, index);
      expect((form.get('file') as File).size).toBe(sound.length);
      expect(form.get('temperature')).toBe('0.2');
    }
  });

  test('is asked for as Azure’s clients do, of Azure', async () => {
    await using upstream = await startScriptedUpstream([{ json: heard }]);
    const azure = { model: 'azure/whisper', api_base: upstream.url, api_version: '2025-02-01-preview' };
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, azure)] });
    const form = new FormData();
    form.append('file', await file());
    const answer = await fetch(`${gateway.url}/openai/deployments/m/audio/transcriptions?api-version=2024-06-01`, {
      method: 'POST',
      headers: { 'api-key': MASTER_KEY },
      body: form,
    });
    expect(await answer.json()).toMatchObject(heard);
    expect(upstream.requests[0]).toMatchObject({
      path: '/openai/deployments/whisper/audio/transcriptions?api-version=2025-02-01-preview',
      headers: { 'api-key': 'sk-upstream' },
    });
  });

  test('keeps the gateway’s own fields, and refuses those that are nobody’s to set', async () => {
    await using upstream = await startScriptedUpstream([{ json: heard }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const send = async (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ model: 'm', ...fields })) form.append(name, value);
      form.append('file', await file());
      const headers = { authorization: `Bearer ${MASTER_KEY}` };
      return fetch(`${gateway.url}/v1/audio/transcriptions`, { method: 'POST', headers, body: form });
    };
    expect((await send({ num_retries: '0', metadata: '{"a":1}', litellm_session_id: 's', own: 'x' })).status).toBe(200);
    expect([...(await partsOf(upstream)).keys()]).toEqual(['model', 'own', 'file']);
    const refused = await send({ api_base: 'http://x' });
    expect(await refused.json()).toMatchObject({ error: { param: 'api_base', code: '400' } });
  });

  test.each<[string, Behaviour, number]>([
    ['a page with status 200', { raw: '<html>Sign in</html>' }, 502],
    ['an error with status 200', { json: { error: { message: 'busy', type: 'rate_limit_error' } } }, 429],
    ['no JSON, and says that it is', { raw: 'oops', headers: { 'content-type': 'application/json' } }, 502],
  ])('from a vendor that sends %s is an error', async (_, behaviour, status) => {
    await using upstream = await startScriptedUpstream([behaviour]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url)],
      router_settings: { num_retries: 0 },
    });
    await expect(gateway.openai.audio.transcriptions.create({ file: await file(), model: 'm' })).rejects.toMatchObject({
      status,
    });
  });

  test('is mocked', async () => {
    await using gateway = await startGateway({
      model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'こんにちは' } }],
    });
    const { text } = await gateway.openai.audio.translations.create({ file: await file(), model: 'm' });
    expect(text).toBe('こんにちは');
  });
});

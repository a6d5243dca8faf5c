import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startScriptedUpstream } from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAiModel, startGateway } from '../../testing/start-gateway.ts';

const asked = { model: 'm', voice: 'alloy', input: 'Guten Morgen, 東京!' } as const;

/** Every value that a byte can have, so that no reading as text survives. */
const sound = Buffer.from(Array.from({ length: 2048 }, (_, index) => index % 256));

/** A vendor that sends sound as a test says. */
async function startSpeaker(speak: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'audio/mpeg' });
    speak(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('speech through the gateway', () => {
  test('is the vendor’s sound byte for byte, under its media type, billed by the letter', async () => {
    const vendor = await startSpeaker((response) => response.end(sound));
    await using gateway = await startGateway({
      model_list: [openAiModel('m', vendor, { input_cost_per_character: 0.5 })],
    });
    const answer = await gateway.openai.audio.speech.create(asked);
    expect(Buffer.from(await answer.arrayBuffer()).equals(sound)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('audio/mpeg');
    expect(answer.headers.get('x-litellm-response-cost')).toBe(String(asked.input.length / 2));
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'aspeech', spend: asked.input.length / 2 }]);
  });

  test('is passed on as it comes, before the vendor has said all', async () => {
    let speaking: ServerResponse | undefined;
    const vendor = await startSpeaker((response) => {
      speaking = response;
      response.write(sound);
    });
    await using gateway = await startGateway({ model_list: [openAiModel('m', vendor)] });
    const answer = await gateway.openai.audio.speech.create(asked);
    const reader = answer.body?.getReader();
    let length = 0;
    while (length < sound.length) length += (await reader?.read())?.value?.length ?? 0;
    speaking?.end(sound);
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) length += piece.value.length;
    expect(length).toBe(2 * sound.length);
  });

  test('that breaks off breaks off for the client too, and is never taken for whole', async () => {
    const vendor = await startSpeaker((response) => {
      response.write(sound);
      setTimeout(() => response.destroy(), 50);
    });
    await using gateway = await startGateway({ model_list: [openAiModel('m', vendor)] });
    const answer = await gateway.openai.audio.speech.create(asked);
    await expect(answer.arrayBuffer()).rejects.toThrow(/terminated|closed|aborted/);
    await expect.poll(() => gateway.logs.join('\n'), { timeout: 10_000 }).toContain('request failed');
  });

  test('is no longer asked for once the client has left', async () => {
    const { promise: left, resolve } = Promise.withResolvers<boolean>();
    const vendor = await startSpeaker((response) => {
      response.write(sound);
      response.on('close', () => resolve(true));
    });
    await using gateway = await startGateway({ model_list: [openAiModel('m', vendor)] });
    const answer = await gateway.openai.audio.speech.create(asked);
    await answer.body?.cancel();
    expect(await left).toBe(true);
  });

  test.each<[string, object, number]>([
    ['a page with status 200', { raw: '<html>Sign in</html>' }, 502],
    ['an error with status 200', { json: { error: { message: 'busy', type: 'rate_limit_error' } } }, 429],
    ['a refusal', { status: 400, json: { error: { message: 'no such voice', param: 'voice' } } }, 400],
  ])('that is %s is told as an error, and falls back', async (_, behaviour, status) => {
    await using broken = await startScriptedUpstream([behaviour as { raw: string }]);
    const vendor = await startSpeaker((response) => response.end(sound));
    await using gateway = await startGateway({
      model_list: [openAiModel('m', broken.url), openAiModel('f', broken.url), openAiModel('b', vendor)],
      router_settings: { num_retries: 0, fallbacks: [{ f: ['b'] }] },
    });
    await expect(gateway.openai.audio.speech.create(asked)).rejects.toMatchObject({ status });
    const saved = await gateway.openai.audio.speech.create({ ...asked, model: 'f' });
    expect((await saved.arrayBuffer()).byteLength).toBe(sound.length);
  });

  test('of events passes on as events', async () => {
    const done = { type: 'speech.audio.done', usage: { input_tokens: 5, output_tokens: 9, total_tokens: 14 } };
    const sse = [{ type: 'speech.audio.delta', audio: 'AAAA' }, done].map((data) => ({ event: data.type, data }));
    await using upstream = await startScriptedUpstream([{ sse, done: false }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const answer = await gateway.postTo('/audio/speech', { ...asked, stream_format: 'sse' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(await answer.text()).toContain('event: speech.audio.done');
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ prompt_tokens: 5, completion_tokens: 9 }]);
  });

  test.each([
    ['no input', { input: undefined }, 'input'],
    ['no voice', { voice: undefined }, 'voice'],
    ['a speed that nobody speaks', { speed: 40 }, 'speed'],
  ])('of %s is refused, and the member is named', async (_, members, param) => {
    await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
    const answer = await gateway.postTo('/v1/audio/speech', { ...asked, ...members });
    expect(await answer.json()).toMatchObject({ error: { param, code: '400' } });
  });
});

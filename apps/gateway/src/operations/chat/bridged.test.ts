import { startScriptedUpstream, waitUntil, type UpstreamScript } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const usageMetadata = { promptTokenCount: 10, candidatesTokenCount: 4, totalTokenCount: 14 };
const piece = (text: string, finishReason?: string): object => ({
  candidates: [{ content: { role: 'model', parts: [{ text }] }, ...(finishReason !== undefined && { finishReason }) }],
  usageMetadata,
});
const whole = piece('Grüße aus Zürich', 'STOP');

/** A gateway whose model `g` is Gemini's, behind a server that plays a script. */
async function startWithGemini(script: UpstreamScript, params: object = {}, more: object[] = []) {
  const upstream = await startScriptedUpstream(script);
  const litellm_params = {
    model: 'gemini/gemini-2.5-flash',
    api_key: 'sk-gemini-secret',
    api_base: `${upstream.url}/v1beta`,
    input_cost_per_token: 0.5,
    output_cost_per_token: 1,
    num_retries: 0,
    ...params,
  };
  const gateway = await startGateway({ model_list: [{ model_name: 'g', litellm_params }, ...more] });
  return {
    upstream,
    gateway,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

async function streamed(gateway: StartedGateway): Promise<string> {
  const stream = await gateway.openai.chat.completions.create({ ...ask('g'), stream: true });
  let text = '';
  for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
  return text;
}

test('a vendor behind the AI SDK answers OpenAI’s clients whole and in pieces, counted and priced', async () => {
  const pieces = [piece('Grüße '), piece('aus Zürich', 'STOP')];
  await using started = await startWithGemini([{ json: whole }, { sse: pieces, done: false }]);
  const { gateway } = started;
  const answer = await gateway.post(ask('g'));
  expect(await answer.json()).toMatchObject({
    model: 'g',
    choices: [{ message: { content: 'Grüße aus Zürich' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 4, total_tokens: 14 },
  });
  expect(answer.headers.get('x-litellm-response-cost')).toBe('9');
  expect(await streamed(gateway)).toBe('Grüße aus Zürich');
  const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
  expect(rows).toMatchObject([{ spend: 9 }, { spend: 9 }]);
});

test('its limits and failures are the router’s to act on, and name no key', async () => {
  const error = { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded for sk-gemini-secret.' };
  await using spare = await startScriptedUpstream([
    { json: { choices: [{ index: 0, message: { content: 'spare' } }] } },
  ]);
  await using started = await startWithGemini([{ status: 429, headers: { 'retry-after': '1' }, json: { error } }], {}, [
    openAiModel('spare', spare.url),
  ]);
  const refused = await started.gateway.post(ask('g'));
  expect(refused.status).toBe(429);
  expect(await refused.text()).not.toContain('sk-gemini-secret');
  const fallen = await started.gateway.post(ask('g', { fallbacks: ['spare'] }));
  expect(await fallen.text()).toContain('spare');
});

test('a stream that is cut behind its first content ends with one error', async () => {
  const frames = [piece('Grüße '), piece('aus'), piece(' Zürich', 'STOP')];
  await using started = await startWithGemini([{ sse: frames, cutAfter: 'aus' }]);
  await expect(streamed(started.gateway)).rejects.toThrow(/connection|ended before|not what was asked for/i);
});

test('a stream that falls silent is given up when its deployment’s time is over', async () => {
  await using started = await startWithGemini([{ sse: [piece('Grüße '), piece('spät', 'STOP')], gapMs: 60_000 }], {
    timeout: 1,
  });
  await expect(streamed(started.gateway)).rejects.toThrow(/1 seconds|time/i);
  await waitUntil(() => started.upstream.requests[0]?.aborted === true, { what: 'the vendor to be left' });
});

test('a client that leaves ends the vendor’s work', async () => {
  await using started = await startWithGemini([{ sse: [piece('Grüße '), piece('spät', 'STOP')], gapMs: 60_000 }]);
  const leave = new AbortController();
  const stream = await started.gateway.openai.chat.completions.create(
    { ...ask('g'), stream: true },
    { signal: leave.signal },
  );
  await stream[Symbol.asyncIterator]().next();
  leave.abort();
  await expect.poll(() => started.upstream.requests[0]?.aborted, { timeout: 15_000 }).toBe(true);
});

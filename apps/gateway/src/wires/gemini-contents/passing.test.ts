import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { ask, MASTER_KEY, startGateway } from '../../testing/start-gateway.ts';

/** Google's documented answer ("GenerateContentResponse", 2026-11), with what no other wire has. */
const piece = (parts: object[], finishReason?: string, candidates = 4) => ({
  candidates: [
    {
      content: { role: 'model', parts },
      index: 0,
      ...(finishReason !== undefined && { finishReason }),
      groundingMetadata: { webSearchQueries: ['Grüße'] },
    },
  ],
  usageMetadata: {
    promptTokenCount: 10,
    candidatesTokenCount: candidates,
    thoughtsTokenCount: 3,
    cachedContentTokenCount: 2,
    totalTokenCount: 13 + candidates,
  },
  modelVersion: 'gemini-2.5-pro-002',
  responseId: 'abc',
});
const pictures = [{ inlineData: { mimeType: 'image/png', data: 'AAAA' } }, { thoughtSignature: 'c2ln', text: 'Grüße' }];

/** A gateway before Gemini, whose calls cost a dollar a token. */
async function before(answers: readonly [Behaviour, ...Behaviour[]], params: object = {}, settings: object = {}) {
  const upstream = await startScriptedUpstream(answers);
  const litellm_params = {
    model: 'gemini/gemini-2.5-pro',
    api_key: 'sk-google',
    api_base: `${upstream.url}/v1beta`,
    input_cost_per_token: 1,
    output_cost_per_token: 1,
    cache_read_input_token_cost: 1,
    ...params,
  };
  const gateway = await startGateway({
    model_list: [{ model_name: 'm', litellm_params }],
    router_settings: { num_retries: 0 },
    ...settings,
  });
  const post = (verb: string, body: object): Promise<Response> =>
    gateway.postTo(`/v1beta/models/m:${verb}`, { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], ...body });
  return {
    gateway,
    post,
    requests: upstream.requests,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

describe('Gemini asked in its own wire', () => {
  test('is sent what came and answers what it answered, byte for byte', async () => {
    const json = piece(pictures, 'STOP');
    await using at = await before([{ json }]);
    const body = {
      system_instruction: { parts: [{ text: 'Be short' }] },
      tools: [{ googleSearch: {} }, { codeExecution: {} }],
      safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }],
      generationConfig: { responseModalities: ['TEXT', 'IMAGE'] },
    };
    const answer = await at.post('generateContent', { ...body, metadata: { tags: ['a'] }, num_retries: 0 });
    expect(await answer.text()).toBe(JSON.stringify(json));
    // The prompt, the answer and its thoughts.
    expect(answer.headers.get('x-litellm-response-cost')).toBe('17');
    const [sent] = at.requests;
    expect(sent?.path).toBe('/v1beta/models/gemini-2.5-pro:generateContent');
    expect(sent?.headers).toMatchObject({ 'x-goog-api-key': 'sk-google' });
    expect(sent?.headers.authorization).toBeUndefined();
    expect(sent?.body).toEqual({ contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], ...body });
  });

  test('streams as it streams, and its last counts are what it used', async () => {
    const pieces = [piece([{ text: 'Grü' }], undefined, 1), piece([{ text: 'ße' }], 'STOP')];
    await using at = await before([{ sse: pieces, done: false }]);
    const streamed = await at.gateway.google.models.generateContentStream({ model: 'm', contents: 'Hi' });
    const parts = await Array.fromAsync(streamed);
    expect(parts.map(({ text }) => text).join('')).toBe('Grüße');
    expect(parts[0]?.candidates?.[0]?.groundingMetadata?.webSearchQueries).toEqual(['Grüße']);
    expect(at.requests[0]?.path).toBe('/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse');
    const rows = (await (await at.gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ spend: 17, prompt_tokens: 10, completion_tokens: 7 }]);
  });

  test('is not believed where its stream ends before its answer did, or is none', async () => {
    const broken = [piece([{ text: 'Grü' }])];
    const refused = { error: { code: 503, status: 'UNAVAILABLE', message: 'The model is overloaded.' } };
    await using at = await before([
      { sse: broken, done: false },
      { sse: [refused], done: false },
      { raw: '<html>Sign in</html>' },
    ]);
    const streams = () => at.gateway.google.models.generateContentStream({ model: 'm', contents: 'Hi' });
    await expect(streams().then((parts) => Array.fromAsync(parts))).rejects.toThrow(/closed the connection/);
    await expect(streams()).rejects.toThrow(/overloaded/);
    await expect(streams()).rejects.toThrow(/502|INTERNAL/);
  });

  test('refuses a prompt in its own way, which is an answer', async () => {
    const json = {
      promptFeedback: { blockReason: 'SAFETY' },
      usageMetadata: { promptTokenCount: 4, totalTokenCount: 4 },
    };
    await using at = await before([{ json }, { sse: [json], done: false }]);
    const answer = await at.gateway.google.models.generateContent({ model: 'm', contents: 'Hi' });
    expect(answer.promptFeedback?.blockReason).toBe('SAFETY');
    const streamed = await at.gateway.google.models.generateContentStream({ model: 'm', contents: 'Hi' });
    expect((await Array.fromAsync(streamed))[0]?.promptFeedback?.blockReason).toBe('SAFETY');
  });

  test('gets what the deployment says where the caller says nothing', async () => {
    const json = piece([{ text: 'Hi' }], 'STOP');
    const params = {
      temperature: 0.1,
      max_tokens: 9,
      stop: 'END',
      safety_settings: [{ category: 'A', threshold: 'B' }],
    };
    await using at = await before([{ json }, { json }], params);
    await at.post('generateContent', { generationConfig: { temperature: 0.9 } });
    expect(at.requests[0]?.body).toMatchObject({
      generationConfig: { temperature: 0.9, maxOutputTokens: 9, stopSequences: ['END'] },
      safety_settings: [{ category: 'A', threshold: 'B' }],
    });
  });

  test('counts tokens by itself', async () => {
    await using at = await before([{ json: { totalTokens: 31, promptTokensDetails: [] } }]);
    const counted = await at.gateway.google.models.countTokens({ model: 'm', contents: 'Hi' });
    expect(counted.totalTokens).toBe(31);
    expect(at.requests[0]).toMatchObject({
      path: '/v1beta/models/gemini-2.5-pro:countTokens',
      body: { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] },
    });
  });

  test('is a vendor as others are: cached, fallen back from, and guarded', async () => {
    const json = piece(
      [{ text: 'Write to anna@example.com' }, { functionCall: { name: 'f', args: { id: 'bob@example.com' } } }],
      'STOP',
    );
    const guard = {
      guardrail_name: 'pii',
      litellm_params: {
        guardrail: 'litellm_content_filter',
        mode: ['pre_call', 'post_call'],
        default_on: true,
        patterns: [{ pattern_type: 'prebuilt', pattern_name: 'email', action: 'MASK' }],
      },
    };
    await using at = await before([{ json }], {}, { guardrails: [guard] });
    const contents = [{ role: 'user', parts: [{ text: 'I am carl@example.com' }] }];
    const answer = await (await at.post('generateContent', { contents })).text();
    expect(answer).not.toMatch(/anna@|bob@/);
    expect(JSON.stringify(at.requests[0]?.body)).not.toContain('carl@');

    await using cached = await before([{ json }], {}, { litellm_settings: { cache: true } });
    const [first, again] = [await cached.post('generateContent', {}), await cached.post('generateContent', {})];
    expect(await again.text()).toBe(await first.text());
    expect(cached.requests).toHaveLength(1);
    const chat = await cached.gateway.post(ask('m'), { authorization: `Bearer ${MASTER_KEY}` });
    expect(chat.status).toBe(200);
  });
});

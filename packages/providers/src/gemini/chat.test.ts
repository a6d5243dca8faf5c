import { startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { readFixture } from '../conformance/fixtures.ts';
import { chatCall } from '../conformance/chat/chat-call.ts';
import { ProviderError } from '../spec/error.ts';
import type { ChatRequest } from '../spec/operations/chat.ts';
import { chat } from './chat.ts';

const signal = AbortSignal.timeout(30_000);

/** What Gemini is sent for a request, and what comes of its answer. */
async function ask(
  request: Partial<ChatRequest>,
  { scenario = 'text', model = 'gemini-2.5-flash', drop = false } = {},
) {
  await using upstream = await startScriptedUpstream([{ json: readFixture('gemini', scenario).json }]);
  const settings = { apiKey: 'sk-gemini', apiBase: `${upstream.url}/v1beta/`, extraHeaders: { 'X-Team': 'video' } };
  const answer = await chat.complete(chatCall(request, { model, settings, dropUnsupported: drop }), signal);
  const [sent] = upstream.requests;
  return { answer, sent, body: sent?.body as Record<string, unknown> };
}

async function refusalOf(request: Partial<ChatRequest>): Promise<ProviderError> {
  try {
    await ask(request);
  } catch (error) {
    if (ProviderError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('the request was taken');
}

test('a call goes to the model’s own path, with the key in a header of Google’s and the deployment’s headers', async () => {
  const { sent } = await ask({});
  expect(sent?.path).toBe('/v1beta/models/gemini-2.5-flash:generateContent');
  expect(sent?.headers).toMatchObject({ 'x-goog-api-key': 'sk-gemini', 'x-team': 'video' });
});

test('what the system says comes first, wherever it stood in the conversation', async () => {
  const { body } = await ask({
    messages: [
      { role: 'user', content: 'Hallo' },
      { role: 'developer', content: 'Antworte kurz.' },
      { role: 'system', content: [{ type: 'text', text: 'Auf Deutsch.' }] },
    ],
  });
  expect(body.systemInstruction).toEqual({ parts: [{ text: 'Antworte kurz.' }, { text: 'Auf Deutsch.' }] });
  expect(body.contents).toEqual([{ role: 'user', parts: [{ text: 'Hallo' }] }]);
});

test('limits, sampling and stops have Gemini’s names', async () => {
  const { body } = await ask({
    max_completion_tokens: 50,
    temperature: 0.2,
    top_p: 0.9,
    top_k: 7,
    seed: 3,
    stop: 'END',
  });
  expect(body.generationConfig).toMatchObject({
    maxOutputTokens: 50,
    temperature: 0.2,
    topP: 0.9,
    topK: 7,
    seed: 3,
    stopSequences: ['END'],
  });
});

const weather = {
  type: 'function' as const,
  function: { name: 'get_weather', parameters: { type: 'object', properties: {} } },
};

test('a signature of a thought travels in the id of its call, and goes back with it', async () => {
  const question = { role: 'user' as const, content: 'What is the weather in Zürich?' };
  const { answer } = await ask({ messages: [question], tools: [weather] }, { scenario: 'tool-call' });
  const [call] = answer.choices[0]?.message.tool_calls ?? [];
  if (!call) throw new Error('nothing was called');
  expect(call.id).toMatch(/^\w+__thought__CiQBzrENYQ==$/);
  const { body } = await ask({
    messages: [
      question,
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: call.id, content: '{"degrees":12}' },
    ],
    tools: [weather],
  });
  expect(body.contents).toMatchObject([
    { role: 'user' },
    {
      role: 'model',
      parts: [{ functionCall: { name: 'get_weather', args: { city: 'Zürich' } }, thoughtSignature: 'CiQBzrENYQ==' }],
    },
    { role: 'user', parts: [{ functionResponse: { name: 'get_weather' } }] },
  ]);
  expect(JSON.stringify(body.contents)).not.toContain('__thought__');
});

test('the results of calls that were made at once go back together', async () => {
  const called = (id: string) => ({
    id,
    type: 'function' as const,
    function: { name: 'get_weather', arguments: '{}' },
  });
  const { body } = await ask({
    messages: [
      { role: 'user', content: 'Both?' },
      { role: 'assistant', content: 'I look.', tool_calls: [called('a'), called('b')] },
      { role: 'tool', tool_call_id: 'a', content: 'sun' },
      { role: 'tool', tool_call_id: 'b', content: 'rain' },
    ],
    tools: [weather],
  });
  const contents = body.contents as { parts: unknown[] }[];
  expect(contents).toHaveLength(3);
  expect(contents[2]?.parts).toHaveLength(2);
});

test.each([
  ['gemini-2.5-flash', 'low', { thinkingBudget: 1024, includeThoughts: true }],
  ['gemini-2.5-flash', 'constructor', { thinkingBudget: 4096, includeThoughts: true }],
  ['gemini-2.5-pro', 'none', { thinkingBudget: 0, includeThoughts: false }],
  ['gemini-3-flash-preview', 'medium', { thinkingLevel: 'medium', includeThoughts: true }],
  ['gemini-3-pro-preview', 'medium', { thinkingLevel: 'high', includeThoughts: true }],
  ['gemini-3.1-pro', 'none', { thinkingLevel: 'low', includeThoughts: false }],
])('%s thinks with effort "%s" as far as it can', async (model, reasoning_effort, thinkingConfig) => {
  const { body } = await ask({ reasoning_effort }, { model });
  expect(body.generationConfig).toMatchObject({ thinkingConfig });
});

test('thinking in Anthropic’s words is thinking of that budget', async () => {
  const { body } = await ask({ thinking: { type: 'enabled', budget_tokens: 2000 } });
  expect(body.generationConfig).toMatchObject({ thinkingConfig: { thinkingBudget: 2000, includeThoughts: true } });
});

test('what only Gemini has is asked for in LiteLLM’s words', async () => {
  const safety = [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }];
  const { body } = await ask({ safety_settings: safety, web_search_options: {}, cached_content: 'cachedContents/a' });
  expect(body).toMatchObject({
    safetySettings: safety,
    tools: [{ googleSearch: {} }],
    cachedContent: 'cachedContents/a',
  });
});

test('an image by its address is looked up by Gemini, of the type that its name says', async () => {
  const { body } = await ask({
    messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.PNG?x=1' } }] }],
  });
  expect(JSON.stringify(body.contents)).toContain(
    '{"fileData":{"mimeType":"image/png","fileUri":"https://example.com/a.PNG?x=1"}}',
  );
});

test.each<[string, Partial<ChatRequest>, string]>([
  ['several answers', { n: 2 }, 'n'],
  ['what it does not have', { logit_bias: { '1': 2 } }, 'logit_bias'],
  ['a part of no known kind', { messages: [{ role: 'user', content: [{ type: 'smell' }] }] }, 'messages[0].content[0]'],
  [
    'an image that is no address',
    { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'cat.png' } }] }] },
    'messages[0].content[0].image_url.url',
  ],
])('a request for %s is refused with the member', async (_title, request, param) => {
  expect(await refusalOf(request)).toMatchObject({ kind: 'invalid_request', status: 400, vendorParam: param });
});

test('what it does not have is left out where the deployment drops', async () => {
  const { answer } = await ask({ n: 2, logit_bias: { '1': 2 } }, { drop: true });
  expect(answer.choices).toHaveLength(1);
});

test('a prompt that is refused whole ends by the content filter', async () => {
  await using upstream = await startScriptedUpstream([
    { json: { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 4, totalTokenCount: 4 } } },
  ]);
  const answer = await chat.complete(chatCall({}, { settings: { apiKey: 'k', apiBase: upstream.url } }), signal);
  expect(answer.choices[0]).toMatchObject({ finish_reason: 'content_filter', message: { content: '' } });
});

test.each<[string, object, object]>([
  [
    'a question that is too long',
    {
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
    },
    { kind: 'context_window', status: 400 },
  ],
  [
    'a key that is none',
    { code: 400, status: 'INVALID_ARGUMENT', message: 'API key not valid. Please pass a valid API key.' },
    { status: 400 },
  ],
])('%s is known by Google’s words', async (_title, error, expected) => {
  await using upstream = await startScriptedUpstream([{ status: 400, json: { error } }]);
  const asked = chat.complete(chatCall({}, { settings: { apiKey: 'sk-secret', apiBase: upstream.url } }), signal);
  await expect(asked).rejects.toMatchObject({ provider: 'gemini', ...expected });
});

test('a redirect takes the key nowhere', async () => {
  await using elsewhere = await startScriptedUpstream([{ raw: 'nobody' }]);
  await using upstream = await startScriptedUpstream([
    { status: 307, headers: { location: `${elsewhere.url}/v1beta` }, raw: '' },
  ]);
  const asked = chat.complete(chatCall({}, { settings: { apiKey: 'sk-secret', apiBase: upstream.url } }), signal);
  await expect(asked).rejects.toMatchObject({ provider: 'gemini' });
  expect(elsewhere.requests).toEqual([]);
});

test('blank texts are left out, and where none is left that is said', async () => {
  const { body } = await ask({
    messages: [
      { role: 'system', content: ' ' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: '' },
      {
        role: 'user',
        content: [
          { type: 'text', text: '\n' },
          { type: 'text', text: 'there' },
        ],
      },
    ],
  });
  expect(body).not.toHaveProperty('systemInstruction');
  expect(JSON.stringify(body.contents)).not.toMatch(/"text":"\s*"|"parts":\[\]/);
  const refusal = await refusalOf({ messages: [{ role: 'user', content: '' }] });
  expect([refusal.status, refusal.message]).toEqual([400, 'messages: there is no text in any of them']);
});

test('members of Gemini’s own that its package does not know go into the body, beside what stands there', async () => {
  const { body } = await ask({
    temperature: 0.5,
    metadata: { a: 'b' },
    generationConfig: { mediaResolution: 'MEDIA_RESOLUTION_LOW' },
    toolConfig: { retrievalConfig: { languageCode: 'de' } },
    safety_settings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' }],
  });
  expect(body).toMatchObject({
    generationConfig: { temperature: 0.5, mediaResolution: 'MEDIA_RESOLUTION_LOW' },
    toolConfig: { retrievalConfig: { languageCode: 'de' } },
    safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' }],
  });
  expect(body).not.toHaveProperty('metadata');
  expect(body).not.toHaveProperty('safety_settings');
});

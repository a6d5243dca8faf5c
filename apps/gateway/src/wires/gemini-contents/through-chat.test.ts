import { ApiError, FunctionCallingConfigMode, Type, type Content, type GenerateContentResponse } from '@google/genai';
import {
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
} from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import {
  anthropicModel,
  chatModel,
  MASTER_KEY,
  startGateway,
  type StartedGateway,
} from '../../testing/start-gateway.ts';

const usage = { promptTokens: 20, completionTokens: 9, cachedTokens: 8, reasoningTokens: 4 };
const weather = {
  name: 'get_weather',
  description: 'The weather of a city',
  parameters: {
    type: Type.OBJECT,
    properties: {
      city: { type: Type.STRING, nullable: true },
      days: { type: Type.ARRAY, minItems: '1', items: { type: Type.INTEGER } },
    },
    required: ['city'],
  },
};

/** A gateway before an upstream that gives these answers, one by one. */
async function through(answers: readonly [Behaviour, ...Behaviour[]], model = chatModel) {
  const upstream = await startScriptedUpstream(answers);
  const gateway = await startGateway({ model_list: [model('m', upstream.url)], router_settings: { num_retries: 0 } });
  return {
    gateway,
    sent: (place = 0) => upstream.requests[place]?.body as Record<string, unknown>,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

const generate = ({ google }: StartedGateway, contents: Content[] | string, config: object = {}) =>
  google.models.generateContent({ model: 'm', contents, config });

async function stream({ google }: StartedGateway, contents: Content[] | string, config: object = {}) {
  const parts: GenerateContentResponse[] = [];
  for await (const part of await google.models.generateContentStream({ model: 'm', contents, config }))
    parts.push(part);
  return parts;
}

describe('Google’s SDK over a model of OpenAI’s wire', () => {
  test('asks in chat’s words, and reads text and counts', async () => {
    await using at = await through([{ json: openAiCompletion({ text: 'Grüße', usage }) }]);
    const answer = await generate(at.gateway, [{ role: 'user', parts: [{ text: 'Say' }, { text: 'hello' }] }], {
      systemInstruction: 'Be short',
      temperature: 0.5,
      topP: 0.9,
      maxOutputTokens: 50,
      stopSequences: ['END'],
      candidateCount: 1,
      seed: 7,
      safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }],
    });
    expect(answer.text).toBe('Grüße');
    expect(answer.candidates?.[0]).toMatchObject({ finishReason: 'STOP', index: 0 });
    expect(answer.usageMetadata).toEqual({
      promptTokenCount: 20,
      candidatesTokenCount: 5,
      thoughtsTokenCount: 4,
      cachedContentTokenCount: 8,
      totalTokenCount: 29,
    });
    expect(answer.modelVersion).toBe('m');
    expect(at.sent()).toEqual({
      model: 'gpt-5.4',
      messages: [
        { role: 'system', content: 'Be short' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Say' },
            { type: 'text', text: 'hello' },
          ],
        },
      ],
      max_completion_tokens: 50,
      stop: ['END'],
      seed: 7,
      temperature: 0.5,
      top_p: 0.9,
    });
  });

  test('streams, and the last part says why it ended and what it used', async () => {
    await using at = await through([{ sse: openAiChunks('Grüße aus Wien', { usage }) }]);
    const parts = await stream(at.gateway, 'Hello');
    expect(parts.map(({ text }) => text ?? '').join('')).toBe('Grüße aus Wien');
    expect(parts.at(-1)?.candidates?.[0]?.finishReason).toBe('STOP');
    expect(parts.at(-1)?.usageMetadata).toMatchObject({ promptTokenCount: 20, totalTokenCount: 29 });
    expect(at.sent()).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  test('calls tools, several at once, and gets each answer to its call', async () => {
    const toolCalls = ['Wien', 'Zürich'].map((city, index) => ({
      id: `call_${index}`,
      name: 'get_weather',
      arguments: JSON.stringify({ city }),
    }));
    const done = { json: openAiCompletion({ text: 'Sunny' }) };
    await using at = await through([{ json: openAiCompletion({ toolCalls }) }, done, done, done]);
    const config = { tools: [{ functionDeclarations: [weather] }] };
    const question = { role: 'user', parts: [{ text: 'Weather?' }] };
    const answer = await generate(at.gateway, [question], config);
    const called = answer.candidates?.[0]?.content ?? {};
    const functionCalls = answer.functionCalls ?? [];
    expect(functionCalls).toEqual([
      { id: 'call_0', name: 'get_weather', args: { city: 'Wien' } },
      { id: 'call_1', name: 'get_weather', args: { city: 'Zürich' } },
    ]);
    expect(at.sent().tools).toEqual([
      {
        type: 'function',
        function: {
          name: 'get_weather',
          description: 'The weather of a city',
          parameters: {
            type: 'object',
            properties: {
              city: { type: ['string', 'null'] },
              days: { type: 'array', minItems: 1, items: { type: 'integer' } },
            },
            required: ['city'],
          },
        },
      },
    ]);
    const responses = functionCalls.map(({ id = '', name = '' }) => ({
      functionResponse: { id, name, response: { output: id } },
    }));
    await generate(at.gateway, [question, called, { role: 'user', parts: responses }], config);
    // Older clients know no ids: the first call of a name is answered first.
    const nameless = {
      role: 'function',
      parts: responses.map(({ functionResponse: { name, response } }) => ({ functionResponse: { name, response } })),
    };
    const calls = functionCalls.map(({ name = '', args = {} }) => ({ functionCall: { name, args } }));
    await generate(at.gateway, [question, { role: 'model', parts: calls }, nameless], config);
    for (const place of [1, 2]) {
      const [, assistant, ...results] = at.sent(place).messages as {
        tool_calls?: { id: string }[];
        tool_call_id?: string;
        content: string;
      }[];
      expect(results.map(({ tool_call_id: id }) => id)).toEqual(assistant?.tool_calls?.map(({ id }) => id));
      expect(results.map(({ content }) => content)).toEqual(['{"output":"call_0"}', '{"output":"call_1"}']);
    }
  });

  test('streams calls of tools whole, with the last words', async () => {
    const toolCalls = [{ id: 'call_1', name: 'get_weather', arguments: '{"city":"Wien"}' }];
    await using at = await through([{ sse: openAiChunks('', { toolCalls }) }]);
    const parts = await stream(at.gateway, 'Weather?', { tools: [{ functionDeclarations: [weather] }] });
    expect(parts.flatMap(({ functionCalls = [] }) => functionCalls)).toEqual([
      { id: 'call_1', name: 'get_weather', args: { city: 'Wien' } },
    ]);
  });

  test.each([
    [{ mode: FunctionCallingConfigMode.ANY }, 'required'],
    [{ mode: FunctionCallingConfigMode.NONE }, 'none'],
    [{ mode: FunctionCallingConfigMode.AUTO }, 'auto'],
    [
      { mode: FunctionCallingConfigMode.ANY, allowedFunctionNames: ['get_weather'] },
      { type: 'function', function: { name: 'get_weather' } },
    ],
  ])('chooses tools by %j', async (functionCallingConfig, chosen) => {
    await using at = await through([{ json: openAiCompletion() }]);
    const tools = [{ functionDeclarations: [weather, { name: 'other', parametersJsonSchema: { type: 'object' } }] }];
    await generate(at.gateway, 'Weather?', { tools, toolConfig: { functionCallingConfig } });
    expect(at.sent().tool_choice).toEqual(chosen);
    expect(at.sent().tools).toHaveLength('allowedFunctionNames' in functionCallingConfig ? 1 : 2);
  });

  test('asks for structured output in either of Google’s two ways', async () => {
    const answer = { json: openAiCompletion({ text: '{"city":"Wien"}' }) };
    await using at = await through([answer, answer, answer]);
    const responseMimeType = 'application/json';
    const schema = {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
      additionalProperties: false,
    };
    const own = { type: Type.OBJECT, properties: { city: { type: Type.STRING } }, required: ['city'] };
    const { text } = await generate(at.gateway, 'Where?', { responseMimeType, responseJsonSchema: schema });
    expect(JSON.parse(text ?? '')).toEqual({ city: 'Wien' });
    await generate(at.gateway, 'Where?', { responseMimeType, responseSchema: own });
    await generate(at.gateway, 'Where?', { responseMimeType });
    expect(at.sent(0).response_format).toMatchObject({ type: 'json_schema', json_schema: { schema, strict: true } });
    expect(at.sent(1).response_format).toMatchObject({
      json_schema: { schema: { type: 'object', properties: { city: { type: 'string' } } } },
    });
    expect(at.sent(2).response_format).toEqual({ type: 'json_object' });
  });

  test('sends pictures, sounds and files', async () => {
    await using at = await through([{ json: openAiCompletion() }]);
    await generate(at.gateway, [
      {
        role: 'user',
        parts: [
          { inlineData: { mimeType: 'image/png', data: 'AAAA' } },
          { inlineData: { mimeType: 'audio/mp3', data: 'AAAA' } },
          { inlineData: { mimeType: 'application/pdf', data: 'AAAA' } },
          { fileData: { mimeType: 'image/jpeg', fileUri: 'https://example.com/a.jpg' } },
        ],
      },
    ]);
    expect(at.sent().messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
          { type: 'input_audio', input_audio: { data: 'AAAA', format: 'mp3' } },
          { type: 'file', file: { filename: 'document.pdf', file_data: 'data:application/pdf;base64,AAAA' } },
          { type: 'image_url', image_url: { url: 'https://example.com/a.jpg' } },
        ],
      },
    ]);
  });

  test.each<[string, Content[], object, string]>([
    ['a tool of Google’s own', [], { tools: [{ codeExecution: {} }] }, 'tools[0].codeExecution'],
    ['what lies in Google’s cache', [], { cachedContent: 'cachedContents/a' }, 'cachedContent'],
    ['speech', [], { speechConfig: { voiceConfig: {} } }, 'generationConfig.speechConfig'],
    [
      'a file of Google’s',
      [{ role: 'user', parts: [{ fileData: { fileUri: 'gs://bucket/a', mimeType: 'video/mp4' } }] }],
      {},
      'contents[0].parts[0].fileData.fileUri',
    ],
  ])('is told in Google’s words that there is no %s', async (_, contents, config, member) => {
    await using at = await through([{ json: openAiCompletion() }]);
    const asked = generate(at.gateway, contents.length > 0 ? contents : 'Hello', config);
    const failure: unknown = await asked.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 400 });
    expect(JSON.parse((failure as ApiError).message)).toEqual({
      error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining(member) as string },
    });
  });

  test.each([
    [401, 'UNAUTHENTICATED'],
    [429, 'RESOURCE_EXHAUSTED'],
    [503, 'UNAVAILABLE'],
  ])('reads a vendor’s %i as Google’s %s', async (status, word) => {
    await using at = await through([{ status, json: openAiError('No.', 'x') }]);
    const failure: unknown = await generate(at.gateway, 'Hello').catch((error: unknown) => error);
    expect(failure).toMatchObject({ status, message: expect.stringContaining(`"status":"${word}"`) as string });
  });

  test('is told in the stream where it breaks', async () => {
    await using at = await through([{ sse: openAiChunks('Hello there').slice(0, 3), done: false }]);
    await expect(stream(at.gateway, 'Hello')).rejects.toThrow(/Connection|connection|closed/);
  });
});

describe('Google’s SDK over Claude', () => {
  test('gets thoughts with their signatures, which go back with the next turn', async () => {
    const toolUses = [{ id: 'toolu_1', name: 'get_weather', input: { city: 'Wien' } }];
    const events = anthropicEvents('Let me look', { thinking: 'hm', toolUses });
    await using at = await through([{ sse: events }, { json: anthropicMessage({ text: 'Sunny' }) }], anthropicModel);
    const config = { tools: [{ functionDeclarations: [weather] }], thinkingConfig: { thinkingBudget: 2048 } };
    const question = { role: 'user', parts: [{ text: 'Weather?' }] };
    const parts = (await stream(at.gateway, [question], config)).flatMap(
      ({ candidates }) => candidates?.[0]?.content?.parts ?? [],
    );
    expect(
      parts
        .filter(({ thought }) => thought)
        .map(({ text }) => text)
        .join(''),
    ).toBe('hm');
    expect(parts.find(({ thoughtSignature }) => thoughtSignature)).toMatchObject({ thoughtSignature: 'c2lnbmF0dXJl' });
    const [call] = parts.flatMap(({ functionCall }) => functionCall ?? []);
    expect(call).toEqual({ id: 'toolu_1', name: 'get_weather', args: { city: 'Wien' } });
    const result = {
      role: 'user',
      parts: [{ functionResponse: { id: 'toolu_1', name: 'get_weather', response: { output: 'sun' } } }],
    };
    const answer = await generate(at.gateway, [question, { role: 'model', parts }, result], config);
    expect(answer.text).toBe('Sunny');
    expect(at.sent(0)).toMatchObject({ thinking: { type: 'adaptive' }, stream: true });
    expect(at.sent(1).messages).toMatchObject([
      { role: 'user' },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'hm', signature: 'c2lnbmF0dXJl' },
          { type: 'text', text: 'Let me look' },
          { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Wien' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1' }] },
    ]);
  });
});

describe('the door of Google’s wire', () => {
  const body = { contents: [{ role: 'user', parts: [{ text: 'Hello' }] }] };
  const post = (url: string, headers: Record<string, string> = {}, json: unknown = body): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(json),
    });

  test('is at each of its addresses, and takes its keys in a header or in the query', async () => {
    const answer = { json: openAiCompletion() };
    await using at = await through([answer, answer, answer, answer, answer, { sse: openAiChunks('Hello') }]);
    const { url } = at.gateway;
    const key = { 'x-goog-api-key': MASTER_KEY };
    for (const path of ['/v1beta/models/m', '/v1/models/m', '/models/m'])
      expect((await post(`${url}${path}:generateContent`, key)).status).toBe(200);
    expect((await post(`${url}/v1beta/models/m:generateContent?key=${MASTER_KEY}`)).status).toBe(200);
    expect((await post(`${url}/v1beta/models/m%3AgenerateContent?key=${MASTER_KEY}&alt=json`)).status).toBe(200);
    const streamed = await post(`${url}/v1beta/models/m:streamGenerateContent?alt=sse`, key);
    expect(streamed.headers.get('content-type')).toMatch('text/event-stream');
    const foreign = await post(`${url}/v1beta/models/m:generateContent?key=sk-foreign`);
    expect(foreign.status).toBe(401);
    expect(await foreign.json()).toMatchObject({ error: { code: 401, status: 'UNAUTHENTICATED' } });
    expect(at.gateway.logs.join('\n')).not.toContain(MASTER_KEY);
  });

  test.each<[string, unknown, string]>([
    ['no contents', {}, 'contents is required'],
    ['an empty list', { contents: [] }, 'at least one'],
    ['a turn that is none', { contents: ['Hello'] }, 'contents[0] must be an object'],
    ['a turn without parts', { contents: [{ role: 'user' }] }, 'contents[0].parts'],
    ['tools that are none', { ...body, tools: 'search' }, 'tools must be a list of objects'],
    ['an address of its own', { ...body, api_base: 'http://x' }, 'api_base'],
  ])('refuses %s and names it', async (_, json, word) => {
    await using at = await through([{ json: openAiCompletion() }]);
    const path = `${at.gateway.url}/v1beta/models/m:generateContent`;
    const answer = await post(path, { 'x-goog-api-key': MASTER_KEY }, json);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining(word) as string },
    });
  });

  test('says in Google’s words that there is no such model', async () => {
    await using at = await through([{ json: openAiCompletion() }]);
    const answer = await post(`${at.gateway.url}/v1beta/models/none:generateContent`, { 'x-goog-api-key': MASTER_KEY });
    expect(await answer.json()).toMatchObject({
      error: { code: answer.status, message: expect.stringContaining('none') as string },
    });
  });

  test('counts tokens of a model whose vendor counts none, and of one that nobody serves', async () => {
    await using at = await through([{ status: 500, json: {} }]);
    for (const model of ['m', 'nobody’s']) {
      const counted = await at.gateway.google.models.countTokens({ model, contents: 'Wie geht es dir?' });
      expect(counted.totalTokens).toBeGreaterThan(3);
      expect(counted.totalTokens).toBeLessThan(20);
    }
  });

  test('is written down as a call of its own kind, with what it cost', async () => {
    await using at = await through([{ json: openAiCompletion({ usage }) }]);
    await generate(at.gateway, 'Hello');
    const rows = (await (await at.gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([
      { call_type: 'agenerate_content', prompt_tokens: 20, completion_tokens: 9, model_group: 'm' },
    ]);
  });
});

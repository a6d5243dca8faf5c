import { anthropicEvents, openAiChunks, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

// One gateway serves all, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A vendor that keeps its connection open behind its last byte. */
const silent = { done: false, afterwards: 'hang' } as const;
const chunks = openAiChunks('Hello');
const chunk = (choices: unknown, more: object = {}): object => ({
  id: 'c',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'up',
  choices,
  ...more,
});
const said = (text: string, reason: string | null = null): object => ({
  index: 0,
  delta: { content: text },
  finish_reason: reason,
});
const gemini = (text: string, finishReason?: string): object => ({
  candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, ...(finishReason && { finishReason }) }],
  usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 2, totalTokenCount: 5 },
});
const candidate = (index: number, text: string, finishReason?: string): object => ({
  candidates: [{ index, content: { role: 'model', parts: [{ text }] }, ...(finishReason && { finishReason }) }],
});
const geminiStream: Behaviour = { sse: [gemini('Hel'), gemini('lo', 'STOP')], ...silent };
const cohere: Behaviour = {
  sse: [
    {
      event: 'message-start',
      data: { id: 'x', type: 'message-start', delta: { message: { role: 'assistant', content: [] } } },
    },
    {
      event: 'content-start',
      data: { type: 'content-start', index: 0, delta: { message: { content: { type: 'text', text: '' } } } },
    },
    {
      event: 'content-delta',
      data: { type: 'content-delta', index: 0, delta: { message: { content: { text: 'Hello' } } } },
    },
    { event: 'content-end', data: { type: 'content-end', index: 0 } },
    {
      event: 'message-end',
      data: {
        type: 'message-end',
        delta: { finish_reason: 'COMPLETE', usage: { tokens: { input_tokens: 3, output_tokens: 2 } } },
      },
    },
  ],
  ...silent,
};
const completed = {
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  status: 'completed',
  model: 'up',
  output: [],
  usage: { input_tokens: 3, output_tokens: 2, total_tokens: 5 },
};
const response = (type: string, members: object): object => ({
  event: type,
  data: { type, sequence_number: 1, ...members },
});
const nothing: Behaviour = { sse: ['data: null\n\n', 'data: {}\n\n', 'data:\n\n', ...chunks] };

/** What each vendor answers, by the group that asks it. */
const vendors: Record<string, { readonly model?: string; readonly params?: object; readonly answer: Behaviour }> = {
  gemini: { model: 'gemini/gemini-2.5-flash', answer: geminiStream },
  cohere: { model: 'cohere_chat/command-r', answer: cohere },
  claude: { model: 'anthropic/claude-sonnet-4-6', answer: { sse: anthropicEvents('Hello'), ...silent } },
  responses: {
    answer: {
      sse: [
        response('response.created', { response: { ...completed, status: 'in_progress' } }),
        response('response.output_text.delta', { item_id: 'm', output_index: 0, content_index: 0, delta: 'Hello' }),
        response('response.completed', { response: completed }),
      ],
      ...silent,
    },
  },
  nothing: { params: { use_chat_completions_api: true }, answer: nothing },
  'a word at times': {
    model: 'anthropic/claude-sonnet-4-6',
    answer: {
      sse: ['data: null\n\n', 'data: {}\n\n', ...anthropicEvents('Hello').slice(0, -1), 'data: [DONE]\n\n'],
      ...silent,
    },
  },
  'half a word': {
    model: 'anthropic/claude-sonnet-4-6',
    answer: { sse: [...anthropicEvents('Hello').slice(0, -2), 'data: [DONE]\n\n'], done: false },
  },
  'one of two candidates': {
    model: 'gemini/gemini-2.5-flash',
    answer: { sse: [candidate(0, 'a'), candidate(1, 'b'), candidate(0, '', 'STOP')], done: false },
  },
  'both candidates': {
    model: 'gemini/gemini-2.5-flash',
    answer: {
      sse: ['data: null\n\n', candidate(0, 'a'), candidate(1, 'b', 'STOP'), candidate(0, '', 'STOP')],
      ...silent,
    },
  },
  'no choice': {
    answer: {
      sse: [
        chunk([null]),
        chunk([said('Hello')]),
        chunk([null]),
        chunk([{ index: 0, delta: null, finish_reason: 'stop' }]),
      ],
    },
  },
  'half of two': {
    answer: { sse: [chunk([said('a', 'stop')]), chunk([{ ...said('b'), index: 1 }])], done: false, afterwards: 'end' },
  },
  'no choices': { answer: { json: { id: 'c', object: 'chat.completion', created: 1, model: 'up', choices: null } } },
  'too long': {
    answer: { sse: [{ error: { message: 'It is too long.', code: 'context_length_exceeded' } }], done: false },
  },
  'too long, whole': { answer: { json: { error: { message: 'It is too long.', code: 'context_length_exceeded' } } } },
  big: { answer: { sse: chunks } },
  ...inBothForms('null in quotes', { sse: [chunk([said('Hel', 'null')]), chunk([said('lo', 'stop')])], ...silent }),
  ...inBothForms('null in quotes, cut', { sse: [chunk([said('Hel', 'null')])], done: false, afterwards: 'end' }),
  ...inBothForms('signs of life', {
    sse: [chunk(undefined), { type: 'ping' }, ...chunks.slice(0, -1), chunk(undefined), ...chunks.slice(-1)],
  }),
  ...inBothForms('an end with blanks', { sse: [...chunks, 'data:  [DONE] \n\n'], ...silent }),
  ...inBothForms('MAX_TOKENS', { sse: [chunk([said('Hello', 'MAX_TOKENS')])] }),
  ...inBothForms('SAFETY', { sse: [chunk([said('Hello', 'SAFETY')])] }),
  ...inBothForms('sensitive', { sse: [chunk([said('Hello', 'sensitive')])] }),
  ...inBothForms('too long with 500', {
    status: 500,
    json: { error: { message: 'the request exceeds the available context size' } },
  }),
  ...inBothForms('too long in a stream', {
    sse: [{ error: { message: "This model's maximum context length is 5 tokens." } }],
    done: false,
  }),
  ...inBothForms('too long for who lists', {
    status: 400,
    json: { error: ['Input too long: 9 input tokens, limit is 5'] },
  }),
};

/** What passes through as it came, and what is written anew. */
function inBothForms(
  name: string,
  answer: Behaviour,
): Record<string, { readonly model: string; readonly answer: Behaviour }> {
  return { [name]: { model: 'openai/own', answer }, [`${name}, written anew`]: { model: 'mistral/own', answer } };
}

const forms = (...names: string[]): string[] => names.flatMap((name) => [name, `${name}, written anew`]);

let gateway: StartedGateway;
let close: () => Promise<void>;

beforeAll(async () => {
  const upstream = await startScriptedUpstream(({ path }) => {
    const name = decodeURIComponent(path.split('/')[1] ?? '');
    return vendors[name]?.answer ?? { status: 404, json: {} };
  });
  close = () => upstream.close();
  const model_list = Object.entries(vendors).map(([name, { model = 'openai/own', params }]) => {
    const api_base = `${upstream.url}/${encodeURIComponent(name)}${/^(openai|mistral)\//.test(model) ? '/v1' : ''}`;
    return { model_name: name, litellm_params: { model, api_base, api_key: 'sk-up', ...params } };
  });
  const tooLong = Object.keys(vendors).filter((name) => name.startsWith('too long'));
  const context_window_fallbacks = tooLong.map((name) => ({ [name]: ['big'] }));
  // Far longer than any of this takes: who waits for the end of a connection fails.
  gateway = await startGateway({
    model_list,
    router_settings: { num_retries: 0, timeout: 300, context_window_fallbacks },
  });
});

afterAll(async () => {
  await gateway.stop();
  await close();
});

const streamed = { stream: true } as const;

test.each(['gemini', 'cohere', 'claude'])(
  'a stream of %s ends behind its last word, also where the connection does not',
  async (model) => {
    const chat = await (await gateway.post(ask(model, streamed))).text();
    expect(chat).toContain('"finish_reason":"stop"');
    expect(chat).toMatch(/data: \[DONE\]\n\n$/);
    const messages = await gateway.anthropic.messages.stream({ ...ask(model), max_tokens: 9 }).finalMessage();
    expect(messages).toMatchObject({ stop_reason: 'end_turn', content: [{ text: 'Hello' }] });
    const events = await Array.fromAsync(await gateway.openai.responses.create({ model, input: 'Hi', ...streamed }));
    expect(events.at(-1)).toMatchObject({ type: 'response.completed' });
  },
);

test('so does Gemini’s wire itself, and that of responses', async () => {
  const contents = { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] };
  const own = await (await gateway.postTo('/v1beta/models/gemini:streamGenerateContent?alt=sse', contents)).text();
  expect(own).toContain('"finishReason":"STOP"');
  expect(own).not.toContain('error');
  const events = await Array.fromAsync(
    await gateway.openai.responses.create({ model: 'responses', input: 'Hi', ...streamed }),
  );
  expect(events.map(({ type }) => type)).toEqual([
    'response.created',
    'response.output_text.delta',
    'response.completed',
  ]);
});

test('Anthropic’s own wire passes over what says nothing, and ends at OpenAI’s word only behind a reason', async () => {
  const message = await gateway.anthropic.messages.stream({ ...ask('a word at times'), max_tokens: 9 }).finalMessage();
  expect(message).toMatchObject({ stop_reason: 'end_turn', content: [{ text: 'Hello' }] });
  const half = await (
    await gateway.postTo('/v1/messages', { ...ask('half a word'), max_tokens: 9, ...streamed })
  ).text();
  expect(half).toContain('event: error');
  expect(await (await gateway.post(ask('half a word', streamed))).text()).not.toContain('[DONE]');
});

test('a candidate of Gemini’s without a reason to finish is not finished, whatever the others have', async () => {
  const path = (model: string): string => `/v1beta/models/${encodeURIComponent(model)}:streamGenerateContent?alt=sse`;
  const contents = { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] };
  const text = async (model: string): Promise<string> => (await gateway.postTo(path(model), contents)).text();
  expect(await text('one of two candidates')).toContain('"error"');
  expect(await text('both candidates')).not.toContain('"error"');
});

test('events that say nothing are passed over, on each wire', async () => {
  const read = await Array.fromAsync(await gateway.openai.chat.completions.create({ ...ask('nothing'), ...streamed }));
  expect(read.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Hello');
  const message = await gateway.anthropic.messages.stream({ ...ask('nothing'), max_tokens: 9 }).finalMessage();
  expect(message.content).toMatchObject([{ text: 'Hello' }]);
  const events = await Array.fromAsync(
    await gateway.openai.responses.create({ model: 'nothing', input: 'Hi', ...streamed }),
  );
  expect(events.at(-1)).toMatchObject({ type: 'response.completed' });
});

test('each choice that a client sees is one, and has a delta', async () => {
  const read = await Array.fromAsync(
    await gateway.openai.chat.completions.create({ ...ask('no choice'), ...streamed }),
  );
  expect(read.flatMap(({ choices }) => choices.map(({ delta }) => delta.content ?? null))).toEqual(['Hello', null]);
});

test('a choice without a reason to finish is not finished, whatever the others have', async () => {
  const text = await (await gateway.post(ask('half of two', { ...streamed, n: 2 }))).text();
  expect(text).toContain('"error"');
  expect(text).not.toContain('[DONE]');
});

test('an answer without choices is none', async () => {
  const answer = await gateway.post(ask('no choices'));
  expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('not what was asked for')]);
});

test.each([
  'too long',
  'too long, whole',
  ...forms('too long with 500', 'too long in a stream', 'too long for who lists'),
])('a context window that is too small is understood, however it is said: %s', async (model) => {
  const answer = await gateway.post(ask(model, streamed));
  expect([answer.status, answer.headers.get('x-litellm-model-group')]).toEqual([200, 'big']);
});

test.each(forms('null in quotes', 'signs of life', 'an end with blanks'))('%s: the answer is whole', async (model) => {
  const read = await Array.fromAsync(await gateway.openai.chat.completions.create({ ...ask(model), ...streamed }));
  expect(read.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Hello');
  const reasons = read.flatMap(({ choices }) => choices.map((choice) => choice.finish_reason)).filter(Boolean);
  expect(reasons).toEqual(['stop']);
});

test.each(forms('null in quotes, cut'))('%s: half an answer is none', async (model) => {
  const text = await (await gateway.post(ask(model, streamed))).text();
  expect(text).toContain('"error"');
  expect(text).not.toContain('[DONE]');
});

test.each([
  ...forms('MAX_TOKENS').map((name) => [name, 'length']),
  ...forms('SAFETY', 'sensitive').map((name) => [name, 'content_filter']),
] as [string, string][])('%s is told as %s', async (model, reason) => {
  const read = await Array.fromAsync(await gateway.openai.chat.completions.create({ ...ask(model), ...streamed }));
  expect(read.at(-1)?.choices[0]?.finish_reason).toBe(reason);
});

import {
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

// A vendor that gives a whole answer to whoever asks for a stream, and a stream to whoever asks for none.
const TEXT = 'Grüße aus Zürich';
const response = {
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  status: 'completed',
  model: 'gpt-5.4',
  output: [
    {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: TEXT, annotations: [] }],
    },
  ],
  usage: { input_tokens: 9, output_tokens: 12, total_tokens: 21 },
};
const prompt = {
  id: 'cmpl-1',
  object: 'text_completion',
  created: 1,
  model: 'gpt-3.5-turbo-instruct',
  choices: [{ index: 0, text: TEXT, logprobs: null, finish_reason: 'stop' }],
  usage: { prompt_tokens: 9, completion_tokens: 12, total_tokens: 21 },
};
const contents = {
  candidates: [{ content: { role: 'model', parts: [{ text: TEXT }] }, finishReason: 'STOP', index: 0 }],
  usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 12, totalTokenCount: 21 },
};
const cohere = {
  id: 'c14c80c3',
  finish_reason: 'COMPLETE',
  message: { role: 'assistant', content: [{ type: 'text', text: TEXT }] },
  usage: { billed_units: { input_tokens: 9, output_tokens: 12 }, tokens: { input_tokens: 9, output_tokens: 12 } },
};
const said = (message: object) => ({ delta: { message } });
const cohereEvents = [
  { type: 'message-start', id: 'c14c80c3', ...said({ role: 'assistant', content: [] }) },
  { type: 'content-start', index: 0, ...said({ content: { type: 'text', text: '' } }) },
  { type: 'content-delta', index: 0, ...said({ content: { text: 'Grüße aus ' } }) },
  { type: 'content-delta', index: 0, ...said({ content: { text: 'Zürich' } }) },
  { type: 'content-end', index: 0 },
  { type: 'message-end', delta: { finish_reason: 'COMPLETE', usage: cohere.usage } },
];

const wholes: Record<string, object> = {
  '/v2/chat': cohere,
  '/v1/chat/completions': openAiCompletion({ text: TEXT }),
  '/v1/completions': prompt,
  '/v1/responses': response,
  '/v1/messages': anthropicMessage({ text: TEXT, usage: { inputTokens: 9, outputTokens: 12 } }),
};
const streams: Record<string, readonly object[]> = {
  '/v2/chat': cohereEvents,
  '/v1/chat/completions': openAiChunks(TEXT),
  '/v1/completions': [{ ...prompt, choices: [{ index: 0, text: TEXT, finish_reason: 'stop' }] }],
  '/v1/responses': [{ event: 'response.completed', data: { type: 'response.completed', response } }],
  '/v1/messages': anthropicEvents(TEXT, { usage: { inputTokens: 9, outputTokens: 12 } }),
};

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;

beforeAll(async () => {
  upstream = await startScriptedUpstream(({ path, body }) => {
    const isStream = (body as { stream?: boolean }).stream === true || path.includes('stream');
    if (path.startsWith('/v1beta')) return isStream ? { json: contents } : { sse: [contents], done: false };
    if (isStream) return { json: wholes[path] };
    return { sse: streams[path] ?? [], headers: { 'content-type': 'application/json' } };
  });
  const base = `${upstream.url}/v1`;
  gateway = await startGateway({
    model_list: [
      openAiModel('o', upstream.url),
      openAiModel('prompts', upstream.url, { model: 'text-completion-openai/gpt-3.5-turbo-instruct' }),
      {
        model_name: 'mistral',
        litellm_params: { model: 'mistral/mistral-large-latest', api_key: 'k', api_base: base },
      },
      {
        model_name: 'claude',
        litellm_params: { model: 'anthropic/claude-sonnet-4-6', api_key: 'k', api_base: upstream.url },
      },
      {
        model_name: 'gemini',
        litellm_params: { model: 'gemini/gemini-2.5-flash', api_key: 'k', api_base: `${upstream.url}/v1beta` },
      },
      {
        model_name: 'cohere',
        litellm_params: { model: 'cohere/command-a-03-2025', api_key: 'k', api_base: upstream.url },
      },
    ],
    router_settings: { num_retries: 0 },
  });
});

afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

describe('what a vendor gives in the other form', () => {
  test.each(['o', 'mistral', 'claude', 'gemini', 'cohere'])('is a stream of chunks: %s', async (model) => {
    const stream = gateway.openai.chat.completions.stream({
      ...ask(model),
      stream: true,
      stream_options: { include_usage: true },
    });
    const { choices, usage } = await stream.finalChatCompletion();
    expect(choices[0]).toMatchObject({ message: { content: TEXT }, finish_reason: 'stop' });
    expect(usage).toMatchObject({ prompt_tokens: 9, completion_tokens: 12 });
  });

  test.each(['o', 'mistral', 'claude', 'gemini', 'cohere'])('is a whole completion: %s', async (model) => {
    const { choices, usage } = await gateway.openai.chat.completions.create(ask(model));
    expect(choices[0]).toMatchObject({ message: { content: TEXT }, finish_reason: 'stop' });
    expect(usage).toMatchObject({ prompt_tokens: 9, completion_tokens: 12 });
  });

  test.each(['claude', 'mistral', 'gemini', 'cohere'])('is a message, streamed and whole: %s', async (model) => {
    const asked = { model, max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };
    for (const message of [
      await gateway.anthropic.messages.stream(asked).finalMessage(),
      await gateway.anthropic.messages.create(asked),
    ]) {
      expect(message).toMatchObject({ content: [{ type: 'text', text: TEXT }], stop_reason: 'end_turn', model });
      expect(message.usage).toMatchObject({ input_tokens: 9, output_tokens: 12 });
    }
  });

  test('is a response, streamed and whole', async () => {
    const streamed = await gateway.openai.responses.stream({ model: 'o', input: 'Hi' }).finalResponse();
    const whole = await gateway.openai.responses.create({ model: 'o', input: 'Hi' });
    for (const one of [streamed, whole]) expect(one).toMatchObject({ output_text: TEXT, status: 'completed' });
  });

  test('is a completion of a prompt, streamed and whole', async () => {
    const asked = { model: 'prompts', prompt: 'Say' };
    const chunks = await Array.fromAsync(await gateway.openai.completions.create({ ...asked, stream: true }));
    expect(chunks.map(({ choices }) => choices[0]?.text ?? '').join('')).toBe(TEXT);
    const { choices } = await gateway.openai.completions.create(asked);
    expect(choices[0]?.text).toBe(TEXT);
  });

  test('is an answer of Gemini’s wire, streamed and whole', async () => {
    const asked = { model: 'gemini', contents: 'Hi' };
    const pieces = await Array.fromAsync(await gateway.google.models.generateContentStream(asked));
    expect(pieces.map(({ text }) => text ?? '').join('')).toBe(TEXT);
    expect((await gateway.google.models.generateContent(asked)).text).toBe(TEXT);
  });
});

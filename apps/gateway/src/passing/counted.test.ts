import { expect, test } from 'vitest';
import { CountedAnswer } from './counted.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };
const events = { 'content-type': 'text/event-stream' };

function counted(headers: Record<string, string>, text: string, slice = 7) {
  const answer = new CountedAnswer(headers);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += slice) answer.push(bytes.subarray(at, at + slice));
  const { usage, model } = answer.end();
  return [model, usage?.prompt_tokens, usage?.completion_tokens];
}

test.each<[string, unknown, unknown]>([
  ['OpenAI’s chat', { model: 'gpt-5.4', usage: { prompt_tokens: 3, completion_tokens: 4 } }, ['gpt-5.4', 3, 4]],
  ['OpenAI’s responses', { model: 'gpt-5.4', usage: { input_tokens: 3, output_tokens: 4 } }, ['gpt-5.4', 3, 4]],
  [
    'Anthropic’s messages, with what a cache held',
    {
      type: 'message',
      model: 'claude-sonnet-4-6',
      usage: { input_tokens: 3, cache_read_input_tokens: 10, output_tokens: 4 },
    },
    ['claude-sonnet-4-6', 13, 4],
  ],
  [
    'Gemini’s',
    {
      modelVersion: 'gemini-2.5-pro',
      usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 4, thoughtsTokenCount: 5 },
    },
    ['gemini-2.5-pro', 3, 9],
  ],
  [
    'a list of Gemini’s chunks',
    [{ usageMetadata: { promptTokenCount: 3 } }, { usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 6 } }],
    [undefined, 3, 6],
  ],
  ['Bedrock’s Converse', { usage: { inputTokens: 3, cacheReadInputTokens: 7, outputTokens: 4 } }, [undefined, 10, 4]],
  ['Cohere’s chat', { usage: { tokens: { input_tokens: 3, output_tokens: 4 } } }, [undefined, 3, 4]],
  ['what counts nothing', { data: [], object: 'list' }, [undefined, undefined, undefined]],
  ['no object', 'text', [undefined, undefined, undefined]],
])('usage is read out of %s', (_, document, expected) => {
  expect(counted(json, JSON.stringify(document))).toEqual(expected);
});

test('usage is read out of streams, however they are cut', () => {
  const anthropic =
    'event: message_start\ndata: {"type":"message_start","message":{"model":"claude-sonnet-4-6","usage":{"input_tokens":9,"output_tokens":1}}}\n\n' +
    'event: message_delta\ndata: {"type":"message_delta","usage":{"output_tokens":12}}\n\nevent: message_stop\ndata: {"type":"message_stop"}\n\n';
  const openai =
    'data: {"model":"gpt-5.4","choices":[{}],"usage":null}\n\ndata: {"choices":[],"usage":{"prompt_tokens":2,"completion_tokens":5}}\n\ndata: [DONE]\n\n';
  const responses =
    'event: response.completed\ndata: {"type":"response.completed","response":{"model":"o4-mini","usage":{"input_tokens":1,"output_tokens":2}}}\n\n';
  for (const slice of [1, 5, 10_000]) {
    expect(counted(events, anthropic, slice)).toEqual(['claude-sonnet-4-6', 9, 12]);
    expect(counted(events, openai, slice)).toEqual(['gpt-5.4', 2, 5]);
    expect(counted(events, responses, slice)).toEqual(['o4-mini', 1, 2]);
  }
});

test('Bedrock counts in its head, and what is no JSON is not looked at', () => {
  const head = {
    'content-type': 'application/vnd.amazon.eventstream',
    'x-amzn-bedrock-input-token-count': '3',
    'x-amzn-bedrock-output-token-count': '4',
  };
  expect(counted(head, '\0\0{"usage":{"input_tokens":100}}')).toEqual([undefined, 3, 4]);
  expect(counted({ 'content-type': 'audio/mpeg' }, '{"usage":{"input_tokens":100}}')).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

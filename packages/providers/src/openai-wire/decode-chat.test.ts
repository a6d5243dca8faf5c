import { describe, expect, it } from 'vitest';
import { chatCall, decodeFrames } from '../conformance/chat/chat-call.ts';
import { openAiChat } from './chat.ts';
import { defineOpenAiVendor } from './openai-vendor.ts';

const chat = openAiChat(
  defineOpenAiVendor({
    name: 'acme',
    title: 'Acme',
    environment: {},
    keyRequired: false,
    defaultApiBase: 'http://127.0.0.1:9',
  }),
);

function decode(answer: object) {
  return chat.decode(new TextEncoder().encode(JSON.stringify(answer)), chatCall());
}

function decodeStream(frames: readonly string[]) {
  return decodeFrames(chat, frames);
}

function chunk(delta: object, finish_reason: string | null = null): string {
  return JSON.stringify({ id: 'c', choices: [{ index: 0, delta, finish_reason }] });
}

describe('an answer on OpenAI’s wire', () => {
  it('is filled up where a server left things out', () => {
    expect(decode({ choices: [{ message: { content: 'Hi' } }] })).toEqual({
      id: expect.stringMatching(/^chatcmpl-/) as string,
      object: 'chat.completion',
      created: expect.any(Number) as number,
      model: 'some-model',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
    });
  });

  it('keeps members that nobody here knows', () => {
    const citations = ['https://example.org'];
    const logprobs = { content: [] };
    expect(decode({ citations, choices: [{ message: { content: 'Hi' }, logprobs }] })).toMatchObject({
      citations,
      choices: [{ logprobs }],
    });
  });

  it('has arguments as text, an id and a reason, also from servers that send objects and neither', () => {
    const toolCall = { function: { name: 'f', arguments: { a: 1 } } };
    expect(decode({ choices: [{ message: { tool_calls: [toolCall] } }] }).choices[0]).toMatchObject({
      finish_reason: 'tool_calls',
      message: {
        content: null,
        tool_calls: [{ id: expect.stringMatching(/^call_/) as string, function: { name: 'f', arguments: '{"a":1}' } }],
      },
    });
  });

  it.each([
    ['eos', 'stop'],
    ['model_length', 'length'],
    ['something_new', 'stop'],
  ])('that ends with %s ends with %s', (word, reason) => {
    expect(decode({ choices: [{ message: { content: '' }, finish_reason: word }] }).choices[0]?.finish_reason).toBe(
      reason,
    );
  });

  it('may end its stream without [DONE] once it has given its reason', () => {
    expect(decodeStream([chunk({ content: 'Hi' }), chunk({}, 'stop')]).at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });

  it('is cut when its stream ends without a reason, and is none when it is [DONE] at once', () => {
    expect(() => decodeStream([chunk({ content: 'Hi' })])).toThrow(/ended before the answer was complete/);
    expect(() => decodeStream(['[DONE]'])).toThrow(/ended without any answer/);
  });

  it('gives out what came before an error in the same bytes, then the error', () => {
    const decoder = chat.stream(chatCall());
    const failure = JSON.stringify({ error: { message: 'Too busy.', type: 'overloaded_error' } });
    const bytes = new TextEncoder().encode(`data: ${chunk({ content: 'Hi' })}\n\ndata: ${failure}\n\n`);
    expect(decoder.push(bytes).map(({ choices }) => choices[0]?.delta.content)).toEqual(['Hi']);
    expect(() => decoder.end()).toThrow('Acme: Too busy.');
  });

  it('gives usage once and last, also from servers that repeat it in each chunk', () => {
    const usage = (completion_tokens: number) => ({ prompt_tokens: 5, completion_tokens });
    const frames = [1, 2, 3].map((count) =>
      JSON.stringify({
        id: 'c',
        usage: usage(count),
        choices: [{ index: 0, delta: { content: 'x' }, finish_reason: count === 3 ? 'stop' : null }],
      }),
    );
    const chunks = decodeStream([...frames, '[DONE]', chunk({ content: 'after the end' })]);
    expect(chunks.map((each) => each.usage?.total_tokens)).toEqual([undefined, undefined, undefined, 8]);
    expect(chunks.at(-1)?.choices).toEqual([]);
  });

  it('tells parallel calls apart that a server gives one index', () => {
    const toolCall = (id: string, text = '{}') =>
      chunk({ tool_calls: [{ index: 0, id, function: { name: 'f', arguments: text } }] });
    const chunks = decodeStream([toolCall('a', ''), toolCall('b'), chunk({}, 'tool_calls')]);
    const calls = chunks.flatMap(({ choices }) => choices.flatMap(({ delta }) => delta.tool_calls ?? []));
    expect(calls.map(({ index, id }) => [index, id])).toEqual([
      [0, 'a'],
      [0, undefined],
      [1, 'b'],
    ]);
  });
});

import { anthropicEvents, anthropicMessage, openAiChunks, openAiCompletion } from '@showrunner/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventStreamReader } from '../kit/stream/event-stream.ts';
import { streamAsWhole } from './stream-as-whole.ts';
import { wholeAsStream } from './whole-as-stream.ts';

const toolCalls = [
  { id: 'call_1', name: 'weather', arguments: '{"city":"Zürich"}' },
  { id: 'call_2', name: 'time', arguments: '{}' },
];
const toolUses = [{ id: 'toolu_1', name: 'weather', input: { city: 'Zürich' } }];

const choice = (index: number, text: string) => ({
  index,
  message: { role: 'assistant', content: text },
  finish_reason: 'stop',
});

/** Whole answers, as vendors give them. */
const answers: [string, object][] = [
  ['a chat', openAiCompletion({ text: 'Grüße 🎬' })],
  ['calls of tools', openAiCompletion({ toolCalls })],
  ['a refusal', openAiCompletion({ refusal: 'No.' })],
  ['several choices', { ...openAiCompletion(), choices: [choice(0, 'one'), choice(1, 'two')] }],
  [
    'reasoning',
    {
      id: 'x',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'yes', reasoning_content: 'hm' },
          logprobs: { content: [{ token: 'yes', logprob: -1 }] },
          finish_reason: 'length',
        },
      ],
    },
  ],
  [
    'a completion of a prompt',
    {
      id: 'cmpl-1',
      object: 'text_completion',
      created: 1,
      model: 'm',
      choices: [{ index: 0, text: ' über', logprobs: null, finish_reason: 'length' }],
      usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
    },
  ],
  ['a message', anthropicMessage({ text: 'Grüße', thinking: 'hm', toolUses })],
  [
    'a message with what a tool of the vendor found, and citations',
    {
      ...anthropicMessage(),
      content: [
        { type: 'server_tool_use', id: 's1', name: 'web_search', input: { query: 'ü' } },
        {
          type: 'web_search_tool_result',
          tool_use_id: 's1',
          content: [{ type: 'web_search_result', url: 'https://a' }],
        },
        { type: 'redacted_thinking', data: 'xyz' },
        { type: 'text', text: 'found', citations: [{ type: 'web_search_result_location', url: 'https://a' }] },
      ],
    },
  ],
  [
    'a response',
    {
      id: 'resp_1',
      object: 'response',
      status: 'completed',
      model: 'm',
      output: [
        { type: 'reasoning', id: 'rs_1', summary: [] },
        {
          type: 'message',
          id: 'msg_1',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text: 'Grüße', annotations: [] }],
        },
        { type: 'function_call', id: 'fc_1', call_id: 'c1', name: 'f', arguments: '{"a":1}', status: 'completed' },
      ],
      usage: { input_tokens: 1, output_tokens: 2, total_tokens: 3 },
    },
  ],
  [
    'contents of Gemini',
    {
      candidates: [{ content: { role: 'model', parts: [{ text: 'Grüße' }] }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 2, totalTokenCount: 3 },
      modelVersion: 'g',
    },
  ],
  [
    'a chat of Cohere',
    {
      id: 'c1',
      finish_reason: 'COMPLETE',
      message: {
        role: 'assistant',
        tool_plan: 'I look it up.',
        content: [
          { type: 'thinking', thinking: 'hm' },
          { type: 'text', text: 'Grüße' },
        ],
        citations: [{ start: 0, end: 2, text: 'Gr', sources: [{ type: 'document', id: 'd1' }] }],
      },
      usage: { tokens: { input_tokens: 1, output_tokens: 2 } },
    },
  ],
  [
    'calls of Cohere',
    {
      id: 'c2',
      finish_reason: 'TOOL_CALL',
      message: {
        role: 'assistant',
        tool_calls: [
          { id: 'a1', type: 'function', function: { name: 'weather', arguments: '{"city": "Zürich"}' } },
          { id: 'a2', type: 'function', function: { name: 'time', arguments: '{}' } },
        ],
      },
    },
  ],
];

describe('an answer in the other form', () => {
  test.each(answers)('says the same: %s', (_, answer) => {
    const stream = wholeAsStream(JSON.stringify(answer));
    expect(stream).toBeDefined();
    expect(stream?.endsWith('\n\n')).toBe(true);
    expect(JSON.parse(String(streamAsWhole(Buffer.from(stream ?? ''))))).toMatchObject(answer);
  });

  test.each<[string, string, object]>([
    [
      'chunks',
      [...openAiChunks('Grüße aus Zürich').map((chunk) => `data: ${JSON.stringify(chunk)}`), 'data: [DONE]'].join(
        '\n\n',
      ),
      openAiCompletion({ text: 'Grüße aus Zürich' }),
    ],
    [
      'chunks of calls, without an end',
      openAiChunks('', { toolCalls })
        .map((chunk) => `data: ${JSON.stringify(chunk)}`)
        .join('\r\n\r\n'),
      openAiCompletion({ toolCalls }),
    ],
    [
      'events of a message, behind a comment',
      `: hello\n\n${anthropicEvents('Grüße', { thinking: 'hm', toolUses })
        .map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}`)
        .join('\n\n')}`,
      anthropicMessage({ text: 'Grüße', thinking: 'hm', toolUses }),
    ],
  ])('is joined as its vendor writes it: %s', (_, stream, answer) => {
    const joined = JSON.parse(String(streamAsWhole(Buffer.from(stream)))) as object;
    expect(withoutAnnotations(joined)).toMatchObject(withoutAnnotations(answer));
  });

  test.each([
    ['a stream that was cut', openAiChunks('Hello').slice(0, -2)],
    [
      'a stream of which one choice did not end',
      [{ choices: [{ index: 1, delta: { content: 'x' } }] }, ...openAiChunks()],
    ],
    [
      'a message that did not stop',
      anthropicEvents()
        .slice(0, -2)
        .map(({ data }) => data),
    ],
    [
      'a chat of Cohere that was cut',
      [
        { type: 'message-start', id: 'c1' },
        { type: 'content-end', index: 0 },
      ],
    ],
    ['events of nobody', [{ hello: 'world' }]],
  ])('is none: %s', (_, events) => {
    const stream = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
    expect(streamAsWhole(Buffer.from(stream))).toBeUndefined();
  });

  test.each(['', '{"a":1}', '[1]', '[]', 'null', 'data', '{"choices":[]}', '{"choices":[{"delta":{}}]}'])(
    'is none: %s',
    (text) => {
      expect(wholeAsStream(text)).toBeUndefined();
      expect(streamAsWhole(Buffer.from(text))).toBeUndefined();
    },
  );

  test('is the error that a stream tells', () => {
    const stream = `data: ${JSON.stringify({ error: { message: 'busy', code: 'overloaded' } })}\n\n`;
    expect(JSON.parse(String(streamAsWhole(Buffer.from(stream))))).toEqual({
      error: { message: 'busy', code: 'overloaded' },
    });
  });

  test('is never a reason to break, whatever comes', () => {
    const tried = (): void => {
      fc.assert(
        fc.property(
          fc.jsonValue(),
          fc.constantFrom('message', 'delta', 'text', 'content', 'parts'),
          (value, member) => {
            const odd = {
              choices: [{ [member]: value }],
              content: value,
              candidates: value,
              output: value,
              type: 'message',
            };
            const chat = { message: odd, finish_reason: 'COMPLETE', type: 'content-delta', delta: { message: value } };
            for (const document of [odd, { choices: value }, { ...odd, object: 'response' }, chat]) {
              wholeAsStream(JSON.stringify(document));
              streamAsWhole(Buffer.from(`data: ${JSON.stringify(document)}\n\ndata: [DONE]\n\n`));
            }
          },
        ),
      );
    };
    expect(tried).not.toThrow();
  });
});

test.each([1, 7, 4096])('a reader of events reads a whole answer in slices of %d bytes', (size) => {
  const answer = JSON.stringify(openAiCompletion({ text: 'Grüße\n\nund mehr' }), undefined, 2).replaceAll('\n', '\r\n');
  const bytes = Buffer.from(answer);
  const reader = new EventStreamReader();
  const events: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    reader.push(bytes.subarray(at, at + size));
    while (reader.next()) events.push(reader.data);
  }
  expect(events).toEqual([]);
  reader.finish();
  while (reader.next()) events.push(reader.data);
  expect(events.at(-1)).toBe('[DONE]');
  expect(events[0]).toContain('Grüße\\n\\nund mehr');
});

test('a reader of events that came reads no answer out of what stood around them', () => {
  const reader = new EventStreamReader();
  reader.push(Buffer.from(`${JSON.stringify(openAiCompletion())}\n\ndata: one\n\n`));
  reader.finish();
  expect([reader.next(), reader.data, reader.next()]).toEqual([true, 'one', false]);
});

function withoutAnnotations(answer: object): object {
  return JSON.parse(
    JSON.stringify(answer, (name, value: unknown) => (name === 'annotations' ? undefined : value)),
  ) as object;
}

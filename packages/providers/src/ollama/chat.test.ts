import { describe, expect, it, test } from 'vitest';
import { chatCall, encodeCall } from '../conformance/chat/chat-call.ts';
import type { ChatChunk } from '../spec/operations/chat.ts';
import { chat } from './chat.ts';

function bodyOf(request: Parameters<typeof encodeCall>[1]): Record<string, unknown> {
  return encodeCall(chat, request).body;
}

describe('Ollama', () => {
  it.each(['http://gpu:11434', 'http://gpu:11434/v1/', 'http://gpu:11434/api/chat'])(
    'is found at its root, written %s',
    (apiBase) => {
      expect(encodeCall(chat, {}, { settings: { apiBase } }).url).toBe('http://gpu:11434/api/chat');
    },
  );

  it('takes what is no member of its request as options of the model', () => {
    const request = { max_tokens: 9, stop: 'fin', num_ctx: 8192, temperature: 0, keep_alive: '5m', user: 'u', n: 1 };
    expect(bodyOf(request)).toMatchObject({
      stream: false,
      keep_alive: '5m',
      options: { num_predict: 9, stop: ['fin'], num_ctx: 8192, temperature: 0 },
    });
    expect(bodyOf(request).options).not.toHaveProperty('user');
  });

  it.each([
    [{ response_format: { type: 'json_object' as const } }, { format: 'json' }],
    [{ reasoning_effort: 'high' }, { think: true }],
    [{ reasoning_effort: 'none' }, { think: false }],
    [{ think: 'low' }, { think: 'low' }],
    [{ tools: [], tool_choice: 'auto' }, {}],
  ])('is asked for %j in its own words', (request, expected) => {
    expect(bodyOf(request)).toMatchObject(expected);
  });

  it('gets a history with calls as objects, pictures as bytes and names of tools', () => {
    const messages = [
      { role: 'developer' as const, content: 'Sei kurz' },
      {
        role: 'user' as const,
        content: [
          { type: 'text', text: '天気？' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,aGk=' } },
        ],
      },
      {
        role: 'assistant' as const,
        content: null,
        tool_calls: [
          { id: 'c1', type: 'function' as const, function: { name: 'weather', arguments: '{"city":"東京"}' } },
        ],
      },
      { role: 'tool' as const, tool_call_id: 'c1', content: '晴れ' },
    ];
    expect(bodyOf({ messages }).messages).toEqual([
      { role: 'system', content: 'Sei kurz', images: [] },
      { role: 'user', content: '天気？', images: ['aGk='] },
      {
        role: 'assistant',
        content: '',
        images: [],
        tool_calls: [{ id: 'c1', function: { name: 'weather', arguments: { city: '東京' } } }],
      },
      { role: 'tool', content: '晴れ', images: [], tool_call_id: 'c1', tool_name: 'weather' },
    ]);
  });

  it('may call the one function that is demanded, and none where none is wanted', () => {
    const tools = ['a', 'b'].map((name) => ({ type: 'function' as const, function: { name } }));
    const demanded = { tools, tool_choice: { type: 'function', function: { name: 'b' } } };
    expect(bodyOf(demanded).tools).toEqual([tools[1]]);
    expect(bodyOf({ tools, tool_choice: 'none' })).not.toHaveProperty('tools');
  });

  it('reads no addresses of pictures', () => {
    const content = [{ type: 'image_url', image_url: { url: 'https://example.org/a.png' } }];
    expect(() => bodyOf({ messages: [{ role: 'user', content }] })).toThrow(/data URL/);
  });
});

const lines = [
  { model: 'm', message: { role: 'assistant', content: 'Grü' }, done: false },
  { model: 'm', message: { role: 'assistant', content: 'ße' }, done: false },
  {
    model: 'm',
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 3,
    eval_count: 2,
  },
].map((line) => JSON.stringify(line));

test.each([1, 7, 10_000])('its stream of lines is read however it is sliced (%i bytes)', (size) => {
  const bytes = Buffer.from(lines.join('\n'));
  const decoder = chat.stream(chatCall());
  const chunks: ChatChunk[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(...decoder.push(bytes.subarray(at, at + size)));
  chunks.push(...decoder.end());
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Grüße');
  expect(chunks.at(-1)).toMatchObject({
    choices: [],
    usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
  });
});

test('its stream that says what went wrong fails so', () => {
  const decoder = chat.stream(chatCall());
  decoder.push(Buffer.from(`${lines[0]}\n`));
  expect(() => decoder.push(Buffer.from('{"error":"model runner has unexpectedly stopped"}\n'))).toThrow(
    /unexpectedly/,
  );
});

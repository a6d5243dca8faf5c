import { expect, test } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat as azure } from '../azure/chat.ts';
import { chat as fireworks } from '../fireworks_ai/chat.ts';
import { chat as groq } from '../groq/chat.ts';
import { chat as mistral } from '../mistral/chat.ts';
import { chat as openai } from '../openai/chat.ts';
import type { ChatMessage, HttpChat } from '../spec/operations/chat.ts';

const OPENAI_ID = 'call_005AKQn2j5TE';

/** An assistant's turn as OpenAI's SDK gives it, and what follows it. */
const history: ChatMessage[] = [
  { role: 'user', content: 'Look it up', name: 'bob' },
  {
    role: 'assistant',
    content: null,
    refusal: null,
    annotations: [],
    audio: null,
    tool_calls: [{ id: OPENAI_ID, type: 'function', function: { name: 'f', arguments: '{}' } }],
  },
  { role: 'tool', tool_call_id: OPENAI_ID, content: '1' },
  { role: 'assistant', content: 'It is 1.', refusal: null, annotations: [], audio: null, tool_calls: [] },
];

const sent = (chat: HttpChat, messages = history) => encodeCall(chat, { messages }).body.messages as ChatMessage[];

test('a history of OpenAI’s goes back to OpenAI as it came, but for members that are not set', () => {
  const [user, call, result, last] = history;
  expect(sent(openai)).toEqual([
    user,
    { role: 'assistant', annotations: [], tool_calls: call?.tool_calls },
    result,
    { role: 'assistant', content: 'It is 1.', annotations: [], tool_calls: [] },
  ]);
  expect(JSON.stringify(last)).toContain('"refusal":null');
  const empty: ChatMessage[] = [{ role: 'assistant', content: null }];
  expect(sent(openai, empty)).toEqual(empty);
});

test.each([openai, azure])(
  'ids that are too long for OpenAI are short, and equal for a call and its result',
  (chat) => {
    const id = `gemini_${'signed'.repeat(40)}`;
    const [, call, result] = sent(chat, [
      { role: 'user', content: 'Hi' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: id, content: '1' },
    ]);
    expect(result?.tool_call_id).toMatch(/^call_[0-9a-f]{35}$/);
    expect(call?.tool_calls?.[0]?.id).toBe(result?.tool_call_id);
  },
);

test.each([openai, mistral, fireworks])('parts that callers write short are written out', (chat) => {
  const content = [
    { type: 'image_url', image_url: 'https://example.com/Ä.png' },
    { type: 'file', file: { file_data: 'data:application/pdf;base64,aGVsbG8=' } },
    { type: 'file', file: { file_id: 'file-1' } },
    { type: 'text', text: '见图' },
  ];
  expect(sent(chat, [{ role: 'user', content }])[0]?.content).toEqual([
    { type: 'image_url', image_url: { url: 'https://example.com/Ä.png' } },
    { type: 'file', file: { file_data: 'data:application/pdf;base64,aGVsbG8=', filename: 'my_file.pdf' } },
    ...content.slice(2),
  ]);
});

test('a role that is none goes on as it came, because the vendor says so best', () => {
  const odd = [{ role: { toString: '' }, content: 'hi' }] as unknown as ChatMessage[];
  expect(sent(groq, odd)).toEqual(odd);
});

test('Mistral gets the members of its own schema, and ids of its own form', () => {
  const [user, call, result, last] = sent(mistral);
  expect(user).toEqual({ role: 'user', content: 'Look it up' });
  expect(Object.keys(call ?? {})).toEqual(['role', 'content', 'tool_calls']);
  expect(result?.tool_call_id).toMatch(/^[a-zA-Z0-9]{9}$/);
  expect(call?.tool_calls?.[0]?.id).toBe(result?.tool_call_id);
  expect(last).toEqual({ role: 'assistant', content: 'It is 1.' });
});

test('Mistral’s ids are the same each time, differ between calls, and its own stay', () => {
  const call = (id: string): ChatMessage => ({ role: 'tool', tool_call_id: id, content: '1' });
  const ids = sent(mistral, ['call_a', 'call_b', 'call_a', 'D681PevKs'].map(call)).map(
    (message) => message.tool_call_id,
  );
  expect(ids[2]).toBe(ids[0]);
  expect(ids[1]).not.toBe(ids[0]);
  expect(ids[3]).toBe('D681PevKs');
});

test('Groq gets no member that its schema does not have', () => {
  const messages: ChatMessage[] = [...history, { role: 'assistant', content: 'x', annotations: [{}], refusal: 'no' }];
  for (const message of sent(groq, messages))
    for (const member of ['refusal', 'annotations', 'audio', 'thinking_blocks'])
      expect(message).not.toHaveProperty(member);
  expect(sent(groq)[0]).toHaveProperty('name', 'bob');
});

test('others get what an answer says, and nothing for what it does not', () => {
  expect(sent(fireworks)[3]).toEqual({ role: 'assistant', content: 'It is 1.' });
  const refused: ChatMessage[] = [{ role: 'assistant', content: null, refusal: 'No.' }];
  expect(sent(fireworks, refused)).toEqual(refused);
});

import { expect, test } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import type { ChatMessage, ChatRequest } from '../spec/operations/chat.ts';
import { chat } from './chat.ts';

const settings = { apiKey: 'k' };
const said = (...messages: ChatMessage[]) => encodeCall(chat, { messages }, { settings }).body;

test.each(['', ' ', '\n\t', ' ', '　'])('a blank text (%j) is left out wherever it stands', (blank) => {
  const body = said(
    { role: 'system', content: blank },
    {
      role: 'user',
      content: [
        { type: 'text', text: blank },
        { type: 'text', text: 'Hello' },
      ],
    },
    { role: 'assistant', content: blank },
    { role: 'user', content: blank },
  );
  expect(body).not.toHaveProperty('system');
  expect(body.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }]);
});

test.each([
  [[{ role: 'user', content: '' }]],
  [
    [
      { role: 'system', content: ' ' },
      { role: 'user', content: '\n' },
    ],
  ],
] as [ChatMessage[]][])('where no text is left, that is said: %j', (messages) => {
  expect(() => said(...messages)).toThrow(/messages: there is no text/);
});

const tools = [{ type: 'function' as const, function: { name: 'f', parameters: {} } }];
const forced: [string, Partial<ChatRequest>][] = [
  ['reasoning_effort', { reasoning_effort: 'high', tool_choice: 'required' }],
  ['reasoning_effort', { reasoning_effort: 'low', tool_choice: { type: 'function', function: { name: 'f' } } }],
  ['thinking', { thinking: { type: 'enabled', budget_tokens: 2048 }, tool_choice: 'required' }],
];

test.each(forced)('%s and a forced tool exclude each other', (member, request) => {
  const model = 'claude-sonnet-4-6';
  expect(() => encodeCall(chat, { ...request, tools }, { model, settings })).toThrow(`"${member}"`);
  const { body, warnings } = encodeCall(chat, { ...request, tools }, { model, settings, dropUnsupported: true });
  expect(body).toMatchObject({
    thinking: { type: 'disabled' },
    tool_choice: { type: expect.stringMatching(/any|tool/) },
  });
  expect(body).not.toHaveProperty('output_config');
  expect(warnings.map(({ feature }) => feature)).toContain(member);
});

test.each(['auto', 'none'] as const)('thinking goes with tool_choice %s', (tool_choice) => {
  const request = { reasoning_effort: 'high', tools, tool_choice };
  expect(encodeCall(chat, request, { model: 'claude-sonnet-4-6', settings }).body).toMatchObject({
    thinking: { type: 'adaptive' },
  });
});

const begun: ChatMessage[] = [
  { role: 'user', content: 'Hello' },
  { role: 'assistant', content: 'Sure' },
];
const budget = { type: 'enabled', budget_tokens: 4000 };

test.each<[string, string, Partial<ChatRequest>]>([
  ['a budget as large as max_tokens', 'thinking', { thinking: budget, max_tokens: 4000 }],
  ['an answer that is begun', 'reasoning_effort', { reasoning_effort: 'high', messages: begun }],
  ['an answer that is begun, and a budget', 'thinking', { thinking: budget, max_tokens: 9000, messages: begun }],
])('thinking gives way to %s', (_, member, request) => {
  const model = 'claude-sonnet-4-6';
  expect(() => encodeCall(chat, request, { model, settings })).toThrow(`"${member}"`);
  const { body, warnings } = encodeCall(chat, request, { model, settings, dropUnsupported: true });
  expect(body.thinking).toEqual({ type: 'disabled' });
  expect(warnings.map(({ feature }) => feature)).toEqual([member]);
});

test('between calls of tools a model may think more than one answer holds', () => {
  const extraHeaders = { 'anthropic-beta': 'interleaved-thinking-2025-05-14' };
  const request = { thinking: budget, max_tokens: 2000, tools };
  const { body } = encodeCall(chat, request, { model: 'claude-sonnet-4-6', settings: { ...settings, extraHeaders } });
  expect(body.thinking).toEqual(budget);
});

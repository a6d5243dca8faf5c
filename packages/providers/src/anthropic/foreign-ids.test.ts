import { expect, test } from 'vitest';
import type { MessagesRequest } from '../spec/operations/messages.ts';
import { messages } from './messages.ts';

test('a history that began with another vendor goes on, with ids that Anthropic takes', () => {
  const request: MessagesRequest = {
    model: 'm',
    max_tokens: 10,
    messages: [
      { role: 'user', content: 'Look it up' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Wait', id: 'no.call' },
          { type: 'tool_use', id: 'functions.f:0', name: 'f', input: {} },
          { type: 'tool_use', id: 'toolu_01A', name: 'f', input: {} },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'functions.f:0', content: '1' },
          { type: 'tool_result', tool_use_id: 'toolu_01A', content: '2' },
        ],
      },
    ],
  };
  const { body } = messages.encode({ request, model: 'claude', settings: { apiKey: 'k' }, dropUnsupported: false });
  const sent = JSON.parse(body) as MessagesRequest;
  expect(sent.messages[1]?.content).toMatchObject([
    { id: 'no.call' },
    { id: 'functions_f_0_1r3U3jKK' },
    { id: 'toolu_01A' },
  ]);
  expect(sent.messages[2]?.content).toMatchObject([
    { tool_use_id: 'functions_f_0_1r3U3jKK' },
    { tool_use_id: 'toolu_01A' },
  ]);
  expect(JSON.stringify(request)).toContain('functions.f:0');
});

test.each(['', ' \n'])('blank texts (%j) of a history stay behind, with the turns that say nothing else', (text) => {
  const blank = { type: 'text', text };
  const call = { type: 'tool_use', id: 'toolu_1', name: 'f', input: {} };
  const request = {
    model: 'group',
    max_tokens: 5,
    system: [blank, { type: 'text', text: 'Be brief' }],
    messages: [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: [blank, call] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'ok' }, blank] },
      { role: 'assistant', content: [blank] },
      { role: 'user', content: text },
    ],
  } as MessagesRequest;
  const encoded = messages.encode({ request, model: 'claude', settings: { apiKey: 'k' }, dropUnsupported: false });
  const sent = JSON.parse(encoded.body) as MessagesRequest;
  expect(sent.system).toEqual([{ type: 'text', text: 'Be brief' }]);
  expect(sent.messages.map(({ content }) => content)).toEqual([
    'Hello',
    [call],
    [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'ok' }],
  ]);
});

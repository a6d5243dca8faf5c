import { expect, test } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { asObjects, asString } from '../kit/json.ts';
import { chatOfModel } from '../spec/chat-of-model.ts';
import { chat } from './chat.ts';

const resource = 'https://mine.services.ai.azure.com';

test.each([
  [resource, undefined, `${resource}/models/chat/completions`, 'api-key'],
  [
    `${resource}/models/`,
    '2024-05-01-preview',
    `${resource}/models/chat/completions?api-version=2024-05-01-preview`,
    'api-key',
  ],
  [
    `${resource}/models/chat/completions?api-version=v`,
    'other',
    `${resource}/models/chat/completions?api-version=v`,
    'api-key',
  ],
  [
    'https://mistral-serverless.inference.azure.com/v1',
    undefined,
    'https://mistral-serverless.inference.azure.com/v1/chat/completions',
    'authorization',
  ],
])('%s in version %s is called at %s', (apiBase, apiVersion, expected, header) => {
  const { url, headers } = encodeCall(
    chat,
    {},
    { settings: { apiKey: 'k', apiBase, ...(apiVersion && { apiVersion }) } },
  );
  expect(url).toBe(expected);
  expect(Object.keys(headers)).toContain(header);
});

test.each([
  ['Mistral-Large-2411', true],
  ['mistralai/Ministral-3B', true],
  ['codestral-2501', true],
  ['Meta-Llama-3.1-70B', false],
  ['gpt-4o', false],
])('a conversation goes on with %s in the form that its maker takes', (model, isStrict) => {
  const id = 'call_005AKQn2j5TE';
  const { body } = encodeCall(
    chatOfModel(chat, model),
    {
      messages: [
        { role: 'user', content: 'a', name: 'Ann' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: id, content: 'b' },
      ],
      tool_choice: 'required',
    },
    { model, settings: { apiKey: 'k', apiBase: resource } },
  );
  const [user, assistant, tool] = body.messages as Record<string, unknown>[];
  const called = asString(asObjects(assistant?.tool_calls)[0]?.id);
  expect(called).toBe(tool?.tool_call_id);
  expect([/^[a-zA-Z0-9]{9}$/.test(called ?? ''), user?.name, body.tool_choice]).toEqual(
    isStrict ? [true, undefined, 'any'] : [false, 'Ann', 'required'],
  );
});

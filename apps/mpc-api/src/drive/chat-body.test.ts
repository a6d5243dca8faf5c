import type { Ask } from '@showrunner/recipes';
import { expect, test } from 'vitest';
import { firstBody, withBeginning } from './chat-body.ts';

const question: Ask = {
  kind: 'ask',
  part: 'scenes[3].narration',
  label: 'Writing',
  system: 'You write.',
  prompt: 'Say one more of them.',
  begins: 'Third,',
  reply: { form: 'text' },
  maxTokens: 50,
  temperature: 0.6,
};
const model = { name: 'default', strategy: 'staged', price: null, maxOutputTokens: undefined } as const;

test('a reply is begun for a model that goes on with what stands in its own turn, and for no other', () => {
  const roles = (goesOn: boolean) =>
    firstBody(question, { model: { ...model, goesOn } }).messages.map(({ role, content }) => `${role}: ${content}`);
  expect(roles(true).slice(2)).toEqual(['assistant: Third,']);
  expect(roles(false)).toHaveLength(2);
});

test.each([
  ['goes on', ' push a bookcase against the wall.', 'Third, push a bookcase against the wall.'],
  ['begins itself', 'Third, push a bookcase.', 'Third, push a bookcase.'],
  ['begins in other capitals', 'THIRD, push a bookcase.', 'THIRD, push a bookcase.'],
  ['says nothing', ' ', ' '],
])('what comes back has the first words once, where the model %s', (_, reply, whole) => {
  expect(withBeginning(question, reply)).toBe(whole);
});

test('a reply that nobody began for stays as it is', () => {
  expect(withBeginning({}, ' A pump pushes water.')).toBe(' A pump pushes water.');
});

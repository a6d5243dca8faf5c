import { expect, test } from 'vitest';
import { inputFor } from '../../testing/input-for.ts';
import { scriptOperation } from '../kind.ts';
import { tellingSentences, withoutSaidAgain } from './said-again.ts';
import type { ScriptInput } from '../schema.ts';

function inputOf(prompt: string): ScriptInput {
  return inputFor(scriptOperation, { prompt, duration: 45, language: 'en' });
}

test.each([
  [
    'How filter coffee works',
    'Common impurities include caffeine, sugar, and flavors.',
    'The most common impurities in coffee are caffeine, sugar, and flavors.',
  ],
  [
    'Three cheap ways to make a small apartment quieter',
    'These help block outside noise, creating a quieter atmosphere.',
    'These devices block out outside noise, creating a quieter atmosphere.',
  ],
  [
    'Why cats knead blankets',
    'Cats knead blankets to stretch and warm their paws.',
    "It's a simple and effective way for cats to keep their paws warm.",
  ],
])('what was said is not said again in other words: %s', (prompt, first, again) => {
  expect(withoutSaidAgain([first, again], [], inputOf(prompt))).toEqual([first]);
  expect(withoutSaidAgain([again], [first], inputOf(prompt))).toEqual([]);
});

test.each([
  [
    'How filter coffee works',
    'Pour hot water over the coffee grounds in the filter.',
    'Hot water runs through the coffee grounds in the filter.',
  ],
  ['Why cats purr', 'Cats purr when they are calm.', 'Cats also purr when they are hurt.'],
  ['Why cats purr', 'The vocal cords vibrate.', 'The vocal cords are in the throat.'],
  [
    'Three rugs for a cold floor',
    'Second, hang a thick wool rug on the north wall.',
    'Third, lay a thick wool rug under the kitchen table.',
  ],
])('what shares its words and says something else stays: %s', (prompt, first, second) => {
  expect(withoutSaidAgain([first, second], [], inputOf(prompt))).toEqual([first, second]);
});

test('of an answer what says something new is left', () => {
  const answer = 'Cats knead for milk. But why do they go on? It is a mystery.';
  expect(tellingSentences(answer, '', [], inputOf('Why cats knead blankets'))).toEqual(['Cats knead for milk.']);
});

test.each([
  ['Cats purr to express contentment, which surprises most.', 'Cats purr to express contentment.'],
  ['The fact that surprises most people is that cats purr when they are hurt.', 'Cats purr when they are hurt.'],
  ['Cats knead to warm their paws, which is why they do it.', 'Cats knead to warm their paws.'],
  ['They go on for minutes, which can be a fun and interesting observation.', 'They go on for minutes.'],
  ['Milk is warm, which is why they knead their mother.', 'Milk is warm, which is why they knead their mother.'],
  ['Purring is deep, which is a fact that vets know.', 'Purring is deep, which is a fact that vets know.'],
  ['The noise, which surprises most dogs, is deep.', 'The noise, which surprises most dogs, is deep.'],
])('our own words are not spoken: %s', (said, spoken) => {
  expect(tellingSentences(said, '', [], inputOf('Why cats purr'))).toEqual([spoken]);
});

test('what is said of one thing is not said of another in the same words', () => {
  const input = inputOf('Why pizza dough with dry yeast needs time to rest');
  const first = 'Pizza dough needs rest because it helps activate the yeast and create a smooth, elastic texture.';
  const again = 'Dough has to rise first because it helps activate the yeast and create a smooth, elastic texture.';
  expect(withoutSaidAgain([again], [first], input)).toEqual([]);
});

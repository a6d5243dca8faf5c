import { expect, test } from 'vitest';
import { inputFor } from '../../testing/input-for.ts';
import { scriptOperation } from '../kind.ts';
import { leadsAway, listsKinds } from './neighbours.ts';
import type { ScriptInput } from '../schema.ts';

function inputOf(prompt: string, language = 'en'): ScriptInput {
  return inputFor(scriptOperation, { prompt, language });
}

test.each([
  [true, 'There are two main brewing methods for tea: the pot and the bag.'],
  [true, 'There are many different types of kettles on the market.'],
  [true, 'Some popular ones include green, white and black.'],
  [true, 'The most common types are black and green.'],
  [false, 'There are two valves in the lid, and one of them opens first.'],
  [false, 'Some of the steam escapes through the lid.'],
  [false, 'The leaves open in hot water and give off their colour.'],
])('%s: an explanation lists kinds with "%s"', (lists, sentence) => {
  expect(listsKinds(sentence, inputOf('How a tea kettle works'))).toBe(lists);
});

test('kinds are spoken of where the video is about them, and in what explains nothing', () => {
  const kinds = 'There are many different types of kettles on the market.';
  expect(listsKinds(kinds, inputOf('How different types of kettles heat water'))).toBe(false);
  expect(listsKinds(kinds, inputOf('A shop that repairs kettles'))).toBe(false);
});

test.each([
  [true, 'What are the different types of kettles?'],
  [true, 'What is the best water for it?'],
  [false, 'Why does the kettle whistle?'],
  [false, 'How does it switch itself off?'],
])('%s: an answer leads away from the topic, "%s"', (away, question) => {
  expect(leadsAway(question, inputOf('How a tea kettle works'))).toBe(away);
});

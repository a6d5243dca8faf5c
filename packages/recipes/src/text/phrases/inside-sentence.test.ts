import { expect, test } from 'vitest';
import { insideSentence } from './inside-sentence.ts';

test.each([
  ['Use thick rugs.', 'use thick rugs.'],
  ['I would begin with the door.', 'I would begin with the door.'],
  ['LED strips save power.', 'LED strips save power.'],
  ['Paris is cheaper in May.', 'Paris is cheaper in May.', 'Four mistakes in Paris'],
  ['Épices first, then salt.', 'épices first, then salt.'],
])('%s goes on as %s', (sentence, inside, about = '') => {
  expect(insideSentence(sentence, about)).toBe(inside);
});

import { expect, test } from 'vitest';
import { withoutTrailingClause } from './trailing-clause.ts';

test.each([
  [
    'They do this by vibrating their vocal cords, which are located in the throat.',
    'They do this by vibrating their vocal cords.',
  ],
  ['These help block outside noise, creating a quieter atmosphere.', 'These help block outside noise.'],
  [
    'Cats knead blankets to stretch and warm their paws, which is why they do it.',
    'Cats knead blankets to stretch and warm their paws.',
  ],
  [
    'Noise cancelling headphones use a microphone to pick up sound and then subtract it from what you hear.',
    'Noise cancelling headphones use a microphone to pick up sound.',
  ],
  [
    'Next time you wear your headphones, try turning them on and off to see if they make the noise go away.',
    'Next time you wear your headphones, try turning them on and off.',
  ],
])('"%s" is a sentence without its last clause', (sentence, main) => {
  expect(withoutTrailingClause(sentence)).toBe(main);
});

test.each([
  'If you have cats, which sleep a lot, keep them warm.',
  'When the water is hot, which takes a minute, pour it.',
  'First, creating a plan helps.',
  'Grind the beans, measure the water, and pour.',
  'Stop and then look.',
  'Go to the window to see the street.',
  'Do you have headphones, which cancel noise?',
])('"%s" stays whole', (sentence) => {
  expect(withoutTrailingClause(sentence)).toBe(sentence);
});

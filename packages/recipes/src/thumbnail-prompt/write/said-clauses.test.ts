import { expect, test } from 'vitest';
import { saidClauses } from './said-clauses.ts';

const lower = (title: string, said: string) => saidClauses(title, said).map((text) => text.toLowerCase());

test.each([
  [
    'Why cats purr',
    'Cats purr to express happiness. They do this by vibrating their vocal cords, which are located in the throat.',
    'cats vibrate vocal cords',
  ],
  [
    'Why cats purr',
    'Cats purr for various reasons, including when they feel relaxed, scared, or happy.',
    'cats feel relaxed',
  ],
  [
    'How noise cancelling headphones work',
    'Noise cancelling headphones work by using a microphone to pick up sound.',
    'headphones use microphone',
  ],
  [
    'How noise cancelling headphones work',
    'This sound is processed to create an audio signal that cancels out the unwanted noise.',
    'cancels out unwanted noise',
  ],
  [
    'The old harbour bridge reopens after two years of repairs',
    'The bridge now carries trucks of up to 40 tonnes.',
    'bridge now carries trucks',
  ],
  [
    'How espresso works',
    'Espresso is made by forcing hot water through finely ground coffee beans at high pressure.',
    'espresso at high pressure',
  ],
  [
    'How espresso works',
    'Espresso is the result of intense pressure and water heating.',
    'intense pressure makes espresso',
  ],
  ['Why cats knead blankets', 'It is a simple way for cats to keep their paws warm.', 'keep paws warm'],
])('of "%s", "%s" says "%s"', (title, said, clause) => {
  expect(lower(title, said)).toContain(clause);
});

test.each([
  ['How espresso works', 'The process involves several steps: grinding the beans.'],
  ['Why cats purr', 'The sound is not a sign of illness.'],
  ['Why cats purr', 'Next time you find a cat purring, give it a hug.'],
  ['How filter coffee works', 'Hot water is forced through it.'],
  ['Three ways to a quiet flat', 'These help you with that, and it can be done.'],
])('of "%s", nothing is cut out of "%s"', (title, said) => {
  expect(saidClauses(title, said)).toEqual([]);
});

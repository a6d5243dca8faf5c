import { expect, test } from 'vitest';
import { isCircular } from './circular.ts';

test.each([
  'For cats, feeling secure and comfortable is important because it helps them feel safe and comfortable.',
  'Espresso is strong because it is such a strong espresso.',
  'The panels are not efficient, which is why they are not efficient.',
  'Cats purr because they do so.',
])('a reason that says what it explains is none: %s', (sentence) => {
  expect(isCircular(sentence, 'en')).toBe(true);
});

test.each([
  'Water flows through the filter because it is smaller than the coffee grounds.',
  'It took two years because the bridge was in bad shape and needed a lot of work.',
  'Cats knead soft blankets because these remind them of their mother.',
  'Cats knead blankets to stretch and warm their paws.',
  'Dough rises because yeast makes gas, which the dough holds.',
])('a reason with something of its own stays: %s', (sentence) => {
  expect(isCircular(sentence, 'en')).toBe(false);
});

test('other languages are not read', () => {
  expect(isCircular('Das ist so, weil es so ist.', 'de')).toBe(false);
});

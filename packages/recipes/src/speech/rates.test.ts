import { expect, test } from 'vitest';
import { ratedLanguages, rateOf } from './rates.ts';

test('more than fifty languages have a rate of their own, with its source', () => {
  expect(ratedLanguages().length).toBeGreaterThan(50);
  for (const language of ratedLanguages()) expect(rateOf(language).source).not.toContain('no rate of its own');
});

test('a language without one says so', () => {
  expect(rateOf('zu')).toMatchObject({ perMinute: 649, unit: 'letters' });
  expect(rateOf('zu').source).toContain('no rate of its own');
});

test('letters of scripts whose vowels are marks are fewer a minute than those of alphabets', () => {
  for (const language of ['hi', 'bn', 'ta', 'te', 'mr']) expect(rateOf(language).perMinute).toBeLessThan(450);
});

test('region, script and the two ways of writing Norwegian change nothing', () => {
  expect(rateOf('hi-Deva-IN')).toEqual(rateOf('hi'));
  expect(rateOf('nb')).toEqual(rateOf('nn'));
  expect(rateOf('en-GB').perMinute).toBe(150);
});

import { expect, test } from 'vitest';
import { isSameShot, sayFraming, sayFramingAgain } from './shots.ts';

test('a thing that is shown again is framed as it was in no other scene, as long as that can be', () => {
  const shots = [sayFraming(0, 'solar panels')];
  for (let count = 0; count < 3; count += 1) shots.push(sayFramingAgain('solar panels', shots));
  expect(shots).toEqual([
    'Close-up of solar panels',
    'Person looking at solar panels',
    'Evening light on solar panels',
    'Two people next to solar panels',
  ]);
  expect(sayFramingAgain('solar panels', shots)).toContain('solar panels');
});

test('one of a kind and several are one picture, and another thing is none', () => {
  expect(isSameShot('Cats kneading blankets', 'Cats kneading a blanket')).toBe(true);
  expect(isSameShot('Person looking at cats', 'Person looking at cat')).toBe(true);
  expect(isSameShot('Close-up of glass', 'Close-up of a lens')).toBe(false);
});

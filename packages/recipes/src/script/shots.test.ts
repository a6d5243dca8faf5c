import { expect, test } from 'vitest';
import { sayFraming, sayFramingAgain } from './shots.ts';

test('a thing that is shown again is framed as it was in no other scene, as long as that can be', () => {
  const shots = [sayFraming(0, 'solar panels')];
  for (let count = 0; count < 3; count += 1) shots.push(sayFramingAgain('solar panels', shots));
  expect(shots).toEqual([
    'Close-up of solar panels',
    'Person next to solar panels',
    'Evening light on solar panels',
    'Two people next to solar panels',
  ]);
  expect(sayFramingAgain('solar panels', shots)).toContain('solar panels');
});

import { expect, test } from 'vitest';
import { placeIn, placeOfThing } from './places.ts';

test.each([
  ['This reduces noise from the floor, and it is cheap.', 'on the floor'],
  ['Panels should be affixed to your roof in a way that lets them stay there.', 'on the roof'],
  ['The cords are located in the throat.', 'in the throat'],
  ['They make noise in your living room.', 'in the living room'],
  ['Solar panels at home', 'at home'],
])('%s', (text, place) => {
  expect(placeIn(text)).toBe(place);
});

test('a place before another noun tells more of that one, and is none', () => {
  expect(placeIn('It comes from the kitchen sink.')).toBeUndefined();
  expect(placeIn('They keep calm.')).toBeUndefined();
  expect(placeIn('It ends in a flat or dense pizza.')).toBeUndefined();
});

test('a thing that is a place is one where others are', () => {
  expect(placeOfThing('small apartment')).toBe('in a small apartment');
  expect(placeOfThing('espresso')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { shapeDifferences } from './json-shape.ts';

it.each([
  ['members beside those shown', { a: 1 }, { a: 2, b: 3 }, []],
  ['other texts and numbers', { a: ['x'], b: 1 }, { a: ['y', 'z'], b: 2 }, []],
  ['a list that is shown empty', { a: [] }, { a: [1] }, []],
])('accepts %s', (_what, shown, answer, differences) => {
  expect(shapeDifferences(shown, answer)).toEqual(differences);
});

it.each([
  ['a member is missing', { a: { b: 1 } }, { a: {} }, '$.a.b is missing'],
  ['a value is of another kind', { a: '1' }, { a: 1 }, '$.a is 1, no string'],
  ['a truth differs', { ok: true }, { ok: false }, '$.ok is false, not true'],
  ['nothing stands where a value was shown', { a: 1 }, { a: null }, '$.a is null, no number'],
  ['a list came back empty', { a: [{ b: 1 }] }, { a: [] }, '$.a[0] is no object'],
  ['an object came where a list was shown', { a: [] }, { a: {} }, '$.a is no list'],
])('tells where %s', (_what, shown, answer, difference) => {
  expect(shapeDifferences(shown, answer)).toEqual([difference]);
});

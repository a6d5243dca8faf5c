import { expect, test } from 'vitest';
import { HASHTAG, hashtagOf, hashtagsOf } from './hashtags.ts';

test.each([
  ['espresso machine', '#EspressoMachine'],
  ['C# tutorial', '#CSharp'],
  ['F#', '#FSharp'],
  ['C++ für Anfänger', '#Cpp'],
  ['.NET 10', '#DotNet'],
  ['R&B', '#RnB'],
  ['浓缩咖啡', '#浓缩咖啡'],
  ['कॉफ़ी की दुकान', '#कॉफ़ी_की_दुकान'],
  ['شاي أخضر', '#شاي_أخضر'],
  ['תה ירוק', '#תה_ירוק'],
  ['차 우리기', '#차우리기'],
  ['#1', undefined],
  ['☕', undefined],
])('"%s" becomes %s', (phrase, hashtag) => {
  expect(hashtagOf(phrase)).toBe(hashtag);
});

test('there are no doubles, whatever their case', () => {
  expect(hashtagsOf(['Espresso', 'espresso', 'crema', 'milk'], 2)).toEqual(['#Espresso', '#crema']);
});

test('a number, a name and an entity are no hashtags', () => {
  const text = 'The #1 problem of C# and F#: tag #EspressoFail, ＃コーヒー, #2024goals, R&#39;s a/#b';
  expect(text.match(HASHTAG)).toEqual(['#EspressoFail', '＃コーヒー', '#2024goals']);
});

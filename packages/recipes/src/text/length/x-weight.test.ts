import fc from 'fast-check';
import twitter from 'twitter-text';
import { expect, test } from 'vitest';
import { textIn, worldScripts } from '../../testing/texts-of-the-world.ts';
import { xWeight } from './x-weight.ts';

test.each([
  ['see bit.ly/g1 and t.co/y', 9 + 2 * 23],
  [`${'x'.repeat(240)} bit.ly/g1 t.co/y`, 240 + 2 * 24],
  ['Mehr auf kaffee-labor.de/mahlgrad, sagt sie.', 9 + 23 + 11],
  ['詳しくはexample.co.jp/豆をどうぞ', 8 + 23 + 10],
  ['см. https://кофе.рф/помол', 4 + 23],
  ['node.js, U.S.A., 3.5 and a@b.com', 32],
  ['☕👨‍👩‍👧 1️⃣', 7],
  ['bit.ly/g1.(bit.ly/g1)', 49],
  ['bit.ly/g1(x)', 23],
  ['foo.co.uk咖啡👨‍👩‍👧例え.jp/abc', 40],
])('"%s" weighs %d', (text, weight) => {
  expect(xWeight(text)).toBe(weight);
});

const pieces = [
  ['bit.ly/g1', 'https://a.example.com/b?c=d&e#f', 'HTTP://EXAMPLE.COM', 'foo.co.uk', 'x.y', '例え.jp/abc', 'рф.рф'],
  ['@', '.', '-', '_', '/', '(', ')', ',', ' ', '\n', '#', '?q=1', ':8080', '\u200F', 'com', 'example', 'https://'],
  ['咖啡', 'ไทย', 'e\u0301', 'ñ', '👨‍👩‍👧', '👍🏽', '1️⃣', '🇩🇪', '“quoted”', '—', '©', '™', 'https://t.co/abc'],
].flat();

test('every text weighs what X’s own library says', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (whole) => {
      expect(xWeight(whole)).toBe(twitter.parseTweet(whole).weightedLength);
    }),
    { numRuns: 2000 },
  );
});

const writingSystems = worldScripts.filter((script) => script !== 'Emoji' && script !== 'Marks');

test.each(writingSystems)('running text in %s weighs what X’s own library says', (script) => {
  fc.assert(
    fc.property(textIn(script, 60), (whole) => {
      expect(xWeight(whole)).toBe(twitter.parseTweet(whole).weightedLength);
    }),
  );
});

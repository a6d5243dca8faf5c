import { expect, test } from 'vitest';
import { addressesIn } from './addresses.ts';

test.each([
  [
    'Get it at coffeelab-guide.com/free, or write to hello@coffeelab.io.',
    ['coffeelab-guide.com/free', 'hello@coffeelab.io'],
  ],
  ['Siehe https://a.example/b. Und (www.x.example/c)!', ['https://a.example/b', 'www.x.example/c']],
  ['详情请看example.com/豆子。写信给me@例え.jp', ['example.com/豆子', 'me@例え.jp']],
  ['Подробнее на кофе.рф и bit.ly/g1', ['кофе.рф', 'bit.ly/g1']],
  ['اقرأ المزيد على example.org/قهوة الآن', ['example.org/قهوة']],
])('the addresses of "%s" are found', (text, found) => {
  expect(addressesIn(text).map((address) => address.text)).toEqual(found);
  for (const { text: address, start, end } of addressesIn(text)) expect(text.slice(start, end)).toBe(address);
});

test.each([
  'Grind finer.So the water slows.In the end, e.g. 9.5 bar at 3 p.m.',
  'Node.js reads README.md and main.py',
  'The ratio 1:2, at 0:05, and U.S.A.',
  'Der Kaffee ist z.B.fein, usw.',
])('"%s" has none', (text) => {
  expect(addressesIn(text)).toEqual([]);
});

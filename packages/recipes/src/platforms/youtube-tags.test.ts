import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { plainTags, TAG_BUDGET, tagCost, tagsWithinBudget } from './youtube-tags.ts';

beforeAll(() => loadLanguages(['en']));

test('a tag with a space costs its quotation marks, and commas between tags count', () => {
  expect(tagCost(['Foo-Baz'])).toBe(7);
  expect(tagCost(['Foo Baz'])).toBe(9);
  expect(tagCost(['Foo Baz', 'a'])).toBe(11);
  expect(tagCost([])).toBe(0);
});

test('kept tags are within the budget, without doubles and without marks that YouTube refuses', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 140 }), { maxLength: 60 }), (tags) => {
      const { kept } = tagsWithinBudget(tags);
      expect(tagCost(kept)).toBeLessThanOrEqual(TAG_BUDGET);
      expect(new Set(kept.map((tag) => tag.toLowerCase())).size).toBe(kept.length);
      for (const tag of kept) expect(tag).not.toMatch(/[<>,"]|(?<![\p{L}\p{M}\p{N}])#\p{L}/u);
    }),
  );
});

test('earlier tags are kept before later ones', () => {
  const tags = Array.from({ length: 40 }, (_, index) => `tag number ${index}`);
  const { kept, beyond } = tagsWithinBudget(tags);
  expect([...kept, ...beyond]).toEqual(tags);
  expect(tagCost([...kept, tags[kept.length] ?? ''])).toBeGreaterThan(TAG_BUDGET);
});

test.each([
  ['espresso, coffee, latte art', ['espresso', 'coffee', 'latte art']],
  ['浓缩咖啡、咖啡，拉花', ['浓缩咖啡', '咖啡', '拉花']],
  ['قهوة، إسبريسو؛ حليب', ['قهوة', 'إسبريسو', 'حليب']],
  ['эспрессо; кофе\nмолоко | пена', ['эспрессо', 'кофе', 'молоко', 'пена']],
])('the list "%s" that came as one tag is taken apart', (list, tags) => {
  expect(tagsWithinBudget([list]).kept).toEqual(tags);
});

test('a hash belongs to a name, and marks a hashtag only before a word', () => {
  const tags = ['C# tutorial', 'F#', '#Espresso Machine', 'the #1 mistake', '＃コーヒー'];
  expect(tagsWithinBudget(tags).kept).toEqual(['C# tutorial', 'F#', 'Espresso Machine', 'the #1 mistake', 'コーヒー']);
});

test.each([
  [['#coffee #latte #art'], ['coffee', 'latte', 'art']],
  [['#कॉफी #दूध'], ['कॉफी', 'दूध']],
  [['["espresso", "latte"]'], ['espresso', 'latte']],
  [["['espresso', 'latte']"], ['espresso', 'latte']],
  [['"espresso" "latte"'], ['espresso', 'latte']],
  [['1. espresso 2. latte'], ['espresso', 'latte']],
  [
    ['1. espresso', '2. latte'],
    ['espresso', 'latte'],
  ],
  [['Tags: espresso, latte'], ['espresso', 'latte']],
  [['タグ：コーヒー、ラテ'], ['コーヒー', 'ラテ']],
  [['الوسوم: قهوة، حليب'], ['قهوة', 'حليب']],
  [['espresso / latte / mocha'], ['espresso', 'latte', 'mocha']],
  [['half \ud83d, latte'], ['half', 'latte']],
])('a list in one tag, %j, is single tags', (tags, single) => {
  expect(plainTags(tags)).toEqual(single);
});

test.each([
  '1,000 subscribers',
  '3,5 Liter Kaffee',
  'col·lecció',
  'AC/DC live',
  'C# tutorial',
  '#1 espresso',
  "rock 'n' roll",
  'espresso (coffee)',
  '3. Liga',
  'Zelda: Breath of the Wild',
])('"%s" is one tag', (tag) => {
  expect(plainTags([tag])).toEqual([tag]);
});
